"""A periodic run belongs to whoever claims it first, and only to them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from outreach.background.periodic import claim, claimed
from outreach.models import PeriodicRun


@pytest.mark.django_db
def test_a_slot_is_claimed_once():
    assert claim("release", "2027-01-15")
    assert not claim("release", "2027-01-15")
    assert claim("release", "2027-01-16")
    assert claim("close", "2027-01-15")


@pytest.mark.django_db
def test_a_run_that_fails_can_be_tried_again():
    with pytest.raises(RuntimeError), claimed("release", "2027-01-15") as mine:
        assert mine
        raise RuntimeError
    with claimed("release", "2027-01-15") as mine:
        assert mine
    with claimed("release", "2027-01-15") as mine:
        assert not mine


@pytest.mark.django_db
def test_a_second_runs_failure_leaves_the_firsts_claim():
    claim("release", "2027-01-15")
    with pytest.raises(RuntimeError), claimed("release", "2027-01-15"):
        raise RuntimeError
    assert not claim("release", "2027-01-15")


@pytest.mark.django_db
def test_old_claims_are_cleared_away():
    PeriodicRun.objects.create(name="release", slot="old", claimed_at=timezone.now() - timedelta(days=61))
    PeriodicRun.objects.create(name="release", slot="young", claimed_at=timezone.now() - timedelta(days=59))
    claim("release", "new")
    assert set(PeriodicRun.objects.values_list("slot", flat=True)) == {"young", "new"}


def test_every_scheduled_task_exists():
    from outreach.celery import app

    app.loader.import_default_modules()
    names = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert names <= set(app.tasks)
    assert "channels.tasks.deliver_due" in names


def test_tasks_run_at_least_as_often_as_they_expire():
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        assert entry["options"]["expires"] < entry["schedule"]
