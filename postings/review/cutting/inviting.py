"""What a sentence does for those it names: it wants more of them, lets them in too, or answers them kindly.

Words about origin, faith or sex that stand in such a sentence shut nobody out.
"""

from __future__ import annotations

import re

from postings.review.cutting import frames, groups

# "Frauen sind bei uns rar. Das soll sich ändern." "Es dürfen gern mehr werden."
_FEW = re.compile(
    r"\b(?:wenige?r?|selten|rar|kaum|fehl(?:en|t)|Minderheit|(?:noch|erst|bisher|davon|nur) \w+"
    r"|fast (?:nur|ausschließlich)|(?:ein|zwei|drei|vier|fünf|sechs) (?:Frauen?|M[aä]nn\w*)"
    r"|überwiegend|\d+ Prozent|unterrepräsentiert|in der Mehrheit)\b"
)
_CHANGE = re.compile(
    r"\b(?:ändern|ändert|änder[en]"
    r"|(?:mehr|andere|gemischter|bunter|vielfältiger) (?:werden|davon|sein)"
    r"|[Mm]ehr (?:Frauen|Männer|Mädchen|Jungs|Väter|Menschen mit|von Ihnen|davon)|[Uu]mso mehr"
    r"|[Dd]eshalb freu\w+"
    r"|wir wollen \d+|steigend\w*|ermuntern|ermutigen|bestärken|Schade)\b"
)
_MORE_OF_THEM = re.compile(
    r"\b(?:wollen|wünschen uns|hätten|brauchen|suchen)(?: wir)? (?:gern |noch |viel |deutlich )*mehr davon\b"
)
_AGAIN = re.compile(r"\b(?:nicht ändern|wird sich nicht|so bleiben|kein Wunder|weil sie|aus gutem Grund)\b")
# "auch wenn Ihr Weg über eine ausländische Schule führte": one more way in, no condition.
_ALSO = re.compile(
    r"\b(?:auch|selbst|gern|gerne|ebenso|genauso) (?:dann,? )?"
    r"(?:wenn|wer|mit|aus|nach|im|in|bei|über|durch|ohne|eine?[rnms]?|die|der|das|diejenigen"
    r"|Menschen|Leute)\b"
    r"[^.;:?!]*$"
)
_OTHERWISE = re.compile(r"\b(?:anders|dagegen|widerspricht|ablehnt|verbietet|immer|stets|jederzeit)\b")
_COUNTS_TOO = re.compile(
    r"\b(?:gelten|gilt|zählen|zählt|reicht|genügt|genügen) (?:bei uns |hier |für uns )?"
    r"(?:auch|mit|ebenso|genauso|gleich(?:ermaßen)?)\b|\b(?:genauso|ebenso) (?:gut|recht|lieb|viel wert)\b"
)
# "Sie sitzen im Rollstuhl? Unser Büro liegt im Erdgeschoss." "Mit Fluchtgeschichte? Bewirb dich."
_KIND = re.compile(
    r"\W*(?:(?:Das ist |Das wäre |Wie )?"
    r"(?:[Ss]tark|[Ss]uper|[Ss]chön|[Tt]oll|[Gg]ut|[Pp]rima|[Ww]underbar|[Kk]lasse"
    r"|[Ee]in (?:Gewinn|Schatz|Pluspunkt))\b|Umso besser|Bewerben Sie|Bewirb|Bewerbt|Bei gleicher"
    r"|(?:Dann )?(?:bevorzugen|freuen|brauchen) wir|Wir (?:bevorzugen|freuen|brauchen|wollen)\b"
    r"|Vorrang"
    r"|Ausdrücklich (?:erwünscht|willkommen|eingeladen)|(?:Herzlich |Sehr )?[Ww]illkommen"
    r"|Tragen Sie|Genau (?:dich|Sie|solche)|Gerade (?:Sie|du|dich)|Melde|Schreib|Trau)"
)
_NATIVE = re.compile(
    r"\b(?:[Dd]eutsch\w*|hier (?:geboren|aufgewachsen|verwurzelt)|einheimisch\w*|gebürtig\w*|Abendland\w*"
    r"|christlich\w*|katholisch\w*|evangelisch\w*|getauft|gesund\w*"
    r"|kinderlos\w*|ledig\w*|jung\w*|nur|echte[rn]?)\b"
)
# "Glauben Sie, woran Sie wollen": left to everyone.
_AS_YOU_LIKE = re.compile(
    r"\b(?:wen|woran|was|wie|wo|wann|welche\w*|so \w+) (?:Sie|du|ihr) "
    r"(?:wollen|willst|wollt|mögen|magst|sind|bist)\b"
)
_INVITING = "warten|laden|ermutigen|ermuntern|bestärken|werben"
_BIDS = re.compile(
    rf"\b(?:{_INVITING}) wir\b|\bwir (?:{_INVITING})\b|\bwerden gebeten\b|\bbitten\b[^.]*\bBewerb"
)
_REFUSES = re.compile(
    r"\b(?:abzusehen|Abstand|unterlassen|woanders|anderswo|Verständnis|Geduld|einmal|leiser?)\b"
)
_REGARD = re.compile(r"\bnehmen wir\b[^.;:]*\bRücksicht\b|\brichten wir uns\b")
# Among the clauses at the end of an ad, which give disabled people precedence.
_CLAUSE = re.compile(
    r"\bgleicher (?:Eignung|Qualifikation|Leistung)|\bgleich (?:gut )?geeignet|\bSchwerbehinder\w+ [^.]{0,80}"
    r"\b(?:bevorzugt|Vorrang|vorrangig|willkommen|erwünscht)"
)
_AROUND = 260
_WHOLE = 6  # words
_CHOOSING = re.compile(
    r"\b(?:suchen|gesucht|erwarten|sollten?|voraus\w*|Voraussetzung|passen|passt|ideal|Wert auf|am liebsten"
    r"|bevorzugen wir|sofern|wenn sie|solange|natürlich|selbstverständlich|gut (?:deutsch|integriert))\b"
)
_ADDRESSED = re.compile(
    r"\b(?:Sie|Ihre?[nrms]?|Ihnen|[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nrms]?|[Ww]ir|uns|[Uu]nsere?[nrms]?|[Ww]er|[Mm]an"
    r"|[Ww]en|[Jj]emand\w*|[Nn]iemand\w*|Person\w*|Mensch\w*|\w*[Bb]ewerb\w*|Kolleg\w*|\w*[Tt]eam\w*|Stelle|Kraft"
    r"|Job|Beruf|Posten|Mann|Frau|Männer|Frauen|\w*kr[aä]fte?|[A-ZÄÖÜ]\w+in(?:nen)?|nicht|kein\w*|nur|lieber|statt)\b"
)
_PROOF = re.compile("[Aa]usweis|[Nn]achweis|Kopie")


def wants_more(sentence: str, following: str) -> bool:
    """Whether there are few of those it names, and that is to change."""
    said = f"{sentence} {following}"
    few = (_FEW.search(sentence) and _CHANGE.search(said)) or _MORE_OF_THEM.search(said)
    return bool(few) and not _AGAIN.search(said)


def lets_in(sentence: str, start: int) -> bool:
    """Whether the words at `start` are one more way in: "auch mit ausländischer Ausbildung"."""
    part = sentence[max(0, start - 80) : start]
    if _COUNTS_TOO.search(sentence) or _ALSO.search(part):
        return not groups.sets_apart(sentence) and not _OTHERWISE.search(sentence)
    return bool(
        _AS_YOU_LIKE.search(sentence) or (_REGARD.search(sentence) and not groups.sets_apart(sentence))
    )


def bids(sentence: str, start: int) -> bool:
    """Whether the part with the words at `start` invites, whatever was said before the colon."""
    first = max(sentence.rfind(mark, 0, start) for mark in ":;–") + 1
    part = re.split(r"[;–]", sentence[first:], maxsplit=1)[0]
    if _NATIVE.search(part) or _REFUSES.search(part):
        return False
    return bool(_BIDS.search(part)) and not groups.sets_apart(part.replace("sich nicht", ""))


def is_answered(sentence: str, following: str) -> bool:
    """Whether the sentence asks who someone is, and the next one welcomes them."""
    if not sentence.rstrip().endswith("?") or _NATIVE.search(sentence) or groups.sets_apart(sentence):
        return False
    return bool(_KIND.match(following)) and not groups.sets_apart(following.split(".")[0])


# "Sind Sie schwerbehindert? Dann bevorzugen wir Sie.": whoever likes may say so, nobody must.
_KINDLY = re.compile(
    r"[^.!?]*\b(?:bevorzug\w*|[Vv]orrang\w*|[Vv]orzug|vorgezogen|willkommen|freuen|gern|laden"
    r"|unterstütz\w*|helfen|beraten|wenn (?:Sie|du) (?:mögen|möchte\w*|magst)"
    r"|freiwillig|gleicher (?:Eignung|Qualifikation|Leistung))\b"
)
_DEMANDED = re.compile(
    r"^[^.!?]*\b(?:muss|müssen|musst|kreuzen|zwingend|unbedingt|verpflicht\w*"
    r"|Angabe|erforderlich|nicht|leider|wissen)\b"
)


def asks_kindly(sentence: str, following: str) -> bool:
    """Whether the sentence asks who someone is only to say what they may have if they are."""
    if not sentence.rstrip().endswith("?"):
        return False
    return bool(_KINDLY.match(following)) and not _DEMANDED.match(following)


def is_among_clauses(masked: str, first: int, last: int) -> bool:
    """Whether the sentence stands among those on who is preferred, and sets nobody apart."""
    sentence = masked[first:last]
    if groups.sets_apart(sentence) or _CHOOSING.search(sentence) or _NATIVE.search(sentence):
        return False
    begin = max(masked.rfind("\n", 0, first) + 1, first - _AROUND)
    stop = masked.find("\n", last)
    end = min(len(masked) if stop < 0 else stop, last + _AROUND)
    return bool(_CLAUSE.search(masked[begin:first]) or _CLAUSE.search(masked[last:end]))


def asks_proof(masked: str, first: int, last: int) -> bool:
    """Whether a proof is asked for beside the clause that prefers those who have one."""
    return bool(_PROOF.search(masked, first, last)) and is_among_clauses(masked, first, last)


def is_background(sentence: str) -> bool:
    """Whether it tells of something without a word to or about those who may apply."""
    if len(sentence.split()) < _WHOLE or not sentence.rstrip().endswith("."):
        return False
    if groups.sets_apart(sentence):
        return False
    return not _ADDRESSED.search(sentence) and frames.frame(sentence) != "demand"
