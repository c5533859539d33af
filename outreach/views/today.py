"""Heute: what waits for me, what comes near, what failed, what was read."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from channels.models import Delivery
from outreach.people.models import User
from outreach.reach.summary import week_sentence
from postings.models import Event, Posting, State

NEAR = datetime.timedelta(days=14)


def today(request: HttpRequest) -> HttpResponse:
    """The start page of staff; everybody else is shown the open jobs."""
    if not request.user.is_authenticated:
        return redirect("public:postings")
    return render(request, "today.html", _context(request.user, timezone.localdate()))


def _context(person: User, now: datetime.date) -> dict[str, Any]:
    open_ads = Posting.objects.open()
    return {
        "waiting": _waiting_for(person),
        "deadlines": open_ads.filter(deadline__lte=now + NEAR).order_by("deadline")[:8],
        "failures": _failures(person),
        "events": Event.objects.upcoming(timezone.now())[:3],
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


def _failures(person: User) -> list[Delivery]:
    if not person.has_role("outreach", "administrator"):
        return []
    return list(Delivery.objects.troubled().select_related("channel", "version__posting")[:8])
