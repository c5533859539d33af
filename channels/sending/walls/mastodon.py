"""Mastodon's interface, which Pleroma, Akkoma and GoToSocial speak, too."""

from __future__ import annotations

import datetime
import hashlib
from typing import Any
from urllib.parse import quote, urlsplit

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from channels.models import Channel
from channels.sending import http
from channels.sending.errors import SendError

_STATUSES = "/api/v1/statuses"


class Account:
    """One account on one server."""

    key = "id"

    def __init__(self, channel: Channel) -> None:
        self.server = channel.options.get("server", "")
        self.visibility = channel.options.get("visibility", "public")
        self._token = channel.secrets.get("token", "")

    @property
    def lane(self) -> str:
        """The same for all channels that use this account; says nothing about its token."""
        account = hashlib.sha256(self._token.encode()).hexdigest()[:16]
        return f"{urlsplit(self.server).netloc}/{account}"

    def post(self, content: dict, uid: str, answer_to: dict | None = None) -> dict[str, Any]:
        """A new status; the server remembers the key for an hour."""
        data = {**_fields(content), "visibility": self.visibility}
        if answer_to:
            data["in_reply_to_id"] = answer_to["id"]
        made = self._call("POST", _STATUSES, data, {"Idempotency-Key": uid}).json()
        return {"id": str(made.get("id", "")), "url": str(made.get("url") or "")}

    def edit(self, remote: dict, content: dict, uid: str) -> bool:
        """Other words; who shared the status is told by the server."""
        self._call("PUT", _path(remote), _fields(content), accept=(404, 410))
        return True

    def delete(self, remote: dict, uid: str) -> bool:
        self._call("DELETE", _path(remote), accept=(404, 410))
        return True

    def check(self, limit: int) -> list[str]:
        """What is wrong with the account, in plain words."""
        try:
            self._call("GET", "/api/v1/accounts/verify_credentials")
            instance = self._call("GET", "/api/v2/instance", accept=(404,)).json()
        except SendError as error:
            return [str(error)]
        allowed = instance.get("configuration", {}).get("statuses", {}).get("max_characters") or 500
        if allowed >= limit:
            return []
        return [_("Der Server nimmt nur {count} Zeichen je Beitrag an.").format(count=allowed)]

    def _call(self, method: str, path: str, data=None, headers=None, accept=()) -> http.Answer:
        head = {"Authorization": f"Bearer {self._token}", **(headers or {})}
        try:
            return http.request(
                method, f"{self.server}{path}", json=data, headers=head, repeatable=True, accept=accept
            )
        except http.Refused as error:
            raise _explained(error) from error


def _fields(content: dict) -> dict[str, Any]:
    return {"status": content["text"], "language": content.get("language", "de")}


def _path(remote: dict) -> str:
    return f"{_STATUSES}/{quote(remote['id'], safe='')}"


def _explained(error: http.Refused) -> SendError:
    """The same in the words of this network."""
    status = error.answer.status
    if status == 429 and not error.retry_after:
        error.retry_after = _reset(error.answer)
    if status == 401:
        return SendError(
            _("Der Server kennt das Zugriffstoken nicht. Bitte tragen Sie ein neues ein."), permanent=True
        )
    if status == 403:
        sentence = _("Dem Zugriffstoken fehlt ein Recht: Nötig sind read:accounts und write:statuses.")
        return SendError(sentence, permanent=True)
    if status == 422:
        sentence = _("Der Server lehnt den Beitrag ab: {words}")
        words = str(error.answer.json().get("error", ""))[:200]
        return SendError(sentence.format(words=words), permanent=True)
    return error


def _reset(answer: http.Answer) -> datetime.datetime | None:
    try:
        return parse_datetime(answer.headers.get("X-RateLimit-Reset", ""))
    except ValueError:
        return None
