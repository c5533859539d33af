"""All open ads at once, and the guard before it: what is not in the file ends there."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from channels import delivery, publishing, tasks
from channels.models import Delivery
from channels.publishing import full_loads
from tests.channels.adapters.boards.conftest import uploaded

NOON = datetime.datetime(2026, 11, 23, 11, 0, tzinfo=datetime.UTC)
WOHNGELD = "Sachbearbeiter*in - Wohngeld"


@pytest.fixture
def told(board, catalogue, server, publish):
    """Six open ads the Bundesagentur knows."""
    postings = [publish(title=WOHNGELD) for _number in range(6)]
    Delivery.objects.update(state="sent")
    return postings


@pytest.fixture
def sweep():
    """At noon: at night nothing is sent."""

    def run() -> None:
        Delivery.objects.filter(state="waiting").update(due_at=NOON - datetime.timedelta(hours=1))
        delivery.sweep(NOON)

    return run


def full() -> Delivery:
    return Delivery.objects.filter(version=None).latest("pk")


def test_everything_that_is_open(told, board, server, sweep, publish):
    publish(title="Unbekannter Beruf")  # lacks an occupation: not in it
    full_loads.put(board, "x")
    sweep()
    (file,) = uploaded(server)
    assert file.findtext("Header/TypeOfLoad") == "F" and file.findtext("Header/Amount") == "6"
    assert full().state == "sent" and full().remote["count"] == 6


def test_a_stock_that_shrank_waits_for_a_person(told, board, server, sweep, editor):
    for posting in told[:4]:
        publishing.close(posting, by=editor)
    Delivery.objects.filter(action="close").update(state="failed")  # the end was not told
    full_loads.put(board, "x")
    sweep()
    assert server.files == {} and full().state == "failed" and "4" in full().error
    full_loads.put(board, "y", agreed_by=editor)
    sweep()
    assert full().state == "sent" and full().resolved_by == editor
    assert uploaded(server)[0].findtext("Header/Amount") == "2"


def test_what_was_ended_there_is_no_shrinking(told, board, server, sweep, editor):
    for posting in told[:4]:
        publishing.close(posting, by=editor)
    Delivery.objects.filter(action="close").update(state="sent")
    full_loads.put(board, "x")
    sweep()
    assert full().state == "sent"


def test_an_empty_stock_is_never_sent_by_itself(board, catalogue, server, sweep):
    full_loads.put(board, "x")
    sweep()
    assert server.files == {} and full().state == "failed"


def test_once_a_week(told, board, publish):
    monday = datetime.date(2026, 11, 23)
    assert full_loads.put_weekly(monday) == 1
    assert full_loads.put_weekly(monday + datetime.timedelta(days=6)) == 0
    assert full_loads.put_weekly(monday + datetime.timedelta(days=7)) == 1


def test_nothing_to_send_is_no_failure_every_week(board):
    assert full_loads.put_weekly(timezone.localdate()) == 0


def test_the_task_calls_on(told, board):
    tasks.put_full_loads()
    assert full().title == "Alle offenen Stellen"
