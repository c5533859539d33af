"""Events and deliveries over REST: read by staff, changed by nobody."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from channels.models import Delivery
from channels.publishing import events
from postings.models import Event
from tests.postings.api.conftest import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def api(person):
    return client_of(person("reporting"))


@pytest.fixture
def event(editor, mail_channel) -> Event:
    start = timezone.now() + datetime.timedelta(weeks=10)
    event = Event(title="Offene Tür", description="D", place="P", starts_at=start, ends_at=start)
    events.save(event, by=editor, postings=[])
    return event


def test_an_event_with_its_state(api, event):
    one = f"/api/v1/events/{event.slug}/"
    assert (api.get(one).json()["state"], api.get(one).json()["page"]) == ("draft", None)
    events.announce(event)
    found = api.get(one).json()
    assert found["state"] == "announced"
    assert found["page"] == "https://jobs.neustadt.example/stellen/termine/offene-tuer/"
    assert api.get("/api/v1/events/").json()["results"] == [found]


def test_deliveries_of_ads_and_events(api, event, publish):
    publish()
    events.announce(event)
    rows = api.get("/api/v1/deliveries/").json()["results"]
    about = {(row["posting"], row["event"], row["channel"]) for row in rows}
    assert about == {
        ("sachbearbeitung-wohngeld", None, "Mail an Brücke"),
        (None, "offene-tuer", "Mail an Brücke"),
    }
    Delivery.objects.filter(event=event).update(state="failed")
    failed = api.get("/api/v1/deliveries/", {"state": "failed"}).json()["results"]
    assert [row["event"] for row in failed] == ["offene-tuer"]
    assert api.get(f"/api/v1/deliveries/{failed[0]['id']}/").json() == failed[0]
    assert api.get("/api/v1/deliveries/", {"state": "weg"}).status_code == 400


@pytest.mark.parametrize("address", ["/api/v1/events/", "/api/v1/deliveries/"])
def test_nobody_changes_and_strangers_do_not_read(api, event, person, address):
    assert api.post(address, {}, format="json").status_code in {403, 405}
    assert client_of(None).get(address).status_code in {401, 403}
    assert client_of(person(name="niemand")).get(address).status_code == 403
