"""Receivers that behave and receivers that do not, and certificates of our own."""

from __future__ import annotations

import datetime
import ssl
from contextlib import ExitStack

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from django.utils import timezone

from channels.sending.http import connections
from tests.channels.receivers.plain import Plain, Rude


@pytest.fixture(autouse=True)
def hung_up():
    """No connection is kept from one test to the next."""
    yield
    connections.close()


@pytest.fixture
def loopback(settings):
    settings.OUTGOING_LOOPBACK = True


@pytest.fixture
def receiver(loopback):
    with Plain() as made:
        yield made


@pytest.fixture
def rude(loopback):
    """rude(behave) -> a receiver that misbehaves."""
    with ExitStack() as open_ones:
        yield lambda behave: open_ones.enter_context(Rude(behave))


class Authority:
    """A certificate authority of this test."""

    def __init__(self, folder) -> None:
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Prüfstelle")])
        constraints = x509.BasicConstraints(ca=True, path_length=None)
        self.certificate = self._sign(self.name, self.key, constraints)
        self.file = folder / "authority.pem"
        self.file.write_bytes(self.certificate.public_bytes(Encoding.PEM))

    def issue(self, name: str):
        """Key and certificate for a host or a client."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        return key, self._sign(subject, key, x509.SubjectAlternativeName([x509.DNSName(name)]))

    def _sign(self, subject, key, extension):
        now = timezone.now()
        builder = x509.CertificateBuilder(self.name, subject, key.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(now - datetime.timedelta(days=1))
        builder = builder.not_valid_after(now + datetime.timedelta(days=2))
        return builder.add_extension(extension, critical=False).sign(self.key, hashes.SHA256())

    def pem(self, key, certificate, password: bytes | None = None) -> bytes:
        hiding = BestAvailableEncryption(password) if password else NoEncryption()
        return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, hiding) + certificate.public_bytes(
            Encoding.PEM
        )

    def p12(self, key, certificate, password: bytes) -> bytes:
        hiding = BestAvailableEncryption(password)
        return pkcs12.serialize_key_and_certificates(b"stadt", key, certificate, None, hiding)

    def server(self, name: str, *, asks_clients: bool = False) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        file = self.folder / "server.pem"
        file.write_bytes(self.pem(*self.issue(name)))
        context.load_cert_chain(file)
        if asks_clients:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(self.file)
        return context


@pytest.fixture
def authority(tmp_path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def secure(loopback):
    """secure(context) -> a receiver with TLS."""
    with ExitStack() as open_ones:
        yield lambda context: open_ones.enter_context(Plain(tls=context))
