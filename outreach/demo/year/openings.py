"""Who opened what in the demo year: counters alone, as the counting would have left them.

An ad is opened most in its first days and less every week; how often in all varies a great deal, as it does
in life: most cells are small, a few are large.
"""

from __future__ import annotations

import datetime
import math
import random
from collections import Counter as Tally
from collections.abc import Iterator
from typing import Any, NamedTuple

from channels.models import Link
from outreach.demo.year import ads
from outreach.reach.models import Counter, Kind, Medium
from outreach.reach.opening.configuration import counting_rules

#: Days an ad is looked at, and after how many days interest has fallen to a third.
LIFE, FADES = 42, 9.0
#: How many people look at an event, against an average ad.
EVENTS = 1.5
#: Of people's openings: first ones of a device, and repeated ones.
SHARES = (0.7, 0.2)
_DAY = datetime.timedelta(days=1)


class Opening(NamedTuple):
    """What one retrieval adds to."""

    link: int
    slot: datetime.date
    kind: str
    medium: str


def count(
    links: list[Link], entries: dict[int, dict[str, Any]], today: datetime.date, draw: random.Random
) -> Tally[Opening]:
    """Write these codes' counters and return them; `entries`: channel id -> its line in the file."""
    weights = {subject(link): _interest(link) * draw.lognormvariate(0, 0.6) for link in links}
    tally: Tally[Opening] = Tally()
    for link in links:
        tally.update(_openings(link, entries[link.channel_id], weights[subject(link)], today, draw))
    rows = [
        Counter(link_id=one.link, slot=one.slot, kind=kind, medium=one.medium, total=number)
        for one, total in tally.items()
        for kind, number in _told_apart(one, total)
    ]
    Counter.objects.bulk_create(rows, batch_size=500)
    return tally


def _told_apart(one: Opening, total: int) -> Iterator[tuple[str, int]]:
    """Where the city tells devices apart: some openings are repeated, some of people who object to it."""
    if one.kind != Kind.PERSON or not counting_rules().deduplicate_minutes:
        yield one.kind, total
        return
    draw = random.Random(f"{one.link} {one.slot} {one.medium}")  # noqa: S311  (invented people, no secrets)
    kinds = draw.choices(
        [Kind.FIRST.value, Kind.REPEAT.value, Kind.PERSON.value], (*SHARES, 1 - sum(SHARES)), k=total
    )
    yield from Tally(kinds).items()


def subject(link: Link) -> tuple[int | None, int | None]:
    """The ad or event that the code belongs to."""
    return link.posting_id, link.event_id


def _interest(link: Link) -> float:
    return ads.weight(link.posting) if link.posting else EVENTS


def _openings(
    link: Link, entry: dict[str, Any], weight: float, today: datetime.date, draw: random.Random
) -> Iterator[Opening]:
    mean = entry["reach"] * entry["languages"][link.language] * weight
    first = link.created_at.date()
    end = min(today, link.event.starts_at.date()) if link.event else today
    for kind, share in [(Kind.PERSON.value, 1.0), *entry["noise"].items()]:
        for _ in range(poisson(mean * share, draw)):
            day = first + min(LIFE, int(draw.expovariate(1 / FADES))) * _DAY
            scanned = kind == Kind.PERSON and draw.random() < entry["qr"]
            if day < end:
                yield Opening(link.pk, day, kind, Medium.QR.value if scanned else Medium.LINK.value)


def poisson(mean: float, draw: random.Random) -> int:
    """A Poisson number (Knuth; in steps, so that large means do not underflow)."""
    found = 0
    while mean > 0:
        step = min(mean, 30.0)
        mean -= step
        limit, product = math.exp(-step), draw.random()
        while product > limit:
            product *= draw.random()
            found += 1
    return found
