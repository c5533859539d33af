"""Matrix: messages, edits and redactions in one room (client-server API v3)."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from django.utils.translation import gettext as _

from channels.models import Channel
from channels.sending import http
from channels.sending.errors import SendError

_CLIENT = "/_matrix/client/v3"


class Room:
    """One room on one homeserver. A repeated transaction id changes nothing there."""

    key = "event_id"

    def __init__(self, channel: Channel) -> None:
        self.server = channel.options.get("server", "")
        self.room = channel.options.get("room", "")
        self._token = channel.secrets.get("token", "")

    @property
    def lane(self) -> str:
        return f"{urlsplit(self.server).netloc}/{self.room}"[:200]

    def post(self, content: dict, uid: str, answer_to: dict | None = None) -> dict[str, Any]:
        """A new message, if need be as an answer."""
        message = _message(content)
        if answer_to:
            message["m.relates_to"] = {"m.in_reply_to": {"event_id": answer_to["event_id"]}}
        return {"event_id": self._send(message, uid)}

    def edit(self, remote: dict, content: dict, uid: str) -> bool:
        """Other words in place of the first; old programs show them as a new message with a star."""
        old, new = remote["event_id"], _message(content)
        whole = {
            **new,
            "body": f"* {new['body']}",
            "formatted_body": f"* {new['formatted_body']}",
            "m.new_content": new,
            "m.relates_to": {"rel_type": "m.replace", "event_id": old},
        }
        self._send(whole, uid)
        return True

    def delete(self, remote: dict, uid: str) -> bool:
        """A redaction: the server forgets the words."""
        path = f"redact/{quote(remote['event_id'], safe='')}/{quote(uid, safe='')}"
        self._call("PUT", f"{self._room}/{path}", {}, accept=(404,))
        return True

    def check(self) -> list[str]:
        """What is wrong with account and room, in plain words."""
        try:
            self._call("GET", "/account/whoami")
            joined = self._call("GET", "/joined_rooms").json().get("joined_rooms", [])
            if self.room not in joined:
                return [_("Das Konto ist nicht im Raum. Bitte laden Sie es ein und treten Sie mit ihm bei.")]
            secret = self._call("GET", f"{self._room}/state/m.room.encryption/", accept=(404,))
        except SendError as error:
            return [str(error)]
        if secret.ok:
            return [_("Der Raum ist verschlüsselt. Unsere Nachrichten sind es nicht und fallen dort auf.")]
        return []

    @property
    def _room(self) -> str:
        return f"/rooms/{quote(self.room, safe='')}"

    def _send(self, message: dict, uid: str) -> str:
        path = f"{self._room}/send/m.room.message/{quote(uid, safe='')}"
        return str(self._call("PUT", path, message).json().get("event_id", ""))

    def _call(self, method: str, path: str, data=None, accept=()) -> http.Answer:
        head = {"Authorization": f"Bearer {self._token}"}
        try:
            return http.request(
                method,
                f"{self.server}{_CLIENT}{path}",
                json=data,
                headers=head,
                repeatable=True,
                accept=accept,
            )
        except http.Refused as error:
            raise _explained(error) from error


def _message(content: dict) -> dict[str, Any]:
    return {
        "msgtype": "m.text",
        "body": content["text"],
        "format": "org.matrix.custom.html",
        "formatted_body": content["markup"].replace("\n", "<br>"),
        "m.mentions": {},  # calls nobody
    }


def _explained(error: http.Refused) -> SendError:
    """The same in the words of this network."""
    answer = error.answer.json()
    code, wait = answer.get("errcode"), answer.get("retry_after_ms")
    if isinstance(wait, int | float) and not error.retry_after:
        error.retry_after = datetime.timedelta(milliseconds=min(wait, 10**9))
    sentence = {
        "M_UNKNOWN_TOKEN": _("Der Server kennt das Zugangstoken nicht. Bitte tragen Sie ein neues ein."),
        "M_MISSING_TOKEN": _("Es fehlt das Zugangstoken. Bitte tragen Sie es ein."),
        "M_FORBIDDEN": _("Das Konto darf in diesem Raum nicht schreiben. Bitte laden Sie es ein."),
        "M_TOO_LARGE": _("Die Nachricht ist zu lang für den Server."),
    }.get(code)
    return SendError(sentence, permanent=True) if sentence else error
