"""An event as a feed entry, and its facts for every other form."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from channels import links
from channels.models import Channel
from channels.renditions import html
from channels.renditions.events.calendar_fields import calendar_fields
from postings.documents.cleaning import clean_text, one_line
from postings.models import Event


def event_entry(event: Event, channel: Channel) -> dict[str, Any]:
    """Title, tracked link of the channel, one-line summary and the whole invitation as HTML."""
    link = links.address(links.code_for(event, channel, channel.language))
    facts = event_facts(event)
    return {
        "title": told_title(event),
        "link": link,
        "language": channel.language,
        "summary": " · ".join(f"{fact['label']}: {fact['value']}" for fact in facts),
        "facts": facts,
        "html": _content(event, facts, link),
        **calendar_fields(event, facts, link),
    }


def told_title(event: Event) -> str:
    """The title; a cancelled event says so first, for those who read nothing else."""
    title = one_line(event.title)
    return _("Abgesagt: {title}").format(title=title) if event.cancelled_at else title


def event_facts(event: Event) -> list[dict[str, str]]:
    """What a visitor needs, in the order of asking: when, where, in which languages, without which steps."""
    facts = [
        ("reason", _("Grund der Absage"), event.cancel_reason if event.cancelled_at else ""),
        ("when", _("Wann"), when(event)),
        ("where", _("Wo"), event.place),
        ("attendance", _("Teilnahme"), _how(event)),
        ("languages", _("Sprachen"), event.languages),
        ("accessibility", _("Barrierefreiheit"), event.accessibility),
        ("registration", _("Anmeldung"), "" if event.cancelled_at else event.registration_url),
    ]
    return [
        {"key": key, "label": label, "value": one_line(str(value))} for key, label, value in facts if value
    ]


def when(event: Event) -> str:
    """ "Samstag, 16. Januar 2027, 10:00 bis 15:00 Uhr", or two full dates if it ends on another day."""
    start, end = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    if start.date() == end.date():
        return _("{day}, {start} bis {end} Uhr").format(
            day=date_format(start, "l, j. F Y"), start=f"{start:%H:%M}", end=f"{end:%H:%M}"
        )
    return _("{start} Uhr bis {end} Uhr").format(
        start=date_format(start, "l, j. F Y, H:i"), end=date_format(end, "l, j. F Y, H:i")
    )


def _how(event: Event) -> str:
    """Only said where it is not what everybody expects."""
    on_site = event.attendance == Event.Attendance.ON_SITE
    return "" if on_site else event.get_attendance_display()


def _content(event: Event, facts: list[dict[str, str]], link: str) -> str:
    rows = format_html_join(
        "",
        "<li><strong>{}:</strong> {}</li>",
        ((f["label"], f["value"]) for f in facts if f["key"] != "registration"),
    )
    register = ""
    if event.registration_url and not event.cancelled_at:
        register = format_html('<p><a href="{}">{}</a></p>', event.registration_url, _("Zur Anmeldung"))
    more = format_html('<p><a href="{}">{}</a></p>', link, _("Zur Veranstaltung"))
    return f"<ul>{rows}</ul>\n{html.render(clean_text(event.description))}\n{register}{more}"
