"""The ways figures leave the service, used as any outsider would: over HTTP, with the rights of a role.

`InProcess` asks the running configuration without a server (and without writing anything), `Remote` a real
address. Both read as two people: one from elsewhere who is not signed in, and staff who may read reports.
"""

from __future__ import annotations

import http.client
import logging
import socket
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils.translation import gettext as _

from channels.models import Partner
from channels.partners import tokens
from outreach.people.models import User

#: RFC 5737: nobody's address. Never this machine, which may read more.
ELSEWHERE = "203.0.113.7"
_SIGNED_COOKIES = "django.contrib.sessions.backends.signed_cookies"
_WRITES = ("INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "REPLACE", "TRUNCATE")
_PATIENCE = 65.0

Answer = tuple[int, bytes]


class Unreachable(Exception):  # noqa: N818  (it reads as what happened)
    """The service does not answer as needed; the message says what to do."""


class Exits(Protocol):
    """Somebody who can ask."""

    #: Where was asked, for the report.
    name: str

    def public(self, path: str) -> Answer:
        """As somebody elsewhere who is not signed in."""
        ...

    def staff(self, path: str) -> Answer:
        """As somebody who may read reports."""
        ...


class Wrote(Exception):  # noqa: N818  (it reads as what happened)
    """A page that was only read wanted to write: the suite promises to change nothing."""


class InProcess:
    """The configuration of this process. Use as a context; nothing is written to the database in it."""

    name = "live"

    def __init__(self, user: User | None = None) -> None:
        self.user = user or _reader()
        self._inside: list[AbstractContextManager[Any]] = []
        self._may_write = False

    def __enter__(self) -> InProcess:
        self._log = logging.getLogger("django.request")
        self._level = self._log.level
        self._log.setLevel(logging.CRITICAL)  # our own knocking is no news
        self._inside = [
            override_settings(SESSION_ENGINE=_SIGNED_COOKIES, ALLOWED_HOSTS=["*"]),
            connection.execute_wrapper(self._refuse_writes),
        ]
        for context in self._inside:
            context.__enter__()
        self._stranger, self._staff = Client(), Client()
        self._staff.cookies[settings.SESSION_COOKIE_NAME] = _session(self.user)
        return self

    def __exit__(self, *problem: Any) -> None:
        for context in reversed(self._inside):
            context.__exit__(*problem)
        self._log.setLevel(self._level)

    def public(self, path: str) -> Answer:
        """As somebody elsewhere who is not signed in."""
        reply = self._stranger.get(path, REMOTE_ADDR=ELSEWHERE)
        return reply.status_code, _body(reply)

    def staff(self, path: str) -> Answer:
        """As somebody who may read reports."""
        return _patient(lambda: self._asked(path))

    def partner(self, path: str) -> Answer:
        """As a partner with its link. What opening the page would make (codes not made yet) is taken back."""
        self._may_write = True
        try:
            with transaction.atomic():
                answer = self.public(path)
                transaction.set_rollback(True)
            return answer
        finally:
            self._may_write = False

    def partners(self) -> tuple[str, ...]:
        """The addresses partners got for their own pages."""
        known = Partner.objects.exclude(confirmed_at=None).order_by("pk")
        return tuple(reverse("partner:page", args=[tokens.page_token(partner)]) for partner in known)

    def _refuse_writes(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not self._may_write and sql.lstrip().upper().startswith(_WRITES):
            raise Wrote(sql.split("(")[0][:80])
        return execute(sql, params, many, context)

    def _asked(self, path: str) -> tuple[int, bytes, str | None]:
        reply = self._staff.get(path)
        return reply.status_code, _body(reply), reply.headers.get("Retry-After")


class Remote:
    """A service at an address, with an access token of somebody who may read reports."""

    def __init__(self, address: str, token: str, seconds: float = 30) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Unreachable(
                _("„{address}“ ist keine Adresse. Sie beginnt mit https:// oder http://.").format(
                    address=address
                )
            )
        self.name = f"{parts.scheme}://{parts.netloc}"
        self._parts, self._token, self._seconds = parts, token, seconds
        #: Whether the service answered on the machine that asked.
        self.beside = False

    def limits(self) -> list[str]:
        """What could not be seen from here."""
        told = _(
            "Gefragt wurde auf dem Rechner des Dienstes selbst, mit der Angabe, die Frage komme von "
            "anderswo. Ob ein Proxy davor Fremde wie diesen Rechner behandelt, zeigt nur ein Lauf von einem "
            "anderen Rechner aus."
        )
        return [told] if self.beside else []

    def public(self, path: str) -> Answer:
        """As somebody elsewhere who is not signed in."""
        status, body, _again = self._get(path, {})
        return status, body

    def staff(self, path: str) -> Answer:
        """As the person of the token."""
        return _patient(lambda: self._get(path, {"Authorization": f"Bearer {self._token}"}))

    def _get(self, path: str, headers: dict[str, str]) -> tuple[int, bytes, str | None]:
        kind = http.client.HTTPSConnection if self._parts.scheme == "https" else http.client.HTTPConnection
        server = kind(self._parts.hostname or "", self._parts.port, timeout=self._seconds)
        try:
            server.connect()
            if _on_this_machine(server.sock):  # which may read more than others: `/metrics`
                self.beside = True
                headers = {**headers, "X-Forwarded-For": ELSEWHERE}
            server.request("GET", self._parts.path.rstrip("/") + path, headers=headers)
            reply = server.getresponse()
            return reply.status, reply.read(), reply.headers.get("Retry-After")
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(
                _("{address} antwortet nicht ({error}). Läuft der Dienst dort?").format(
                    address=self.name, error=type(error).__name__
                )
            ) from error
        finally:
            server.close()


def _on_this_machine(connection: socket.socket) -> bool:
    """Both ends have one address."""
    return connection.getpeername()[0] == connection.getsockname()[0]


def _patient(ask: Callable[[], tuple[int, bytes, str | None]]) -> Answer:
    """Ask again when told to wait a little: an attacker has time."""
    until = time.monotonic() + _PATIENCE
    while True:
        status, body, again = ask()
        wait = float(again) if again and again.isdigit() else 1.0
        if status != 429 or time.monotonic() + wait > until:
            return status, body
        time.sleep(wait)


def _reader() -> User:
    found = User.objects.filter(is_active=True, roles__role="reporting").order_by("pk").first()
    if found is None:
        raise Unreachable(
            _(
                "Niemand hat die Rolle „Berichte lesen“. Vergeben Sie sie unter Einstellungen: Die Angriffe "
                "lesen die Zahlen wie diese Person."
            )
        )
    return found


def _session(user: User) -> str:
    """A session that stands in the cookie alone: signing in writes nothing."""
    session = import_module(_SIGNED_COOKIES).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def _body(reply: Any) -> bytes:
    return b"".join(reply.streaming_content) if reply.streaming else reply.content
