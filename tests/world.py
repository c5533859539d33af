"""One row of everything: what tests that walk over all addresses need."""

from __future__ import annotations

import datetime

from django.utils import timezone

from channels import publishing
from channels.models import Channel, Delivery, Partner
from outreach.people.models import AccessToken, Role
from postings import events, workflow
from postings.models import Event

TEXT = "Gärtner*in (m/w/d)\n\nWir suchen Verstärkung. Bitte bewerben Sie sich bis zum 31. Januar 2099."


def build(person) -> dict[str, tuple]:
    """Make the rows; returns the arguments each view name needs."""
    editor, approver = person(Role.EDITOR, name="world-editor"), person(Role.APPROVER, name="world-approver")
    partner = Partner.objects.create(name="Verein", kind=Partner.Kind.ASSOCIATION, email="v@verein.example")
    channel = Channel.objects.create(key="seite", name="Karriereseite", kind="job_page", public=True)
    posting = workflow.create(by=editor, title="Gärtner*in", text=TEXT)
    decision = workflow.ignore(posting, by=editor, finding="x", rule="x", quote="x", reason="x")
    workflow.submit(posting, by=editor)
    publishing.approve(posting, by=approver)
    event = events.save(_open_day(), by=editor, postings=[posting])
    token, _secret = AccessToken.issue(editor, "Test")
    ad, delivery = (posting.pk,), Delivery.objects.first()
    return {
        **dict.fromkeys(
            [
                "postings:workplace",
                "postings:check",
                "postings:duplicate",
                "postings:submit",
                "postings:send_back",
                "postings:ignore",
                "publishing:approve",
                "publishing:close",
                "channels:deliveries",
                "reach:posting",
                "reach:posting_table",
            ],
            ad,
        ),
        "postings:version": (posting.pk, 1),
        "postings:withdraw": (posting.pk, decision.pk),
        "events:edit": (event.pk,),
        "events:announce": (event.pk,),
        "channels:edit": (channel.pk,),
        "channels:edit_partner": (partner.pk,),
        "channels:retry": (delivery.pk,),
        "channels:resolve": (delivery.pk,),
        "revoke_token": (token.pk,),
        "person": (editor.pk,),
    }


def _open_day() -> Event:
    start = timezone.now() + datetime.timedelta(weeks=10)
    return Event(
        title="Tag der offenen Tür",
        description="Kommen Sie!",
        place="Rathaus",
        starts_at=start,
        ends_at=start + datetime.timedelta(hours=4),
    )
