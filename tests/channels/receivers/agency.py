"""A server that behaves like the Bundesagentur's: a client certificate opens it, error files come later."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
from email import message_from_bytes
from pathlib import Path

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

from tests.channels.receivers.server import Receiver, Reply, Request

PIN = "pin-4711"
_PAST = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
_FUTURE = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)


class Keys:
    """An authority, a server it vouches for, and a client certificate as the city gets it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.authority = self._certificate("Stelle", self.key, is_authority=True)
        self.ca_file = self._write("ca.pem", self.authority.public_bytes(Encoding.PEM))
        key = ec.generate_private_key(ec.SECP256R1())
        clear = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        self.server_file = self._write(
            "server.pem", clear + self._certificate("127.0.0.1", key).public_bytes(Encoding.PEM)
        )
        client = ec.generate_private_key(ec.SECP256R1())
        self.p12 = pkcs12.serialize_key_and_certificates(
            b"stadt", client, self._certificate("Stadt", client), None, BestAvailableEncryption(PIN.encode())
        )

    def context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.server_file)
        context.load_verify_locations(self.ca_file)
        context.verify_mode = ssl.CERT_REQUIRED
        return context

    def _write(self, name: str, content: bytes) -> str:
        path = self.folder / name
        path.write_bytes(content)
        return str(path)

    def _certificate(self, name: str, key, *, is_authority: bool = False) -> x509.Certificate:
        who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        issuer = who if is_authority else self.authority.subject
        issuer_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        builder = (
            x509.CertificateBuilder().subject_name(who).issuer_name(issuer).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(_PAST).not_valid_after(_FUTURE)
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(issuer_key, critical=False)
        )  # fmt: skip
        if is_authority:
            usage = dict.fromkeys(
                ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
                 "encipher_only", "decipher_only"), False,
            )  # fmt: skip
            allowed = x509.KeyUsage(digital_signature=True, key_cert_sign=True, crl_sign=True, **usage)
            builder = builder.add_extension(allowed, critical=True)
        if name == "127.0.0.1":
            address = x509.IPAddress(ipaddress.ip_address(name))
            builder = builder.add_extension(x509.SubjectAlternativeName([address]), critical=False)
        return builder.sign(self.key, hashes.SHA256())


class Agency(Receiver):
    """`files`: name -> content as uploaded, in order; `reports`: name -> error file."""

    def __init__(self, keys: Keys, **options):
        super().__init__(tls=keys.context(), **options)
        self.files: dict[str, bytes] = {}
        self.reports: dict[str, bytes] = {}

    def answer(self, request: Request) -> Reply:
        if request.method == "POST" and request.path == "/in/upload.php":
            name, content = _uploaded(request)
            self.files[name] = content
            return Reply(200, b"<html><title>OK</title></html>")
        if request.path == "/":
            links = "".join(f'<li><a href="{name}">{name}</a></li>' for name in self.reports)
            return Reply(200, f"<html><ul>{links}</ul></html>".encode())
        if (report := self.reports.get(request.path.lstrip("/"))) is not None:
            return Reply(200, report)
        return Reply(404, b"")


def _uploaded(request: Request) -> tuple[str, bytes]:
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    (part,) = message_from_bytes(head + request.body).get_payload()
    assert part.get_param("name", header="content-disposition") == "upload"
    return part.get_filename(), part.get_payload(decode=True).strip()
