"""Deliveries in plain words: a word with a badge, a sentence with what comes next, and notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from channels.adapters import registry
from channels.models import Delivery
from channels.routing import fits
from channels.staff.moments import moment

State, Action = Delivery.State, Delivery.Action
_ALIVE = frozenset({State.WAITING, State.SENDING, State.SENT})


@dataclass(frozen=True)
class Label:
    """What a page shows of a delivery."""

    delivery: Delivery
    word: str
    kind: str  # of the badge
    icon: str
    sentence: str
    what: str = ""
    #: The other ways it went, and why this receiver got it.
    notes: list[str] = field(default_factory=list)
    why: str = ""


def labelled(rows: QuerySet[Delivery]) -> list[Label]:
    """The labels of many deliveries, with all they need in few queries."""
    related = ("channel__partner", "version__posting", "event", "instead_of__channel", "destination")
    return [
        label(row)
        for row in rows.select_related(*related).prefetch_related("substitutes__channel", "handoffs")
    ]


def label(delivery: Delivery) -> Label:
    """The present state of a delivery for people."""
    word, kind, icon = _word(delivery)
    return Label(
        delivery,
        word,
        kind,
        icon,
        sentence=_sentence(delivery),
        what=_what(delivery),
        notes=[*_other_ways(delivery), *_passed_on(delivery)],
        why=_why(delivery),
    )


def _what(delivery: Delivery) -> str:
    """The kind of message; events are invited to and called off."""
    named = {Action.PUBLISH: _("Einladung"), Action.CLOSE: _("Absage")} if delivery.event_id else {}
    return named.get(delivery.action) or delivery.get_action_display()


def _word(delivery: Delivery) -> tuple[str, str, str]:
    if delivery.state == State.SENT:
        return _done(delivery), "success", "success"
    if delivery.state == State.WAITING and delivery.attempts:
        return _("Wird wiederholt"), "warning", "autorenew"
    return {
        State.WAITING: (_("Wartet"), "default", "info"),
        State.SENDING: (_("Wird gesendet"), "default", "autorenew"),
        State.FAILED: (_("Nicht angekommen"), "danger", "danger"),
        State.UNCONFIRMED: (_("Unklar"), "warning", "warning"),
    }.get(delivery.state, (_("Nicht gesendet"), "default", "close"))


def _done(delivery: Delivery) -> str:
    if registry.sends(delivery.channel.kind):
        return _("Gesendet")
    return _("Beendet") if delivery.action == Action.CLOSE else _("Veröffentlicht")


def _sentence(delivery: Delivery) -> str:
    if delivery.state == State.WAITING:
        return _waiting(delivery)
    if delivery.state == State.SENT and delivery.sent_at:
        return moment(delivery.sent_at)
    if delivery.state == State.FAILED:
        return delivery.error or _("Den Grund kennen wir nicht. Bitte versuchen Sie es noch einmal.")
    if delivery.state == State.UNCONFIRMED:
        return delivery.error or _("Bitte sehen Sie nach, ob die Nachricht angekommen ist.")
    return delivery.error


def _waiting(delivery: Delivery) -> str:
    """When it goes, and what it waits for."""
    channel, now = delivery.channel, timezone.now()
    if channel.trouble and not channel.active:
        return _("Der Kanal steht still: {trouble}").format(trouble=channel.trouble)
    due_at, resting = delivery.due_at, _resting_until(delivery)
    if resting and resting > max(due_at, now):
        sentence = _("Dort wurde zuletzt nichts angenommen. Nächster Versuch: {moment}.")
        return f"{delivery.error} {sentence.format(moment=moment(resting))}".strip()
    if delivery.attempts:
        sentence = _("Nächster Versuch: {moment}.").format(moment=moment(max(due_at, now)))
        return f"{delivery.error} {sentence}".strip()
    if delivery.error:  # held back by the partner's own wishes (`timing`)
        return delivery.error
    if (due_at - now).total_seconds() > 60:
        return _("Geht am {moment} hinaus.").format(moment=moment(due_at))
    return _("Geht in der nächsten Minute hinaus.")


def _resting_until(delivery: Delivery):
    """The lane is at rest, and not merely out of tokens for a moment."""
    lane = delivery.destination
    return lane.blocked_until if lane and lane.failures else None


def _why(delivery: Delivery) -> str:
    """Why this receiver got it, as far as it did or will."""
    if delivery.action != Action.PUBLISH or delivery.state == State.CANCELLED:
        return ""
    return fits(delivery.reasons, delivery.channel.partner)


def _passed_on(delivery: Delivery) -> Iterable[str]:
    """Sent is one thing, passed on to people another: what the partner told."""
    for handoff in sorted(delivery.handoffs.all(), key=lambda handoff: handoff.at):
        told = _("{how} am {day}").format(
            how=handoff.get_how_display(), day=date_format(localtime(handoff.at), "j. F Y")
        )
        yield _("{told}, wieder abgenommen.").format(told=told) if handoff.removed_at else f"{told}."


def _other_ways(delivery: Delivery) -> Iterable[str]:
    if delivery.instead_of:
        sentence = _("Anstelle von „{channel}“, wo es nicht ging.")
        yield sentence.format(channel=delivery.instead_of.channel.name)
    for other in delivery.substitutes.all():
        if other.state in _ALIVE:
            sentence = _("Geht stattdessen über „{channel}“.")
            if other.state == State.SENT:
                sentence = _("Ging stattdessen über „{channel}“.")
            yield sentence.format(channel=other.channel.name)
