"""An event as a mail to a partner: an invitation, a change, a reminder, or that it is called off."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from channels import links
from channels.models import Channel, Delivery, Link
from channels.renditions.events.entry import event_facts
from channels.renditions.fitting import Line, Post, Size, fitted
from channels.renditions.forms import messenger
from channels.renditions.forms.package import parts
from channels.renditions.mail import city_name, notice_of, part
from outreach.addresses import absolute
from postings.documents.cleaning import clean_text, one_line
from postings.models import Event

Action = Delivery.Action


def event_mail(event: Event, channel: Channel, action: str) -> dict[str, Any]:
    """What the mail says about the event, and the package to pass on."""
    shared = links.code_for(event, links.shared_mail_channel(), channel.language)
    forward = forward_text(event, channel, action)
    context = {
        "action": action,
        "title": one_line(event.title),
        "facts": event_facts(event),
        "changes": changes(event, channel) if action == Action.CHANGE else [],
        **(notice_of(event, channel) if action == Action.CLOSE else {}),
        "description": clean_text(event.description).strip(),
        "button": links.address(shared),
        "calendar": absolute(f"{event.get_absolute_url()}termin.ics"),
    }
    link = links.code_for(event, channel, channel.language)
    return {
        **parts(link, event.title, forward, messenger_text(event, link, action)),
        **part("event", _subject(event, action), context, channel.language),
    }


def forward_text(event: Event, channel: Channel, action: str) -> str:
    """What the partner passes on: plain lines that survive every messenger, with the partner's own code."""
    link = links.address(links.code_for(event, channel, channel.language))
    return "\n".join(
        [
            _opening(action).format(city=city_name(), title=one_line(event.title)),
            *(f"{fact['label']}: {fact['value']}" for fact in event_facts(event)),
            _("Mehr erfahren: {link}").format(link=link),
        ]
    )


def messenger_text(event: Event, link: Link, action: str) -> str:
    """The same within what messengers take: what has no room is left out whole, the link never."""
    lead = _opening(action).format(city=city_name(), title="").rstrip().rstrip(":")
    lines = tuple(
        Line(f"{fact['label']}: {fact['value']}", spare) for spare, fact in enumerate(event_facts(event))
    )
    more = _("Mehr erfahren: {link}").format(link=links.address(link))
    post = Post(lead=lead, brief="", title=one_line(event.title), link=more, lines=lines)
    return fitted(post, Size(messenger.UNITS, messenger.units)).text


def changes(event: Event, channel: Channel) -> list[dict[str, str]]:
    """What is different from what this channel was last told: label, new value, and the one before."""
    last = (
        Delivery.objects.filter(event=event, channel=channel, action__in=[Action.PUBLISH, Action.CHANGE])
        .exclude(state=Delivery.State.CANCELLED)
        .order_by("-pk")
        .first()
    )
    told = last.rendition.get("feed_entry", {}).get("facts", []) if last else []
    before = {fact["key"]: fact["value"] for fact in told}
    now = {fact["key"]: fact for fact in event_facts(event)}
    found = [
        {"label": fact["label"], "value": fact["value"], "before": before.get(key, "")}
        for key, fact in now.items()
        if fact["value"] != before.get(key, "")
    ]
    gone = [fact for fact in told if fact["key"] not in now]
    return found + [
        {"label": fact["label"], "value": _("keine Angabe mehr"), "before": fact["value"]} for fact in gone
    ]


def _opening(action: str) -> str:
    return {
        Action.CHANGE: _("Geändert ({city}): {title}"),
        Action.REMIND: _("Bald ist es so weit ({city}): {title}"),
        Action.CLOSE: _("Abgesagt ({city}): {title}"),
    }.get(action, _("Einladung ({city}): {title}"))


def _subject(event: Event, action: str) -> str:
    day = date_format(localtime(event.starts_at), "j. F Y")
    sentence = {
        Action.CHANGE: _("Geändert: {title}, {day}"),
        Action.REMIND: _("Erinnerung: {title}, {day}"),
        Action.CLOSE: _("Abgesagt: {title}, {day}"),
    }.get(action, _("Einladung: {title}, {day}"))
    return sentence.format(title=one_line(event.title), day=day)
