"""Released tables, written as `outreach.reach.releases` writes them."""

from __future__ import annotations

import datetime
from collections import defaultdict

import pytest
from django.utils import timezone

from outreach.reach.models import Release, ReleasedFigure
from postings.models import Event
from tests.outreach.reach.reports.fake import figure

_COLUMNS = ("one", "two", "three")


@pytest.fixture
def publish(db):
    """publish("family-channel", ("family", "channel"), {("care", "1"): 12}): a release with its sums."""

    def make(name, dimensions, counts, period="2026-Q2", labels=None) -> Release:
        first, until = _days(period)
        release = Release.objects.create(
            table=name,
            period=period,
            first=first,
            until=until,
            measure="openings",
            protection_class="clicks",
            dimensions=list(dimensions),
            method="rounding",
            base=5,
            threshold=5,
            labels=labels or {},
            digest="0" * 64,
        )
        for key, (value, lower, upper) in _with_sums(counts, len(dimensions)).items():
            places = dict(zip(_COLUMNS, key, strict=False))
            ReleasedFigure.objects.create(release=release, value=value, lower=lower, upper=upper, **places)
        return release

    return make


def _days(period: str) -> tuple[datetime.date, datetime.date]:
    year, quarter = int(period[:4]), int(period[-1])
    first = datetime.date(year, 3 * quarter - 2, 1)
    return first, (first + datetime.timedelta(days=93)).replace(day=1)


def _with_sums(counts, size):
    cells = {key: figure(count) for key, count in counts.items()}
    sums = defaultdict(lambda: [0, 0])
    for key, (_value, lower, upper) in cells.items():
        for place in range(size):
            total = (*key[:place], "*", *key[place + 1 :])
            sums[total][0] += lower
            sums[total][1] += upper
        if size > 1:
            sums[("*",) * size][0] += lower
            sums[("*",) * size][1] += upper
    return {**cells, **{key: (low or None, low, high) for key, (low, high) in sums.items()}}


@pytest.fixture
def invitation(db, editor):
    """An event that was announced."""
    begins = timezone.now() + datetime.timedelta(days=20)
    return Event.objects.create(
        title="Tag der offenen Tür",
        slug="offene-tuer",
        starts_at=begins,
        ends_at=begins + datetime.timedelta(hours=2),
        announced_at=begins - datetime.timedelta(days=30),
        created_by=editor,
    )
