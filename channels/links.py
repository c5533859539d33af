"""Codes of tracked links: one per ad (or event), channel and language, the same for all readers."""

from __future__ import annotations

import re
import secrets

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from channels.models import Channel, Link
from outreach.addresses import absolute
from outreach.words.recorded import recorded
from postings.models import Event, Posting

#: No look-alikes (0 o, 1 l i, u v), no vowels that would spell words.
ALPHABET = "23456789bcdfghjkmnpqrstwxyz"
LENGTH = 8  # 27^8 = 280 thousand million: nobody guesses one, everybody can type one
_CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_ATTEMPTS = 5
SHARED_MAIL_KEY = "partnerpost"


def new_code() -> str:
    """A random code."""
    return "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))


def is_code(text: str) -> bool:
    """True if the text could be a code; says nothing about whether it was given out."""
    return bool(_CODE.fullmatch(text))


def code_for(subject: Posting | Event, channel: Channel, language: str = "de") -> Link:
    """The link of this ad or event on this channel, made on first use."""
    about = {"event": subject} if isinstance(subject, Event) else {"posting": subject}
    for attempt in range(_ATTEMPTS):
        try:
            return Link.objects.get_or_create(
                **about, channel=channel, language=language, defaults={"code": new_code()}
            )[0]
        except IntegrityError:  # the code itself was taken: draw again
            if attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")


def in_language(link: Link, language: str) -> Link:
    """The same channel's link to the same ad in another language: where its readers land, and count.

    It bears the date of the link it goes with: when somebody asked for a language first is nobody's business.
    """
    if language == link.language or link.posting_id is None:
        return link
    known = Link.objects.filter(posting=link.posting_id, channel=link.channel_id, language=language).first()
    if known:
        return known
    with transaction.atomic():
        made = code_for(link.posting, link.channel, language)
        Link.objects.filter(pk=made.pk).update(created_at=link.created_at)
    return made


def address(link: Link, medium: str = "link") -> str:
    """The absolute address: `/l/<code>` for clicking, `/q/<code>` for a QR code."""
    return absolute(f"/{'q' if medium == 'qr' else 'l'}/{link.code}")


def shared_mail_channel() -> Channel:
    """The system channel whose code stands on the buttons of *all* partner mails.

    A mail is read by one person; a code of its own would point at that person.
    """
    with recorded():
        about = {"name": _("Partnerpost (Knöpfe in E-Mails)"), "kind": "mail_buttons"}
    return Channel.objects.get_or_create(key=SHARED_MAIL_KEY, defaults=about)[0]
