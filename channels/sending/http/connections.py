"""Sessions of one thread: kept-alive connections that tell what they do and can be hung up.

`microsoft-antissrf` resolves the name, checks every number and connects to the one it checked. Its
connections are replaced by ours, which check the number once more and tell the present `Call` when the
first byte goes out: before that, surely nothing was sent.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from AntiSSRF import AntiSSRFError
from django.conf import settings
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from channels.sending.http import addresses
from channels.sending.http.deadlines import Deadline

_here = threading.local()


class Call:
    """The request this thread is busy with."""

    def __init__(self, limit: Deadline) -> None:
        self.limit = limit
        self.sent = False


@contextmanager
def calling(seconds: float) -> Iterator[Call]:
    """Everything inside is one request with a total time limit."""
    with Deadline(seconds) as limit:
        _here.call = Call(limit)
        try:
            yield _here.call
        finally:
            _here.call = None


def adapter(scheme: str) -> HTTPAdapter:
    """This thread's sender for `http` or `https`, with the connections it keeps alive."""
    wanted = (settings.OUTGOING_LOOPBACK, settings.OUTGOING_PLAIN_HTTP)
    if getattr(_here, "wanted", None) != wanted:
        close()
        _here.wanted, _here.adapters = wanted, _adapters(*wanted)
    return _here.adapters[scheme]


def close() -> None:
    """Hang up this thread's connections."""
    for one in getattr(_here, "adapters", {}).values():
        one.close()
    _here.wanted, _here.adapters = None, {}


def fresh_adapter(scheme: str) -> HTTPAdapter:
    """One for a single request, so that nothing of a client certificate is kept."""
    return _adapters(settings.OUTGOING_LOOPBACK, settings.OUTGOING_PLAIN_HTTP)[scheme]


def _adapters(loopback: bool, plain: bool) -> dict[str, HTTPAdapter]:
    """Of the session only the adapters are used: sessions follow netrc, cookies and redirects' bodies."""
    session = addresses.policy(loopback=loopback, plain=plain).get_antissrf_session()
    made = {}
    for scheme in ("http", "https"):
        made[scheme] = session.get_adapter(f"{scheme}://")
        made[scheme].poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
    return made


class _Told:
    """Mixed into both kinds of connection."""

    sock: Any
    host: str

    def connect(self) -> None:
        super().connect()  # type: ignore[misc]
        number = self.sock.getpeername()[0].partition("%")[0]
        if not addresses.is_allowed(number):
            self.sock.close()
            raise AntiSSRFError("connected to an address that is denied")
        _here.call.limit.watch(self.sock)

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        _here.call.limit.watch(self.sock)  # one that was kept alive
        _here.call.sent = True
        super().send(data)  # type: ignore[misc]


class _Connection(_Told, HTTPConnection):
    pass


class _SecureConnection(_Told, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection
