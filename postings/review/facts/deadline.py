"""Until when one can apply."""

from __future__ import annotations

import re

from postings.review.facts.ad import once
from postings.review.facts.dates import Day, days
from postings.review.language import Analysis

# A label in front of the day, in the same line or the line above: "Bewerbungsschluss: 15.01.2027".
_LABEL = re.compile(
    r"\b(?:bewerbungsschluss|bewerbungsfrist|bewerbungsende|einsendeschluss|bewerbbar bis|bewerben bis|"
    r"frist\b(?: zur bewerbung)?)(?:\s+ist)?[^\n.;]{0,30}?\n?\s*$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:\bbis\b|spätestens|schluss|frist|ende)[^.!?\n]{0,40}?$", re.IGNORECASE)
_APPLY = re.compile(
    r"bewerb|bewirb|unterlagen|lebenslauf|karriereportal|(?:senden|schicken|reichen|freuen)|\bfrist\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"befristet|vertretung|elternzeit|läuft|beschäftig|vertrag\b|projekt|vorstellungsgespräch|"
    r"auswahlgespräch|"
    r"förder\w+|gilt\b|nachgereicht|nachreichen",
    re.IGNORECASE,
)


@once
def all_deadlines(analysis: Analysis) -> list[Day]:
    """Every day that the text names as the end of the application time."""
    return [day for day in days(analysis.masked) if _is_deadline(analysis, day)]


def _is_deadline(analysis: Analysis, day: Day) -> bool:
    masked = analysis.masked
    if _LABEL.search(masked[max(0, day.start - 60) : day.start]):
        return True
    first, last = analysis.sentence_at(day.start)
    before = masked[max(first, day.start - 200) : day.start]
    around = before + masked[day.start : min(last, day.end + 120)]
    return bool(_UNTIL.search(before) and _APPLY.search(around) and not _OTHER.search(around))
