"""Until when one can apply."""

from __future__ import annotations

import re

from postings.review.anchors.tables import Tables
from postings.review.anchors.wording import places
from postings.review.facts.ad import once
from postings.review.facts.dates import DATE, Day, every_day
from postings.review.language import Analysis

_TABLES = Tables(__file__)
# A label in front of the day, in the same line or the line above: "Bewerbungsschluss: 15.01.2027".
_LABEL = re.compile(
    rf"\b{_TABLES.any_of('label')}(?:\s+ist)?[^\n.;]{{0,40}}?\n?\s*$|"
    r"bewerbungs(?:zeitraum|fenster|phase)[^\n;]{0,40}[\d.][ ]?(?:–|-|bis)[ ]?$",
    re.IGNORECASE,
)
# "bis So., 17.1.2027": this stop ends no sentence.
_WEEKDAY = r"(?:\b(?:mo|di|mi|do|fr|sa|so)\.,?[ ](?:den |dem )?)?"
_UNTIL = re.compile(
    rf"(?:\bbis\b|spätestens|schluss|frist|ende|\bvor dem\b)[^.!?\n]{{0,40}}?{_WEEKDAY}$", re.IGNORECASE
)
_APPLY = _TABLES.pattern("apply")
_THEN_OVER = re.compile(
    r"[^.!?\n]{0,12}(?:endet (?:die |ihre )?(?:bewerbung|frist)|ist (?:bewerbungs|einsende)schluss|"
    r"ist schluss mit|"
    r"läuft die (?:bewerbungs)?frist|(?:können|nehmen) wir (?:leider )?keine bewerbung|"
    r"(?:berücksichtigen|prüfen|lesen) wir (?:leider )?nicht|"
    r"ist (?:der |unser |dein |ihr )?letzte\w* (?:eingangs|bewerbungs|abgabe)?tag\b)",
    re.IGNORECASE,
)
# "Bewerbungen nach dem 31. Januar können wir nicht berücksichtigen": the day before it is the last one.
_AFTER_IT = re.compile(
    r"(?:bewerbung|unterlagen|was)[^.!?\n]{0,60}\b(?:nach|später als) (?:dem |am )?$", re.IGNORECASE
)
_TOO_LATE = re.compile(
    r"[^.!?\n]{0,30}\b(?:können|werden|nehmen|berücksichtigen|bleib)\w* [^.!?\n]{0,40}"
    r"\b(?:nicht|keine|unberücksichtigt)\b",
    re.IGNORECASE,
)
_OTHER = _TABLES.pattern("other")
# "… bewerben Sie sich bitte bis zum": whatever else the sentence tells, this day is for applying.
_DIRECTLY = re.compile(
    r"(?:bewerben sie sich|bewirb dich|bewerbt euch|bewerbung(?:en)?|(?:schicken|senden|schreiben) sie uns|"
    r"(?:schick|send|schreib)e?t? uns|melden sie sich|melde?t? (?:dich|euch))\b"
    r"(?: (?:bitte|gern|daher|deshalb|also|online|einfach|möglichst|noch))* "
    r"bis (?:zum |spätestens |einschließlich )*(?:\w+, (?:den |dem )?)?$"
    r"|\bbewerbung(?:en)?\b[^.;\n]{0,80} erbeten (?:bis )?zum (?:\w+, (?:den |dem )?)?$",
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
    r"[^\w\n]*\n?\W*(?:bis )?(?:zum |spätestens |einschließlich )*(?:\w+, (?:den |dem )?)?$|"
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


_END_OF_MONTH = re.compile(
    r"\bbis (?:spätestens |zum )?(?P<day>(?:anfang|mitte|ende) (?:januar|februar|märz|april|mai|juni|juli|"
    r"august|september|oktober|november|dezember)\b)",
    re.IGNORECASE,
)


def first_place(analysis: Analysis) -> int | None:
    """Where the first of them stands, also one without its year ("bis 15. März")."""
    every = all_deadlines(analysis)
    if every:
        return every[0].start
    vague = (match.start("day") for match in _END_OF_MONTH.finditer(analysis.masked))
    near = (match for match in places(analysis.rows, DATE) if not match["year"] and not match["iso"])
    exact = next((m.start() for m in near if _is_deadline(analysis, m.start(), m.end())), None)
    if exact is not None:
        return exact
    return next((start for start in vague if _is_deadline(analysis, start, start + 5)), None)


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
    if _AFTER_IT.search(before) and _TOO_LATE.match(masked[stop : stop + 120]):
        return True
    if _DIRECTLY.search(before) and not _IS_OVER.match(masked[stop : stop + 60]):
        return True
    if _ONLY_UNTIL.fullmatch(before) and not _OTHER.search(around):
        above = masked[max(0, first - 80) : first]
        if _THE_WAY.match(masked[stop : stop + 80]) or _HEADED.search(above):
            return True
    return bool(_UNTIL.search(before) and _APPLY.search(around) and not _OTHER.search(around))
