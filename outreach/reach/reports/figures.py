"""What the report pages show, made of the latest release alone. Counters are not read here."""

from __future__ import annotations

from collections.abc import Iterable

from outreach.reach import released
from outreach.reach.released import Bracket, Figure, Table

#: The table the pages are made of.
NAME = "posting-channel"


def latest(**where: str) -> Table | None:
    """The newest release, if there is one."""
    return released.latest(NAME, **where)


def total(brackets: Iterable[Bracket]) -> Figure:
    """The sum of what is shown: `released.add` of all figures that lie in these brackets."""
    found = list(brackets)
    lower = sum(figure.lower * count for figure, count in found)
    uppers = [None if figure.upper is None else figure.upper * count for figure, count in found]
    known = [upper for upper in uppers if upper is not None]
    upper = sum(known) if len(known) == len(uppers) else None
    return Figure(lower if any(not figure.hidden for figure, _count in found) else None, lower, upper)
