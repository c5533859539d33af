"""/metrics is for this machine or who has the token, and names nobody and nothing."""

from __future__ import annotations

import pytest
from django.db import DatabaseError

from channels.models import Delivery
from outreach import metrics

pytestmark = pytest.mark.django_db


def test_this_machine_may_read(client):
    response = client.get("/metrics")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/plain")
    page = response.content.decode()
    for name in ("outreach_requests_total", "outreach_review_seconds", "outreach_wakeups_lost_total"):
        assert name in page


@pytest.mark.parametrize(
    "meta",
    [{"REMOTE_ADDR": "203.0.113.7"}, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, {"HTTP_FORWARDED": "for=x"}],
)
def test_others_may_not(client, meta):
    assert client.get("/metrics", **meta).status_code == 403


def test_an_empty_token_opens_nothing(client, settings):
    settings.METRICS_TOKEN = ""
    response = client.get("/metrics", REMOTE_ADDR="203.0.113.7", headers={"Authorization": "Bearer "})
    assert response.status_code == 403


@pytest.mark.parametrize(("given", "status"), [("Bearer richtig-ä", 200), ("Bearer falsch", 403), ("", 403)])
def test_the_token_opens_it(client, settings, given, status):
    settings.METRICS_TOKEN = "richtig-ä"
    meta = {"HTTP_AUTHORIZATION": given} if given else {}
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.7", **meta).status_code == status


def test_deliveries_are_counted_by_state_only(client):
    page = client.get("/metrics").content.decode()
    for state in Delivery.State.values:
        assert f'outreach_deliveries{{state="{state}"}} 0.0' in page


def test_monitoring_works_without_a_database(client, monkeypatch):
    def away(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr(Delivery.objects, "order_by", away)
    response = client.get("/metrics")
    assert response.status_code == 200
    assert "outreach_requests_total" in response.content.decode()


def test_other_parts_hand_in_functions():
    metrics.at_scrape("outreach_test_figure", "Test", lambda: {(): 12.0})
    assert metrics.REGISTRY.get_sample_value("outreach_test_figure") == 12.0


def test_reviews_are_timed(client, editor):
    client.force_login(editor)
    before = metrics.REGISTRY.get_sample_value("outreach_review_seconds_count")
    client.post("/ausschreibungen/pruefen/", {"text": "Wir suchen eine Person."})
    assert metrics.REGISTRY.get_sample_value("outreach_review_seconds_count") > before
