"""Until when one can apply."""

from __future__ import annotations

import re

from postings.review.facts.dates import Day, days

# Words that make a day the end of the application time, before it or behind it in the same line.
_BEFORE = re.compile(
    r"bewerb\w*schluss|bewerbungs(?:frist|ende|zeitraum)|einsendeschluss|frist\b|spätestens|"
    r"bewerben|bewirb|bewerb\w*|bewerbungen|unterlagen|(?:senden|schicken|reichen|freuen)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:\bbis\b|spätestens|schluss|frist|ende)[^.!?\n]{0,40}?$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:bewerbungsschluss|bewerbungsfrist|bewerbungsende|einsendeschluss|bewerbbar bis|bewerben bis|"
    r"frist(?: zur bewerbung)?)(?:\s+ist)?[^\n.]{0,30}?$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"befristet|vertretung|elternzeit|läuft|besetzen|beschäftig|vertrag|projekt|vorstellungsgespräch|"
    r"auswahlgespräch|zeitraum vom|förder\w+|gilt",
    re.IGNORECASE,
)


def all_deadlines(masked: str) -> list[Day]:
    """Every day that the text names as the end of the application time."""
    return [day for day in days(masked) if _is_deadline(masked, day)]


def _is_deadline(masked: str, day: Day) -> bool:
    before = masked[max(0, day.start - 200) : day.start]
    before = before[before.rfind("\n\n") + 1 :]
    if _LABEL.search(before):
        return True
    until = _UNTIL.search(before)
    if not until:
        return False
    sentence = _after_last_stop(before)
    around = sentence + masked[day.end : day.end + 120].split("\n")[0]
    return bool(_BEFORE.search(around)) and not _NOT.search(sentence[-60:])


def _after_last_stop(before: str) -> str:
    stops = list(re.finditer(r"(?<![ .]\w)(?<!\d)[.!?]\s+(?=[A-ZÄÖÜ])|\n", before))
    return before[stops[-1].end() :] if stops else before
