"""An ad as a mail to a partner: facts, a button, and a text to pass on.

One person reads the mail, so its own button carries the code all partner mails share; the partner's
code stands in the text that many will read (DOMAIN §5: a code per person would be an identifier).
"""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from channels import links
from channels.models import Channel
from outreach.profile import city
from postings import german
from postings.documents.cleaning import clean_text, one_line
from postings.factlist import factlist
from postings.models import PostingVersion

SUBJECT_LENGTH = 120


def publish_mail(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Tells of a new ad."""
    deadline = version.facts.get("deadline")
    title = one_line(version.title)
    subject = (
        _("Neue Stelle: %(title)s, bewerben bis %(day)s") % {"title": title, "day": german.day(deadline)}
        if deadline
        else _("Neue Stelle: %(title)s") % {"title": title}
    )
    return _mail("publish", subject, version, channel, {"forward": forward_text(version, channel)})


def close_mail(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Tells that an ad ended before its deadline."""
    subject = _("Nicht mehr frei: %(title)s") % {"title": one_line(version.title)}
    return _mail("close", subject, version, channel, {})


def forward_text(version: PostingVersion, channel: Channel) -> str:
    """What the partner passes on: plain lines that survive every messenger, with the partner's own code."""
    link = links.address(links.code_for(version.posting, channel, channel.language))
    return "\n".join(
        [
            _("Neue Stelle (%(city)s): %(title)s") % {"city": _city_name(), "title": one_line(version.title)},
            *(f"{fact['label']}: {fact['value']}" for fact in factlist(version.facts)),
            _("Mehr erfahren und bewerben: %(link)s") % {"link": link},
        ]
    )


def _mail(name: str, subject: str, version: PostingVersion, channel: Channel, more: dict) -> dict[str, Any]:
    shared = links.code_for(version.posting, links.shared_mail_channel(), channel.language)
    context = {
        "city": city(),
        "city_name": _city_name(),
        "partner": clean_text(channel.partner.name) if channel.partner else "",
        "title": one_line(version.title),
        "facts": factlist(version.facts),
        "button": links.address(shared),
        "language": channel.language,
        **more,
    }
    text = render_to_string(f"channels/email/{name}.txt", context)
    markup = render_to_string(f"channels/email/{name}.html", context)
    return {
        "subject": Truncator(subject).chars(SUBJECT_LENGTH),
        "text": text.strip() + "\n",
        "html": markup,
        **more,
    }


def _city_name() -> str:
    return city().get("official_name") or city()["name"]
