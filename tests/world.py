"""One row of everything: what tests that walk over all addresses need."""

from __future__ import annotations

import datetime

from django.utils import timezone

from channels import publishing
from channels.models import Channel, Delivery, HandOff, Partner, Translator
from outreach.people.models import AccessToken, Role, User
from outreach.reach.funnel import keys
from outreach.reach.models import ChannelCost
from postings import events, workflow
from postings.models import Event, Posting

TEXT = "Gärtner*in (m/w/d)\n\nWir suchen Verstärkung. Bitte bewerben Sie sich bis zum 31. Januar 2099."

#: Addresses that name no row.
FIXED = {"reach:document": ("lenkungsgruppe", "de", "pdf")}


def build(person) -> dict[str, tuple]:
    """Make the rows; returns the arguments each view name needs."""
    editor, approver = person(Role.EDITOR, name="world-editor"), person(Role.APPROVER, name="world-approver")
    partner = Partner.objects.create(name="Verein", kind=Partner.Kind.ASSOCIATION, email="v@verein.example")
    channel = Channel.objects.create(key="seite", name="Karriereseite", kind="job_page", public=True)
    posting = workflow.create(by=editor, title="Gärtner*in", text=TEXT)
    decision = workflow.ignore(posting, by=editor, finding="x", rule="x", quote="x", reason="x")
    workflow.submit(posting, by=editor)
    publishing.approve(posting, by=approver)
    event = _open_day()
    events.save(event, by=editor, postings=[posting])
    agency = Channel.objects.create(key="ba", name="Arbeitsagentur", kind="ba")
    token, _secret = AccessToken.issue(editor, "Test")
    ad, delivery = (posting.pk,), Delivery.objects.first()
    paper = HandOff.objects.create(delivery=delivery, how="put_up", way="page")
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
                "publishing:record",
                "publishing:record_file",
                "channels:deliveries",
                "channels:forms",
                "channels:preview",
                "channels:coverage_of_posting",
                "reach:posting",
                "reach:posting_table",
            ],
            ad,
        ),
        **_elsewhere(posting, editor),
        "postings:version": (posting.pk, 1),
        "postings:withdraw": (posting.pk, decision.pk),
        "events:edit": (event.pk,),
        **_seen(posting, event),
        "events:announce": (event.pk,),
        "events:cancel": (event.pk,),
        **dict.fromkeys(["channels:edit", "channels:agree_feed", "channels:check"], (channel.pk,)),
        **dict.fromkeys(["channels:agency", "channels:agency_all"], (agency.pk,)),
        "channels:agency_choose": (agency.pk, posting.pk),
        "channels:new_receiver_page": (channel.pk,),
        "channels:edit_partner": (partner.pk,),
        "channels:partner": (partner.pk,),
        "channels:partner_step": (partner.pk,),
        "channels:retry": (delivery.pk,),
        "channels:settle": (delivery.pk,),
        "channels:switch_on": (channel.pk,),
        "channels:taken_down": (paper.pk,),
        "channels:resolve": (delivery.pk,),
        "revoke_token": (token.pk,),
        **_reports(channel),
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


def _seen(posting: Posting, event: Event) -> dict[str, tuple]:
    partner = Partner.objects.create(name="Bücherei", kind="media", email="b@b.example", status="active")
    mail = Channel.objects.create(key="mail", name="Mail", kind="email", partner=partner)
    return {
        "channels:event_deliveries": (event.pk,),
        "channels:event_preview": (event.pk,),
        "reach:event": (event.pk,),
        "channels:seen_event": (event.pk, mail.pk),
        **dict.fromkeys(["channels:seen_posting", "channels:seen_poster"], (posting.pk, mail.pk)),
        "channels:occupation": (posting.pk,),
    }


def _elsewhere(posting: Posting, editor: User) -> dict[str, tuple]:
    translator = Translator.objects.create(name="Elif", email="elif@verein.example", languages=["tr"])
    return {
        **_portal(editor),
        **FIXED,
        "channels:forms_package": (posting.pk, "tr"),
        "channels:form": (posting.pk, "tr", "Kurztext.txt"),
        "reach:funnel_posting": (posting.pk,),
        "translating:language": ("tr",),
        "translating:sentences": ("tr",),
        "translating:ad": ("tr", posting.pk),
        "translating:xliff": ("tr", posting.pk),
        "translating:edit_person": (translator.pk,),
        "translating:invite": (translator.pk,),
    }


def _portal(person: User) -> dict[str, tuple]:
    key, _secret = keys.issue("Portal", person)
    return dict.fromkeys(["reach:portal_key_replace", "reach:portal_key_revoke"], (key.pk,))


def _reports(channel: Channel) -> dict[str, tuple]:
    days = {"first": datetime.date(2026, 7, 1), "last": datetime.date(2026, 9, 1)}
    cost = ChannelCost.objects.create(channel=channel, amount=120, **days)
    return {
        "reach:question": ("stellen",),
        "reach:file": ("stellen", "csv"),
        "reach:forget_cost": (cost.pk,),
    }
