"""The deletion log: numbers per day, and nothing else."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.utils import timezone

from channels.models import PartnerRequest
from channels.partners.participation import requests
from outreach import tasks
from outreach.background import deletions
from outreach.models import Deletion

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def lines() -> dict[tuple[str, str], int]:
    return {(line.what, str(line.day)): line.rows for line in Deletion.objects.all()}


def test_one_line_per_kind_and_day():
    with time_machine.travel(NOON, tick=False):
        deletions.note("sessions", 2)
        deletions.note("sessions", 3)
        deletions.note("day-counters", 1)
    with time_machine.travel(NOON + datetime.timedelta(days=1), tick=False):
        deletions.note("sessions", 7)
    assert lines() == {
        ("sessions", "2026-11-22"): 5,
        ("day-counters", "2026-11-22"): 1,
        ("sessions", "2026-11-23"): 7,
    }


def test_nothing_deleted_is_no_line():
    deletions.note("sessions", 0)
    assert lines() == {}


def test_the_log_itself_ends():
    with time_machine.travel(NOON, tick=False):
        deletions.note("sessions", 1)
    with time_machine.travel(NOON + deletions.KEPT + datetime.timedelta(days=2), tick=False):
        deletions.note("day-counters", 1)
    assert [what for what, _day in lines()] == ["day-counters"]


def test_the_city_s_day_counts():
    with time_machine.travel(datetime.datetime(2026, 11, 22, 23, 30, tzinfo=datetime.UTC), tick=False):
        deletions.note("sessions", 1)
    assert lines() == {("sessions", "2026-11-23"): 1}


def test_sign_ins_that_are_over_are_deleted_and_noted():
    with time_machine.travel(NOON, tick=False):
        for number, hours in enumerate((-1, -2, 3)):
            moment = timezone.now() + datetime.timedelta(hours=hours)
            Session.objects.create(session_key=f"k{number}", session_data="", expire_date=moment)
        tasks.forget_sessions()
        tasks.forget_sessions()
    assert Session.objects.count() == 1
    assert lines() == {("sessions", "2026-11-22"): 2}


def test_requests_nobody_confirmed_are_noted():
    with time_machine.travel(NOON, tick=False):
        PartnerRequest.objects.create(purpose="sign_up", email="a@verein.example")
    with time_machine.travel(NOON + datetime.timedelta(days=8), tick=False):
        requests.vanish()
    assert lines() == {("partner-sign-up", "2026-11-30"): 1}
