"""The true counts of openings, in the form tables are made of. Only `releases` reads them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from django.db.models import Min, QuerySet
from django.utils import timezone

from channels.models import Link
from outreach.reach.models import Filing, Kind, Medium
from outreach.reach.opening import devices
from outreach.reach.opening.kinds import OPENINGS
from outreach.reach.releases.calendar import DAY, Period, midnight, month_of
from outreach.reach.releases.registry import Atom, Source
from outreach.reach.rollups.counting import Key, openings
from outreach.reach.rollups.deduplicated import minutes_throughout
from outreach.reach.rollups.filing import file_postings

#: `family` and `month` (in which the ad's first code was made) are the ad's own, `district` its channel's
#: partner's. `device` tells first openings of a device from all others (`opening.devices`), if they were
#: counted in all of the period; else it is empty.
DIMENSIONS = ("posting", "channel", "language", "medium", "kind", "family", "month", "district", "device")
#: Ads times channels times languages are in memory at once.
_ADS_AT_ONCE = 200
NOWHERE, SEVERAL = "-", "+"


def by_person(*dimensions: str) -> Callable[[Atom], tuple[str, ...] | None]:
    """For a table of these dimensions: the cell an opening by a person counts in."""

    def key(atom: Atom) -> tuple[str, ...] | None:
        seen = dict(zip(DIMENSIONS, atom, strict=True))
        return tuple(seen[name] for name in dimensions) if seen["kind"] == "person" else None

    return key


def links_of_ads(until: datetime.date) -> QuerySet[Link]:
    """The codes of ads that existed in the time counted."""
    return Link.objects.filter(created_at__lt=midnight(until), posting__isnull=False)


def count(period: Period) -> dict[Atom, int]:
    """Openings of ads until the day the period is counted to.

    A week: what people opened, of every ad so far by channel (all other places of an atom but `kind` stay
    empty). A quarter: only ads whose first code was made in it, so that every ad belongs to one quarter
    alone; with all kinds, the other kinds than persons by channel only.
    """
    if period.kind == "week":
        return {atom: number for part in count_parts(period) for atom, number in part.items()}
    links = links_of_ads(period.counted_until)
    ads = _ads_of(period, links)
    links = links.filter(posting__in=ads)
    return _counted(links, period, ads, _districts(links)) | _machines(links, period)


def count_parts(period: Period) -> Iterator[dict[Atom, int]]:
    """The same, of a week some ads at a time: all ads of five years do not fit into memory at once."""
    if period.kind != "week":
        yield count(period)
        return
    links = links_of_ads(period.counted_until)
    ads = list(links.order_by("posting").values_list("posting", flat=True).distinct())
    for start in range(0, len(ads), _ADS_AT_ONCE):
        some = ads[start : start + _ADS_AT_ONCE]
        yield _counted_so_far(links.filter(posting__in=some), period, some)


def _counted_so_far(links: QuerySet[Link], period: Period, ads: Collection[int]) -> dict[Atom, int]:
    """What people opened of some ads on each channel, added up by the database."""
    counts = openings(("posting", "channel"), None, _last(period), events=False, postings=ads)
    codes = links.order_by("posting", "channel").values_list("posting", "channel")
    rest = ("", "", Kind.PERSON.value, "", "", "", "")
    return {(str(code[0]), str(code[1]), *rest): counts.get(code, 0) for code in codes}


def _counted(
    links: QuerySet[Link], period: Period, ads: Mapping[int, tuple[str, str]], districts: Mapping[int, str]
) -> dict[Atom, int]:
    counts = _by_device(period, ads)
    found: dict[Atom, int] = {}
    codes = links.order_by("posting", "channel", "pk").values_list("posting", "channel", "language")
    media, person = Medium.values, Kind.PERSON.value
    for posting, channel, language in codes:
        family, month = ads[posting]
        for medium in media:
            place = districts.get(channel, "")
            atom = (str(posting), str(channel), language, medium, person, family, month, place)
            for device, numbers in counts.items():
                found[*atom, device] = numbers.get((posting, channel, language, medium), 0)
    return found


def _by_device(period: Period, ads: Collection[int]) -> dict[str, dict[Key, int]]:
    """Device -> openings by posting, channel, language and medium. One "" for all where none was told."""
    dimensions, last = ("posting", "channel", "language", "medium"), _last(period)
    if not (minutes := minutes_of(period)):
        return {"": openings(dimensions, None, last, events=False, postings=ads)}
    others = [kind for kind in OPENINGS if kind != Kind.FIRST]  # again, or of somebody who objects
    return {
        devices.key(part, minutes): openings(dimensions, None, last, kinds, events=False, postings=ads)
        for part, kinds in ((devices.FIRST, [Kind.FIRST]), (devices.OTHER, others))
    }


def minutes_of(period: Period) -> int:
    """For how many minutes a device was told from others in all of a quarter; 0: not in all of it."""
    return minutes_throughout(period.first, period.counted_until) if period.kind == "quarter" else 0


def _machines(links: QuerySet[Link], period: Period) -> dict[Atom, int]:
    """Previews, scanners, robots and what nobody can tell, by channel."""
    others = [kind for kind in Kind.values if kind not in OPENINGS]
    ads = set(links.order_by().values_list("posting", flat=True))
    found: dict[Atom, int] = {
        ("", str(channel), "", "", kind, "", "", "", ""): 0
        for channel in links.order_by("channel").values_list("channel", flat=True).distinct()
        for kind in others
    }
    rows = openings(("channel", "kind"), None, _last(period), others, events=False, postings=ads)
    for (channel, kind), number in rows.items():
        found["", str(channel), "", "", kind, "", "", "", ""] += number
    return found


def _last(period: Period) -> datetime.date:
    return period.counted_until - DAY


def _ads_of(period: Period, links: QuerySet[Link]) -> dict[int, tuple[str, str]]:
    """Ads that began in the quarter -> family (as filed once and for all) and month."""
    file_postings()
    zone = timezone.get_default_timezone()
    first = links.order_by().values("posting").annotate(first=Min("created_at"))
    began = {pk: timezone.localdate(created, zone) for pk, created in first.values_list("posting", "first")}
    mine = {pk: day for pk, day in began.items() if period.first <= day < period.until}
    filed = Filing.objects.filter(posting__in=mine).values_list("posting", "family")
    return {pk: (family, month_of(mine[pk])) for pk, family in filed}


def _districts(links: QuerySet[Link]) -> dict[int, str]:
    """Channel -> the district its partner works in; more than one, and none, are groups of their own."""
    rows: Iterable[tuple[int, list[str] | None]] = links.order_by().values_list(
        "channel", "channel__partner__districts"
    )
    return {pk: (SEVERAL if len(names) > 1 else names[0]) if names else NOWHERE for pk, names in rows}


SOURCE = Source("openings", DIMENSIONS, count, count_parts)
