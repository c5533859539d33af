"""Records are signed so that anybody can check them with nothing but the published keys."""

from __future__ import annotations

import base64
import json

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from channels import authenticity
from channels.authenticity import canonical

MESSAGE = canonical({"title": "Gärtner*in", "code": "bcdfghjk"})


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "==")


def public_key(kid: str) -> Ed25519PublicKey:
    (jwk,) = [key for key in authenticity.key_set()["keys"] if key["kid"] == kid]
    return Ed25519PublicKey.from_public_bytes(decoded(jwk["x"]))


def test_a_stranger_can_check_it_with_the_published_key():
    signed = authenticity.sign(MESSAGE)
    public_key(signed["kid"]).verify(decoded(signed["signature"]), MESSAGE)
    with pytest.raises(InvalidSignature):
        public_key(signed["kid"]).verify(decoded(signed["signature"]), MESSAGE + b" ")


def test_a_changed_record_is_no_longer_ours():
    signed = authenticity.sign(MESSAGE)
    assert authenticity.verify(MESSAGE, signed)
    assert not authenticity.verify(MESSAGE.replace(b"bcdf", b"xxxx"), signed)
    assert not authenticity.verify(MESSAGE, {**signed, "signature": "nonsense"})
    assert not authenticity.verify(MESSAGE, {**signed, "kid": "unknown"})


def test_after_a_rotation_old_records_still_count(settings):
    settings.SIGNING_KEYS = ["old key" * 8]
    signed = authenticity.sign(MESSAGE)
    settings.SIGNING_KEYS = ["new key" * 8, "old key" * 8]
    assert authenticity.verify(MESSAGE, signed)
    assert authenticity.sign(MESSAGE)["kid"] != signed["kid"]


def test_the_keys_give_no_secret_away(settings):
    published = json.dumps(authenticity.key_set())
    assert '"d"' not in published
    assert not any(words in published for words in settings.SIGNING_KEYS)


def test_the_same_record_gives_the_same_bytes():
    assert canonical({"b": "ü", "a": 1}) == canonical({"a": 1, "b": "ü"}) == '{"a":1,"b":"ü"}'.encode()
