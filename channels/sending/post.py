"""Hands a mail to the mail server and says in plain words what came of it."""

from __future__ import annotations

import smtplib

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _

from channels.sending.errors import SendError, Unconfirmed

TIMEOUT = 20  # seconds; far below the lease of a delivery
#: Answers that mean "this mailbox is full" whatever their first digit says (RFC 3463: X.2.2).
_FULL = frozenset({452, 552})


def post(mail: EmailMessage) -> None:
    """Send one mail to one address; `SendError` or `Unconfirmed` if it did not surely go."""
    connection = get_connection(timeout=TIMEOUT)
    _open(connection)
    try:
        connection.send_messages([mail])
    except smtplib.SMTPResponseException as error:
        raise _answered(error.smtp_code, mail) from error
    except smtplib.SMTPRecipientsRefused as error:
        raise _refused(error, mail) from error
    except OSError as error:  # smtplib's other errors and broken connections: it may have gone through
        raise Unconfirmed(
            _("Die Verbindung riss beim Senden ab. Bitte fragen Sie beim Partner nach, ob die E-Mail ankam.")
        ) from error
    finally:
        _close(connection)


def _open(connection: BaseEmailBackend) -> None:
    """Connect first: an error here means surely that nothing was sent."""
    try:
        connection.open()
    except smtplib.SMTPAuthenticationError as error:
        raise SendError(
            _("Der Mailserver nimmt die Anmeldung nicht an. Bitte lassen Sie EMAIL_URL prüfen."), ours=True
        ) from error
    except OSError as error:
        raise SendError(
            _(
                "Der Mailserver ist nicht erreichbar. Wir versuchen es weiter. "
                "Hält das an, lassen Sie bitte EMAIL_URL prüfen."
            ),
            ours=True,
        ) from error


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError:
        return  # the mail is already accepted or refused; a broken goodbye changes nothing


def _answered(code: int, mail: EmailMessage) -> SendError:
    """The server's answer to the whole mail."""
    if code in _FULL:
        return _full(mail)
    if code < 500:
        sentence = _("Der Mailserver nimmt gerade nichts an (Antwort {code}). Wir versuchen es weiter.")
        return SendError(sentence.format(code=code))
    sentence = _(
        "Der Mailserver lehnt die E-Mail ab (Antwort {code}). "
        "Bitte lassen Sie die Absenderadresse und EMAIL_URL prüfen."
    )
    return SendError(sentence.format(code=code), permanent=True)


def _refused(error: smtplib.SMTPRecipientsRefused, mail: EmailMessage) -> SendError:
    """The server's answer to the address."""
    codes = {answer[0] for answer in error.recipients.values()}
    if codes & _FULL:
        return _full(mail)
    if max(codes) < 500:
        sentence = _("Das Postfach {address} nimmt gerade nichts an. Wir versuchen es weiter.")
        return SendError(sentence.format(address=_address(mail)))
    sentence = _(
        "Die Adresse {address} nimmt keine E-Mails an. "
        "Bitte fragen Sie beim Partner nach und berichtigen Sie die Adresse."
    )
    return SendError(sentence.format(address=_address(mail)), permanent=True)


def _full(mail: EmailMessage) -> SendError:
    sentence = _(
        "Das Postfach {address} ist voll. Wir versuchen es weiter. "
        "Hält das an, rufen Sie bitte beim Partner an."
    )
    return SendError(sentence.format(address=_address(mail)))


def _address(mail: EmailMessage) -> str:
    return ", ".join(mail.recipients())
