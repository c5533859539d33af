"""Client certificates, as the Bundesagentur wants them. They never lie on a disk in the clear."""

from __future__ import annotations

import base64
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509 import load_pem_x509_certificates
from django.utils.translation import gettext as _

from channels.sending.errors import SendError


@dataclass(frozen=True)
class Certificate:
    """A `.p12` or PEM file with its password; neither is shown in a representation."""

    content: bytes = field(repr=False)
    password: str = field(default="", repr=False)

    @classmethod
    def from_text(cls, content: str, password: str = "") -> Certificate:
        """From the base64 text in which secrets keep a file."""
        return cls(base64.b64decode(content), password)

    def pem(self) -> bytes:
        """Certificate chain and key in one; `SendError` if the password or file is wrong."""
        try:
            return self._pem()
        except (ValueError, TypeError) as error:
            sentence = _(
                "Das Zertifikat lässt sich mit diesem Kennwort nicht öffnen. "
                "Bitte laden Sie es noch einmal hoch."
            )
            raise SendError(sentence, permanent=True) from error

    def _pem(self) -> bytes:
        password = self.password.encode() or None
        if b"-----BEGIN" in self.content:
            key = load_pem_private_key(self.content, password)
            chain = load_pem_x509_certificates(self.content)
        else:
            key, own, others = pkcs12.load_key_and_certificates(self.content, password)
            chain = [one for one in (own, *others) if one is not None]
        if key is None or not chain:
            raise ValueError("no key or no certificate inside")
        clear = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return clear + b"".join(one.public_bytes(Encoding.PEM) for one in chain)


@contextmanager
def as_file(certificate: Certificate) -> Iterator[str]:
    """A path that TLS can read, for as long as the request takes: memory, where the system has it."""
    pem = certificate.pem()
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("certificate", os.MFD_CLOEXEC)
        path = f"/proc/self/fd/{descriptor}"
    else:
        descriptor, path = tempfile.mkstemp(suffix=".pem")  # only its owner may read it
    try:
        os.write(descriptor, pem)
        yield path
    finally:
        os.close(descriptor)
        if not path.startswith("/proc/"):
            Path(path).unlink(missing_ok=True)
