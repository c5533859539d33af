"""Requests from one process over a few kept-alive connections: the server is the slower side."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack

CONNECTIONS = 4
#: Requests sent in one go per connection. Without this, one Python process would measure itself.
AT_ONCE = 16
AGENT = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Mobile Safari/537.36"
)
EXPECTED = b"HTTP/1.1 302 "


def request(path: str) -> bytes:
    """A request as a phone sends it."""
    return (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: {AGENT}\r\n"
        "Accept: text/html,application/xhtml+xml\r\nAccept-Language: de-DE,de;q=0.9\r\n\r\n"
    ).encode()


def redirects_per_second(port: int, path: str, seconds: float) -> float:
    """How many redirects a second the server on this port answers. Raises if an answer is anything else."""
    batch = request(path) * AT_ONCE
    with ExitStack() as stack:
        connections = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10))
            for _ in range(CONNECTIONS)
        ]
        answered, start = 0, time.perf_counter()
        for connection in connections:
            connection.sendall(batch)
        while (passed := time.perf_counter() - start) < seconds:
            for connection in connections:
                _read(connection)
                answered += AT_ONCE
                connection.sendall(batch)
        return answered / passed


def _read(connection: socket.socket) -> None:
    """Read the answers to one batch: heads only, since a redirect has no body."""
    content = b""
    while content.count(b"\r\n\r\n") < AT_ONCE:
        more = connection.recv(65536)
        if not more:
            raise ConnectionError("The server closed the connection.")
        content += more
    if content.count(EXPECTED) != AT_ONCE:
        raise ValueError(f"Not a redirect: {content[:200]!r}")
