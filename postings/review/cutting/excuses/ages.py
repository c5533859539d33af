"""Ages that shut nobody out: people of every age are told of, or the number is a day."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording
from postings.review.cutting import groups

_EVERY_AGE = Wording(
    r"\b(?:alle|mehrere|drei|vier) (?:Altersgruppen|Generationen)|\bjede[ns]? Alters?\b|altersgemischt"
    r"|\b[Nn]ach oben (?:offen|gibt es keine|keine Grenze)\b"
    r"|\bausdrücklich auch\b[^.;:]*\b(?:über|ab) [5-9]\d\b"
)
_BOTH_ENDS = Wording(
    r"\b(?:[Jj]ung|[Nn]eu|[Ff]risch|[Gg]erade|[Ee]rst|[Aa]nf[aä]ng|[Bb]erufs(?:anf|ein)|Schulab|Absolv|Nachwuchs|Auszubild|Azubi|Praktik)\w*\b"
    r"[^.;:]{0,60}\b(?:oder|und|wie|bis)\b[^.;:]{0,40}"
    r"\b(?:(?<!Jahre )(?<!keine )alt|ält(?!er als)|läng|lange|erfahren|Erfahren|Alt\b|Ält|Berufserfahr"
    r"|Quereinst|[Ww]iedere|wechs|zurückk"
    r"|über [5-7]\d|kurz vor"
    r"|seit (?:vielen |zehn |zwanzig |dreißig )?Jahren|[Rr]ent(?:e|ner)|Ruhestand|Lebenserfahr)\w*"
    r"|\b(?:[Vv]iele|[Ee]inige|[Mm]anche|[Dd]ie einen)\b[^.;]*\b(?:andere|manche|einige)n?\b"
    # "ein alter Hase oder noch ganz neu"
    r"|\b(?:alte[rn]?|ältere[rn]?|[Ee]rfahren\w*|lange dabei|Berufserfahr\w*|[Rr]ent(?:e|ner\w*)|Ruhestand)\b"
    r"[^.;:]{0,40}\b(?:oder|(?:ge)?nauso wie|ebenso wie)\b[^.;:]{0,40}"
    r"\b(?:jung|neu|frisch|gerade erst|[Aa]nfang|Berufs(?:anf|ein)|Absolv|Nachwuchs)\w*"
    r"|\b[Ee]rfahren\w*\b[^.;:]{0,40}\b(?:und|sowie)\b[^.;:]{0,30}\bBerufs(?:anf|ein)\w*"
    r"|\b[Jj]ung\b[^.;:]{0,12}\balt\b|\b[Ää]ltere\b[^.;:]{0,30}, (?:die )?[Jj]üngere\b"
    r"|\b[Ää]ltere\b[^.;:]{0,30}, (?:die )?[Jj]unge\b"
    r"|\b[Aa]uch (?:noch )?mit (?:\w+ )?(?:über )?(?:fünfzig|sechzig|[56]\d)\b|\bnoch mit [56]\d\b"
    # "eine Siebenjährige neben einem Achtzigjährigen"
    r"|\b(?:[5-9]|1\d|Fünf|Sechs|Sieben|Acht|Neun|Zehn|Elf|Zwölf|\w+zehn)-?[jJ]ährige\w*\b[^.;]{0,60}"
    r"\b(?:neben|und|mit|wie|bis|oder)\b[^.;]{0,40}\b(?:[5-9]\d|\w{3,6}zig)-?[jJ]ährige\w*"
    # "Sie sind 55 und wollen noch einmal neu anfangen?"
    r"|\b(?:4[5-9]|[56]\d)\b(?! Prozent| %)[^.;]{0,40}"
    r"\b(?:noch (?:ein)?mal|neu anfangen|neu beginnen|(?:etwas|was) (?:anderes|Neues)"
    r"|umsteigen|umsatteln|wechseln)\b"
    r"|\b(?:älter|alt)e?[rn]?\b (?:und|oder|wie) (?:\w+ ){0,2}j[uü]ng\w*|\bälterer\b[^.;:]{0,40}\bjüngerer\b"
)
_MIDDLE_AGED = Wording(r"(?:Altersdurchschnitt|Durchschnittsalter|Altersschnitt)\b[^.;]*\b[45]\d\b")
# "Wir stellen auch Menschen kurz vor der Rente ein."
_TAKEN_TOO = Wording(
    r"\b[Ww]ir (?:stellen|nehmen|beschäftigen) (?:gern |ausdrücklich )?auch\b[^.;:]*"
    r"|^\W*(?:Gern(?:e)? )?[Aa]uch (?:für|mit) [^.;:]*\b[5-9]\d\b(?![^.;:]*\bnoch\b)[^.;:]*"
    r"|\bbewerben (?:können|dürfen) sich (?:gern )?auch\b|\b(?:können|dürfen) sich auch\b[^.;:]*\bbewerben\b"
)
_DATE_END = re.compile(r"\b[0-3]?\d\.(?:0?[1-9]|1[0-2])$")  # "Bewerbungen bis 31.07"
_MORE = re.compile(r"\d| (?:Jahr|Lebensj)")
_DAY = re.compile(
    r"\.? ?(?:Januar|Februar|März|April|Mai|Ju[nl]i|August|September|Oktober|November|Dezember|\d{1,2}\.)"
)
_FIGURES = {
    **{
        f"{part} {word}": figure + extra
        for word, figure in (
            ("zwanzig", 20),
            ("dreißig", 30),
            ("vierzig", 40),
            ("fünfzig", 50),
            ("sechzig", 60),
        )
        for part, extra in (("Anfang", 2), ("Mitte", 5), ("Ende", 8))
    }
}
_IN_WORDS = re.compile("|".join(_FIGURES))
_SPAN = re.compile(r"\b(\d\d)\b(?=[^.;:]{1,45}?\b(\d\d)\b)")
_WIDE, _OLD = 30, 55
_SOUGHT = Wording(
    r"\b(?:suchen|sucht|gesucht|einstellen|Höchst\w+|Altersgrenze"
    r"|[Bb]ewerben"
    r"|Sie (?:sind|haben|sollten|müssen|dürfen)|[Dd]u (?:bist|solltest))\b"
)


def is_every_age(sentence: str) -> bool:
    """Whether it tells of people of every age: "Im Team arbeiten Menschen von 19 bis 64 Jahren"."""
    if _TAKEN_TOO.search(sentence) and not groups.sets_apart(sentence):
        return True
    if _EVERY_AGE.search(sentence) or _BOTH_ENDS.search(sentence) or _MIDDLE_AGED.search(sentence):
        return True
    if _SOUGHT.search(sentence) and " oder " not in sentence:
        return False
    figures = _IN_WORDS.sub(lambda found: str(_FIGURES[found.group()]), sentence)
    spans = ((int(low), int(high)) for low, high in _SPAN.findall(figures))
    return any(abs(high - low) >= _WIDE and max(low, high) >= _OLD for low, high in spans)


def is_a_day(sentence: str, start: int, end: int) -> bool:
    """Whether the words end with a date: "bis 28. Februar" is no age."""
    words = sentence[start:end]
    if not words[-1:].isdigit():
        return False
    return bool(_DAY.match(sentence, end) or (_DATE_END.search(words) and not _MORE.match(sentence, end)))
