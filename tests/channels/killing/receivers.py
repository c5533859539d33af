"""Where 2,000 messages go: one post office, one homeserver, one bot API, one receiver of webhooks."""

from __future__ import annotations

import asyncio
import email
import re
from collections import Counter
from contextlib import ExitStack
from typing import Any

from aiosmtpd.controller import Controller
from standardwebhooks import Webhook

from tests.channels.receivers import matrix, telegram
from tests.channels.receivers.matrix import Matrix
from tests.channels.receivers.plain import Plain
from tests.channels.receivers.telegram import Telegram
from tests.services import free_port

KEY = "whsec_" + "a2V5LW9mLWEtdGVzdC0tLS1rZXktb2YtYS10ZXN0"
#: How long a receiver takes: long enough to be interrupted.
DELAY = 0.05
COUNTS = {"email": 50, "webhook": 60, "matrix": 50, "telegram": 40}
#: Receivers of webhooks; those on one host wait for each other.
HOSTS = 6
_CODE = re.compile(r"/l/([a-z0-9]{8})")


class Box:
    """Takes its time, and counts every mail by its id."""

    def __init__(self) -> None:
        self.got: Counter[str] = Counter()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        mail = email.message_from_bytes(envelope.content)
        self.got[mail["Message-ID"].strip("<>").split("@")[0]] += 1
        await asyncio.sleep(DELAY)
        return "250 OK"


class Receivers:
    """`with Receivers() as them:` everything listens on loopback."""

    def __enter__(self) -> Receivers:
        self._stack = ExitStack()
        self.box = Box()
        post = Controller(self.box, hostname="127.0.0.1", port=free_port())
        post.start()
        self._stack.callback(post.stop)
        self.smtp = post.port
        rooms = tuple(f"!room{number}:stadt.example" for number in range(COUNTS["matrix"]))
        chats = tuple(str(-1000 - number) for number in range(COUNTS["telegram"]))
        self.matrix = self._stack.enter_context(Matrix(rooms=rooms, delay=DELAY))
        self.telegram = self._stack.enter_context(Telegram(chats=chats, delay=DELAY))
        hosts = [f"127.0.0.{number + 1}" for number in range(HOSTS)]
        self.hooks = [self._stack.enter_context(Plain(delay=DELAY, host=host)) for host in hosts]
        return self

    def __exit__(self, *error) -> None:
        self._stack.close()

    def channels(self) -> dict[str, list[dict[str, Any]]]:
        """Options and secrets of each channel."""
        hooks = [f"{self.hooks[number % HOSTS].url}/{number}" for number in range(COUNTS["webhook"])]
        return {
            "email": [{}] * COUNTS["email"],
            "webhook": [
                {"options": {"address": address, "proven": address}, "secrets": {"key": KEY}}
                for address in hooks
            ],
            "matrix": [
                {"options": {"server": self.matrix.url, "room": room}, "secrets": {"token": matrix.TOKEN}}
                for room in self.matrix.rooms
            ],
            "telegram": [
                {"options": {"server": self.telegram.url, "chat": chat}, "secrets": {"token": telegram.TOKEN}}
                for chat in self.telegram.chats
            ],
        }

    def total(self) -> int:
        """Everything that arrived so far, repeats included."""
        return self.box.got.total() + sum(
            len(one.requests) for one in (*self.hooks, self.matrix, self.telegram)
        )

    def posted(self) -> Counter[str]:
        """Telegram knows no ids; every message holds the code of its ad and channel."""
        return Counter(_CODE.search(text)[1] for text in self.telegram.sent)

    def hooked(self) -> Counter[str]:
        """The ids of webhooks, each checked as a receiver would."""
        requests = [request for hook in self.hooks for request in hook.requests]
        for request in requests:
            Webhook(KEY).verify(request.body, request.headers)
        return Counter(request.headers["webhook-id"] for request in requests)
