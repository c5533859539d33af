"""The start page: what waits for whom."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from channels import publishing
from channels.models import Channel, Delivery, Partner
from postings import events, workflow
from postings.models import Event

pytestmark = pytest.mark.django_db
TEXT = "Gärtner*in (m/w/d)\n\nWir suchen Verstärkung. Bitte bewerben Sie sich bis zum 31. Januar 2099."


@pytest.fixture
def today(person):
    """today("outreach") -> the page as a person of this role sees it."""

    def read(role: str) -> str:
        client = Client()
        client.force_login(person(role, name=f"today-{role}-{Event.objects.count()}"))
        return client.get(reverse("today")).text

    return read


@pytest.fixture
def mail(editor, approver) -> Delivery:
    partner = Partner.objects.create(
        name="Verein", kind="association", status=Partner.Status.ACTIVE, email="v@verein.example"
    )
    Channel.objects.create(key="m", name="Mail an Verein", kind="email", partner=partner)
    posting = workflow.create(by=editor, title="Gärtner*in", text=TEXT)
    workflow.submit(posting, by=editor)
    publishing.approve(posting, by=approver)
    return Delivery.objects.get(channel__key="m")


def change(delivery: Delivery, **fields) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(**fields)


def test_a_failure_stands_there_with_its_sentence(today, mail):
    assert "Kanäle, die Hilfe brauchen" not in today("outreach")
    change(mail, state="failed", error="Das Postfach gibt es nicht.")
    page = today("administrator")
    assert "Mail an Verein" in page and "Das Postfach gibt es nicht." in page
    assert "Das Postfach" not in today("reporting")


def test_nothing_to_do_is_only_said_where_nothing_is(today, mail):
    assert "Gerade nichts." in today("outreach")
    change(mail, state="failed", error="Das Postfach gibt es nicht.")
    assert "Gerade nichts." not in today("administrator")
    assert "Gerade nichts." in today("reporting")


def test_what_went_another_way_asks_nobody(today, mail):
    change(mail, state="failed", error="Weg.")
    other = Channel.objects.create(key="o", name="Anderer Weg", kind="email", partner=mail.channel.partner)
    substitute = Delivery.objects.create(
        channel=other, version=mail.version, action="publish", key="x", state="sent", instead_of=mail
    )
    assert "Weg." not in today("outreach")
    change(substitute, state="failed", error="Auch weg.")
    assert "Auch weg." in today("administrator")


def test_who_does_not_know_yet_is_asked_tomorrow(today, mail):
    change(mail, state="unconfirmed", error="Angekommen?")
    assert "Angekommen?" in today("outreach")
    change(mail, due_at=timezone.now() + datetime.timedelta(hours=20))
    assert "Angekommen?" not in today("administrator")


def test_a_closed_ad_is_no_question_any_more(today, mail, editor):
    change(mail, state="failed", error="Weg.")
    publishing.close(mail.posting, by=editor)
    assert "Weg." not in today("outreach")


def test_a_channel_at_a_standstill_is_named(today, mail):
    Channel.objects.update(active=False, trouble="Seit Tagen kommt nichts an.")
    assert "Seit Tagen kommt nichts an." in today("outreach")


@pytest.mark.parametrize(("weeks", "late"), [(3, True), (10, False)])
def test_an_event_that_nobody_knows_of_is_pressing(today, editor, weeks, late):
    start = timezone.now() + datetime.timedelta(weeks=weeks)
    event = Event(title="Offene Tür", description="D", place="P", starts_at=start, ends_at=start)
    events.save(event, by=editor, postings=[])
    assert ("Bald ankündigen" in today("editor")) is late
    assert "Bald ankündigen" not in today("reporting")


def test_coming_deadlines_are_listed(today, mail):
    posting = mail.posting
    assert "Gärtner*in" not in today("reporting")
    posting.deadline = timezone.localdate() + datetime.timedelta(days=3)
    posting.save()
    assert "Gärtner*in" in today("approver")


def test_partners_who_came_by_themselves_are_news(today):
    day = datetime.timedelta(days=1)
    who = {"kind": "association", "status": "active", "email": "n@x.example"}
    Partner.objects.create(name="Neuer Chor", confirmed_at=timezone.now() - day, **who)
    Partner.objects.create(name="Alter Chor", confirmed_at=timezone.now() - 20 * day, **who)
    Partner.objects.create(
        name="Gefragter Chor", confirmed_at=timezone.now(), invited_at=timezone.now(), **who
    )
    text = today("outreach")
    assert "Neuer Chor" in text and "Alter Chor" not in text and "Gefragter Chor" not in text
    assert "Neuer Chor" not in today("reporting")
