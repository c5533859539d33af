"""The outbox: claims what is due, calls `send()` (nobody else does), and records how it went.

Claim and record are two short transactions, the sending lies between them, outside. A worker that dies
in between leaves a lease that runs out: then the message may or may not have gone, so it becomes
*unconfirmed* and a person is asked, unless the receiver recognises repeated messages.
"""

from __future__ import annotations

import datetime
import logging
import time
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from channels.adapters import registry
from channels.models import Delivery, Partner
from channels.sending import retries
from channels.sending.errors import SendError, Unconfirmed
from channels.sending.waking import wake_workers
from outreach.people.models import User
from postings.models import State as PostingState

__all__ = ["SendError", "Unconfirmed", "deliver", "resolve", "retry", "sweep"]

log = logging.getLogger(__name__)
State = Delivery.State

#: Longer than any send may take (adapters time out after 20 s).
LEASE = datetime.timedelta(minutes=5)
#: One run of the sweep ends after this time; the next one goes on.
BUDGET = 50.0
_LONGEST_ERROR = 500


@dataclass(frozen=True)
class Outcome:
    """What became of one delivery, ready to be written."""

    state: State
    error: str = ""
    due_at: datetime.datetime | None = None


def sweep(now: datetime.datetime | None = None) -> int:
    """Deliver what is due, one after the other; any number of workers may do so at once."""
    start, started = now or timezone.now(), time.monotonic()
    handled = 0
    while (elapsed := time.monotonic() - started) < BUDGET:
        moment = start + datetime.timedelta(seconds=elapsed)
        if (delivery := _claim(start, moment)) is None:
            break
        handled += 1
        if delivery.state == State.SENDING:
            deliver(delivery, moment)
    return handled


def deliver(delivery: Delivery, now: datetime.datetime) -> None:
    """Send one claimed delivery and record the outcome."""
    outcome = _obstacle(delivery, now) or _attempt(delivery, now)
    _record(delivery, outcome)


@transaction.atomic
def _claim(start: datetime.datetime, now: datetime.datetime) -> Delivery | None:
    """Lease the next due row (or give up an orphaned one). Locks one row only, so nothing can deadlock."""
    due = Delivery.objects.due(start).order_by("due_at", "pk").select_for_update(skip_locked=True)
    pk = due.values_list("pk", flat=True).first()
    if pk is None:
        return None
    delivery = Delivery.objects.select_related("version__posting", "channel__partner").get(pk=pk)
    if delivery.state == State.SENDING and not registry.is_repeatable(delivery.channel.kind):
        delivery.state, delivery.error = State.UNCONFIRMED, _abandoned()
        delivery.save(update_fields=["state", "error"])  # the old lease owner may still report
        return delivery
    delivery.state = State.SENDING
    delivery.lease_owner, delivery.lease_until = uuid.uuid4().hex, now + LEASE
    delivery.attempts += 1
    delivery.save(update_fields=["state", "lease_owner", "lease_until", "attempts"])
    return delivery


def _abandoned() -> str:
    return _(
        "Der Dienst wurde beim Senden unterbrochen. "
        "Bitte fragen Sie beim Partner nach, ob die Nachricht ankam."
    )


def _obstacle(delivery: Delivery, now: datetime.datetime) -> Outcome | None:
    """A reason not to send at all, looked up right before sending."""
    posting, channel = delivery.version.posting, delivery.channel
    partner = channel.partner
    if not registry.sends(channel.kind):
        return Outcome(
            State.FAILED, _("Dieses Medium gibt es nicht mehr. Bitte wählen Sie beim Kanal ein anderes.")
        )
    if not channel.active or (partner and partner.status != Partner.Status.ACTIVE):
        return Outcome(State.CANCELLED, _("Der Kanal ist abgeschaltet."))
    if delivery.action == Delivery.Action.CLOSE:
        return _closing_obstacle(delivery, now)
    if posting.state != PostingState.PUBLISHED or posting.approved_id != delivery.version_id:
        return Outcome(State.CANCELLED, _("Die Ausschreibung ist nicht mehr offen."))
    if now > retries.last_moment(posting.deadline):
        return Outcome(State.CANCELLED, _("Der Bewerbungsschluss ist vorbei."))
    return None


def _closing_obstacle(delivery: Delivery, now: datetime.datetime) -> Outcome | None:
    """The end is told only to those who were told of the ad, and never before it."""
    told = Delivery.objects.filter(
        version=delivery.version, channel=delivery.channel, action=Delivery.Action.PUBLISH
    ).first()
    if told and told.state == State.SENDING:
        return Outcome(State.WAITING, due_at=now + datetime.timedelta(minutes=1))
    if told and told.state in {State.SENT, State.UNCONFIRMED}:
        return None
    return Outcome(State.CANCELLED, _("Der Kanal hatte die Ausschreibung nicht bekommen."))


def _attempt(delivery: Delivery, now: datetime.datetime) -> Outcome:
    try:
        registry.get(delivery.channel.kind).send(delivery)
    except Unconfirmed as error:
        return Outcome(State.UNCONFIRMED, str(error))
    except SendError as error:
        return _failure(delivery, error, now)
    except Exception:  # an adapter's mistake must not stop the outbox
        log.exception("delivery %s failed unexpectedly", delivery.pk)
        return Outcome(
            State.UNCONFIRMED,
            _("Beim Senden gab es einen unerwarteten Fehler. Bitte fragen Sie nach, ob die Nachricht ankam."),
        )
    return Outcome(State.SENT)


def _failure(delivery: Delivery, error: SendError, now: datetime.datetime) -> Outcome:
    if error.permanent:
        return Outcome(State.FAILED, str(error))
    deadline = delivery.version.posting.deadline if delivery.action == Delivery.Action.PUBLISH else None
    due_at = retries.next_try(delivery.attempts, now, deadline)
    if due_at is None:
        given_up = _("Wir haben es {count}-mal versucht und hören jetzt auf.").format(count=delivery.attempts)
        return Outcome(State.FAILED, f"{error} {given_up}")
    return Outcome(State.WAITING, str(error), due_at)


def _record(delivery: Delivery, outcome: Outcome) -> None:
    """Write the outcome if the lease is still ours; also if it ran out meanwhile and nobody took it."""
    changes = {
        "state": outcome.state,
        "error": outcome.error[:_LONGEST_ERROR],
        "due_at": outcome.due_at or delivery.due_at,
        "lease_until": None,
        "sent_at": timezone.now() if outcome.state == State.SENT else None,
    }
    ours = Delivery.objects.filter(pk=delivery.pk, lease_owner=delivery.lease_owner)
    if not ours.filter(state__in=[State.SENDING, State.UNCONFIRMED]).update(**changes):
        log.warning("delivery %s was taken over by another worker", delivery.pk)


@transaction.atomic
def retry(delivery: Delivery, *, by: User) -> bool:
    """A person wants a failed delivery sent again. False if it is not failed any more."""
    transaction.on_commit(wake_workers)
    failed = Delivery.objects.filter(pk=delivery.pk, state=State.FAILED)
    return bool(failed.update(**_again(), resolved_by=by))


@transaction.atomic
def resolve(delivery: Delivery, *, by: User, arrived: bool) -> bool:
    """A person found out whether an unconfirmed message arrived; if not, it is sent again."""
    unclear = Delivery.objects.filter(pk=delivery.pk, state=State.UNCONFIRMED)
    if arrived:
        changes = {"state": State.SENT, "sent_at": timezone.now(), "error": "", "lease_owner": ""}
    else:
        changes = _again()
        transaction.on_commit(wake_workers)
    return bool(unclear.update(**changes, resolved_by=by))


def _again() -> dict[str, object]:
    """From the start; no late word of an old lease owner counts any more."""
    return {"state": State.WAITING, "due_at": timezone.now(), "attempts": 0, "error": "", "lease_owner": ""}
