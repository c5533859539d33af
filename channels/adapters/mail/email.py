"""Mail to a partner, who passes the ad on."""

from __future__ import annotations

import smtplib
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from channels.models import Channel, Delivery
from channels.renditions.mail import close_mail, publish_mail
from channels.sending.errors import SendError, Unconfirmed
from outreach.addresses import base
from outreach.profile import city
from postings.documents.cleaning import one_line
from postings.models import PostingVersion

NAME = gettext_lazy("E-Mail an einen Partner")
NEEDS_PARTNER = True
TIMEOUT = 20  # seconds; far below the lease of a delivery
_UNSET_SENDER = "webmaster@localhost"  # Django's own default


def render(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Subject, text, HTML and the text to pass on."""
    return publish_mail(version, channel)


def render_close(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """The news that an ad ended early."""
    return close_mail(version, channel)


def send(delivery: Delivery) -> None:
    """Hand the mail to the mail server; a repeated try carries the same Message-ID."""
    connection = get_connection(timeout=TIMEOUT)
    _open(connection)
    try:
        connection.send_messages([message(delivery)])
    except smtplib.SMTPResponseException as error:
        raise _answered(error.smtp_code) from error
    except smtplib.SMTPRecipientsRefused as error:
        raise _refused(error, delivery) from error
    except OSError as error:  # smtplib's other errors and broken connections: it may have gone through
        raise Unconfirmed(
            _("Die Verbindung riss beim Senden ab. Bitte fragen Sie beim Partner nach, ob die E-Mail ankam.")
        ) from error
    finally:
        _close(connection)


def message(delivery: Delivery) -> EmailMultiAlternatives:
    """The mail as it goes out, built from what was approved."""
    rendition, partner = delivery.rendition, delivery.channel.partner
    mail = EmailMultiAlternatives(
        subject=one_line(rendition["subject"]),
        body=rendition["text"],
        from_email=sender(),
        to=[one_line(partner.email)],
        reply_to=[city()["email"]] if city().get("email") else None,
        headers={
            "Message-ID": f"<delivery-{delivery.pk}@{urlsplit(base()).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.attach_alternative(rendition["html"], "text/html")
    return mail


def sender() -> str:
    """`DEFAULT_FROM_EMAIL` if the service was given one, else the city's own address."""
    if settings.DEFAULT_FROM_EMAIL != _UNSET_SENDER:
        return settings.DEFAULT_FROM_EMAIL
    return city().get("email") or settings.DEFAULT_FROM_EMAIL


def _open(connection: BaseEmailBackend) -> None:
    """Connect first: an error here means surely that nothing was sent."""
    try:
        connection.open()
    except smtplib.SMTPAuthenticationError as error:
        raise SendError(
            _("Der Mailserver nimmt die Anmeldung nicht an. Bitte lassen Sie EMAIL_URL prüfen.")
        ) from error
    except OSError as error:
        raise SendError(
            _(
                "Der Mailserver ist nicht erreichbar. Wir versuchen es weiter. "
                "Hält das an, lassen Sie bitte EMAIL_URL prüfen."
            )
        ) from error


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError:
        return  # the mail is already accepted or refused; a broken goodbye changes nothing


def _answered(code: int) -> SendError:
    if code < 500:
        sentence = _("Der Mailserver nimmt gerade nichts an (Antwort {code}). Wir versuchen es weiter.")
        return SendError(sentence.format(code=code))
    sentence = _(
        "Der Mailserver lehnt die E-Mail ab (Antwort {code}). "
        "Bitte lassen Sie die Absenderadresse und EMAIL_URL prüfen."
    )
    return SendError(sentence.format(code=code), permanent=True)


def _refused(error: smtplib.SMTPRecipientsRefused, delivery: Delivery) -> SendError:
    address = delivery.channel.partner.email
    if max(answer[0] for answer in error.recipients.values()) < 500:
        sentence = _("Das Postfach {address} nimmt gerade nichts an. Wir versuchen es weiter.")
        return SendError(sentence.format(address=address))
    sentence = _(
        "Die Adresse {address} nimmt keine E-Mails an. "
        "Bitte fragen Sie beim Partner nach und berichtigen Sie die Adresse."
    )
    return SendError(sentence.format(address=address), permanent=True)
