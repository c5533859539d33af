"""Until when one can apply."""

from __future__ import annotations

import re

from postings.review.anchors.wording import places
from postings.review.facts.ad import once
from postings.review.facts.dates import DATE, Day, every_day
from postings.review.language import Analysis

# A label in front of the day, in the same line or the line above: "Bewerbungsschluss: 15.01.2027".
_LABEL = re.compile(
    r"\b(?:bewerbungsschluss|bewerbungsfrist|bewerbungsende|einsendeschluss|eingangsschluss|anmeldeschluss|"
    r"bewerbungstermin|ausschreibungsende|ende der ausschreibung|deadline|bewerbbar bis|"
    r"bewerben bis|letzter (?:bewerbungs)?tag|letzte (?:bewerbungs)?tag ist|abgabe bis|"
    r"(?:eingangs|abgabe|melde|einreichungs)frist|\bschluss ist|stichtag(?=:| für (?:die |"
    r"ihre )?bewerb)|ausschreibung endet|"
    r"\w*portal schließt|(?:portal|ausschreibung) (?:ist|bleibt|läuft)|"
    r"(?:euer|dein|ihr) (?:termin|tag) (?:heißt|lautet)|"
    r"frist\b(?: zur bewerbung)?(?! für (?!(?:die |ihre )?bewerb)))(?:\s+ist)?[^\n.;]{0,40}?\n?\s*$|"
    r"bewerbungs(?:zeitraum|fenster|phase)[^\n;]{0,40}[\d.][ ]?(?:–|-|bis)[ ]?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:\bbis\b|spätestens|schluss|frist|ende|\bvor dem\b)[^.!?\n]{0,40}?$", re.IGNORECASE)
_APPLY = re.compile(
    r"bewerb|bewirb|unterlagen|lebenslauf|schreiben sie uns|schreib uns|karriereportal|(?:senden|"
    r"schicken|reichen|freuen)|\bfrist\b|"
    r"\bhab(?:en|t)? (?:sie |ihr )?(?:dafür |noch |also |dazu )*zeit bis\b|"
    r"\b(?:haben sie|hast du|habt ihr|du hast) (?:dafür |noch |also |dazu )*zeit bis\b|"
    r"\bmelde?t? (?:dich|euch)\b|\bmelden sie sich\b|\bschreibt? bis\b|\bschreiben sie bis\b|"
    r"\bkomm(?:en sie|t)? bis\b[^.!?]{0,60}\b(?:amt|büro|rathaus|\w+amt|\w+büro|\w+hof|\w+stelle)\b|"
    r"\bruf(?:en sie|t)? .{0,40}\ban\b|\bfüll(?:en sie|t|e)?\b[^.!?]{0,60}\bformular|\banmeld|"
    r"\beinsend|von (?:ihnen|dir|euch) hören|bei uns (?:ankomm|eingeh|eintr)|"
    r"auf (?:ihre|deine|eure) (?:nachricht|post|mail|zeilen)|"
    r"\bformulare? (?:gibt|erhalten|bekommen)|\b(?:nutz|verwend)\w*\b[^!?\n]{0,80}(?:formular|portal)|"
    r"\b(?:per|eine|ihre) (?:e-?)?mail\b|hochladen|\bportal:|\bzeit haben sie|\buns [^!?\n]{0,60}anruf|"
    r"\brückmeldung|interessen?s?bekundung|\bausgeschrieben|\bschick(?:e|t)? uns\b|\bmappe\b|\bwer bis\b",
    re.IGNORECASE,
)
_THEN_OVER = re.compile(
    r"[^.!?\n]{0,12}(?:endet (?:die |ihre )?(?:bewerbung|frist)|ist (?:bewerbungs|einsende)schluss|"
    r"ist schluss mit|"
    r"läuft die (?:bewerbungs)?frist|(?:können|nehmen) wir (?:leider )?keine bewerbung|"
    r"(?:berücksichtigen|prüfen|lesen) wir (?:leider )?nicht)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?<!un)befristet|vertretung|elternzeit|"
    r"(?<!frist )(?<!chance )(?<!bewerbung )(?<!verfahren )(?<!ausschreibung )läuft|beschäftig|"
    r"vertrag\b|projekt|"
    r"vorstellungsgespräch|"
    r"auswahlgespräch|"
    r"förder\w+|gilt\b|nachgereicht|nachreichen|widerspr|\bantr[aä]g|anmeld\w+ für",
    re.IGNORECASE,
)
# "… bewerben Sie sich bitte bis zum": whatever else the sentence tells, this day is for applying.
_DIRECTLY = re.compile(
    r"(?:bewerben sie sich|bewirb dich|bewerbt euch|bewerbung(?:en)?)\b"
    r"(?: (?:bitte|gern|daher|deshalb|also|online|einfach|möglichst|noch))* "
    r"bis (?:zum |spätestens |einschließlich )*(?:\w+, (?:den |dem )?)?$",
    re.IGNORECASE,
)
_IS_OVER = re.compile(r" (?:be|ge)\w+(?:te[rn]?|ene[rn]?)\b|[^.;,]{0,30}\b(?:läuft|gilt)\b", re.IGNORECASE)
# "Bis zum 3. Mai 2027 über das Portal.", or under a heading "Bewerbung": no verb says what for.
_ONLY_UNTIL = re.compile(
    r"\W*(?:bitte |gern )*bis (?:zum |spätestens |einschließlich )*(?:\w+, (?:den |dem )?)?", re.IGNORECASE
)
_THE_WAY = re.compile(
    r"[ ,]*(?:\d\d?(?::\d\d)? Uhr,? )?(?:bitte )?(?:über (?:das|unser|die|den|www)|per |online\b|via |"
    r"an \S{1,64}@|im \w*portal)",
    re.IGNORECASE,
)
_HEADED = re.compile(r"(?:bewerb|bewirb|\bfrist)[^.!?\n]{0,60}[?:!]?\s*$", re.IGNORECASE)
# The question above the day: "Bis wann und wie?"
_ASKED_WHEN = re.compile(
    r"\bbis wann\b(?![^?\n]*\b(?:vertrag|gilt|gelten|dauert|läuft|stelle|befristet)\b)[^?\n]{0,60}\?"
    r"[^\w\n]*\n?\W*bis (?:zum |spätestens |einschließlich )*(?:\w+, (?:den |dem )?)?$|"
    r"\bwann (?:ist|endet) [^?\n]{0,20}(?:schluss|frist)[^?\n]{0,20}\?"
    r"[^\w\n]*\n?\W*(?:am )?(?:\w+, (?:den |dem )?)?$",
    re.IGNORECASE,
)

_WHOLE_AD, _LAST = 10, 2  # sentences


@once
def all_deadlines(analysis: Analysis) -> list[Day]:
    """Every day that the text names as the end of the application time."""
    found = [day for day in every_day(analysis.rows) if _is_deadline(analysis, day.start, day.end)]
    if found or len(analysis.sentences) < _WHOLE_AD:
        return found
    end = analysis.sentences[-_LAST][0]
    return [day for day in every_day(analysis.rows) if day.start >= end and _ends_the_ad(analysis, day)]


def _ends_the_ad(analysis: Analysis, day: Day) -> bool:
    """An ad ends with the way to apply: a last day there is the one for that, in whatever words."""
    first, last = analysis.sentence_at(day.start)
    before = analysis.masked[max(first, day.start - 200) : day.start]
    after = analysis.masked[day.start : min(last, day.end + 120)]
    return bool(_UNTIL.search(before) and not _OTHER.search(before + after))


def first_place(analysis: Analysis) -> int | None:
    """Where the first of them stands, also one without its year ("bis 15. März")."""
    every = all_deadlines(analysis)
    if every:
        return every[0].start
    near = (match for match in places(analysis.rows, DATE) if not match["year"] and not match["iso"])
    return next((m.start() for m in near if _is_deadline(analysis, m.start(), m.end())), None)


def _is_deadline(analysis: Analysis, start: int, stop: int) -> bool:
    masked = analysis.masked
    if _LABEL.search(masked[max(0, start - 60) : start]):
        return True
    if _ASKED_WHEN.search(masked[max(0, start - 160) : start]):
        return True
    first, last = analysis.sentence_at(start)
    before = masked[max(first, start - 200) : start]
    around = before + masked[start : min(last, stop + 120)]
    if _THEN_OVER.match(masked[stop : stop + 80]):
        return True
    if _DIRECTLY.search(before) and not _IS_OVER.match(masked[stop : stop + 60]):
        return True
    if _ONLY_UNTIL.fullmatch(before) and not _OTHER.search(around):
        above = masked[max(0, first - 80) : first]
        if _THE_WAY.match(masked[stop : stop + 80]) or _HEADED.search(above):
            return True
    return bool(_UNTIL.search(before) and _APPLY.search(around) and not _OTHER.search(around))
