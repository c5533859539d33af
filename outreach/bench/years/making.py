"""Five years x 50,000 ads x 100 channels, in the database of this process (which must be empty, and SQLite).

Run as `python -m outreach.bench.years.making SHARE`: 1 is the full size, 0.1 a tenth of the ads.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outreach.reach.models import Release

YEARS, ADS, CHANNELS, QUARTERS = 5, 50_000, 100, 20
#: Channels of the one partner.
OF_PARTNER = 5
FIRST = datetime.date(2021, 10, 1)
#: The Monday before which everything is counted and published.
UNTIL = datetime.date(2026, 9, 28)
EMAIL = "bench@stadt.example"
_DAYS = (UNTIL - FIRST).days
#: A number out of two keys that looks like any count: small ones often, large ones rarely.
_COUNT = "(({a} * 7919 + {b} * 104729) % 97) * (({a} + {b}) % 5)"


def make(share: float) -> int:
    """Returns how many ads there are."""
    from django.db import connection, transaction

    if connection.vendor != "sqlite":
        raise RuntimeError("The large database is made with SQLite only.")
    ads = max(QUARTERS, int(ADS * share))
    with transaction.atomic():
        _city(ads)
        _sums()
        _released_week()
        _released_quarters(ads)
    return ads


def _hurry() -> None:
    """Before anything is written: nobody needs this database after a power cut."""
    from django.db import connection

    with connection.cursor() as cursor:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-200000"):
            cursor.execute(f"PRAGMA {pragma}")


def _analyse() -> None:
    """As PostgreSQL does by itself."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _city(ads: int) -> None:
    """Staff, ads spread over the years, channels (some a partner's), and every ad's link on each."""
    from django.db import connection
    from django.utils import timezone

    from channels.models import Channel, Partner
    from outreach.people.models import Role, User
    from outreach.reach.models import Filing
    from postings.families import families
    from postings.models import Posting, State

    person = User.objects.create_user("bench", EMAIL)
    for role in Role.values:
        person.roles.create(role=role)
    names = list(families())
    zone = timezone.get_default_timezone()
    made = [datetime.datetime.combine(_began(number, ads), datetime.time(9), zone) for number in range(ads)]
    Posting.objects.bulk_create(
        [
            Posting(
                slug=f"stelle-{number}", title=f"Stelle {number}", state=State.CLOSED, created_by=person,
                created_at=day, updated_at=day, published_at=day,
            )
            for number, day in enumerate(made)
        ],
        batch_size=500,
    )  # fmt: skip
    Channel.objects.bulk_create(
        [Channel(key=f"kanal-{n}", name=f"Kanal {n}", kind="job_page") for n in range(CHANNELS)]
    )
    partner = Partner.objects.create(name="Verein", kind="association", email=EMAIL, status="active")
    Channel.objects.filter(key__in=[f"kanal-{n}" for n in range(OF_PARTNER)]).update(partner=partner)
    ads_made = Posting.objects.order_by("pk").values_list("pk", flat=True)
    filed = [Filing(posting_id=pk, family=names[pk % len(names)]) for pk in ads_made]
    Filing.objects.bulk_create(filed, batch_size=400)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO channels_link (code, posting_id, channel_id, language, created_at) "
            "SELECT printf('%x-%x', p.id, c.id), p.id, c.id, 'de', p.created_at "
            "FROM postings_posting p CROSS JOIN channels_channel c"
        )


def _began(number: int, ads: int) -> datetime.date:
    return FIRST + datetime.timedelta(days=number * _DAYS // ads)


def _sums() -> None:
    """What folding leaves: a row per link and month, and the small sums."""
    from django.db import connection

    count = _COUNT.format(a="l.posting_id", b="l.channel_id")
    month = "date(l.created_at, 'start of month')"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO reach_monthcount (link_id, month, kind, medium, total) "  # noqa: S608
            f"SELECT l.id, {month}, 'person', 'link', {count} + 1 FROM channels_link l"
        )
        cursor.execute(
            f"INSERT INTO reach_rollup (month, channel_id, family, language, kind, medium, total) "  # noqa: S608
            f"SELECT {month}, l.channel_id, f.family, l.language, 'person', 'link', sum({count} + 1) "
            "FROM channels_link l JOIN reach_filing f ON f.posting_id = l.posting_id GROUP BY 1, 2, 3, 4"
        )


def _released_week() -> None:
    """The newest release of everything so far, as protection makes it of these sums: every ad and channel."""
    from django.db import connection

    release = _release("posting-channel", str(UNTIL), FIRST, ("posting", "channel"), running=True)
    low = f"(({_COUNT.format(a='p.id', b='c.id')} + 1) / 5 * 5)"
    cell = f"nullif({low}, 0), {low}, {low} + 4, CASE {low} WHEN 0 THEN 'small' ELSE '' END"
    total = f"nullif(sum({low}), 0), sum({low}), sum({low} + 4), ''"
    both = "FROM postings_posting p CROSS JOIN channels_channel c"
    with connection.cursor() as cursor:
        for keys, figure, rest in (
            ("p.id, c.id", cell, both),
            ("p.id, '*'", total, f"{both} GROUP BY p.id"),
            ("'*', c.id", total, f"{both} GROUP BY c.id"),
            ("'*', '*'", total, both),
        ):
            cursor.execute(
                "INSERT INTO reach_releasedfigure "
                "(release_id, series_id, one, two, three, value, lower, upper, reason) "
                f"SELECT {release.pk}, {release.pk}, {keys}, '', {figure} {rest}"
            )
    _described(release)


def _released_quarters(ads: int) -> None:
    """Every table of quarters whose keys we know, twenty times."""
    from django.db import connection

    from outreach.reach.releases.registry import tables

    statement = (
        "INSERT INTO reach_releasedfigure (release_id, one, two, three, value, lower, upper, reason) "
        "VALUES (%s, %s, %s, %s, %s, %s, %s, '')"
    )
    for table, (first, until) in product(tables("quarter"), _quarters()):
        keys = [[*_keys(dimension, first, ads), "*"] for dimension in table.dimensions]
        if any(len(one) == 1 for one in keys):
            continue
        name = f"{first.year}-Q{(first.month + 2) // 3}"
        release = _release(table.name, name, first, table.dimensions, until, table.measure)
        with connection.cursor() as cursor:
            cursor.executemany(statement, list(_figures(release.pk, product(*keys))))
        _described(release)


def _figures(release: int, keys: Iterable[tuple[str, ...]]) -> Iterator[tuple[object, ...]]:
    for number, key in enumerate(keys):
        count = number * 7919 % 4001 // 5 * 5
        yield (release, *(*key, "", "")[:3], count or None, count, count + 4)


def _keys(dimension: str, first: datetime.date, ads: int) -> list[str]:
    """What a dimension's keys are in a quarter; nothing for one this measurement does not know."""
    from channels import languages
    from outreach.profile import city
    from outreach.reach.models import Kind, Medium
    from postings.families import families

    months = [first.replace(month=first.month + number) for number in range(3)]
    begun = [pk for pk in range(1, ads + 1) if first <= _began(pk - 1, ads) <= months[2]]
    known = {
        "posting": [str(pk) for pk in begun],
        "channel": [str(number) for number in range(1, CHANNELS + 1)],
        "family": list(families()),
        "language": list(languages.codes()),
        "district": list(city()["districts"]),
        "medium": Medium.values,
        "kind": Kind.values,
        "month": [f"{month:%Y-%m}" for month in months],
        "step": ["delivered", "opened", "started", "finished", "invited", "hired"],
    }
    return known.get(dimension, [])


def _quarters() -> Iterator[tuple[datetime.date, datetime.date]]:
    first = FIRST
    for _number in range(QUARTERS):
        until = (first + datetime.timedelta(days=95)).replace(day=1)
        yield first, until
        first = until


def _release(
    table: str, period: str, first: datetime.date, dimensions: tuple[str, ...],
    until: datetime.date = UNTIL, measure: str = "openings", *, running: bool = False,
) -> Release:  # fmt: skip
    from outreach.reach.models import Release

    return Release.objects.create(
        table=table, period=period, first=first, until=until, measure=measure, protection_class="clicks",
        dimensions=list(dimensions), method="rounding", base=5, threshold=5, running=running, digest="0" * 64,
    )  # fmt: skip


def _described(release: Release) -> None:
    """Extent and names, which a release keeps with it."""
    from django.db.models import QuerySet

    from outreach.reach.models import Release, ReleasedFigure
    from outreach.reach.released.reading import counted_extent
    from outreach.reach.releases.labels import label

    columns = zip(("one", "two", "three"), release.dimensions, strict=False)
    rows = ReleasedFigure.objects.filter(release=release).exclude(one="*", two="*").order_by()
    keys = {name: set(rows.values_list(column, flat=True).distinct()) - {"*"} for column, name in columns}
    written = QuerySet(Release).filter(pk=release.pk)  # frozen for everybody else
    written.update(labels=label(keys) if release.running else {}, extent=counted_extent(release))


if __name__ == "__main__":
    import django

    django.setup()
    _hurry()
    print(make(float(sys.argv[1])))
    _analyse()
