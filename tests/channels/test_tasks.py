"""The tasks only call on."""

import pytest

from channels import publishing, tasks
from channels.feeds import serving
from channels.models import FeedSnapshot
from outreach.background.schedule import CELERY_BEAT_SCHEDULE
from outreach.celery import app
from postings.models import Posting


def test_the_names_the_schedule_uses():
    assert {"channels.tasks.deliver_due", "channels.tasks.close_expired"} <= set(app.tasks)
    assert tasks.deliver_due.name == "channels.tasks.deliver_due"


def test_deliver_due_wakes_the_outbox(monkeypatch):
    calls = []
    monkeypatch.setattr("channels.delivery.wake", lambda: calls.append("woken"))
    tasks.deliver_due()
    assert calls == ["woken"]


@pytest.mark.django_db
def test_refresh_feeds_finds_one_that_is_held(publish, editor, feed_channel):
    postings = [publish(title=f"Stelle {number}") for number in range(3)]
    serving.serve(feed_channel, "atom.xml")
    for posting in postings:
        publishing.close(posting, by=editor)
    assert not FeedSnapshot.objects.held().exists()
    tasks.refresh_feeds()
    assert FeedSnapshot.objects.held().exists()


@pytest.mark.django_db
def test_close_expired_closes(publish, days):
    posting = publish(deadline=days(1))
    Posting.objects.update(deadline=days(-1))
    tasks.close_expired()
    posting.refresh_from_db()
    assert posting.state == "closed"


def test_reminders_are_sent_by_the_schedule(monkeypatch):
    asked = []
    monkeypatch.setattr(publishing.events, "remind", asked.append)
    tasks.remind_of_events()
    assert len(asked) == 1
    assert "channels.tasks.remind_of_events" in {entry["task"] for entry in CELERY_BEAT_SCHEDULE.values()}
