"""Reasons not to send, or not yet, looked up right before sending."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from channels import languages, timing
from channels.adapters import registry
from channels.delivery import told
from channels.delivery.outcomes import Outcome
from channels.models import Channel, Delivery, Partner
from channels.sending import retries
from postings.models import State as PostingState

State, Action = Delivery.State, Delivery.Action
_SOON = datetime.timedelta(minutes=1)
_PATIENCE = datetime.timedelta(hours=12)


def obstacle(delivery: Delivery, now: datetime.datetime) -> Outcome | None:
    """What keeps this row from being sent now; None: nothing."""
    return (
        _channel_obstacle(delivery.channel, delivery)
        or (_event_obstacle(delivery, now) if delivery.event else _ad_obstacle(delivery, now))
        or _language_obstacle(delivery, now)
        or _order_obstacle(delivery, now)
        or _memory_obstacle(delivery, now)
        or _hours_obstacle(delivery, now)
        or _silence_obstacle(delivery, now)
    )


def last_moment(delivery: Delivery) -> datetime.datetime | None:
    """After this the message is of no use any more."""
    if delivery.event:
        remind = delivery.action == Action.REMIND
        return delivery.event.starts_at if remind else delivery.event.ends_at
    if delivery.version and delivery.action != Action.CLOSE and delivery.version.posting.deadline:
        return retries.last_moment(delivery.version.posting.deadline)
    return None


def _cancelled(sentence: str) -> Outcome:
    return Outcome(State.CANCELLED, sentence)


def _channel_obstacle(channel: Channel, delivery: Delivery) -> Outcome | None:
    partner = channel.partner
    if not registry.sends(channel.kind):
        sentence = _("Dieses Medium gibt es nicht mehr. Bitte wählen Sie beim Kanal ein anderes.")
        return Outcome(State.FAILED, sentence)
    if partner and partner.status != Partner.Status.ACTIVE:
        return _cancelled(_("Der Kanal ist abgeschaltet."))
    if delivery.is_note:
        return None
    if channel.trouble and not channel.active:
        return Outcome(State.FAILED, channel.trouble)
    return None if channel.active else _cancelled(_("Der Kanal ist abgeschaltet."))


def _ad_obstacle(delivery: Delivery, now: datetime.datetime) -> Outcome | None:
    version = delivery.version
    if version is None or delivery.action == Action.CLOSE:
        return None
    posting = version.posting
    if posting.state != PostingState.PUBLISHED or posting.approved_id != version.pk:
        return _cancelled(_("Die Ausschreibung ist nicht mehr offen."))
    if now > retries.last_moment(posting.deadline):
        return _cancelled(_("Der Bewerbungsschluss ist vorbei."))
    return None


def _event_obstacle(delivery: Delivery, now: datetime.datetime) -> Outcome | None:
    event = delivery.event
    if now > event.ends_at:
        return _cancelled(_("Die Veranstaltung ist vorbei."))
    if event.cancelled_at and delivery.action != Action.CLOSE:
        return _cancelled(_("Die Veranstaltung ist abgesagt."))
    if delivery.action == Action.REMIND and now > event.starts_at:
        return _cancelled(_("Die Veranstaltung hat schon begonnen."))
    return None


def _language_obstacle(delivery: Delivery, now: datetime.datetime) -> Outcome | None:
    """The channel waits until somebody reviewed its language; that review wakes the row itself."""
    code = delivery.rendition.get("held")
    if not code:
        return None
    name = languages.get(code).told_name if code in languages.codes() else code
    sentence = _("Wartet, bis jemand {language} geprüft hat.").format(language=name)
    return Outcome(State.WAITING, sentence, due_at=now + _PATIENCE)


def _order_obstacle(delivery: Delivery, now: datetime.datetime) -> Outcome | None:
    """A change or end is told only to those who were told of the thing itself, and never before it.

    What goes in another way's place tells people who were to know.
    """
    if delivery.action not in {Action.CHANGE, Action.CLOSE} or delivery.instead_of_id:
        return None
    states = dict(told.announcements(delivery).values_list("state", "due_at"))
    if State.SENT in states or State.UNCONFIRMED in states:
        return None
    if State.SENDING in states:
        return Outcome(State.WAITING, due_at=now + _SOON)
    if State.WAITING in states and delivery.action == Action.CHANGE:
        return Outcome(State.WAITING, due_at=max(states[State.WAITING], now) + _SOON)
    if delivery.event:
        return _cancelled(_("Der Kanal hatte die Veranstaltung nicht bekommen."))
    return _cancelled(_("Der Kanal hatte die Ausschreibung nicht bekommen."))


def _memory_obstacle(delivery: Delivery, now: datetime.datetime) -> Outcome | None:
    """It may have arrived long ago, and the receiver would take it for a new one by now."""
    since = delivery.unclear_since
    if since is None or registry.is_repeatable(delivery.channel.kind, now - since):
        return None
    return Outcome(State.UNCONFIRMED, delivery.error or unclear())


def unclear() -> str:
    """Asks a person to find out."""
    return _("Es ist unklar, ob die Nachricht ankam. Bitte sehen Sie auf dem Kanal nach.")


def _hours_obstacle(delivery: Delivery, now: datetime.datetime) -> Outcome | None:
    """Some receivers take in something only at certain hours."""
    if (hours := registry.hours(delivery.channel.kind)) is None:
        return None
    opening = next_opening(hours, now)
    return None if opening <= now else Outcome(State.WAITING, delivery.error, opening)


def _silence_obstacle(delivery: Delivery, now: datetime.datetime) -> Outcome | None:
    """A retry, or what piled up while no worker ran, must not wake a partner at night either."""
    until = timing.silent_until(delivery.channel, now)
    return Outcome(State.WAITING, delivery.error, until) if until else None


def next_opening(hours: tuple[datetime.time, datetime.time], now: datetime.datetime) -> datetime.datetime:
    """`now` if it lies within these local hours, else the next moment that does."""
    start, end = hours
    local = timezone.localtime(now)
    within = start <= local.time() < end if start <= end else not end <= local.time() < start
    if within:
        return now
    day = local.date() + datetime.timedelta(days=local.time() >= start)
    return timezone.make_aware(datetime.datetime.combine(day, start), local.tzinfo)
