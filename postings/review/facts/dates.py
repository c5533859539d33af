"""Days as German ads write them: "15. Januar 2027", "15.01.2027", "1.5.27", "15. Jan. 2027"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from postings.review.anchors.alternatives import small
from postings.review.memory import Pieces

_MONTHS = {
    **dict.fromkeys(("januar", "jänner", "jan"), 1),
    **dict.fromkeys(("februar", "feb", "febr"), 2),
    **dict.fromkeys(("märz", "mär", "mrz"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    "mai": 5,
    **dict.fromkeys(("juni", "jun"), 6),
    **dict.fromkeys(("juli", "jul"), 7),
    **dict.fromkeys(("august", "aug"), 8),
    **dict.fromkeys(("september", "sept", "sep"), 9),
    **dict.fromkeys(("oktober", "okt"), 10),
    **dict.fromkeys(("november", "nov"), 11),
    **dict.fromkeys(("dezember", "dez"), 12),
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
DATE = re.compile(
    r"(?<![\d.])(?:(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|(?P<day>\d{{1,2}})\.[ ]?(?:(?P<name>{_NAMES})\.?|"
    rf"(?P<month>\d{{1,2}})\.)[ ]{{0,2}}(?P<year>\d{{4}}|\d{{2}})?)(?!\d)",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")


class Day(NamedTuple):
    """A day with the place where it stands."""

    date: datetime.date
    start: int
    end: int


def days(masked: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Every day with a year, in order."""
    for match in DATE.finditer(masked, start, len(masked) if end is None else end):
        date = _date(match)
        if date:
            yield Day(date, match.start(), match.end())


def every_day(rows: Pieces) -> Iterator[Day]:
    """Every day with a year in the lines of a text, in order."""
    for by, day in rows.each(_days_of):
        yield Day(day.date, by + day.start, by + day.end)


def _days_of(line: str) -> tuple[Day, ...]:
    return tuple(days(line)) if DIGIT.search(line) else ()


def _date(match: re.Match[str]) -> datetime.date | None:
    try:
        if match["iso"]:
            return datetime.date.fromisoformat(match["iso"])
        if not match["year"]:
            return None
        month = _MONTHS[small(match["name"])] if match["name"] else int(match["month"])
        year = int(match["year"])
        return datetime.date(year + 2000 if year < 100 else year, month, int(match["day"]))
    except ValueError:
        return None
