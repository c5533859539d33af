"""Hours, part-time, shifts, home office, and how long the contract runs."""

from __future__ import annotations

import re
from typing import Any

from postings.review.anchors.tables import Tables
from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence
from postings.review.facts.dates import days

_TABLES = Tables(__file__)
_NUMBER = r"(?P<hours>\d{1,2}(?:[,.]\d{1,2})?)"
_HOURS = (
    Wording(
        rf"{_NUMBER}[ ]?-?(?:(?:Zeit)?Stunden|Wochenstunden|Stdn?|h)\b(?=\.?(?:[^.\n]{{0,40}}\bWoche|/Woche|"
        rf"[ ]?wöchentlich|[ ]?pro W))",
        re.IGNORECASE,
    ),
    Wording(
        rf"{_NUMBER}[ ]?-?(?:Wochenstunden|Stunden-Woche|Std\./Wo|Stundenwoche|Wochenarbeitsstunden)",
        re.IGNORECASE,
    ),
    Wording(
        rf"(?:wöchentlich\w*|wochenarbeitszeit|wochenstunden|arbeitszeit|pro Woche|Vollzeit|Teilzeit|"
        rf"Umfang von)"
        rf"[^.\n\d]{{0,40}}{_NUMBER}[ ]?(?:Stunden|Std|h\b|Wochenst)",
        re.IGNORECASE,
    ),
    Wording(
        rf"(?:stundenumfang|stundenzahl|wochenstunden|\d[ ]?%)[: (]{{1,3}}{_NUMBER}(?![\d,.]\d)(?![ ]?%)",
        re.IGNORECASE,
    ),
)
_NUMBER_OF_HOURS = Wording(
    r"(?<![\d,.:-])(?P<hours>(?:1\d|2\d|3\d|4[0-8])(?:,\d{1,2})?)(?:[ ]?(?:-?Wochen)?(?:stunden|std|h\b)|"
    r"-stunden-(?:woche|stelle|rhythmus|vertrag|modell))",
    re.IGNORECASE,
)
_OTHER_HOURS = _TABLES.pattern("other_hours")
_OPEN = _TABLES.pattern("open")
_TIME = _TABLES.wording("time")
_NO_PART_TIME = _TABLES.wording("no_part_time")
_PART_TIME = _TABLES.wording("part_time")
_FULL_TIME = _TABLES.wording("full_time")
_UNLIMITED = _TABLES.wording("unlimited")
_LIMITED = _TABLES.wording("limited")
_REASON = _TABLES.wording("reason")
_SHIFTS = _TABLES.wording("shifts")
_REMOTE = _TABLES.wording("remote")
_NOT = re.compile(r"\b(?:kein\w*|nicht|ohne)\b", re.IGNORECASE)


def facts(ad: Ad) -> dict[str, Any]:
    """hours, part_time, full_time, limited, limited_until, limited_reason, shifts, remote."""
    limited, until = _limited(ad)
    return {
        "hours": _hours(ad),
        "part_time": _part_time(ad),
        "full_time": True if ad.has(_FULL_TIME) else None,
        "limited": limited,
        "limited_until": until,
        "limited_reason": _reason(ad) if limited else None,
        "shifts": _said(ad, _SHIFTS),
        "remote": _said(ad, _REMOTE),
    }


def _hours(ad: Ad) -> float | None:
    for sentence in ad.matching(_TIME):
        if _OPEN.search(sentence.text):
            continue
        for pattern in _HOURS:
            match = pattern.search(sentence.text)
            if match and 2 <= (hours := _float(match["hours"])) <= 56:
                return hours
    alone = hours_alone(ad)
    found = _NUMBER_OF_HOURS.search(alone.text) if alone else None
    return _float(found["hours"]) if found else None


def hours_alone(ad: Ad, *, told: bool = False) -> Sentence | None:
    """The sentence with a number of hours that can only be those of a week: "E 7, 39 Stunden".

    `told`: the hours of a week are known, so that any number of hours may be these.
    """
    for sentence in ad.matching(_NUMBER_OF_HOURS):
        if not (sentence.is_task or sentence.asks or _OPEN.search(sentence.text)) and (
            told or not _OTHER_HOURS.search(sentence.text)
        ):
            return sentence
    return None


def _float(number: str) -> float:
    return float(number.replace(",", "."))


def _part_time(ad: Ad) -> bool | None:
    if ad.has(_NO_PART_TIME):
        return False
    return True if ad.has(_PART_TIME) else None


def _limited(ad: Ad) -> tuple[bool | None, str | None]:
    sentence = ad.first(_LIMITED)
    if sentence is None:
        return (False if ad.has(_UNLIMITED) else None), None
    mark = _LIMITED.search(sentence.text)
    start = mark.start() if mark else 0
    near = [*days(sentence.text, start, min(len(sentence.text), start + 120))]
    near = near or [*days(sentence.text[:start])]
    if near:  # "1. Juli 2027 bis 30. Juni 2029 (befristet)"
        return True, max(day.date for day in near).isoformat()
    if _UNLIMITED.search(sentence.text) and not re.search(r"zunächst|zuerst", sentence.text, re.IGNORECASE):
        return False, None
    return True, None


def _reason(ad: Ad) -> str | None:
    match = next((_REASON.search(sentence.text) for sentence in ad.matching(_REASON)), None)
    return " ".join(match.group().split()) if match else None


def _said(ad: Ad, pattern: Wording) -> bool | None:
    for sentence in ad.matching(pattern):
        match = pattern.search(sentence.text)
        return not (match and _NOT.search(sentence.text[max(0, match.start() - 25) : match.start()]))
    return None
