"""What is stored and sent is the same, whichever language the pages of its author have."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable

import pytest
import time_machine
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.test import Client
from django.utils import timezone, translation

from channels import delivery as outbox
from channels import publishing
from channels.models import Approval, Channel, Delivery, Edition
from channels.partners.participation import membership
from channels.publishing import events
from postings import workflow
from postings.models import Decision, Event, Posting, PostingVersion, Transition
from tests.channels.received.conftest import every_channel

__all__ = ["every_channel"]
KEPT = {
    Posting: ("title", "slug", "state"),
    PostingVersion: ("title", "text", "facts"),
    Transition: ("from_state", "to_state", "comment"),
    Decision: ("finding", "rule", "quote", "reason"),
    Event: ("title", "slug", "cancel_reason"),
    Channel: ("name", "active", "trouble"),
    Delivery: ("channel__key", "action", "state", "error", "rendition", "reasons"),
    Edition: ("language", "content", "digest"),
    Approval: ("digest", "content"),
}


@pytest.fixture
def kept(monkeypatch):
    """kept(language, work) -> what is in the database when a reader of this language has worked."""
    moment = timezone.now().replace(microsecond=0)

    def run(language: str, work: Callable[[str], None]) -> dict[str, str]:
        numbers = itertools.count()
        monkeypatch.setattr("channels.links.new_code", lambda: f"code{next(numbers):04}")
        with time_machine.travel(moment, tick=False), transaction.atomic():
            with translation.override(language):
                work(language)
            rows = {
                model.__name__: list(model.objects.order_by("pk").values(*f)) for model, f in KEPT.items()
            }
            transaction.set_rollback(True)
        return {name: json.dumps(found, cls=DjangoJSONEncoder, indent=1) for name, found in rows.items()}

    return run


@pytest.fixture
def same(kept):
    def check(work: Callable[[str], None]) -> dict[str, str]:
        german, english = kept("de", work), kept("en", work)
        for name, rows in german.items():
            assert english[name] == rows, name
        return german

    return check


@pytest.fixture
def signed_in(person):
    """signed_in("approver", language) -> a browser of somebody who reads this language."""
    people = {}

    def make(role: str, language: str) -> Client:
        user = people.setdefault(role, person(role, name=f"leser-{role}"))
        user.language = language
        user.save()
        client = Client()
        client.force_login(user)
        return client

    return make


def test_an_approval_gives_the_same_bytes_on_every_channel(same, signed_in, make_posting, every_channel):
    def approve(language: str) -> None:
        posting = make_posting()
        answer = signed_in("approver", language).post(
            f"/ausschreibungen/{posting.pk}/freigeben/", {"comment": "Die Frist drängt."}
        )
        assert answer.status_code == 302
        posting.refresh_from_db()
        assert posting.state == "published"

    found = same(approve)
    told = {row["channel__key"] for row in json.loads(found["Delivery"])}
    assert len(told) > 8


def test_what_editors_and_approvers_leave_behind(same, signed_in, person, partner, mail_channel, days):
    """An element that is not needed, a withdrawn message, a title nobody wrote: sentences of ours."""

    def work(language: str) -> None:
        editor = person("editor", name="schreibt")
        posting = workflow.create(by=editor, text="**\n\nWir suchen Sie.")
        browser = signed_in("editor", language)
        about = {"finding": "element:pay", "reason-element:pay": "Ehrenamt", "text": posting.current.text}
        assert browser.post(f"/ausschreibungen/{posting.pk}/ignorieren/", about).status_code == 200
        workflow.submit(posting, by=editor)
        publishing.approve(posting, by=person("approver", name="gibt-frei"))
        publishing.close(posting, by=editor)
        membership.first_channel(partner)
        membership.stop(partner)

    found = same(work)
    assert json.loads(found["Decision"])[0]["quote"] == "Gehalt in Euro"
    assert "Die Stelle wurde geschlossen" in json.loads(found["Delivery"])[0]["error"]


def test_events_and_workers(same, make_event, editor, mail_channel, wall):
    """A change calls off what waits; what cannot be sent says why, also if a person's click sends it."""

    def work(language: str) -> None:
        event = make_event()
        events.announce(event)
        event.place = "Hof"
        events.save(event, by=editor, postings=[])
        for row in Delivery.objects.filter(state=Delivery.State.WAITING):
            Channel.objects.filter(pk=row.channel_id).update(active=False)
            outbox.deliver(row)
        event.refresh_from_db()
        events.cancel(event, reason="Regen")

    errors = [row["error"] for row in json.loads(same(work)["Delivery"])]
    assert "Der Termin wurde geändert, bevor die Nachricht hinausging." in errors
    assert "Der Kanal ist abgeschaltet." in errors
