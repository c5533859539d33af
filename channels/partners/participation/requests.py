"""Mails that somebody asked for: stored in the request, sent by a worker, gone after a while.

Strangers may ask for any address. So the page answers the same for all, nothing is looked up while it
waits, and one address gets only a few mails a day whoever asks for them.
"""

from __future__ import annotations

import datetime
import logging
from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from channels.models import Partner, PartnerRequest
from channels.partners import letters, tokens
from channels.sending import retries
from channels.sending.errors import SendError, Unconfirmed
from channels.sending.post import post
from outreach.addresses import absolute
from outreach.background import deletions, wakeup

log = logging.getLogger(__name__)
Purpose, Status = PartnerRequest.Purpose, Partner.Status

#: How long a link in such a mail works. What is older vanishes, typed data and all.
VALID = {
    Purpose.SIGN_UP: datetime.timedelta(days=7),
    Purpose.INVITE: datetime.timedelta(days=30),
    Purpose.LINK: datetime.timedelta(days=1),
}
#: Mails to one address in a day that strangers can cause.
FOR_ONE_ADDRESS = 3
_CLAIM = datetime.timedelta(minutes=10)
_DAY = datetime.timedelta(days=1)


@transaction.atomic
def put(
    purpose: str, email: str, *, partner: Partner | None = None, data: dict[str, Any] | None = None
) -> None:
    """Store the request and wake a worker."""
    PartnerRequest.objects.create(purpose=purpose, email=email, partner=partner, data=data or {})
    transaction.on_commit(_wake)


@transaction.atomic
def invite(partner: Partner) -> None:
    """Ask a partner whom staff entered: they say yes from their own mailbox, or nothing happens."""
    now = timezone.now()
    partner.requests.filter(purpose=Purpose.INVITE, used_at=None).delete()  # older links stop working
    partner.status, partner.invited_at = Status.INVITED, now
    partner.save(update_fields=["status", "invited_at"])
    put(Purpose.INVITE, partner.email, partner=partner)


def _wake() -> None:
    wakeup.wake("channels.tasks.answer_requests")


def answer_due(now: datetime.datetime | None = None) -> int:
    """Send the mails that were asked for; each is claimed, so any number of workers may run."""
    now = now or timezone.now()
    due = PartnerRequest.objects.filter(sent_at=None, due_at__lte=now, attempts__lte=len(retries.WAITS))
    answered = 0
    for pk in list(due.order_by("due_at", "pk").values_list("pk", flat=True)):
        mine = due.filter(pk=pk).update(due_at=now + _CLAIM, attempts=F("attempts") + 1)
        if mine:
            _answer(PartnerRequest.objects.select_related("partner").get(pk=pk), now)
            answered += 1
    return answered


def vanish(now: datetime.datetime | None = None) -> int:
    """Forget what was never confirmed, and old requests."""
    now = now or timezone.now()
    gone = 0
    for purpose, valid in VALID.items():
        rows = PartnerRequest.objects.filter(purpose=purpose, created_at__lt=now - valid).delete()[0]
        deletions.note(f"partner-{purpose.replace('_', '-')}", rows)
        gone += rows
    return gone


def confirm_token(request: PartnerRequest) -> str:
    """For the link in the mail."""
    return tokens.sign("confirm", request.pk)


def waiting_request(token: str, now: datetime.datetime | None = None) -> PartnerRequest | None:
    """The request to be confirmed; None if the link is not ours, was used, or is too old."""
    found = PartnerRequest.objects.select_related("partner").filter(pk=tokens.read("confirm", token)).first()
    if found is None or found.used_at or found.purpose == Purpose.LINK:
        return None
    if found.created_at < (now or timezone.now()) - VALID[Purpose(found.purpose)]:
        return None
    moved = found.partner and found.partner.email.lower() != found.email.lower()
    return None if moved else found


def _answer(request: PartnerRequest, now: datetime.datetime) -> None:
    changes: dict[str, Any] = {"sent_at": now, "error": ""}
    try:
        for mail in _mails(request, now):
            post(mail)
    except Unconfirmed as error:
        changes["error"] = str(error)  # perhaps it came; who misses it asks again
    except SendError as error:
        changes = {"error": str(error)}
        again = None if error.permanent else retries.next_try(request.attempts, now)
        changes["due_at"] = again or datetime.datetime.max.replace(year=9998, tzinfo=datetime.UTC)
        log.warning("request %s could not be answered yet", request.pk)
    PartnerRequest.objects.filter(pk=request.pk).update(**changes)


def _mails(request: PartnerRequest, now: datetime.datetime) -> list[EmailMessage]:
    """What this address gets: nothing at all, if it is none of ours and only wanted a link."""
    if request.purpose == Purpose.INVITE:
        return [_invitation(request)]
    if request.partner:
        return [_link(request.partner)]  # staff send it
    if _too_many(request, now):
        return []
    known = list(Partner.objects.filter(email__iexact=request.email).order_by("pk"))
    taking_part = [partner for partner in known if partner.status == Status.ACTIVE]
    if request.purpose == Purpose.SIGN_UP:
        return [_link(partner, signed_up=True) for partner in taking_part] or [_confirmation(request)]
    if known:
        return [
            _link(partner) for partner in known if partner.confirmed_at or partner.status == Status.ACTIVE
        ] or _invitations(known)
    pending = PartnerRequest.objects.filter(
        purpose=Purpose.SIGN_UP,
        email__iexact=request.email,
        used_at=None,
        created_at__gte=now - VALID[Purpose.SIGN_UP],
    ).first()
    return [_confirmation(pending)] if pending else []


def _invitations(partners: list[Partner]) -> list[EmailMessage]:
    pending = [partner.requests.filter(purpose=Purpose.INVITE, used_at=None).first() for partner in partners]
    return [_invitation(request) for request in pending if request]


def _too_many(request: PartnerRequest, now: datetime.datetime) -> bool:
    same = PartnerRequest.objects.filter(email__iexact=request.email, sent_at__gte=now - _DAY)
    return same.exclude(purpose=Purpose.INVITE).count() >= FOR_ONE_ADDRESS


def _confirmation(request: PartnerRequest) -> EmailMessage:
    subject = _("Bitte bestätigen Sie Ihre Anmeldung")
    return letters.letter(request.email, subject, "letters/confirm", {"confirm": _address(request)})


def _invitation(request: PartnerRequest) -> EmailMessage:
    subject = _("Möchten Sie Stellen der Stadt weitergeben?")
    return letters.letter(request.partner, subject, "letters/invite", {"confirm": _address(request)})


def _link(partner: Partner, *, signed_up: bool = False) -> EmailMessage:
    subject = _("Ihr Link zur Partnerseite")
    return letters.letter(partner, subject, "letters/link", {"signed_up": signed_up})


def _address(request: PartnerRequest) -> str:
    return absolute(reverse("partner:confirm", args=[confirm_token(request)]))
