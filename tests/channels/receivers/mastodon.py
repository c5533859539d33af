"""A server that behaves like Mastodon: posts, edits, deletes, Idempotency-Key, limits."""

from __future__ import annotations

import re

from tests.channels.receivers.server import Receiver, Reply, Request

TOKEN = "mastodon-secret"
_ADDRESS = re.compile(r"https?://\S+")
_STATUS = re.compile(r"/api/v1/statuses/(\d+)")


class Mastodon(Receiver):
    """`statuses`: id -> fields as stored; `keys`: every Idempotency-Key seen, in order."""

    def __init__(self, *, limit: int = 500, visibilities=("public", "unlisted", "private"), **options):
        super().__init__(**options)
        self.limit = limit
        self.visibilities = visibilities
        self.statuses: dict[str, dict] = {}
        self.keys: list[str] = []
        self._by_key: dict[str, str] = {}

    def answer(self, request: Request) -> Reply:
        if request.path == "/api/v2/instance":
            limits = {"max_characters": self.limit, "characters_reserved_per_url": 23}
            return Reply(200, {"domain": "127.0.0.1", "configuration": {"statuses": limits}})
        if request.token != TOKEN:
            return Reply(401, {"error": "The access token is invalid"})
        if request.path == "/api/v1/accounts/verify_credentials":
            return Reply(200, {"id": "1", "acct": "stadt", "username": "stadt"})
        if request.path == "/api/v1/statuses" and request.method == "POST":
            return self._create(request)
        if match := _STATUS.fullmatch(request.path):
            return self._existing(request, match[1])
        return Reply(404, {"error": "Record not found"})

    def _create(self, request: Request) -> Reply:
        key = request.headers.get("idempotency-key", "")
        self.keys.append(key)
        if key and key in self._by_key:
            return self._shown(self._by_key[key])
        if problem := self._problem(request.data):
            return problem
        number = str(109000000000000000 + len(self._by_key) + len(self.statuses) + 1)
        self.statuses[number] = dict(request.data)
        self._by_key[key or number] = number
        return self._shown(number)

    def _existing(self, request: Request, number: str) -> Reply:
        if number not in self.statuses:
            return Reply(404, {"error": "Record not found"})
        if request.method == "DELETE":
            return Reply(200, {"id": number, **self.statuses.pop(number)})
        if request.method == "PUT":
            if problem := self._problem(request.data):
                return problem
            self.statuses[number].update(request.data, edited=True)
        return self._shown(number)

    def _problem(self, data: dict) -> Reply | None:
        text = _ADDRESS.sub("x" * 23, data.get("status", ""))
        if not text.strip():
            return Reply(422, {"error": "Validation failed: Text can't be blank"})
        if len(text) > self.limit:
            return Reply(422, {"error": f"Validation failed: Text character limit of {self.limit} exceeded"})
        if data.get("visibility", "public") not in self.visibilities:
            return Reply(422, {"error": "Validation failed: Visibility is not included in the list"})
        return None

    def _shown(self, number: str) -> Reply:
        if number not in self.statuses:
            return Reply(404, {"error": "Record not found"})
        shown = {"id": number, "url": f"{self.url}/@stadt/{number}", **self.statuses[number]}
        return Reply(200, shown, {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "299"})
