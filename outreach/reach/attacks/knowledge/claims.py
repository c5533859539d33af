"""What an attack says it found out, and whether that is more than was promised.

**The promise.** A count below the threshold of its table (also 0, also the growth of a count between two
releases) is never known more closely than `needed` possible numbers: the threshold, or the base the table is
rounded to if that is smaller. What is at least the threshold is no secret.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.formats import number_format

from outreach.reach.attacks.knowledge.publication import TOTAL, Key, Printed


class Quantity(NamedTuple):
    """A count somebody would like to know: one cell of a table, at a release or between two of them."""

    table: str
    measure: str
    key: Key
    #: First day of the table's period; `until` of the release. The first day not counted.
    first: datetime.date
    until: datetime.date
    #: For a growth: the release it is counted from. None: everything in the table's period.
    since: datetime.date | None = None


@dataclass(frozen=True)
class Claim:
    """ "This count lies in lower..upper", or (with `sentence` alone) something that is no count."""

    quantity: Quantity | None
    lower: int = 0
    upper: int = 0
    #: For people: what was found, in German (msgid) with its values.
    sentence: str = ""
    #: Follows from what was published; False: an estimate that may be wrong.
    certain: bool = True
    threshold: int = 0

    @property
    def candidates(self) -> int:
        """How many numbers it can be."""
        return self.upper - self.lower + 1


def needed(table: Printed) -> int:
    """So many possible numbers every protected count of this table keeps."""
    return table.threshold if table.base <= 1 else min(table.threshold, table.base)


def breaks(lower: int, upper: int, table: Printed) -> bool:
    """Whether these bounds are closer than promised, if the count is a protected one."""
    return lower < table.threshold and 0 < upper - lower + 1 < needed(table)


def grouped(number: float) -> str:
    """A number for people: 68.851"""
    return number_format(number, force_grouping=True)


def describe(quantity: Quantity, table: Printed | None) -> str:
    """The count in words: which cell of which table, until when."""
    labels = [
        f"{table.label(dimension, key) if table else key}"
        for dimension, key in zip(table.dimensions if table else quantity.key, quantity.key, strict=False)
        if key != TOTAL
    ]
    period = f"{quantity.since or quantity.first} – {quantity.until - datetime.timedelta(days=1)}"
    return f"{quantity.table} [{' / '.join(labels) or '*'}] {period}"
