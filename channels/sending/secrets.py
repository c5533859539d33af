"""Encrypts what receivers trust us with. `ENCRYPTION_KEYS`: the first key encrypts, all decrypt."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.translation import gettext as _

from channels.sending.errors import SendError


class Unreadable(SendError):  # noqa: N818 - it reads as what the secret is
    """Encrypted with a key that is no longer in `ENCRYPTION_KEYS`."""

    def __init__(self) -> None:
        sentence = _(
            "Die Zugangsdaten dieses Kanals lassen sich nicht mehr lesen (ENCRYPTION_KEYS ist jetzt anders). "
            "Bitte geben Sie sie beim Kanal neu ein."
        )
        super().__init__(sentence, permanent=True)


def encrypt(text: str) -> str:
    """An opaque token that only our keys open."""
    return _fernet().encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """The text again; `Unreadable` if no key fits."""
    try:
        return _fernet().decrypt(token.encode()).decode()
    except InvalidToken:
        raise Unreadable from None


def is_current(token: str) -> bool:
    """True if it was encrypted with the first key, so that the others are not needed for it."""
    try:
        Fernet(_key(settings.ENCRYPTION_KEYS[0])).decrypt(token.encode())
    except InvalidToken:
        return False
    return True


def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(_key(words)) for words in settings.ENCRYPTION_KEYS])


def _key(words: str) -> bytes:
    """Keys come as text of any length; Fernet wants 32 bytes."""
    return base64.urlsafe_b64encode(hashlib.sha256(b"outreach.secrets:" + words.encode()).digest())
