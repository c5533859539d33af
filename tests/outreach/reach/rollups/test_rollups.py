"""Days become months, nothing is counted twice or lost, and every way of counting agrees."""

from __future__ import annotations

import datetime
import random
from collections import Counter as Tally

import pytest
import time_machine
from django.db import connection
from django.db.models import QuerySet

from channels.models import Link
from outreach.reach import tasks
from outreach.reach.models import Counter, MonthCount, Release, Rollup
from outreach.reach.opening.kinds import Kind
from outreach.reach.rollups import folding
from outreach.reach.rollups.counting import TooFine, implausible, kinds, openings
from outreach.reach.rollups.filing import file_postings
from outreach.reach.rollups.models import Filing
from postings.models import Event, Posting

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 22)
OLD, NEW = datetime.date(2026, 9, 30), datetime.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel("2026-11-22T12:00:00Z", tick=False):
        yield


@pytest.fixture(autouse=True)
def release(db):
    """This week's release is out: nobody needs the days before it any more."""
    return Release.objects.create(
        table="posting-channel", period="2026-11-15", first=TODAY, until=datetime.date(2026, 11, 16),
        measure="openings", protection_class="clicks", dimensions=["posting", "channel"],
        method="rounding", base=5, threshold=5, digest="0" * 64,
    )  # fmt: skip


@pytest.fixture
def event_link(link, editor):
    from django.utils import timezone

    now = timezone.now()
    event = Event.objects.create(
        slug="tag", title="Tag", description="D", starts_at=now, ends_at=now, place="P", created_by=editor
    )
    return Link.objects.create(code="bcdfghjk", event=event, channel=link.channel, language="tr")


def count(link, slot, total=1, kind="person", medium="link"):
    return Counter.objects.create(link=link, slot=slot, kind=kind, medium=medium, total=total)


def everything() -> dict[str, int]:
    """What is told of all time, by each kind of question."""
    return {
        "fine": sum(openings(("posting", "event", "channel"), None, TODAY, Kind.values).values()),
        "coarse": sum(openings(("channel", "family"), None, TODAY, Kind.values).values()),
        "plain": openings((), None, TODAY, Kind.values).get((), 0),
    }


class TestFolding:
    def test_months_long_past_are_summed_up_and_their_days_go(self, link):
        count(link, datetime.date(2026, 9, 1), 3)
        count(link, OLD, 4)
        count(link, OLD, 5, medium="qr")
        count(link, NEW, 7)
        assert folding.roll_up() == 3
        assert list(Counter.objects.values_list("slot", "total")) == [(NEW, 7)]
        months = set(MonthCount.objects.values_list("month", "medium", "total"))
        september = datetime.date(2026, 9, 1)
        assert months == {(september, "link", 7), (september, "qr", 5)}
        sums = set(Rollup.objects.values_list("channel", "family", "language", "medium", "total"))
        assert sums == {
            (link.channel_id, "administration", "de", "link", 7),
            (link.channel_id, "administration", "de", "qr", 5),
        }

    def test_a_second_run_changes_nothing(self, link):
        count(link, OLD, 4)
        folding.roll_up()
        before = everything()
        assert folding.roll_up() == 0
        assert everything() == before == {"fine": 4, "coarse": 4, "plain": 4}

    def test_a_count_that_comes_late_is_added(self, link):
        count(link, OLD, 4)
        folding.roll_up()
        count(link, OLD, 2)
        assert everything()["fine"] == 6
        folding.roll_up()
        assert everything() == {"fine": 6, "coarse": 6, "plain": 6}

    @pytest.mark.parametrize("steps", [1, 2, 3])
    def test_broken_off_anywhere_it_goes_on_later(self, link, monkeypatch, steps):
        monkeypatch.setattr(folding, "STEP", 2)
        for day in range(1, 8):
            count(link, datetime.date(2026, 9, day), day)
        folding.roll_up(most_steps=steps)
        assert Counter.objects.count() == 7 - 2 * steps
        assert everything() == dict.fromkeys(("fine", "coarse", "plain"), 28)
        folding.roll_up()
        assert everything() == dict.fromkeys(("fine", "coarse", "plain"), 28)

    def test_a_step_that_fails_moves_nothing(self, link, monkeypatch):
        count(link, OLD, 4)

        def broken(table, columns, counts):
            if table == "reach_rollup":
                raise RuntimeError
            real(table, columns, counts)

        real = folding.add_up
        monkeypatch.setattr(folding, "add_up", broken)
        with pytest.raises(RuntimeError):
            folding._fold_step(NEW)
        assert (Counter.objects.count(), MonthCount.objects.count()) == (1, 0)

    @pytest.mark.parametrize(
        ("kept", "first_kept"),
        [(14, "2026-11-01"), (45, "2026-10-01"), (52, "2026-10-01"), (53, "2026-09-01")],
    )
    def test_how_long_days_live(self, link, monkeypatch, kept, first_kept):
        rules = folding.counting_rules()._replace(days_kept=kept)
        monkeypatch.setattr(folding, "counting_rules", lambda: rules)
        day = datetime.date(2026, 8, 1)
        while day <= TODAY:
            count(link, day)
            day += datetime.timedelta(days=1)
        folding.roll_up()
        assert Counter.objects.order_by("slot").first().slot.isoformat() == first_kept

    @pytest.mark.parametrize(("until", "left"), [("2026-09-28", 2), ("2026-10-05", 1), (None, 2)])
    def test_days_wait_for_their_release_but_not_for_ever(self, link, until, left):
        QuerySet(Release).delete()  # as if none had been made: the manager refuses
        if until:
            Release.objects.create(
                table="posting-channel", period=until, first=OLD, until=until, measure="openings",
                protection_class="clicks", dimensions=[], method="", base=5, threshold=5, digest="",
            )  # fmt: skip
        count(link, OLD)
        count(link, NEW)
        folding.roll_up()
        assert Counter.objects.count() == left
        folding.roll_up(TODAY + folding.MOST_KEPT + datetime.timedelta(days=31))
        assert not Counter.objects.exists()

    def test_the_schedule_does_it_once_an_hour(self, link):
        count(link, OLD, 4)
        tasks.roll_up()
        assert not Counter.objects.exists()
        count(link, OLD, 4)
        tasks.roll_up()  # this hour's run is taken
        assert Counter.objects.exists()

    def test_a_step_takes_few_statements(self, link, django_assert_max_num_queries):
        for day in range(1, 31):
            count(link, datetime.date(2026, 9, day))
        with django_assert_max_num_queries(12):
            folding.roll_up()


class TestFiling:
    def test_the_family_is_decided_once(self, link):
        assert file_postings() == 1
        assert file_postings() == 0
        Posting.objects.update(title="Pflegefachkraft")
        file_postings()
        assert Filing.objects.get().family == "administration"

    def test_by_what_was_approved(self, posting, link):
        Posting.objects.update(title="Erzieherin oder Erzieher (m/w/d)")
        file_postings()
        assert Filing.objects.get().family == "social"

    def test_ads_without_a_link_wait(self, posting):
        assert file_postings() == 0


class TestOpenings:
    def test_by_every_dimension(self, link, event_link):
        for linked, total in ((link, 3), (event_link, 5)):
            count(linked, OLD, total)
            count(linked, NEW, 2 * total, medium="qr")
        folding.roll_up()
        september, october = OLD.replace(day=1), NEW
        channel = link.channel_id
        found = {name: openings((name,), None, TODAY) for name in ("posting", "event", "channel", "family")}
        assert found == {
            "posting": {(link.posting_id,): 9, (None,): 15},
            "event": {(event_link.event_id,): 15, (None,): 9},
            "channel": {(channel,): 24},
            "family": {("administration",): 9, ("event",): 15},
        }
        assert openings(("language",), None, TODAY) == {("de",): 9, ("tr",): 15}
        assert openings(("medium", "month"), None, TODAY) == {("link", september): 8, ("qr", october): 16}
        assert openings(("posting",), None, TODAY, events=False) == {(link.posting_id,): 9}
        assert openings(("family",), None, TODAY, events=False) == {("administration",): 9}
        assert openings((), september, OLD) == {(): 8}

    def test_people_only_unless_asked(self, link):
        for kind in Kind.values:
            count(link, NEW, 1, kind)
        assert openings((), None, TODAY) == {(): 3}  # person, first, repeat
        assert kinds(None, TODAY) == dict.fromkeys(Kind.values, 1)
        assert implausible(("channel",), None, TODAY) == {(link.channel_id,)}

    def test_months_that_were_summed_up_are_told_whole_only(self, link):
        count(link, OLD, 4)
        assert openings((), OLD, TODAY) == {(): 4}
        folding.roll_up()
        for first, last in (
            (OLD, TODAY),
            (None, datetime.date(2026, 9, 29)),
            (datetime.date(2026, 9, 2), OLD),
        ):
            with pytest.raises(TooFine, match="summed up"):
                openings((), first, last)
        assert openings((), OLD.replace(day=1), OLD) == {(): 4}

    def test_a_period_has_an_order(self, link):
        with pytest.raises(TooFine, match="after"):
            openings((), TODAY, OLD)

    def test_an_unknown_dimension_is_named(self, db):
        with pytest.raises(ValueError, match=r"address.*Known: posting"):
            openings(("address",), None, TODAY)

    @pytest.mark.parametrize("seed", range(5))
    def test_folded_or_not_the_answer_is_the_same(self, link, event_link, make_channel, seed):
        draw = random.Random(seed)
        links = [link, event_link]
        links += [
            Link.objects.create(
                code=f"code{number}", posting=link.posting, channel=make_channel(f"k{number}")
            )
            for number in range(3)
        ]
        totals: Tally[tuple[int, datetime.date]] = Tally()
        for linked in links:
            for day in draw.sample(range(150), 20):
                slot = TODAY - datetime.timedelta(days=day)
                totals[(linked.channel_id, slot.replace(day=1))] += (number := draw.randint(1, 9))
                count(linked, slot, number, medium=draw.choice(["link", "qr"]))
        questions = [("channel", "month"), ("posting", "medium"), ("family", "channel"), ("event",), ()]
        before = [openings(question, None, TODAY) for question in questions]
        assert before[0] == dict(totals)
        folding.roll_up()
        assert MonthCount.objects.exists() and Counter.objects.exists()
        assert [openings(question, None, TODAY) for question in questions] == before

    def test_coarse_questions_never_read_single_links_of_past_months(self, link):
        count(link, OLD, 4)
        folding.roll_up()
        with connection.execute_wrapper(_refuse_month_counts):
            assert openings(("channel", "family", "month"), None, OLD) == {
                (link.channel_id, "administration", OLD.replace(day=1)): 4
            }


def _refuse_month_counts(execute, sql, params, many, context):
    assert "reach_monthcount" not in sql
    return execute(sql, params, many, context)
