"""Counts gather in memory and reach the database once, completely, or stay."""

from __future__ import annotations

import datetime
import os
import threading

import pytest
import time_machine
from django.db import OperationalError

from outreach.reach import counting, gathering
from outreach.reach.counting import Buffer, Key, Written
from outreach.reach.models import Counter

pytestmark = pytest.mark.django_db


def stored() -> dict[tuple[str, str], int]:
    return {(row.kind, row.medium): row.total for row in Counter.objects.all()}


@pytest.fixture
def buffer() -> Buffer:
    return Buffer()


def test_flush_adds_to_what_is_there(buffer, link):
    for _ in range(3):
        buffer.add(link.pk, "person", "link")
    buffer.add(link.pk, "person", "qr")
    assert buffer.flush()
    buffer.add(link.pk, "person", "link")
    assert buffer.flush()
    assert stored() == {("person", "link"): 4, ("person", "qr"): 1}
    assert buffer.waiting == 0


def test_nothing_is_in_the_database_before_the_flush(buffer, link, django_assert_num_queries):
    with django_assert_num_queries(0):
        buffer.add(link.pk, "person", "link")
    assert not Counter.objects.exists()
    assert buffer.waiting == 1


def test_an_empty_flush_makes_no_query(buffer, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert buffer.flush()


def test_days_are_the_citys_days(old_link):
    link = old_link
    with time_machine.travel("2026-11-21T22:59:00Z", tick=False) as clock:
        buffer = Buffer()
        buffer.add(link.pk, "person", "link")  # 23:59 in Berlin
        clock.shift(120)
        buffer.add(link.pk, "person", "link")  # 00:01 of the next day
        clock.shift(-240)
        buffer.add(link.pk, "person", "link")  # a clock that was set back
    buffer.flush()
    days = dict(Counter.objects.values_list("slot", "total"))
    assert days == {datetime.date(2026, 11, 21): 2, datetime.date(2026, 11, 22): 1}


def test_many_keys_are_written_in_few_statements(buffer, old_link, django_assert_max_num_queries):
    days = [datetime.date(2025, 1, 1) + datetime.timedelta(days=day) for day in range(400)]
    counts = {Key(old_link.pk, day, "person", "link"): number for number, day in enumerate(days, start=1)}
    with django_assert_max_num_queries(8):
        assert counting.write(counts) == Written()
    assert Counter.objects.count() == 400
    assert Counter.objects.get(slot="2025-01-02").total == 2


def test_a_failing_write_keeps_every_count_and_tries_again(buffer, link, monkeypatch, caplog):
    buffer.add(link.pk, "person", "link")
    with monkeypatch.context() as patch:
        patch.setattr(counting, "write", _away)
        assert not buffer.flush()
        buffer.add(link.pk, "person", "link")
        assert not buffer.flush()
    assert buffer.failures == 2
    assert [record.levelname for record in caplog.records] == ["WARNING"]  # said once
    assert "s3cret" not in caplog.text
    assert buffer.flush()
    assert (stored(), buffer.failures, buffer.lost) == ({("person", "link"): 2}, 0, 0)


def _away(counts):
    raise OperationalError("connection to s3cret failed")


def test_a_deleted_link_never_blocks_the_others(buffer, link):
    buffer.add(link.pk, "person", "link")
    buffer.add(link.pk + 1, "person", "link")
    buffer.add(link.pk + 1, "person", "link")
    assert buffer.flush()
    assert stored() == {("person", "link"): 1}
    assert buffer.lost == 2


def test_memory_is_bounded_and_what_does_not_fit_is_said(link):
    buffer = Buffer(most_keys=2)
    for number in range(5):
        buffer.add(number, "person", "link")
    buffer.add(0, "person", "link")
    assert (buffer.waiting, buffer.lost) == (2, 3)


def test_threads_lose_nothing(buffer, link, monkeypatch):
    written: list[int] = []
    monkeypatch.setattr(counting, "write", lambda counts: written.append(sum(counts.values())) or Written())
    threads = [
        threading.Thread(target=lambda: [buffer.add(link.pk, "person", "link") for _ in range(2000)])
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        buffer.flush()
    buffer.flush()
    assert sum(written) == 8000


def test_the_timer_writes_within_a_second_and_the_end_writes_the_rest(monkeypatch):
    written = threading.Event()
    taken: list[int] = []

    def write(counts):
        taken.append(sum(counts.values()))
        written.set()
        return Written()

    monkeypatch.setattr(counting, "write", write)
    monkeypatch.setattr(gathering, "close_old_connections", lambda: None)
    monkeypatch.setattr(gathering.connection, "close", lambda: None)
    buffer = Buffer()
    buffer.start()
    buffer.start()  # a second call starts no second thread
    buffer.add(1, "person", "link")
    assert counting.SECONDS_BETWEEN_WRITES <= 0.5 and written.wait(20)
    buffer.add(1, "person", "link")
    buffer.stop()
    assert sum(taken) == 2
    assert not buffer._thread.is_alive()


def test_a_forked_process_writes_its_own_counts_only(monkeypatch):
    """The child starts empty, with locks nobody holds, and its own thread."""
    buffer = Buffer(seconds=60)
    monkeypatch.setattr(counting, "write", lambda counts: Written())
    monkeypatch.setattr(gathering.connection, "close", lambda: None)
    buffer.start()
    buffer.add(1, "person", "link")
    with buffer._lock:
        child = os.fork()
        if child == 0:
            fresh = buffer.waiting == 0 and buffer._thread is None
            buffer.add(1, "person", "link")  # would wait for ever on the parent's lock
            os._exit(0 if fresh and buffer.waiting == 1 else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert buffer.waiting == 1
    buffer.stop()


def test_metrics_tell_what_waits_and_what_was_lost(link):
    from prometheus_client import generate_latest

    from outreach.metrics import REGISTRY

    counting.buffer.add(link.pk, "person", "link")
    counting.buffer.lost = 3
    counting.buffer.redated = 2
    text = generate_latest(REGISTRY).decode()
    assert "outreach_clicks_redated 2.0" in text
    assert "outreach_codes_unknown " in text and "outreach_codes_refused " in text
    assert "outreach_clicks_waiting 1.0" in text
    assert "outreach_clicks_lost 3.0" in text
    assert "outreach_click_writes_failing 0.0" in text
