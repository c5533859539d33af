"""Days that contradict each other, the calendar, or the day of the review."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.anchors.wording import Place, places
from postings.review.facts import deadline
from postings.review.facts.dates import DATE, DIGIT, days, every_day
from postings.review.matchers.scan import Match, Scan
from postings.review.model import Edit, Replacement

_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_SHORT = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_WEEKDAY = re.compile(
    rf"\b(?P<name>{'|'.join(_DAYS)}|Sonnabend)s?(?:,| ,)? ?(?:den |dem |der |am )?$|"
    rf"\b(?P<short>{'|'.join(_SHORT)})\.?,? ?(?:den )?$"
)
_BEGINS = re.compile(r"(?<!bis )\b(?:zum|ab(?: dem)?|[Bb]eginn(?: ist der| am)?:?|[Ss]tart:?) $")
_SEARCHES = re.compile(
    r"such|besetz|einstell|stell\w* .{0,80}ein\b|\b[Bb]eginn|\b[Ss]tart|verstärk", re.IGNORECASE
)
_MAX = 50


def deadlines(scan: Scan) -> Iterator[Match]:
    """A second deadline that is another day than the first."""
    found = deadline.all_deadlines(scan.analysis)
    for place in found[1:_MAX]:
        if place.date != found[0].date:
            yield Match(place.start, place.end)


def deadline_past(scan: Scan) -> Iterator[Match]:
    """A deadline before the day of the review; only told when the caller names that day."""
    if not scan.dated:
        return
    for place in deadline.all_deadlines(scan.analysis)[:_MAX]:
        if place.date < scan.date:
            yield Match(place.start, place.end)


def weekdays(scan: Scan) -> Iterator[Match]:
    """A weekday that is not that of its date: "Montag, 16.01.2026" is a Friday."""
    masked = scan.analysis.masked
    for day in every_day(scan.analysis.rows):
        before = _WEEKDAY.search(masked, max(0, day.start - 24), day.start)
        if before is None:
            continue
        right = _DAYS[day.date.weekday()]
        short = before["short"] is not None
        said = (before["short"] or before["name"]).replace("Sonnabend", "Samstag")
        if said == (right[:2] if short else right):
            continue
        start, end = before.span("short" if short else "name")
        new = right[:2] if short else right
        rest = masked[end : day.end]
        edit = Edit(start, end - start, new)
        yield Match(start, day.end, (Replacement("neutral", new + rest, False, (edit,)),))


def no_such_day(scan: Scan) -> Iterator[Match]:
    """A date that no calendar has: 31.04.2026, 30. Februar 2026."""
    for match in places(scan.analysis.rows, DATE, needs=DIGIT):
        if match["year"] and len(match["year"]) == 4 and not _known(match):
            yield Match(match.start(), match.end())


def _known(match: Place) -> bool:
    """Whether it is a day, or no date at all (like the number 44.81.2024)."""
    if next(days(match.group()), None):
        return True
    month = int(match["month"]) if match["month"] else 1
    return int(match["day"]) > 39 or month > 19


def start_before_deadline(scan: Scan) -> Iterator[Match]:
    """A first day of work before the last day to apply."""
    ends = deadline.all_deadlines(scan.analysis)
    if not ends:
        return
    last = min(end.date for end in ends)
    masked = scan.analysis.masked
    for day in every_day(scan.analysis.rows):
        begins = day.date < last and _BEGINS.search(masked, max(0, day.start - 24), day.start)
        if begins and _SEARCHES.search(masked, *scan.analysis.sentence_at(day.start)):
            yield Match(day.start, day.end)
