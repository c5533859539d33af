"""What is about no ad and no event shows on no staff page, and no page stumbles over it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from channels.models import Channel, Delivery
from channels.publishing import outbox

pytestmark = pytest.mark.django_db
PAGES = ["today", "channels:list", "channels:partners", "reach:overview"]


@pytest.fixture
def staff(person) -> Client:
    client = Client()
    client.force_login(person("outreach", "administrator", name="alle"))
    return client


@pytest.fixture
def channel(partner) -> Channel:
    return Channel.objects.create(
        key="m", name="Haken", kind="webhook", partner=partner, options={"address": "x"}
    )


@pytest.mark.parametrize("state", ["failed", "unconfirmed", "waiting", "sent"])
@pytest.mark.parametrize("page", PAGES)
def test_a_note_bothers_nobody(staff, channel, page, state):
    row = outbox.put_note(channel, "test:1", {})
    Delivery.objects.filter(pk=row.pk).update(state=state, error="Das war nur ein Test.")
    response = staff.get(reverse(page))
    assert response.status_code == 200 and "Das war nur ein Test." not in response.text
    assert row.is_note and not Delivery.objects.telling().exists()


@pytest.mark.parametrize("page", PAGES)
def test_a_load_of_everything_that_failed_is_told(staff, channel, page):
    """It is about no single ad, but a person must know."""
    row = outbox.put(channel, Delivery.Action.PUBLISH, {}, slot="full:2027-W01")
    Delivery.objects.filter(pk=row.pk).update(state="failed", error="Das Zertifikat ist abgelaufen.")
    response = staff.get(reverse(page))
    assert response.status_code == 200
    assert ("Das Zertifikat ist abgelaufen." in response.text) == (page in {"channels:list", "today"})
    assert not row.is_note


def test_a_load_of_everything_does_not_go_on_a_channel_that_is_off(channel):
    from channels import delivery

    Channel.objects.update(active=False)
    row = outbox.put(channel, Delivery.Action.PUBLISH, {}, slot="full:2027-W01")
    delivery.sweep()
    row.refresh_from_db()
    assert row.state == "cancelled"
