"""Staff pages of events: written, announced, changed, called off in the browser."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from channels.models import Delivery
from postings.models import Event

pytestmark = pytest.mark.django_db


def fields(weeks: float = 10, **more) -> dict:
    start = timezone.localtime(timezone.now() + datetime.timedelta(weeks=weeks))
    known = {
        "title": "Offene Tür", "description": "D", "place": "Rathaus", "attendance": "on_site",
        "starts_at": f"{start:%Y-%m-%dT%H:%M}",
        "ends_at": f"{start + datetime.timedelta(hours=2):%Y-%m-%dT%H:%M}", "reminders": "14, 2",
    }  # fmt: skip
    return {**known, **more}


@pytest.fixture
def write(outreach: Client):
    """write(place=…) -> the stored event; written in the form."""

    def fill(event: Event | None = None, **more) -> Event:
        address = reverse("events:edit", args=[event.pk]) if event else reverse("events:new")
        response = outreach.post(address, fields(**more))
        assert response.status_code == 302, response.context["form"].errors
        return Event.objects.latest("pk")

    return fill


def test_an_end_before_the_beginning_keeps_what_was_typed(outreach):
    response = outreach.post(reverse("events:new"), fields(ends_at="2020-01-01T10:00"))
    assert response.status_code == 422
    assert "Das Ende liegt vor dem Beginn" in response.text
    assert 'value="Offene Tür"' in response.text


def test_a_draft_is_saved_and_listed(outreach, write):
    event = write()
    assert event.announced_at is None
    text = outreach.get(reverse("events:list")).text
    assert reverse("events:edit", args=[event.pk]) in text
    assert "noch nicht öffentlich" in text


def test_saving_and_announcing_in_one_step(outreach, write, mail_channel):
    event = write(action="announce", families=["green"])
    assert event.announced_at
    assert event.families == ["green"]
    assert Delivery.objects.get(event=event).channel == mail_channel


@pytest.mark.parametrize(("weeks", "warned"), [(3, True), (10, False)])
def test_the_lead_time_is_warned_about_in_the_form_and_when_announcing(outreach, write, weeks, warned):
    event = write(weeks=weeks)
    page = outreach.get(reverse("events:edit", args=[event.pk])).text
    assert ("weniger als 6 Wochen" in page) is warned
    assert "Kündigen Sie den Termin 6 Wochen vorher an." in page
    announced = outreach.post(reverse("events:announce", args=[event.pk]), follow=True).text
    assert ("Das war knapp" in announced) is warned


def test_the_city_sets_lead_time_and_reminders(outreach, city):
    text = city.read_text(encoding="utf-8")
    text = text.replace("event_lead_weeks = 6", "event_lead_weeks = 8")
    text = text.replace("event_reminder_days = [14, 2]", "event_reminder_days = [21]")
    city.write_text(text, encoding="utf-8")
    from outreach import profile

    profile.load.cache_clear()
    page = outreach.get(reverse("events:new")).text
    assert "Kündigen Sie den Termin 8 Wochen vorher an." in page
    assert 'value="21"' in page


def test_a_change_of_a_public_event_says_that_it_is_told(outreach, write):
    event = write(action="announce")
    response = outreach.post(reverse("events:edit", args=[event.pk]), fields(place="Stadthalle"), follow=True)
    assert "Alle, die davon wissen, bekommen die Änderung." in response.text
    assert "öffentlich, geändert" in response.text


def test_calling_off_needs_a_reason_and_shows_it(outreach, write):
    event = write(action="announce")
    address = reverse("events:cancel", args=[event.pk])
    assert "Bitte nennen Sie einen Grund." in outreach.post(address, follow=True).text
    assert "Der Termin ist abgesagt." in outreach.post(address, {"reason": "Sturm"}, follow=True).text
    listed = outreach.get(reverse("events:list")).text
    assert "abgesagt" in listed
    assert "Sturm" in listed


def test_a_cancelled_event_refuses_changes_and_keeps_what_was_typed(outreach, write):
    event = write(action="announce")
    outreach.post(reverse("events:cancel", args=[event.pk]), {"reason": "Sturm"})
    response = outreach.post(reverse("events:edit", args=[event.pk]), fields(place="Woanders"))
    assert response.status_code == 422
    assert "Bitte legen Sie einen neuen an." in response.text
    assert 'value="Woanders"' in response.text


def test_where_an_invitation_went(outreach, write, mail_channel):
    event = write(action="announce")
    text = outreach.get(reverse("channels:event_deliveries", args=[event.pk])).text
    for words in ("Mail an Brücke", "Einladung", "/l/"):
        assert words in text
    draft = write()
    empty = outreach.get(reverse("channels:event_deliveries", args=[draft.pk])).text
    assert "Noch ist sie nirgends" in empty
