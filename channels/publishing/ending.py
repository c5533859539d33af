"""Where an ad that ended, or an event called off, may still be seen, and what a person can do about it.

Closing travels as far as publishing. Mails cannot be called back, though, papers hang until somebody takes
them down, and a receiver may not have heard of the end: all that is told here instead of being hidden.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from channels.adapters import registry
from channels.models import Channel, Delivery, FeedSnapshot, HandOff, Partner
from channels.partners.handoffs.hanging import posters
from channels.staff.moments import moment
from postings.models import Event, Posting
from postings.models import State as PostingState

State, Action = Delivery.State, Delivery.Action
#: So long after the end receivers that fetch rarely, and search engines, may not have looked again.
SLOW_READERS = datetime.timedelta(days=7)
_TOLD = (State.SENT, State.SENDING, State.UNCONFIRMED)
#: A post that is gone or says that it is over (`remote["how"]` of the closing).
_SETTLED = frozenset({"deleted", "edited"})


@dataclass(frozen=True)
class Visible:
    """One place where it may still be seen."""

    place: str
    why: str
    todo: str
    #: A person has to do something; otherwise it settles itself.
    waits: bool = True
    delivery: Delivery | None = None
    handoff: HandOff | None = None


def has_ended(subject: Posting | Event) -> bool:
    """True for closed ads and cancelled events."""
    if isinstance(subject, Event):
        return bool(subject.cancelled_at)
    return subject.state == PostingState.CLOSED


def still_visible(subject: Posting | Event, now: datetime.datetime | None = None) -> list[Visible]:
    """Every such place, first those where somebody has to do something. Nothing for what goes on."""
    if not has_ended(subject):
        return []
    now = now or timezone.now()
    found = [*_papers(subject), *_passed_on(subject)]
    for channel, last, closing in _told(subject):
        if registry.sends(channel.kind):
            found += _sent(channel, last, closing, expected=_was_expected(subject))
        else:
            found += _served(subject, channel, now)
    found += _search_engines(subject, now)
    return sorted(found, key=lambda place: not place.waits)


def _about(subject: Posting | Event) -> dict[str, Posting | Event]:
    return {"event": subject} if isinstance(subject, Event) else {"version__posting": subject}


def _told(subject: Posting | Event) -> Iterator[tuple[Channel, Delivery, Delivery | None]]:
    """Each channel that has it: what it was told last, and the message about the end."""
    rows = Delivery.objects.filter(**_about(subject)).select_related("channel__partner").order_by("pk")
    last: dict[int, Delivery] = {}
    closing: dict[int, Delivery] = {}
    for row in rows:
        if row.action == Action.CLOSE:
            closing[row.channel_id] = row
        elif row.state in _TOLD:
            last[row.channel_id] = row
    for key, row in last.items():
        yield row.channel, row, closing.get(key)


def _sent(channel: Channel, last: Delivery, closing: Delivery | None, *, expected: bool) -> list[Visible]:
    if registry.is_deadline_told(channel.kind):
        return [_message(channel, closing, expected)]
    if closing is None or closing.state == State.CANCELLED:
        why = _("Dieser Kanal hat vom Ende nichts erfahren.")
        return [Visible(channel.name, why, _remove_by_hand(channel), delivery=last)]
    if closing.state == State.SENT:
        return _closed(channel, closing)
    return [_unsettled(channel, closing)]


def _message(channel: Channel, closing: Delivery | None, expected: bool) -> Visible:
    """What people got and keep."""
    why = _("Verschickte Nachrichten lassen sich nicht zurückholen.")
    if closing and closing.state == State.SENT:
        return Visible(channel.name, why, _("Das Ende haben wir mitgeteilt."), waits=False)
    if closing and closing.state in {State.WAITING, State.SENDING} and channel.active:
        return Visible(channel.name, why, _("Die Nachricht über das Ende ist unterwegs."), waits=False)
    if closing is None and expected:
        return Visible(channel.name, why, _("Das Datum des Endes stand schon darin."), waits=False)
    return Visible(channel.name, why, _tell_them(channel.partner), delivery=closing)


def _closed(channel: Channel, closing: Delivery) -> list[Visible]:
    how = closing.remote.get("how")
    if how is None or how in _SETTLED:
        return []
    why = _("Der Beitrag ließ sich nicht mehr ändern. Darunter steht, dass es vorbei ist.")
    return [Visible(channel.name, why, _remove_by_hand(channel), delivery=closing)]


def _unsettled(channel: Channel, closing: Delivery) -> Visible:
    if closing.state == State.FAILED:
        why = _("Das Ende kam dort nicht an: {error}").format(error=closing.error)
        return Visible(channel.name, why, _remove_by_hand(channel), delivery=closing)
    if closing.state == State.UNCONFIRMED:
        why = _("Es ist unklar, ob das Ende dort ankam.")
        return Visible(channel.name, why, _("Bitte sehen Sie nach und sagen Sie es uns."), delivery=closing)
    why = _("Das Ende ist unterwegs.")
    if not channel.active:
        todo = _remove_by_hand(channel)
        return Visible(channel.name, _("Der Kanal ist abgeschaltet."), todo, delivery=closing)
    if closing.attempts:
        why = _("Das Ende ist unterwegs. Nächster Versuch: {moment}.").format(moment=moment(closing.due_at))
    return Visible(channel.name, why, _("Sie müssen nichts tun."), waits=False, delivery=closing)


def _served(subject: Posting | Event, channel: Channel, now: datetime.datetime) -> list[Visible]:
    """Feeds drop it by themselves, unless they are held; whoever fetched them may be slower."""
    if channel.kind == "job_page":
        return []
    key = f"event:{subject.pk}" if isinstance(subject, Event) else f"ad:{subject.pk}"
    if any(key in kept.held for kept in FeedSnapshot.objects.held().filter(channel=channel).defer("body")):
        why = _("Der Feed ist angehalten und zeigt den letzten guten Stand.")
        return [Visible(channel.name, why, _("Bitte stimmen Sie unter „Kanäle“ der Änderung zu."))]
    if _ended_at(subject) + SLOW_READERS < now:
        return []
    why = _("Wer den Feed abholt, zeigt sie vielleicht noch, bis er das nächste Mal nachsieht.")
    todo = _("Meist ist das nach einem Tag erledigt. Sonst fragen Sie dort nach.")
    return [Visible(channel.name, why, todo, waits=False)]


def _papers(subject: Posting | Event) -> list[Visible]:
    found = posters(subject).select_related("delivery__channel__partner")
    return [
        Visible(
            place=_("Aushang: {partner}").format(partner=_partner_name(handoff)),
            why=_("Hängt dort seit {moment}.").format(moment=moment(handoff.at)) + _where(handoff),
            todo=_("Bitten Sie darum, den Aushang abzunehmen."),
            handoff=handoff,
        )
        for handoff in found
    ]


def _where(handoff: HandOff) -> str:
    return " " + _("Ort: {place}.").format(place=handoff.place) if handoff.place else ""


def _passed_on(subject: Posting | Event) -> list[Visible]:
    """What a partner forwarded or announced reaches people we do not know."""
    about = {f"delivery__{name}": value for name, value in _about(subject).items()}
    rows = HandOff.objects.filter(**about).exclude(how=HandOff.How.PUT_UP)
    names = sorted({_partner_name(row) for row in rows.select_related("delivery__channel__partner")})
    why = _("Hat sie weitergegeben. Weitergeleitete Nachrichten bleiben stehen.")
    todo = _("Der Link darin führt zur Seite, und die sagt, dass es vorbei ist.")
    return [Visible(name, why, todo, waits=False) for name in names]


def _search_engines(subject: Posting | Event, now: datetime.datetime) -> list[Visible]:
    if _ended_at(subject) + SLOW_READERS < now:
        return []
    why = _("Sie zeigen eine Seite oft noch einige Tage.")
    todo = _("Sie müssen nichts tun: Die Seite sagt ihnen, dass sie zu Ende ist.")
    return [Visible(_("Suchmaschinen"), why, todo, waits=False)]


def _was_expected(subject: Posting | Event) -> bool:
    """True if it ended on the day that every message named."""
    if isinstance(subject, Event) or not subject.deadline:
        return False
    return timezone.localdate(_ended_at(subject)) > subject.deadline


def _ended_at(subject: Posting | Event) -> datetime.datetime:
    ended = subject.cancelled_at if isinstance(subject, Event) else subject.closed_at
    return ended or timezone.now()


def _partner_name(handoff: HandOff) -> str:
    channel = handoff.delivery.channel
    return channel.partner.name if channel.partner else channel.name


def _tell_them(partner: Partner | None) -> str:
    if partner is None:
        return _("Bitte sagen Sie dort Bescheid.")
    ways = ", ".join(way for way in (partner.email, partner.phone) if way)
    return _("Bitte sagen Sie bei {partner} Bescheid ({ways}).").format(partner=partner.name, ways=ways)


def _remove_by_hand(channel: Channel) -> str:
    if channel.partner:
        return _tell_them(channel.partner)
    return _("Bitte löschen Sie den Beitrag dort von Hand.")
