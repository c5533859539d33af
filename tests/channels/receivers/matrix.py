"""A server that behaves like a Matrix homeserver: messages, edits, redactions, transaction ids."""

from __future__ import annotations

import re

from tests.channels.receivers.server import Receiver, Reply, Request

TOKEN = "matrix-secret"
ROOM = "!stellen:stadt.example"
_CLIENT = "/_matrix/client/v3"
_SEND = re.compile(_CLIENT + r"/rooms/([^/]+)/send/([^/]+)/([^/]+)")
_REDACT = re.compile(_CLIENT + r"/rooms/([^/]+)/redact/([^/]+)/([^/]+)")
_LARGEST = 65_536


class Matrix(Receiver):
    """`events`: event id -> content, in order; `transactions`: every (path, txnId) seen, repeats too."""

    def __init__(self, *, rooms=(ROOM,), encrypted: bool = False, **options):
        super().__init__(**options)
        self.rooms = rooms
        self.encrypted = encrypted
        self.events: dict[str, dict] = {}
        self.redacted: set[str] = set()
        self.transactions: list[str] = []
        self._done: dict[str, str] = {}

    @property
    def bodies(self) -> list[str]:
        return [content["body"] for content in self.events.values()]

    def answer(self, request: Request) -> Reply:
        if request.token != TOKEN:
            return Reply(401, {"errcode": "M_UNKNOWN_TOKEN", "error": "Unknown token"})
        if request.path == f"{_CLIENT}/account/whoami":
            return Reply(200, {"user_id": "@stadt:stadt.example", "device_id": "OUTREACH"})
        if request.path == f"{_CLIENT}/joined_rooms":
            return Reply(200, {"joined_rooms": list(self.rooms)})
        if request.path.endswith("/state/m.room.encryption/") or request.path.endswith("/m.room.encryption"):
            if self.encrypted:
                return Reply(200, {"algorithm": "m.megolm.v1.aes-sha2"})
            return Reply(404, {"errcode": "M_NOT_FOUND", "error": "Event not found."})
        if request.method == "PUT" and (match := _SEND.fullmatch(request.path)):
            return self._send(request, match[1], match[3])
        if request.method == "PUT" and (match := _REDACT.fullmatch(request.path)):
            return self._redact(request, match[1], match[2])
        return Reply(404, {"errcode": "M_UNRECOGNIZED", "error": "Unrecognized request"})

    def _send(self, request: Request, room: str, transaction: str) -> Reply:
        if room not in self.rooms:
            return Reply(403, {"errcode": "M_FORBIDDEN", "error": f"User not in room {room}"})
        if len(request.body) > _LARGEST:
            return Reply(413, {"errcode": "M_TOO_LARGE", "error": "event too large"})
        self.transactions.append(transaction)
        if request.path not in self._done:
            self._done[request.path] = f"$event{len(self.events) + 1}"
            self.events[self._done[request.path]] = request.data
        return Reply(200, {"event_id": self._done[request.path]})

    def _redact(self, request: Request, room: str, event: str) -> Reply:
        if room not in self.rooms:
            return Reply(403, {"errcode": "M_FORBIDDEN", "error": f"User not in room {room}"})
        self.redacted.add(event)
        return Reply(200, {"event_id": f"$redaction{len(self.redacted)}"})
