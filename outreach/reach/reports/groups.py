"""Who can be told apart: subjects whose ranges overlap share a group. Never a bare ranking."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from outreach.reach.reports.spans import Span, with_chance


class Entry(NamedTuple):
    """A subject (a channel, a language …) and its range."""

    label: str
    span: Span
    key: Any = None


def groups(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Groups from most to least. Everyone in a group lies above everyone in the next one, chance included.

    Inside a group the order is by what was published, and says nothing.
    """
    limits = [(with_chance(entry.span), entry) for entry in entries]
    limits.sort(key=lambda found: (-found[0][1], -found[0][0], found[1].label))
    found: list[list[Entry]] = []
    floor = 0.0
    for (lower, upper), entry in limits:
        if not found or upper < floor:
            found.append([])
            floor = lower
        found[-1].append(entry)
        floor = min(floor, lower)
    return [sorted(group, key=_order) for group in found]


def _order(entry: Entry) -> tuple[int, int, str]:
    upper = entry.span.upper if entry.span.upper is not None else entry.span.lower
    return -entry.span.lower, -upper, entry.label
