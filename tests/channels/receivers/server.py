"""What all local receivers share: threads, keep-alive, a memory of requests, and trouble on demand."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass
class Request:
    """What came in."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    query: dict[str, str] = field(default_factory=dict)
    #: The sender's port (the same one: the connection was kept alive), and its certificate.
    port: int = 0
    certificate: bytes | None = None

    @property
    def data(self) -> dict[str, Any]:
        """The body as fields, whether it came as JSON or as a form."""
        if "json" in self.headers.get("content-type", ""):
            return json.loads(self.body or b"{}")
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))

    @property
    def token(self) -> str:
        return self.headers.get("authorization", "").removeprefix("Bearer ")


@dataclass
class Reply:
    """What goes back."""

    status: int = 200
    data: Any = None
    headers: dict[str, str] = field(default_factory=dict)


class Receiver:
    """A server on loopback. Sub-classes say in `answer()` how it behaves; `lock` is held meanwhile."""

    def __init__(
        self, *, delay: float = 0.0, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
    ) -> None:
        self.requests: list[Request] = []
        self.lock = threading.RLock()
        self.delay = delay
        self.trouble: deque[tuple[str, Any]] = deque()
        self._open: set[socket.socket] = set()
        handler = type("Handler", (_Handler,), {"receiver": self})
        self.server = _Server((host, 0), handler)
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.url = f"{'https' if tls else 'http'}://{host}:{self.server.server_port}"

    def answer(self, request: Request) -> Reply:
        """How this receiver behaves."""
        return Reply(404, {"error": "Not Found"})

    def refuse(self, status: int, data: Any = None, **headers: str) -> None:
        """Answer the next request so, without doing anything."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.trouble.append(("refuse", Reply(status, data, named)))

    def lose(self) -> None:
        """Do what the next request asks for, then hang up without an answer."""
        self.trouble.append(("lose", None))

    def handle(self, request: Request) -> Reply | None:
        with self.lock:
            self.requests.append(request)
            kind, reply = self.trouble.popleft() if self.trouble else ("", None)
            if kind != "refuse":
                reply = self.answer(request)
        time.sleep(self.delay)
        return None if kind == "lose" else reply

    def __enter__(self):
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_error) -> None:
        self.server.shutdown()
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the other side was quicker
        self.server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # closing waits for the threads, so that no socket is left open
    request_queue_size = 128

    def handle_error(self, request, client_address) -> None:
        """Silent: senders that hang up in the middle are what the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    receiver: Receiver

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.receiver._open.add(self.connection)

    def finish(self) -> None:
        self.receiver._open.discard(self.connection)
        super().finish()

    def respond(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:  # the sender hung up (or was killed) in the middle: that is no request
            self.close_connection = True
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        query = dict(parse_qsl(parts.query))
        secure = isinstance(self.connection, ssl.SSLSocket)
        certificate = self.connection.getpeercert(binary_form=True) if secure else None
        port = self.client_address[1]
        request = Request(self.command, unquote(parts.path), headers, body, query, port, certificate)
        reply = self.receiver.handle(request)
        if reply is None:
            self.close_connection = True
            return
        content = reply.data if isinstance(reply.data, bytes) else json.dumps(reply.data or {}).encode()
        head = {"Content-Type": "application/json", "Content-Length": str(len(content)), **reply.headers}
        self.send_response(reply.status)
        for name, value in head.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = respond  # noqa: N815 - http.server calls them so

    def log_message(self, *_arguments) -> None:
        """Silent: the tests look at `requests`."""
