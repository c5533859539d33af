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
from channels.languages import Language
from channels.models import Channel
from channels.partners.handoffs.hanging import hanging
from outreach.profile import city
from postings import amounts
from postings.documents.cleaning import one_line
from postings.factlist import factlist
from postings.models import Event, Posting, PostingVersion

SUBJECT_LENGTH = 120


def publish_mail(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Tells of a new ad."""
    deadline = version.facts.get("deadline")
    title = one_line(version.title)
    subject = (
        _("Neue Stelle: %(title)s, bewerben bis %(day)s") % {"title": title, "day": amounts.day(deadline)}
        if deadline
        else _("Neue Stelle: %(title)s") % {"title": title}
    )
    return part("publish", subject, _about(version, channel), channel.language)


def close_mail(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Tells that an ad ended before its deadline."""
    subject = _("Nicht mehr frei: %(title)s") % {"title": one_line(version.title)}
    about = {**_about(version, channel), **notice_of(version.posting, channel)}
    return part("close", subject, about, channel.language)


def change_mail(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Tells that an open ad now says something else."""
    subject = _("Geändert: %(title)s") % {"title": one_line(version.title)}
    return part("change", subject, _about(version, channel), channel.language)


def language_mail(version: PostingVersion, channel: Channel, language: Language) -> dict[str, Any]:
    """Tells who waited for it that the ad is there in another language, reviewed by a person."""
    subject = _("Jetzt auch auf %(language)s: %(title)s") % {
        "language": language.told_name,
        "title": one_line(version.title),
    }
    return part("news", subject, {**_about(version, channel), "news": language}, channel.language)


def remind_mail(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Tells that an ad ends soon."""
    deadline = version.facts.get("deadline")
    title = one_line(version.title)
    subject = (
        _("Noch bis %(day)s: %(title)s") % {"title": title, "day": amounts.day(deadline)}
        if deadline
        else _("Noch offen: %(title)s") % {"title": title}
    )
    return part("remind", subject, _about(version, channel), channel.language)


def part(name: str, subject: str, context: dict[str, Any], language: str) -> dict[str, Any]:
    """What a mail says about one ad or event, as approved: `channels/email/<name>.txt` and `.html`.

    Greeting, reasons, links of the partner's own and the way out are put around it when it is sent
    (`channels.partners.letters`), so that several parts can share one mail.
    """
    context = {**context, "language": language, "city": city(), "city_name": city_name()}
    return {
        "subject": Truncator(subject).chars(SUBJECT_LENGTH),
        "text": render_to_string(f"channels/email/{name}.txt", context).strip(),
        "html": render_to_string(f"channels/email/{name}.html", context).strip(),
    }


def forward_text(version: PostingVersion, channel: Channel) -> str:
    """What the partner passes on: plain lines that survive every messenger, with the partner's own code."""
    link = links.address(links.code_for(version.posting, channel, channel.language))
    return "\n".join(
        [
            _("Neue Stelle (%(city)s): %(title)s") % {"city": city_name(), "title": one_line(version.title)},
            *(f"{fact['label']}: {fact['value']}" for fact in factlist(version.facts)),
            _("Mehr erfahren und bewerben: %(link)s") % {"link": link},
        ]
    )


def notice_of(subject: Posting | Event, channel: Channel) -> dict[str, Any]:
    """What the partner has up, for closing notices: since when, and where if it was said."""
    notice = hanging(subject, channel)
    return {
        "hanging": notice.at if notice else None,
        "hanging_place": f" ({notice.place})" if notice and notice.place else "",
    }


def city_name() -> str:
    """The city as it signs."""
    return city().get("official_name") or city()["name"]


def _about(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """What every part about an ad may say; its button carries the code all partner mails share."""
    return {
        "title": one_line(version.title),
        "facts": factlist(version.facts),
        "button": links.address(
            links.code_for(version.posting, links.shared_mail_channel(), channel.language)
        ),
    }
