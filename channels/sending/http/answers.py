"""What receivers answer, and what it means for the message."""

from __future__ import annotations

import datetime
import email.utils
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from channels.sending.errors import SendError, Unconfirmed

#: So much of an answer is read, and so much of it is ever stored or shown.
READ = 64 * 1024
STORED = 2 * 1024
#: "Not now": nothing was done with the request.
_LATER = (408, 425, 429, 503)


@dataclass(frozen=True)
class Answer:
    """Status, headers and the first 64 kB of the body."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    #: False if there was more, or if the connection broke while it was read.
    complete: bool = True

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> dict[str, Any]:
        """The object the body holds; empty if it holds none."""
        try:
            found = json.loads(self.body)
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def excerpt(self) -> str:
        """What may be stored and shown: at most 2 kB of printable text."""
        text = self.body[:STORED].decode("utf-8", "ignore")
        return "".join(letter if letter.isprintable() else " " for letter in text).strip()


class Refused(SendError):  # noqa: N818 - it reads as what happened
    """The receiver answered, and not with 2xx. Adapters that know better look at `answer`."""

    def __init__(self, message: str, answer: Answer, **about: Any) -> None:
        super().__init__(message, **about)
        self.answer = answer


class Unclear(Unconfirmed):
    """The receiver answered in a way that leaves open what it did."""

    def __init__(self, message: str, answer: Answer) -> None:
        super().__init__(message)
        self.answer = answer


def error_of(answer: Answer, host: str, *, repeatable: bool) -> SendError | None:
    """What an answer other than 2xx means; None for 2xx."""
    status = answer.status
    if answer.ok:
        return None
    if status == 410:
        return Refused(_gone(host), answer, gone=True)
    if status in _LATER:
        return Refused(_busy(host, status), answer, retry_after=retry_after(answer))
    if status >= 500 and not repeatable:  # the receiver may have done it before it stumbled
        return Unclear(_stumbled(host, status), answer)
    if status >= 500:
        return Refused(_busy(host, status), answer, retry_after=retry_after(answer))
    return Refused(_sentence(host, status), answer, permanent=True)


def retry_after(answer: Answer) -> datetime.timedelta | datetime.datetime | None:
    """How long the receiver wants to be left alone, if it says so; the outbox sets the bounds."""
    given = answer.headers.get("Retry-After", "").strip()
    if given.isascii() and given.isdecimal():
        return datetime.timedelta(seconds=min(int(given[:9]), 10**8))
    try:
        moment = email.utils.parsedate_to_datetime(given)
    except (TypeError, ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


def _gone(host: str) -> str:
    return _("{host} nimmt auf diesem Weg nichts mehr an. Der Kanal wird abgeschaltet.").format(host=host)


def _busy(host: str, status: int) -> str:
    sentence = _("{host} nimmt gerade nichts an (Antwort {status}). Wir versuchen es weiter.")
    return sentence.format(host=host, status=status)


def _stumbled(host: str, status: int) -> str:
    sentence = _(
        "{host} meldet einen Fehler (Antwort {status}). Bitte sehen Sie nach, ob die Nachricht ankam."
    )
    return sentence.format(host=host, status=status)


def _sentence(host: str, status: int) -> str:
    if status < 400:
        sentence = _("{host} leitet auf eine andere Adresse um. Bitte tragen Sie die endgültige Adresse ein.")
    elif status in (401, 403):
        sentence = _("{host} erkennt uns nicht an (Antwort {status}). Bitte prüfen Sie die Zugangsdaten.")
    elif status in (404, 405):
        sentence = _(
            "Bei {host} gibt es diese Adresse nicht (Antwort {status}). Bitte prüfen Sie die Adresse."
        )
    elif status == 413:
        sentence = _("Für {host} ist die Nachricht zu groß (Antwort {status}).")
    else:
        sentence = _("{host} lehnt die Nachricht ab (Antwort {status}). Bitte fragen Sie dort nach.")
    return sentence.format(host=host, status=status)
