"""Token bucket and fuse."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from channels import delivery as outbox
from channels.adapters.registry import Rate
from channels.delivery.lane.pace import FAILURES, LONGEST_REST, Bucket, Fuse
from channels.models import Delivery, Destination
from channels.sending.errors import SendError
from tests.channels.delivery.conftest import DAY, MINUTE

NOW = datetime.datetime(2027, 1, 15, 12, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


@given(st.floats(0.01, 100), st.integers(1, 50), st.lists(st.floats(0, 10), min_size=1, max_size=60))
def test_never_more_than_the_burst_and_what_grew_since(per_second, burst, gaps):
    bucket, now, taken = Bucket(None, NOW), NOW, 0
    for gap in gaps:
        now += SECOND * gap
        taken += not bucket.take(Rate(per_second, burst), now)
    assert taken <= burst + (now - NOW).total_seconds() * per_second + 1e-6


@given(st.floats(0.01, 100), st.integers(1, 50))
def test_after_the_wait_there_is_a_token(per_second, burst):
    bucket = Bucket(0.0, NOW)
    wait = bucket.take(Rate(per_second, burst), NOW)
    assert wait > 0
    assert not bucket.take(Rate(per_second, burst), NOW + SECOND * (wait + 1e-5))


def test_without_a_rate_as_fast_as_it_goes():
    assert not Bucket(0.0, NOW).take(None, NOW)


def test_a_clock_that_goes_back_makes_no_tokens():
    bucket = Bucket(0.0, NOW)
    bucket.take(Rate(1), NOW - 60 * SECOND)
    assert bucket.take(Rate(1), NOW) > 0


def test_the_lane_rests_after_some_failures_and_longer_each_time():
    fuse, now, rests = Fuse(), NOW, []
    for _failure in range(15):
        fuse.failed(now)
        if fuse.is_closed(now):
            rests.append((fuse.blocked_until - now).total_seconds())
            now = fuse.blocked_until
    assert len(rests) == 15 - FAILURES + 1
    assert rests[0] < 60 < rests[3] < LONGEST_REST <= rests[-1] <= LONGEST_REST * 1.2
    fuse.well()
    assert not fuse.probing and not fuse.is_closed(NOW)


@pytest.fixture
def ten_rows(mail_channel, publish):
    for number in range(10):
        publish(title=f"Stelle {number}")
    return timezone.now()


def test_a_receiver_in_trouble_is_asked_a_few_times_then_left_alone(ten_rows, behave):
    tried = []

    def send(row):
        tried.append(row.pk)
        raise SendError("Antwort 500.")

    behave(send)
    outbox.sweep(ten_rows)
    assert len(tried) == 3
    outbox.sweep(ten_rows + SECOND * 20)
    assert len(tried) == 3


def test_one_probe_afterwards_and_then_all_the_rest(ten_rows, behave):
    broken, tried = True, []

    def send(row):
        tried.append(row.pk)
        if broken:
            raise SendError("Antwort 500.")

    behave(send)
    outbox.sweep(ten_rows)
    now = Destination.objects.get().blocked_until
    outbox.sweep(now)
    assert len(tried) == 4
    broken = False
    now = Destination.objects.get().blocked_until
    outbox.sweep(now + 10 * MINUTE)
    assert len(set(tried)) == 10
    assert Destination.objects.get().failures == 0


def test_a_receiver_in_trouble_for_days_does_not_use_up_every_message(ten_rows, behave):
    """Only what was tried counts as tried."""
    behave(SendError("Antwort 500."))
    now = ten_rows
    while now < ten_rows + 2 * DAY:
        outbox.sweep(now)
        now += datetime.timedelta(minutes=30)
    assert set(Delivery.objects.values_list("state", flat=True)) == {"waiting"}
