"""Publications made by hand: true counts go in, tables come out, protected or not."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from outreach.reach.attacks.knowledge.publication import TOTAL, Publication, publication

MONDAY = datetime.date(2026, 7, 6)
WEEK = datetime.timedelta(days=7)
Key = tuple[str, ...]
Cell = tuple[int | None, int, int | None]


def exact(count: int) -> Cell:
    """No protection at all."""
    return count, count, count


def hidden_only(count: int) -> Cell:
    """Below 5 hidden, else exact."""
    return (None, 0, 4) if count < 5 else (count, count, count)


def rounded(count: int) -> Cell:
    """Below 5 hidden, else rounded down to 5."""
    return (None, 0, 4) if count < 5 else (count - count % 5, count - count % 5, count - count % 5 + 4)


def table(
    cells: Mapping[Key, Cell],
    *,
    name: str = "posting-channel",
    dimensions: tuple[str, ...] = ("posting", "channel"),
    first: datetime.date = MONDAY,
    until: datetime.date = MONDAY + WEEK,
    days_late: float = 1.25,
    **more: Any,
) -> dict[str, Any]:
    """The JSON of one released table."""
    midnight = datetime.datetime.combine(until, datetime.time(), datetime.UTC)
    return {
        "name": name,
        "measure": "openings",
        "protection_class": "clicks",
        "first": first.isoformat(),
        "last": (until - datetime.timedelta(days=1)).isoformat(),
        "released_at": (midnight + datetime.timedelta(days=days_late)).isoformat(),
        "method": "rounding",
        "base": 5,
        "threshold": 5,
        "digest": "",
        "dimensions": list(dimensions),
        "cells": [
            {"key": list(key), "value": value, "lower": lower, "upper": upper}
            for key, (value, lower, upper) in cells.items()
        ],
        "labels": {},
        **more,
    }


def with_total(
    counts: Mapping[Key, int], cell: Callable[[int], Cell], total: Callable[[int], Cell]
) -> dict[Key, Cell]:
    """Cells, and sums over the first dimension, each protected in its own way."""
    sums: dict[Key, int] = {}
    for key, count in counts.items():
        sums[TOTAL, *key[1:]] = sums.get((TOTAL, *key[1:]), 0) + count
    return {key: cell(count) for key, count in counts.items()} | {
        key: total(count) for key, count in sums.items()
    }


def paper(*tables: dict[str, Any], **known: Any) -> Publication:
    """What an outsider has in hand."""
    return publication(tables, **known)
