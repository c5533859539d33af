"""Slots of a partner: properties that hold for every wish, and the cases people will ask about."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from channels.timing.quiet import Quiet
from channels.timing.slots import LEAD, Message, Slot, Wishes, bundle_of, count, decide, week_of

ZONE = ZoneInfo("Europe/Berlin")
CHANNEL = 7
NOW = datetime.datetime(2026, 11, 25, 10, 0, tzinfo=ZONE)  # a Wednesday
hours = datetime.timedelta(hours=1)
days = datetime.timedelta(days=1)

quiets = st.builds(
    Quiet,
    st.none() | st.times(),
    st.none() | st.times(),
    st.frozensets(st.integers(0, 6), max_size=6),
)
dates = st.dates(datetime.date(2026, 10, 1), datetime.date(2027, 6, 30))
wishes = st.builds(
    Wishes,
    rhythm=st.sampled_from(["at_once", "daily", "weekly"]),
    cap=st.none() | st.integers(1, 5),
    quiet=quiets,
    paused_until=st.none() | dates,
)
#: Ads in the order of their approval: minutes after the one before, and days until the deadline (or none).
ads = st.lists(st.tuples(st.integers(0, 4000), st.none() | st.integers(0, 60)), min_size=1, max_size=25)
starts = st.datetimes(
    datetime.datetime(2026, 10, 1), datetime.datetime(2027, 4, 30), timezones=st.just(datetime.UTC)
)


def play(wish: Wishes, start: datetime.datetime, sequence) -> list[tuple[datetime.datetime, object, Slot]]:
    """Approve one ad after the other: (now, last moment, slot)."""
    now, known, played = start, [], []
    for minutes, left in sequence:
        now += datetime.timedelta(minutes=minutes)
        last = None if left is None else now + left * days
        slot = decide(wish, CHANNEL, now, last, known, ZONE)
        if slot.at is not None:
            known.append(Message(CHANNEL, slot.at, slot.bundle))
        played.append((now, last, slot))
    return played


@given(wishes, starts, ads)
def test_every_wish_is_kept(wish, start, sequence):
    played = play(wish, start, sequence)
    for now, last, slot in played:
        if slot.at is None:
            continue
        assert slot.at >= now
        assert last is None or slot.at <= last, "never after the deadline"
        assert not wish.quiet.holds(slot.at.astimezone(ZONE)), "never in quiet times"
        assert wish.paused_until is None or slot.at.astimezone(ZONE).date() > wish.paused_until
    sent = [Message(CHANNEL, slot.at, slot.bundle) for _now, _last, slot in played if slot.at]
    weeks = {week_of(message.at, ZONE) for message in sent}
    for week in weeks:
        of_week = [message for message in sent if week_of(message.at, ZONE) == week]
        assert wish.cap is None or count(of_week) <= wish.cap, "the cap is never exceeded"


@given(wishes, starts, ads)
def test_nothing_is_lost(wish, start, sequence):
    """No slot means: the partner's own pause, quiet time or cap lasts until after the deadline."""
    for now, last, slot in play(wish, start, sequence):
        if slot.at is None:
            assert last is not None, "without a deadline there is always a slot"
            assert slot.why in ("pause", "quiet", "cap", "deadline")
            assert slot.over > last
            if slot.why == "cap":
                assert wish.cap is not None
            if slot.why == "pause":
                assert wish.paused_until >= now.astimezone(ZONE).date()


@given(wishes, starts, ads)
def test_rows_of_one_bundle_share_their_moment(wish, start, sequence):
    moments: dict[object, set[datetime.datetime]] = {}
    for _now, _last, slot in play(wish, start, sequence):
        if slot.bundle:
            moments.setdefault(slot.bundle, set()).add(slot.at)
    assert all(len(found) == 1 for found in moments.values())


@given(wishes, starts, st.none() | st.integers(0, 60))
def test_waiting_never_costs_the_days_people_need_to_apply(wish, start, left):
    """Only a quiet time or a pause may put a message into the last days, never the rhythm."""
    last = None if left is None else start + left * days
    slot = decide(wish, CHANNEL, start, last, [], ZONE)
    if slot.at and last and slot.at > last - LEAD and slot.at > start:
        assert slot.why == "deadline"
        assert (
            slot.at
            == decide(
                Wishes(quiet=wish.quiet, paused_until=wish.paused_until), CHANNEL, start, last, [], ZONE
            ).at
        )


def test_at_once_means_now():
    assert decide(Wishes(), CHANNEL, NOW, None, [], ZONE) == Slot(NOW.astimezone(datetime.UTC))


def test_daily_is_tomorrow_morning_and_weekly_is_monday():
    daily = decide(Wishes(rhythm="daily"), CHANNEL, NOW, None, [], ZONE)
    weekly = decide(Wishes(rhythm="weekly"), CHANNEL, NOW, None, [], ZONE)
    assert (daily.at, daily.why) == (NOW + 23 * hours, "rhythm")
    assert weekly.at == datetime.datetime(2026, 11, 30, 9, tzinfo=ZONE)
    assert weekly.bundle == bundle_of(CHANNEL, weekly.at)


def test_two_ads_of_one_day_share_a_digest():
    first = decide(Wishes(rhythm="daily"), CHANNEL, NOW, None, [], ZONE)
    known = [Message(CHANNEL, first.at, first.bundle)]
    second = decide(Wishes(rhythm="daily", cap=1), CHANNEL, NOW + hours, None, known, ZONE)
    assert second.bundle == first.bundle


def test_a_weekly_digest_that_would_come_too_late_goes_now():
    slot = decide(Wishes(rhythm="weekly"), CHANNEL, NOW, NOW + 6 * days, [], ZONE)
    assert (slot.at, slot.why) == (NOW, "deadline")


def test_what_exceeds_the_cap_is_one_digest_next_week():
    known = [Message(CHANNEL, NOW - hours), Message(CHANNEL, NOW - 2 * hours)]
    slots = []
    for _ad in range(3):
        slots.append(decide(Wishes(cap=2), CHANNEL, NOW, NOW + 30 * days, known, ZONE))
        known.append(Message(CHANNEL, slots[-1].at, slots[-1].bundle))
    assert {(slot.at, slot.why) for slot in slots} == {
        (datetime.datetime(2026, 11, 30, 9, tzinfo=ZONE), "cap")
    }
    assert len({slot.bundle for slot in slots}) == 1


def test_a_full_week_and_a_deadline_in_it_joins_what_waits():
    tomorrow = NOW + days
    known = [Message(CHANNEL, tomorrow, bundle_of(CHANNEL, tomorrow))]
    slot = decide(Wishes(cap=1), CHANNEL, NOW, NOW + 2 * days, known, ZONE)
    assert (slot.at, slot.bundle) == (tomorrow, known[0].bundle)


def test_a_full_week_and_a_deadline_in_it_is_the_partners_own_limit():
    slot = decide(Wishes(cap=1), CHANNEL, NOW, NOW + 2 * days, [Message(CHANNEL, NOW)], ZONE)
    assert (slot.at, slot.why) == (None, "cap")
    assert slot.over > NOW + 2 * days


def test_a_pause_ends_with_one_message():
    wish = Wishes(paused_until=datetime.date(2026, 12, 6))
    first = decide(wish, CHANNEL, NOW, NOW + 30 * days, [], ZONE)
    second = decide(wish, CHANNEL, NOW + days, NOW + 40 * days, [], ZONE)
    assert first.at == datetime.datetime(2026, 12, 7, 9, tzinfo=ZONE)
    assert (first.bundle, first.why) == (second.bundle, "pause")


def test_a_pause_beyond_the_deadline_is_a_choice():
    slot = decide(Wishes(paused_until=datetime.date(2027, 1, 6)), CHANNEL, NOW, NOW + 10 * days, [], ZONE)
    assert (slot.at, slot.why) == (None, "pause")
