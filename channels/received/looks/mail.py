"""A mail as the inbox shows it: sender, subject, the beginning, and the mail itself in a locked frame."""

from __future__ import annotations

from typing import Any

from django.core.mail import EmailMultiAlternatives

from channels.partners import letters
from channels.received.masking import masked
from channels.received.sample import Sample

KINDS = ("email",)
TEMPLATE = "mail.html"


def look(sample: Sample) -> dict[str, Any] | None:
    """Head of the mail, its text; the HTML comes from an address of its own (`frame`)."""
    if sample.channel.partner is None:
        return None
    mail = letter(sample)
    return {
        "sender": mail.from_email,
        "receiver": sample.channel.partner.name,
        "subject": mail.subject,
        "text": masked(mail.body),
        "framed": True,
    }


def frame(sample: Sample) -> str:
    """The mail's HTML without keys."""
    return masked(str(letter(sample).alternatives[0][0]))


def letter(sample: Sample) -> EmailMultiAlternatives:
    """The mail as it would be posted."""
    return letters.about(sample.delivery)
