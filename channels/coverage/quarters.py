"""Quarters of a year: "2026-4"."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

_KEY = re.compile(r"(?P<year>20\d\d)-(?P<number>[1-4])")
#: As many as fit into a list people read.
_OFFERED = 8


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months on the city's calendar."""

    year: int
    number: int

    @classmethod
    def holding(cls, day: datetime.date) -> Quarter:
        return cls(day.year, (day.month - 1) // 3 + 1)

    @classmethod
    def of(cls, key: str, today: datetime.date) -> Quarter:
        """The quarter of a key; whatever else stands there means the present one."""
        match = _KEY.fullmatch(key)
        return cls(int(match["year"]), int(match["number"])) if match else cls.holding(today)

    @property
    def key(self) -> str:
        return f"{self.year}-{self.number}"

    @property
    def name(self) -> str:
        return _("{number}. Quartal {year}").format(number=self.number, year=self.year)

    @property
    def before(self) -> Quarter:
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    @property
    def start(self) -> datetime.datetime:
        return timezone.make_aware(datetime.datetime(self.year, 3 * self.number - 2, 1))

    @property
    def end(self) -> datetime.datetime:
        """The first moment after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1).start


def offered(today: datetime.date) -> list[Quarter]:
    """This quarter and those before it, the newest first."""
    found = [Quarter.holding(today)]
    while len(found) < _OFFERED:
        found.append(found[-1].before)
    return found
