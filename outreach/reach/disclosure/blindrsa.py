"""RSA blind signatures after RFC 9474, variant RSABSSA-SHA384-PSS-Deterministic. Pure.

The signer signs without seeing what, and later cannot tell which of its signatures it is shown. The message
is used as it is (no random prefix), which the RFC allows where it is hard to guess: ours is 32 random bytes.
The browser blinds and finishes (`outreach/frontend/src/scripts/disclosure/blind.js`); both are here as well,
for the RFC's test vectors and for tests.
"""

from __future__ import annotations

import hashlib
import secrets
from math import gcd
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

EXPONENT = 65537
BITS = 3072
SALT = 48  # bytes; as long as the digest
_HASH = hashlib.sha384


class Invalid(ValueError):  # noqa: N818 - it reads as what it is
    """Not a signature, or nothing that can be signed."""


class PublicKey(NamedTuple):
    """What everybody may know."""

    n: int

    @property
    def size(self) -> int:
        """Bytes of the modulus, and of everything signed."""
        return -(-self.n.bit_length() // 8)


class SecretKey(NamedTuple):
    """Two primes. The exponent is `EXPONENT`."""

    p: int
    q: int

    @property
    def public(self) -> PublicKey:
        return PublicKey(self.p * self.q)


class Blinded(NamedTuple):
    """What goes to the signer, and what stays to finish its answer."""

    message: bytes
    inverse: int


def new_key() -> SecretKey:
    """A fresh key pair; takes about half a second."""
    numbers = rsa.generate_private_key(EXPONENT, BITS).private_numbers()
    return SecretKey(numbers.p, numbers.q)


def blind(message: bytes, key: PublicKey, salt: bytes | None = None, r: int | None = None) -> Blinded:
    """RFC 9474, 4.2. `salt` and `r` are given in tests only."""
    encoded = int.from_bytes(encode(message, key, secrets.token_bytes(SALT) if salt is None else salt))
    if gcd(encoded, key.n) != 1:
        raise Invalid("not invertible: the key is broken")
    r = _invertible(key.n) if r is None else r
    return Blinded((encoded * pow(r, EXPONENT, key.n) % key.n).to_bytes(key.size), pow(r, -1, key.n))


def blind_sign(blinded: bytes, key: SecretKey) -> bytes:
    """RFC 9474, 4.3. Raises `Invalid` for what is no number of the key's size.

    The number is multiplied with a random one first and divided afterwards, so that the time it takes tells
    nothing about the key; the result is checked before it leaves, so that a fault tells nothing either.
    """
    n, size = key.public.n, key.public.size
    number = int.from_bytes(blinded)
    if len(blinded) != size or number >= n:
        raise Invalid("not of the key's size")
    r = _invertible(n)
    signed = _power(number * pow(r, EXPONENT, n) % n, key) * pow(r, -1, n) % n
    if pow(signed, EXPONENT, n) != number:
        raise ArithmeticError("signing failure")
    return signed.to_bytes(size)


def finish(message: bytes, signed: bytes, inverse: int, key: PublicKey) -> bytes:
    """RFC 9474, 4.4: the signature of the message. Raises `Invalid` if the signer did not sign."""
    if len(signed) != key.size:
        raise Invalid("not of the key's size")
    signature = (int.from_bytes(signed) * inverse % key.n).to_bytes(key.size)
    verify(message, signature, key)
    return signature


def verify(message: bytes, signature: bytes, key: PublicKey) -> None:
    """RSASSA-PSS (RFC 8017, 8.1.2). Raises `Invalid` if the key did not sign the message."""
    public = rsa.RSAPublicNumbers(EXPONENT, key.n).public_key()
    scheme = padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=SALT)
    try:
        public.verify(signature, message, scheme, hashes.SHA384())
    except InvalidSignature as error:
        raise Invalid("no signature of this message") from error


def encode(message: bytes, key: PublicKey, salt: bytes) -> bytes:
    """EMSA-PSS-ENCODE with SHA-384 and MGF1 (RFC 8017, 9.1.1)."""
    bits = key.n.bit_length() - 1
    length = -(-bits // 8)
    digest = _HASH(bytes(8) + _HASH(message).digest() + salt).digest()
    block = bytes(length - len(salt) - len(digest) - 2) + b"\x01" + salt
    masked = bytes(a ^ b for a, b in zip(block, _mask(digest, len(block)), strict=True))
    first = masked[0] & (0xFF >> (8 * length - bits))
    return bytes([first]) + masked[1:] + digest + b"\xbc"


def _mask(seed: bytes, length: int) -> bytes:
    """MGF1."""
    found = b""
    for counter in range(-(-length // _HASH().digest_size)):
        found += _HASH(seed + counter.to_bytes(4)).digest()
    return found[:length]


def _power(number: int, key: SecretKey) -> int:
    """number ^ d mod n, by the Chinese remainder theorem."""
    p, q = key
    one = pow(number % p, pow(EXPONENT, -1, p - 1), p)
    other = pow(number % q, pow(EXPONENT, -1, q - 1), q)
    return other + q * ((one - other) * pow(q, -1, p) % p)


def _invertible(n: int) -> int:
    while gcd(r := secrets.randbelow(n - 2) + 2, n) != 1:
        pass
    return r
