"""A running table: only what moved is written, and every reader still gets the whole table of every week."""

from __future__ import annotations

import datetime
import random

import pytest
from django.db import transaction

from channels.models import Link
from outreach.reach import released, releases
from outreach.reach.models import Counter, Release, ReleasedFigure
from outreach.reach.protection.rounding import protect
from outreach.reach.releases import ledger, making, registry, running
from outreach.reach.releases.calendar import DAY, Period
from outreach.reach.releases.registry import Source, TableDefinition
from outreach.reach.releases.writing import derived
from tests.outreach.reach.releases.conftest import NOW, count
from tests.outreach.reach.releases.test_ledger import tamper

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(days=7)
NAME = "posting-channel"
MONDAY = NOW.date() - DAY


def written_whole(weeks: list[dict]) -> list[dict]:
    """What every week's release shows if each is written from scratch, with only the lower ends kept."""
    table, before, found = registry.find(NAME), {}, []
    for counts in weeks:
        cells = {key: protect(number, before.get(key, 0), 5, 5) for key, number in counts.items()}
        before = {key: bracket.lower for key, bracket in cells.items()}
        found.append({key: tuple(one) for key, one in {**cells, **derived(cells, table)}.items()})
    return found


@pytest.fixture
def weeks(ads):
    """Eight weeks of openings, some links made later than others: the true counts week by week."""
    dice, links, true = random.Random(6), ads(6), []
    late = links[-3:]
    Link.objects.filter(pk__in=[link.pk for link in late]).update(created_at=NOW + 9 * DAY)
    for week in range(8):
        for link in dice.sample(links, 3):
            if week > 2 or link not in late:
                count(link, dice.randrange(9), MONDAY + week * WEEK - DAY, medium=dice.choice(("link", "qr")))
        monday = MONDAY + week * WEEK
        true.append(registry.find(NAME).count(Period("week", "", monday, monday, monday)))
        releases.release_due(NOW + week * WEEK)
    return true


def test_every_week_reads_as_if_it_were_written_whole(weeks):
    expected = written_whole(weeks)
    assert len(expected[0]) < len(expected[-1])
    for week, whole in enumerate(expected):
        table = released.of_day(NAME, MONDAY + week * WEEK - DAY)
        assert {key: tuple(figure) for key, figure in table.cells.items()} == whole
    assert released.latest(NAME).cells == table.cells == released.history(NAME)[-1].cells
    for channel in {key[1] for key in table.cells}:
        cut = {key: figure for key, figure in table.cells.items() if key[1] == channel}
        assert released.latest(NAME, channel=channel).cells == cut


def test_the_extent_kept_with_a_release_is_the_counted_one(weeks):
    for release in Release.objects.all():
        told = released.reading.counted_extent(release)
        assert told == {word: release.extent[word] for word in told}
    assert {extent.name for extent in released.extents()} == set(released.names())


def test_only_what_moved_is_written(ads):
    links = ads(6)
    first = releases.release_due(NOW)
    count(links[0], 50, MONDAY + DAY)
    second = releases.release_due(NOW + WEEK)
    third = releases.release_due(NOW + 2 * WEEK)
    cells = {("*", "*"), (str(links[0].posting_id), str(links[0].channel_id))}
    sums = {(str(links[0].posting_id), "*"), ("*", str(links[0].channel_id))}
    assert {figure.key for figure in second.written.all()} == cells | sums
    assert third.written.count() == 0
    assert first.figures.count() == second.figures.count() == third.figures.count()
    assert (first.series, second.series, third.series) == (first.pk,) * 3
    assert ledger.problems() == []


def test_a_quiet_week_is_a_release_of_its_own(ads):
    ads(2)
    digests = {releases.release_due(NOW + week * WEEK).digest for week in range(3)}
    assert len(digests) == 3 and "" not in digests


def test_a_cell_whose_link_is_gone_stays_as_it_was_published(ads):
    links = ads(4)
    before = released_cells(releases.release_due(NOW))
    Counter.objects.all().delete()
    links[0].delete()
    links[2].posting.delete()
    assert released_cells(releases.release_due(NOW + WEEK)) == before
    assert ledger.problems() == []


def released_cells(release: Release) -> dict:
    return released.of_day(NAME, release.last_day).cells


def test_names_are_those_of_the_day(ads):
    (link, _other) = ads(1)
    for week, title in enumerate(("Gärtnerei", "Grünpflege", "Grünpflege")):
        link.posting.title = title
        link.posting.save()
        release = releases.release_due(NOW + week * WEEK)
    assert release.labels["posting"] == {}  # only what is new is kept again
    days = [MONDAY + week * WEEK - DAY for week in range(3)]
    told = [released.as_published(NAME, str(day)).labels["posting"] for day in days]
    key = str(link.posting_id)
    assert told == [{key: "Gärtnerei"}, {key: "Grünpflege"}, {key: "Grünpflege"}]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reach_releasedfigure SET ended = NULL WHERE ended IS NOT NULL",
        "UPDATE reach_releasedfigure SET ended = '2027-01-04' WHERE series_id IS NOT NULL AND ended IS NULL",
        "DELETE FROM reach_releasedfigure WHERE ended IS NOT NULL",
        "UPDATE reach_releasedfigure SET upper = upper + 1 WHERE ended IS NOT NULL",
    ],
)
def test_what_was_tampered_with_is_told(ads, statement):
    links = ads(3)
    for week in range(3):
        releases.release_due(NOW + week * WEEK)
        count(links[0], 50, MONDAY + week * WEEK + DAY)
    assert ledger.problems() == []
    tamper(statement)
    assert ledger.problems()


def test_counting_makes_nobody_wait(ads, monkeypatch):
    ads(3)
    counted = []

    def watched(table, period, now):
        counted.append(transaction.get_connection().savepoint_ids[:])
        return running.drafted(table, period, now)

    monkeypatch.setattr(making, "drafted", watched)
    outside = transaction.get_connection().savepoint_ids[:]
    releases.release_due(NOW)
    assert counted == [outside] * 2  # no transaction of the release's own is open


def test_a_draft_alone_writes_nothing(ads):
    ads(3)
    monday = Period("week", str(MONDAY - DAY), MONDAY, MONDAY, MONDAY)
    assert running.drafted(registry.find(NAME), monday, NOW).changed
    assert not Release.objects.exists() and not ReleasedFigure.objects.exists()


def test_only_figures_of_a_running_table_end_and_once(ads):
    ads(1)
    releases.release_due(NOW)
    quarters = ReleasedFigure.objects.filter(series=None)
    assert quarters.exists() and quarters.end(MONDAY) == 0
    running = ReleasedFigure.objects.exclude(series=None)
    assert running.end(MONDAY) == running.count() and running.end(MONDAY + WEEK) == 0


def test_a_part_holds_all_of_its_first_keys(db):
    parts = [{("1", "a"): 3}, {("1", "b"): 4}]
    source = Source("cut", ("posting", "channel"), lambda period: {}, lambda period: parts)
    table = TableDefinition(
        name="cut", title="T", measure="openings", protection_class="clicks", period="week", source=source,
        dimensions=("posting", "channel"),
    )  # fmt: skip
    with pytest.raises(ValueError, match="cut through"):
        running.drafted(table, Period("week", "x", MONDAY, MONDAY, MONDAY), NOW)
