"""Heute: what waits for me, what comes near, what failed, what was read."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from channels.models import Channel, Delivery, Partner
from channels.staff.channels.held import held_feeds
from channels.staff.deliveries.labels import labelled
from channels.staff.partners.steps import signed_up_lately
from outreach.people.models import User
from outreach.reach.summary import week_sentence
from postings import events
from postings.models import Event, Posting, State

NEAR = datetime.timedelta(days=14)


def today(request: HttpRequest) -> HttpResponse:
    """The start page of staff; everybody else is shown the open jobs."""
    if not request.user.is_authenticated:
        return redirect("public:postings")
    return render(request, "today.html", _context(request.user, timezone.now()))


def _context(person: User, now: datetime.datetime) -> dict[str, Any]:
    return {
        "waiting": _waiting_for(person),
        "deadlines": _deadlines(timezone.localdate(now)),
        **_channels_for(person, now),
        **_events_for(person, now),
        "reads": week_sentence(),
        "newcomer": not Posting.objects.touched_by(person).exists(),
        "samples": Posting.objects.filter(state=State.DRAFT)[:3],
    }


def _waiting_for(person: User) -> list[Posting]:
    """Texts to approve for approvers, own drafts for editors."""
    waiting: list[Posting] = []
    if person.has_role("approver"):
        waiting += Posting.objects.to_approve_by(person)[:8]
    if person.has_role("editor"):
        waiting += Posting.objects.filter(state=State.DRAFT).touched_by(person)[:8]
    return waiting


def _deadlines(day: datetime.date) -> list[Posting]:
    """Open ads that end soon, the next one first."""
    return list(Posting.objects.open().filter(deadline__lte=day + NEAR).order_by("deadline")[:8])


def _channels_for(person: User, now: datetime.datetime) -> dict[str, Any]:
    """What did not arrive or is unclear, channels at a standstill, feeds held back, partners who came."""
    if not person.has_role("outreach", "administrator"):
        return {}
    asking = Delivery.objects.asking(now).order_by("due_at", "pk")
    return {
        "failures": labelled(asking[:8]),
        "more_failures": max(asking.count() - 8, 0),
        "still": Channel.objects.chosen().filter(active=False).exclude(trouble=""),
        "held": held_feeds(),
        "joined": signed_up_lately(Partner.objects.filter(status=Partner.Status.ACTIVE)),
    }


def _events_for(person: User, now: datetime.datetime) -> dict[str, Any]:
    """The next events, and those nobody knows of yet although they are near."""
    late = events.late(now) if person.has_role("outreach", "editor") else Event.objects.none()
    return {"late": late, "lead_weeks": events.lead_weeks(), "events": Event.objects.inviting(now)[:3]}
