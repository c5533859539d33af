"""A receiver that answers what a test tells it to, and one that misbehaves below HTTP."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from tests.channels.receivers.server import Receiver, Reply, Request


class Plain(Receiver):
    """`receiver.reply` decides what it answers; a name of this machine, so that TLS has one to check."""

    def __init__(self, **options) -> None:
        super().__init__(**options)
        self.reply: Callable[[Request], Reply] = lambda request: Reply()
        self.url = self.url.replace("127.0.0.1", "localhost")

    def answer(self, request: Request) -> Reply:
        return self.reply(request)


class Rude:
    """Accepts connections and does with them what `behave(socket)` says."""

    def __init__(self, behave: Callable[[socket.socket], None]) -> None:
        self.behave = behave
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _address = self.listening.accept()
                self._open.append(connection)
                thread = threading.Thread(target=self._one, args=(connection,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _one(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            self.behave(connection)

    def __enter__(self) -> Rude:
        self._threads[0].start()
        return self

    def __exit__(self, *_error) -> None:
        for one in (self.listening, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        for thread in self._threads:
            thread.join(5)
