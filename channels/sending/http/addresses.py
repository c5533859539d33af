"""Which addresses may be called: names that stand for the public internet, and nothing else.

A name is read here (form, scheme, port), its numbers are checked at the moment of the connection by
`microsoft-antissrf`, which connects to the very number it has checked. We add to its list of forbidden
networks all of IPv6 that is not 2000::/3, so that no exotic form of an inner address is left.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

import idna
from AntiSSRF import AntiSSRFPolicy, IPAddressRanges, PolicyConfigOptions
from django.conf import settings
from django.utils.translation import gettext as _
from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from channels.sending.errors import SendError

#: Longer addresses are no addresses.
LONGEST = 2000
LOOPBACK = ("127.0.0.0/8", "::1/128")
_MAPPED = ipaddress.IPv6Network("::ffff:0:0/96")  # how IPv4 is written in IPv6
_NOT_GLOBAL = [
    *(str(net) for net in ipaddress.IPv6Network("::/3").address_exclude(_MAPPED)),
    "4000::/2",
    "8000::/1",
]
#: The last part holds no digits, so that no form of a number fits.
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})")
_INSIDE = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home.arpa", "onion")


class BadAddress(SendError):  # noqa: N818 - it reads as what it is
    """This address is never called; the message says why."""

    def __init__(self, message: str) -> None:
        super().__init__(message, permanent=True)


@dataclass(frozen=True)
class Address:
    """An address in its one canonical form."""

    scheme: str
    host: str
    port: int
    url: str


def check_address(url: str) -> Address:
    """The address in canonical form; `BadAddress` with a German sentence if it is never to be called."""
    return _checked(url, settings.OUTGOING_LOOPBACK, settings.OUTGOING_PLAIN_HTTP)


@lru_cache(maxsize=1024)
def _checked(url: str, loopback: bool, plain: bool) -> Address:
    """Remembered: the same few addresses are called again and again."""
    parts = _parsed(url)
    host = _host(parts.host or "")
    scheme, local = (parts.scheme or "").lower(), loopback and _is_loopback(host)
    if scheme != "https" and not (scheme == "http" and (local or plain)):
        raise BadAddress(_("Die Adresse muss mit https:// beginnen."))
    usual = 443 if scheme == "https" else 80
    port = usual if parts.port is None else parts.port
    if port != usual and not local:
        raise BadAddress(_("Die Adresse darf keinen eigenen Port nennen."))
    if not local:
        _refuse_inside(host)
    shown = f"[{host}]" if ":" in host else host
    place = shown if port == usual else f"{shown}:{port}"
    return Address(scheme, host, port, f"{scheme}://{place}{Url(path=parts.path or '/', query=parts.query)}")


def ensure_public(url: str) -> Address:
    """`check_address`, and the name leads to public numbers only, as of now. For forms."""
    address = check_address(url)
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise BadAddress(
            _("{host} ist im Internet nicht zu finden. Bitte prüfen Sie die Schreibweise.").format(
                host=address.host
            )
        ) from error
    if not all(is_allowed(str(info[4][0])) for info in found):
        raise not_public(address.host)
    return address


def is_allowed(number: str) -> bool:
    """True for the number of a machine on the public internet (or this machine, in tests)."""
    try:
        address = ipaddress.ip_address(number)
    except ValueError:
        return False
    mapped = ipaddress.IPv6Address(f"::ffff:{address}") if address.version == 4 else address
    if settings.OUTGOING_LOOPBACK and any(mapped in net for net in _LOOPBACK):
        return True
    return not any(mapped in net for net in _FORBIDDEN)


def policy(*, loopback: bool, plain: bool) -> AntiSSRFPolicy:
    """What `microsoft-antissrf` refuses at the moment of the connection."""
    made = AntiSSRFPolicy(PolicyConfigOptions.EXTERNAL_ONLY_LATEST)
    made.add_denied_addresses(_NOT_GLOBAL)
    made.add_xff_header = False
    made.allow_plain_text_http = plain or loopback
    if loopback:
        made.add_allowed_addresses(list(LOOPBACK))
    return made


def not_public(host: str) -> BadAddress:
    return BadAddress(
        _("{host} führt nicht ins öffentliche Internet. Solche Adressen rufen wir nicht auf.").format(
            host=host
        )
    )


def _network(text: str) -> ipaddress.IPv6Network:
    network = ipaddress.ip_network(text)
    if isinstance(network, ipaddress.IPv6Network):
        return network
    return ipaddress.IPv6Network(f"::ffff:{network.network_address}/{96 + network.prefixlen}")


_FORBIDDEN = [_network(text) for text in (*IPAddressRanges.recommended_latest, *_NOT_GLOBAL)]
_LOOPBACK = [_network(text) for text in LOOPBACK]


def _parsed(url: str) -> Url:
    """Read by two parsers that must agree, so that what is checked is what is called."""
    wrong = BadAddress(_("Das ist keine vollständige Internetadresse. Gemeint ist zum Beispiel https://…"))
    if not url or len(url) > LONGEST or "\\" in url or not url.isprintable() or re.search(r"\s", url):
        raise wrong
    try:
        strict, loose = parse_url(url), urlsplit(url)
        same = _host(strict.host or "") == _host(loose.hostname or "") and strict.port == loose.port
    except (LocationParseError, ValueError) as error:
        raise wrong from error
    if strict.auth or "@" in loose.netloc:
        raise BadAddress(_("Die Adresse darf keine Zugangsdaten enthalten."))
    if not same or not strict.host:
        raise wrong
    return strict


def _host(host: str) -> str:
    """Small letters, no dot at the end, other scripts as punycode."""
    bare = host.strip("[]").lower()
    if ":" in bare:
        return bare
    try:
        return idna.encode(bare.removesuffix("."), uts46=True).decode() if bare else ""
    except idna.IDNAError:
        # Underscores are no IDNA, but names of machines may have them.
        return bare.removesuffix(".") if bare.isascii() else ""


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refuse_inside(host: str) -> None:
    """Bare numbers in any form, names without a dot, names that mean this house."""
    if len(host) > 253 or not _NAME.fullmatch(host):
        raise BadAddress(
            _("Die Adresse muss einen Namen aus dem öffentlichen Internet nennen, keine Zahlen.")
        )
    if any(host == name or host.endswith(f".{name}") for name in _INSIDE):
        raise not_public(host)
