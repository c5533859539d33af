"""Ed25519 signatures (RFC 8032). `SIGNING_KEYS`: the first key signs, all are published for checking."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings


def sign(message: bytes) -> dict[str, str]:
    """`{"alg": "EdDSA", "kid": …, "signature": base64url}` by the first key."""
    key = _private(settings.SIGNING_KEYS[0])
    return {"alg": "EdDSA", "kid": _kid(key.public_key()), "signature": _base64(key.sign(message))}


def verify(message: bytes, signed: dict[str, str]) -> bool:
    """True if one of our keys signed exactly this message."""
    for words in settings.SIGNING_KEYS:
        public = _private(words).public_key()
        if _kid(public) == signed.get("kid"):
            try:
                public.verify(_bytes(signed.get("signature", "")), message)
            except (InvalidSignature, ValueError):
                return False
            return True
    return False


def key_set() -> dict[str, Any]:
    """The public keys as a JSON Web Key Set (RFC 7517, RFC 8037)."""
    return {"keys": [_jwk(_private(words).public_key()) for words in settings.SIGNING_KEYS]}


def _jwk(public: Ed25519PublicKey) -> dict[str, str]:
    return {
        "kty": "OKP",
        "crv": "Ed25519",
        "alg": "EdDSA",
        "use": "sig",
        "kid": _kid(public),
        "x": _base64(_raw(public)),
    }


def _private(words: str) -> Ed25519PrivateKey:
    """Keys come as text of any length; Ed25519 wants 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(
        hashlib.sha256(b"outreach.authenticity:" + words.encode()).digest()
    )


def _raw(public: Ed25519PublicKey) -> bytes:
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def _kid(public: Ed25519PublicKey) -> str:
    """Short and stable: the beginning of the key's own digest."""
    return hashlib.sha256(_raw(public)).hexdigest()[:16]


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
