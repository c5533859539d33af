"""Deliveries in plain words: a word with a badge, and a sentence with what comes next."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from channels.adapters import registry
from channels.models import Delivery

State = Delivery.State


@dataclass(frozen=True)
class Label:
    """What a page shows of a delivery."""

    delivery: Delivery
    word: str
    kind: str  # of the badge
    icon: str
    sentence: str


def label(delivery: Delivery) -> Label:
    """The present state of a delivery for people."""
    word, kind, icon = _word(delivery)
    return Label(delivery, word, kind, icon, _sentence(delivery))


def moment(value: datetime.datetime) -> str:
    """15. Januar 2027, 14:30 Uhr"""
    return _("{moment} Uhr").format(moment=date_format(timezone.localtime(value), "j. F Y, H:i"))


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
    return _("Beendet") if delivery.action == Delivery.Action.CLOSE else _("Veröffentlicht")


def _sentence(delivery: Delivery) -> str:
    if delivery.state == State.SENT and delivery.sent_at:
        return moment(delivery.sent_at)
    if delivery.state == State.WAITING and delivery.attempts:
        return _("{error} Nächster Versuch: {moment}.").format(
            error=delivery.error, moment=moment(delivery.due_at)
        )
    if delivery.state == State.WAITING:
        return _("Geht in der nächsten Minute hinaus.")
    return delivery.error
