"""First in line: from here on nothing knows who asks, and only trusted proxies are believed."""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from outreach.callers import behind_proxies, is_trusted, network

#: Dies with the process: nobody can later tell which address a pseudonym was.
_KEY = secrets.token_bytes(32)
_FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST",
              "HTTP_X_FORWARDED_PORT", "HTTP_X_REAL_IP", "HTTP_FORWARDED")  # fmt: skip
LOOPBACK = "outreach.loopback"


def pseudonym(address: str) -> str:
    """A stand-in with the form of an IPv6 address, for throttles that need to tell callers apart."""
    digest = hashlib.blake2b(network(address).encode(), key=_KEY, digest_size=7).digest()
    return str(ipaddress.IPv6Address(b"\xfd" + digest + bytes(8)))  # differs within the /64 throttles look at


class OriginMiddleware:
    """Believes scheme and host of trusted proxies, then takes away all that tells a person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        meta = request.META
        address = meta.get("REMOTE_ADDR", "")
        forwarded = {name: meta.pop(name) for name in _FORWARDED if name in meta}
        meta[LOOPBACK] = not forwarded and _is_loopback(address)
        if forwarded and is_trusted(address):
            address = self._believe(request, forwarded, address)
        meta["REMOTE_ADDR"] = pseudonym(address)
        meta.pop("REMOTE_PORT", None)
        meta.pop("REMOTE_HOST", None)
        if request.path_info.startswith(settings.PUBLIC_PATHS):
            meta.pop("HTTP_COOKIE", None)
            request.COOKIES = {}
        return self.get_response(request)

    @staticmethod
    def _believe(request: HttpRequest, forwarded: dict[str, str], address: str) -> str:
        scheme = forwarded.get("HTTP_X_FORWARDED_PROTO", "").split(",")[-1].strip().lower()
        if scheme in ("http", "https"):
            request.META["wsgi.url_scheme"] = request.environ["wsgi.url_scheme"] = scheme
        if host := forwarded.get("HTTP_X_FORWARDED_HOST", "").split(",")[-1].strip():
            request.META["HTTP_HOST"] = host
        # Only for the pseudonym: behind a proxy, one caller's bad log-ins must not lock out all.
        return behind_proxies(address, forwarded.get("HTTP_X_FORWARDED_FOR", ""))


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
