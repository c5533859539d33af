"""Which published figures are to be read with care: floods, and openings nobody could tell apart.

**Why a mark tells nothing.** It is worked out from two published brackets of `kind-quarter` (a channel, the
ads that began in a quarter) and from nothing else: whoever has the table can work out the same. A mark per ad
or per week would need counts that are published nowhere, and "one opening more and it appears" would tell
them. So marks are as coarse and as late as the table: per channel, once its quarter is settled.

**Which end of the brackets.** The share is the least that fits both brackets: a mark is never wrong, only
missing where small numbers hide what happened.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from outreach.reach.models import Release, ReleasedFigure
from outreach.reach.opening.kinds import Kind

TABLE = "kind-quarter"
#: As many quarters as reports put together.
QUARTERS = 4
#: Least shares that are marked. Bursts begin where a link is opened faster than people do; what came up to
#: that limit stands in the figure, so few of them already mean that it is too high. Unclear openings are left
#: out of figures; where they are a fifth, the figure says little about how many people there were.
FROM: dict[Why, float] = {"burst": 0.01, "uncertain": 0.2}

Why = Literal["burst", "uncertain"]


class Mark(NamedTuple):
    """Something to know of one channel's figures about the ads that began in one quarter."""

    channel: str
    #: The channel's name when the quarter was published.
    name: str
    #: "2026-Q3"
    quarter: str
    why: Why
    #: At least this part of all openings, 0 … 1.
    share: float


def marks(quarters: Collection[str] | None = None) -> list[Mark] | None:
    """All marks of the last four quarters, or of those named ("2026-Q3"), the newest first.

    None: no such quarter was published yet.
    """
    found_releases = Release.objects.filter(table=TABLE).order_by("-until", "-first")
    if quarters is not None:
        found_releases = found_releases.filter(period__in=list(quarters))
    releases = list(found_releases[:QUARTERS])
    if not releases:
        return None
    brackets = _brackets(releases)
    found = []
    for release in releases:
        names = release.labels.get("channel", {})
        for channel in sorted(names):
            cell = {kind: brackets.get((release.pk, kind, channel)) for kind in (Kind.PERSON.value, *FROM)}
            for why in FROM:
                share = least_share(cell[why], cell[Kind.PERSON.value])
                if share >= FROM[why]:
                    found.append(Mark(channel, names[channel], release.period, why, share))
    return found


def least_share(part: tuple[int, int | None] | None, people: tuple[int, int | None] | None) -> float:
    """Of (lower, upper) brackets: how much the part is of both together at the very least; 0 if unknown."""
    if part is None or people is None or people[1] is None or not part[0]:
        return 0.0
    return part[0] / (part[0] + people[1])


def _brackets(releases: list[Release]) -> dict[tuple[int, str, str], tuple[int, int | None]]:
    rows = ReleasedFigure.objects.filter(release__in=releases, one__in=[Kind.PERSON.value, *FROM])
    cells = rows.order_by("pk").values_list("release", "one", "two", "lower", "upper")
    return {(release, kind, channel): (lower, upper) for release, kind, channel, lower, upper in cells}
