"""TLS: only certificates that fit and are trusted; our own certificate where a receiver wants one."""

from __future__ import annotations

import base64
import os
import tempfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from channels.sending.errors import SendError, Unconfirmed
from channels.sending.http import Certificate, request
from channels.sending.http.certificates import as_file


@pytest.fixture
def trusted(settings, authority):
    settings.OUTGOING_CA_FILE = str(authority.file)


def test_a_certificate_that_fits(secure, authority, trusted):
    receiver = secure(authority.server("localhost"))
    for _time in range(2):
        assert request("GET", receiver.url).ok
    assert len({got.port for got in receiver.requests}) == 1


def refused(receiver) -> None:
    with pytest.raises(SendError, match="Zertifikat") as caught:
        request("POST", receiver.url, json={"geheim": 1})
    assert not caught.value.permanent and not isinstance(caught.value, Unconfirmed)
    assert receiver.requests == []


def test_a_certificate_nobody_trusts(secure, authority):
    refused(secure(authority.server("localhost")))


def test_a_certificate_of_somebody_else(secure, authority, trusted):
    refused(secure(authority.server("anderswo.example")))


def test_no_tls_at_all(receiver):
    receiver.url = receiver.url.replace("http:", "https:")
    refused(receiver)


@pytest.mark.parametrize("form", ["p12", "pem", "pem-open", "text"])
def test_our_certificate(secure, authority, trusted, form, monkeypatch):
    receiver = secure(authority.server("localhost", asks_clients=True))
    key, own = authority.issue("stadt")
    content = {
        "p12": authority.p12(key, own, b"geheim"),
        "text": authority.p12(key, own, b"geheim"),
        "pem": authority.pem(key, own, b"geheim"),
        "pem-open": authority.pem(key, own),
    }[form]
    certificate = Certificate(content, "" if form == "pem-open" else "geheim")
    if form == "text":
        certificate = Certificate.from_text(base64.b64encode(content).decode(), "geheim")
    monkeypatch.setattr(tempfile, "mkstemp", lambda **options: pytest.fail("on disk"))
    opened = descriptors()
    assert request("POST", receiver.url, cert=certificate).ok
    assert receiver.requests[0].certificate == own.public_bytes(Encoding.DER)
    assert not any("memfd" in name for name in descriptors() - opened)
    assert "geheim" not in repr(certificate) and "BEGIN" not in repr(certificate)


def descriptors() -> set[str]:
    """What this process has open."""
    return {os.path.realpath(one) for one in Path("/proc/self/fd").iterdir()}


def test_without_memory_files_it_lies_there_only_for_the_request(authority, monkeypatch):
    monkeypatch.delattr(os, "memfd_create")
    with as_file(Certificate(authority.pem(*authority.issue("stadt")))) as path:
        assert Path(path).stat().st_mode & 0o777 == 0o600
    assert not Path(path).exists()


@pytest.mark.parametrize("content", [b"", b"nonsense", b"-----BEGIN NONSENSE-----"])
def test_a_broken_certificate(authority, receiver, content):
    with pytest.raises(SendError, match="Kennwort") as caught:
        request("POST", receiver.url, cert=Certificate(content, "geheim"))
    assert caught.value.permanent and "geheim" not in str(caught.value)
    assert receiver.requests == []


def test_a_wrong_password(authority, receiver):
    content = authority.p12(*authority.issue("stadt"), b"geheim")
    with pytest.raises(SendError, match="Kennwort"):
        request("POST", receiver.url, cert=Certificate(content, "falsch"))
