"""Mastodon, against a server that behaves like it."""

from __future__ import annotations

import datetime
import uuid

import pytest
from django.utils import timezone

from channels import publishing
from channels.adapters.social import mastodon
from channels.models import Delivery
from channels.sending.errors import SendError, Unconfirmed


def test_a_post_goes_out_once_however_often_it_is_tried(on_mastodon, toots, waiting, sweep):
    row = waiting(on_mastodon)
    mastodon.send(row)
    sweep()
    row.refresh_from_db()
    assert row.state == "sent" and row.remote["id"] in toots.statuses
    (status,) = toots.statuses.values()
    assert toots.keys == [str(row.uid)] * 2
    assert status["status"] == row.rendition["text"] and "/l/" in status["status"]
    assert status["visibility"] == "unlisted" and status["language"] == "de"


@pytest.mark.parametrize(
    "title", ["Sachbearbeitung " * 12, "👩🏽‍🔧 " * 60, "Fach" * 49, "مهندس " * 30, "https://a.de/x " * 13]
)
@pytest.mark.usefixtures("approved_before_the_check")
def test_every_post_fits(on_mastodon, toots, waiting, title, days):
    toots.limit = 500
    row = waiting(on_mastodon, title=title[:200], place="Verwaltungsgebäude " * 30)
    assert mastodon.send(row)["id"] in toots.statuses


def test_the_end_is_told_in_the_same_post(on_mastodon, toots, waiting, sweep, approver):
    row = waiting(on_mastodon)
    sweep()
    publishing.close(row.posting, by=approver)
    sweep()
    (status,) = toots.statuses.values()
    assert status["status"].startswith("Nicht mehr frei: ") and status["edited"]
    assert Delivery.objects.get(action="close").remote["how"] == "edited"


def test_the_post_can_be_deleted_instead(on_mastodon, toots, waiting, sweep, approver):
    on_mastodon.options["at_end"] = "delete"
    on_mastodon.save()
    row = waiting(on_mastodon)
    sweep()
    publishing.close(row.posting, by=approver)
    sweep()
    assert toots.statuses == {}
    assert Delivery.objects.get(action="close").state == "sent"


def test_a_post_somebody_deleted_is_no_failure(on_mastodon, toots, waiting, sweep, approver):
    row = waiting(on_mastodon)
    sweep()
    toots.statuses.clear()
    publishing.close(row.posting, by=approver)
    sweep()
    assert Delivery.objects.get(action="close").state == "sent" and toots.statuses == {}


def test_too_fast(on_mastodon, toots, waiting):
    soon = timezone.now() + datetime.timedelta(minutes=5)
    toots.refuse(429, {"error": "Too many requests"}, X_RateLimit_Reset=soon.isoformat())
    with pytest.raises(SendError) as caught:
        mastodon.send(waiting(on_mastodon))
    assert caught.value.retry_after == soon and not caught.value.permanent


@pytest.mark.parametrize(
    ("status", "words"), [(401, "Zugriffstoken"), (403, "write:statuses"), (422, "Text is bad")]
)
def test_refusals_in_plain_words(on_mastodon, toots, waiting, status, words):
    toots.refuse(status, {"error": "Text is bad"})
    with pytest.raises(SendError, match=words) as caught:
        mastodon.send(waiting(on_mastodon))
    assert caught.value.permanent


def test_several_ads_in_one_post_and_one_of_them_ends(on_mastodon, toots, publish, approver, sweep):
    for number in range(3):
        publish(title=f"Stelle {number}")
    rows = list(Delivery.objects.order_by("pk"))
    remote = mastodon.send_bundle(rows)
    Delivery.objects.update(state="sent", bundle=uuid.uuid4(), remote=remote)
    (status,) = toots.statuses.values()
    assert status["status"].startswith("Gerade offen: 3 Stellen") and "/stellen/" in status["status"]
    publishing.close(rows[0].posting, by=approver)
    sweep()
    (status,) = toots.statuses.values()
    assert status["status"].startswith("Gerade offen: 2 Stellen") and "Stelle 0" not in status["status"]


def test_the_connection_can_be_checked(on_mastodon, toots):
    assert mastodon.check(on_mastodon) == []
    toots.limit = 300
    assert "300" in mastodon.check(on_mastodon)[0]
    on_mastodon.secrets = {"token": "other"}
    assert "Zugriffstoken" in mastodon.check(on_mastodon)[0]


def test_one_lane_per_account(on_mastodon):
    lane = mastodon.lane(on_mastodon)
    assert lane.startswith("127.0.0.1") and on_mastodon.secrets["token"] not in lane
    assert mastodon.lane(on_mastodon) == lane
    on_mastodon.secrets = {"token": "other"}
    assert mastodon.lane(on_mastodon) != lane


def test_several_endings_at_once_go_to_their_own_posts(on_mastodon, toots, publish, approver, sweep):
    postings = [publish(title=f"Stelle {number}") for number in range(3)]
    sweep()
    for posting in postings:
        publishing.close(posting, by=approver)
    mastodon.send_bundle(list(Delivery.objects.filter(action="close").order_by("pk")))
    assert all(status["status"].startswith("Nicht mehr frei") for status in toots.statuses.values())
    assert len(toots.statuses) == 3
    toots.statuses.clear()
    toots.refuse(404, {})
    toots.refuse(503, {})
    with pytest.raises(Unconfirmed):
        mastodon.send_bundle(list(Delivery.objects.filter(action="close").order_by("pk")))


def test_a_cancelled_event_leaves_its_list_and_is_told(on_mastodon, toots, waiting, tell_event):
    row = waiting(on_mastodon, title="Stelle")
    told = tell_event(on_mastodon, "publish")
    toots.statuses.clear()
    remote = mastodon.send_bundle([row, told])
    Delivery.objects.update(state="sent", bundle=uuid.uuid4(), remote=remote)
    toots.requests.clear()
    tell_event(on_mastodon, "change")
    listed, answer = toots.statuses.values()
    assert listed["status"].startswith("Gerade offen: 1 Stelle und 1 Termin")
    assert answer["status"].startswith("Termin geändert") and answer["in_reply_to_id"] == remote["id"]
    tell_event(on_mastodon, "close")
    listed = next(iter(toots.statuses.values()))
    assert listed["status"].startswith("Gerade offen: 1 Stelle\n") and "Offene Tür" not in listed["status"]
