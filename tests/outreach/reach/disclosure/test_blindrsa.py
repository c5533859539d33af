"""Blind signatures: the RFC's own numbers, and what must not go."""

from __future__ import annotations

import secrets

import pytest

from outreach.reach.disclosure import blindrsa
from outreach.reach.disclosure.blindrsa import Invalid, PublicKey, SecretKey
from tests.outreach.reach.disclosure import rfc9474

VECTOR = SecretKey(int(rfc9474.P, 16), int(rfc9474.Q, 16))
MESSAGE = bytes.fromhex(rfc9474.MESSAGE)


@pytest.fixture(scope="module")
def key() -> SecretKey:
    return blindrsa.new_key()


def test_the_vector_of_the_rfc():
    public = VECTOR.public
    inverse = int(rfc9474.INVERSE, 16)
    blinded = blindrsa.blind(MESSAGE, public, bytes.fromhex(rfc9474.SALT), pow(inverse, -1, public.n))
    assert blinded.message.hex() == rfc9474.BLINDED and blinded.inverse == inverse
    signed = blindrsa.blind_sign(blinded.message, VECTOR)
    assert signed.hex() == rfc9474.SIGNED
    assert blindrsa.finish(MESSAGE, signed, inverse, public).hex() == rfc9474.SIGNATURE


def test_a_fresh_key(key):
    assert key.public.n.bit_length() == blindrsa.BITS and key.public.size == 384
    message = secrets.token_bytes(32)
    blinded = blindrsa.blind(message, key.public)
    signature = blindrsa.finish(
        message, blindrsa.blind_sign(blinded.message, key), blinded.inverse, key.public
    )
    blindrsa.verify(message, signature, key.public)
    for wrong, by in ((b"x" + message[1:], key.public), (message, VECTOR.public)):
        with pytest.raises(Invalid):
            blindrsa.verify(wrong, signature, by)
    with pytest.raises(Invalid):
        blindrsa.verify(message, signature[:-1], key.public)


def test_what_the_signer_sees_fits_every_message(key):
    """Unlinkable: for each message and signature there is a blinding that leads to what the signer saw."""
    n = key.public.n
    pairs = []
    for _number in range(2):
        message = secrets.token_bytes(32)
        blinded = blindrsa.blind(message, key.public)
        signed = blindrsa.blind_sign(blinded.message, key)
        pairs.append((blinded.message, signed, blindrsa.finish(message, signed, blinded.inverse, key.public)))
    (seen, signed, _own), (_seen, _signed, others) = pairs
    r = int.from_bytes(signed) * pow(int.from_bytes(others), -1, n) % n
    encoded = pow(int.from_bytes(others), blindrsa.EXPONENT, n)
    assert (encoded * pow(r, blindrsa.EXPONENT, n) % n).to_bytes(key.public.size) == seen


def test_the_same_message_looks_different_each_time(key):
    assert blindrsa.blind(MESSAGE, key.public).message != blindrsa.blind(MESSAGE, key.public).message


@pytest.mark.parametrize("blinded", [b"", b"\0" * 10, b"\xff" * 384, b"\0" * 385])
def test_only_numbers_of_the_keys_size_are_signed(key, blinded):
    with pytest.raises(Invalid):
        blindrsa.blind_sign(blinded, key)


def test_a_signer_that_does_not_sign_is_found_out(key):
    blinded = blindrsa.blind(MESSAGE, key.public)
    for answer in (blinded.message, b"", bytes(384)):
        with pytest.raises(Invalid):
            blindrsa.finish(MESSAGE, answer, blinded.inverse, key.public)


def test_a_broken_secret_key_signs_nothing():
    broken = SecretKey(VECTOR.p, VECTOR.q + 2)
    with pytest.raises((ArithmeticError, ValueError)):
        blindrsa.blind_sign((12345).to_bytes(PublicKey(broken.p * broken.q).size), broken)
