"""The periods documents are made for: fixed quarters and years, never free dates."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_KEY = re.compile(r"(?P<year>20\d\d)(?:-Q(?P<quarter>[1-4]))?")
_QUARTERS, _YEARS = 8, 3


@dataclass(frozen=True)
class Period:
    """A quarter ("2026-Q3", as released tables name it) or a year ("2026")."""

    year: int
    quarter: int | None = None

    @property
    def key(self) -> str:
        return f"{self.year}-Q{self.quarter}" if self.quarter else str(self.year)

    @property
    def quarters(self) -> tuple[str, ...]:
        """The quarters it is made of, by key."""
        return (self.key,) if self.quarter else tuple(f"{self.year}-Q{number}" for number in range(1, 5))

    @property
    def first(self) -> datetime.date:
        return datetime.date(self.year, 3 * self.quarter - 2 if self.quarter else 1, 1)

    @property
    def last(self) -> datetime.date:
        after = self.first.replace(day=28) + datetime.timedelta(days=80 if self.quarter else 360)
        return after.replace(day=1) - datetime.timedelta(days=1)

    def name(self, language: str) -> str:
        """ "3. Quartal 2026", "Quarter 3 of 2026", "Jahr 2026"."""
        if not self.quarter:
            return f"Jahr {self.year}" if language == "de" else f"Year {self.year}"
        if language == "de":
            return f"{self.quarter}. Quartal {self.year}"
        return f"Quarter {self.quarter} of {self.year}"


def read(key: str) -> Period | None:
    """The period of a key; None for anything else."""
    match = _KEY.fullmatch(key)
    if match is None:
        return None
    return Period(int(match["year"]), int(match["quarter"]) if match["quarter"] else None)


def offered(today: datetime.date) -> list[Period]:
    """What people choose from: the last quarters, the newest first, then the last years."""
    found = [Period(today.year, (today.month + 2) // 3)]
    while len(found) < _QUARTERS:
        year, number = found[-1].year, found[-1].quarter or 1
        found.append(Period(year, number - 1) if number > 1 else Period(year - 1, 4))
    return [*found, *(Period(today.year - back) for back in range(_YEARS))]
