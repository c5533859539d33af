"""Decides whether a feed may go out as it is. To receivers absence means "ended" (FORMATS §1).

Compared is with all that receivers were served within the last day, so that shrinking step by step is
caught as well. What is held back stays in the feed; new and changed entries go out all the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Set

WINDOW = datetime.timedelta(hours=24)
#: From how many entries on a share says something, and an empty feed is suspicious.
SHARE_FROM = 5
EMPTY_FROM = 2


def held_back(
    *,
    served: Set[str],
    left: Set[str],
    wanted: Set[str],
    over: Set[str] = frozenset(),
    unexplained: Set[str] = frozenset(),
    share: float,
) -> set[str]:
    """The keys that must not leave before a person agrees; none if all may.

    `served` is in the feed, `left` went within the window, `wanted` should be in it now. What is `over`
    (an event that took place) leaves by itself. The last entry may leave if somebody ended it.
    """
    leaving = served - wanted - over
    before = (served | left) - over
    if not leaving:
        return set()
    if not wanted:
        return leaving if len(before) >= EMPTY_FROM or leaving & unexplained else set()
    if len(before) >= SHARE_FROM and len(before - wanted) / len(before) > share:
        return leaving
    return set()


def still_counting(left: dict[str, str], now: datetime.datetime) -> dict[str, str]:
    """Of what left the feed (key -> when) only what did so within the window."""
    return {
        key: moment for key, moment in left.items() if datetime.datetime.fromisoformat(moment) > now - WINDOW
    }
