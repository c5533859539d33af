"""Steal data and keys, and try out which address and browser a stored hash was made of.

One core tries all IPv4 addresses for one known browser in a quarter of an hour. So no stored value may be
made of an address or a browser at all, with whatever key.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.reach.attacks.knowledge import stolen
from outreach.reach.attacks.knowledge.claims import Claim, grouped
from outreach.reach.attacks.registry import Found, Outlook

NAME = gettext_lazy("Hash-Werte")
ABOUT = gettext_lazy(
    "Nimmt Daten und Schlüssel mit und probiert aus, ob ein gespeicherter Wert aus Adresse und Browser eines "
    "Menschen berechnet wurde."
)
#: What a thief would try first: this machine, and the networks tests and examples come from. More with
#: `--visitor`: somebody opens a link from a known address, then lets the suite look for themselves.
NETWORKS = ("127.0.0.", "127.77.66.", "192.0.2.", "198.51.100.", "203.0.113.")
AGENTS = (
    "",
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/131.0.0.0 Safari/537.36",
)
_ALGORITHMS = ("md5", "sha1", "sha256", "blake2b")
_HEX = re.compile(rb"(?<![0-9a-f])[0-9a-f]{16,128}(?![0-9a-f])")
_BASE64 = re.compile(rb"(?<![\w+/-])[\w+/-]{22,86}(?![\w+/-])")


def attack(outlook: Outlook) -> Found:
    """Hash candidates in every usual way and look each up among all stored values that look like a hash."""
    if outlook.data is None:
        return Found(learned=[_("Ohne Datenordner nicht versucht.")])
    known = _values(stolen.pieces(outlook.data))
    found, tried = Found(), 0
    for address, agent in candidates(outlook.visitors):
        for name, digest in _digests(address, agent, outlook.keys):
            tried += 1
            if place := _look_up(digest, known):
                sentence = _("{place}: ein Wert ist {name} von Adresse {address} und Browser „{agent}“.")
                found.claims.append(
                    Claim(
                        None, sentence=sentence.format(place=place, name=name, address=address, agent=agent)
                    )
                )
    found.learned.append(
        _(
            "{values} Werte sehen wie Hash-Werte aus; {tried} Berechnungen mit {keys} Schlüsseln verglichen."
        ).format(values=grouped(len(known)), tried=grouped(tried), keys=len(outlook.keys))
    )
    return found


def candidates(visitors: Iterable[tuple[str, str]] = ()) -> Iterator[tuple[str, str]]:
    """(address, browser) pairs to try."""
    yield from visitors
    for network in NETWORKS:
        for last in range(256):
            for agent in AGENTS:
                yield f"{network}{last}", agent


def _values(pieces: Iterable[tuple[str, bytes]]) -> dict[bytes, str]:
    """First 8 bytes of every value that looks like a hash -> where it stands; also of shortened hashes."""
    found: dict[bytes, str] = {}
    for place, content in pieces:
        for match in _HEX.finditer(content):
            text = match.group()
            found.setdefault(bytes.fromhex(text[:16].decode()), place)
        for match in _BASE64.finditer(content):
            if _HEX.fullmatch(match.group()):
                continue
            text = match.group()[:12].replace(b"-", b"+").replace(b"_", b"/")
            found.setdefault(base64.b64decode(text)[:8], place)
    return found


def _look_up(digest: bytes, known: dict[bytes, str]) -> str | None:
    return known.get(digest[:8])


def _digests(address: str, agent: str, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Every usual way to make a "visitor id" of them."""
    both = {f"{address}{agent}", f"{address}-{agent}", f"{address}|{agent}", f"{agent}{address}"}
    texts = both if agent else {address}
    for text in texts:
        message = text.encode()
        for algorithm in _ALGORITHMS:
            yield algorithm, hashlib.new(algorithm, message).digest()
            for key in keys:
                secret = key.encode()
                yield f"HMAC-{algorithm}", hmac.digest(secret, message, algorithm)
                yield f"{algorithm}+key", hashlib.new(algorithm, secret + message).digest()
        for key in keys:
            yield "BLAKE2b+key", hashlib.blake2b(message, key=key.encode()[:64], digest_size=16).digest()
