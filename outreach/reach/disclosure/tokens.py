"""Tokens: the portal gives every application one credit, a credit buys one blind signature, a signed token
one answer. Which signature became which token nobody can tell, also not who has the keys and the database.

A credit is `<nonce>.<last day>.<signature>`: the portal makes it with its key (HMAC-SHA256, base64url),
without asking us.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import hashlib
import hmac
import re

from django.utils import timezone

from channels.sending.secrets import Unreadable
from outreach.reach.disclosure import blindrsa, spending
from outreach.reach.disclosure.blindrsa import PublicKey, SecretKey
from outreach.reach.disclosure.models import SigningKey, Spent
from outreach.reach.funnel.models import PortalKey
from outreach.reach.releases.calendar import quarter_of

#: A credit is good for so long at most; it is remembered at least as long.
LONGEST = datetime.timedelta(days=60)
TOKEN = 32  # bytes
_CREDIT = re.compile(r"([A-Za-z0-9_-]{16,64})\.(\d{4}-\d{2}-\d{2})\.([A-Za-z0-9_-]{43})")


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """`reason` names the sentence the page shows: "used", "missing" or "trouble"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def today() -> datetime.date:
    """In the city's time."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def quarter(day: datetime.date) -> str:
    """ "2026-Q4": whole weeks, as figures are released."""
    year, number = quarter_of(day)
    return f"{year}-Q{number}"


def kept_quarters() -> list[str]:
    """Those in which something can still be used: the last one, this one, and the next for long credits."""
    return sorted({quarter(today() + datetime.timedelta(days=days)) for days in (-91, 0, 91)})


def make_credit(secret: str, nonce: str, last: datetime.date) -> str:
    """What the portal does; here for tests, the demo and its description. `secret`: `whsec_…`."""
    told = f"{nonce}.{last.isoformat()}"
    return f"{told}.{_mac(secret, told)}"


def sign(credit: str, name: str, blinded: bytes) -> bytes:
    """Sign blindly with the key of a quarter, once per credit. Raises `Refused`."""
    one, credits_quarter = _credit(credit)
    key = secret_key(name)
    try:
        signed = blindrsa.blind_sign(blinded, key)
    except blindrsa.Invalid:
        raise Refused("trouble") from None
    if not spending.spend(Spent.Kind.CREDIT, credits_quarter, [one]):
        raise Refused("used")
    return signed


def check(token: bytes, signature: bytes, name: str) -> bytes:
    """The token's digest if we signed it and it was not used yet. Raises `Refused`."""
    if len(token) != TOKEN or name not in kept_quarters():
        raise Refused("trouble")
    try:
        blindrsa.verify(token, signature, secret_key(name).public)
    except blindrsa.Invalid:
        raise Refused("trouble") from None
    one = spending.digest(token)
    if spending.is_spent(Spent.Kind.TOKEN, name, one):
        raise Refused("used")
    return one


def public_key() -> tuple[str, PublicKey]:
    """This quarter's name and key, made on first use."""
    name = quarter(today())
    if not SigningKey.objects.filter(quarter=name).exists():
        fresh = blindrsa.new_key()
        SigningKey.objects.get_or_create(
            quarter=name, defaults={"secret": {"p": f"{fresh.p:x}", "q": f"{fresh.q:x}"}}
        )
        spending.forget(kept_quarters())
    return name, secret_key(name).public


def secret_key(name: str) -> SecretKey:
    """The key of a quarter. Raises `Refused` if it is gone or cannot be read."""
    row = SigningKey.objects.filter(quarter=name).first()
    try:
        return SecretKey(int(row.secret["p"], 16), int(row.secret["q"], 16))
    except (AttributeError, Unreadable):
        raise Refused("trouble") from None


def _credit(credit: str) -> tuple[bytes, str]:
    """The credit's digest and quarter, if a portal made it and it is not too old."""
    found = _CREDIT.fullmatch(credit)
    if found is None:
        raise Refused("missing")
    nonce, day, signature = found.groups()
    try:
        last = datetime.date.fromisoformat(day)
    except ValueError:
        raise Refused("missing") from None
    if not today() <= last <= today() + LONGEST or not _made_by_a_portal(f"{nonce}.{day}", signature):
        raise Refused("missing")
    return spending.digest(nonce.encode()), quarter(last)


def _made_by_a_portal(told: str, signature: str) -> bool:
    matches = False
    for key in PortalKey.objects.valid(timezone.now()):
        try:
            matches |= hmac.compare_digest(_mac(key.secret["key"], told), signature)
        except Unreadable:
            continue
    return matches


def _mac(secret: str, told: str) -> str:
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = hmac.new(key, f"freiwillig.{told}".encode(), hashlib.sha256).digest()
    return encoded(digest)


def encoded(content: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """Raises `Refused` for what is none."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Refused("trouble") from None
