"""Proof that an ad is real: a signed record per code, which anybody can check."""

from channels.authenticity.record import Record, canonical, of_code
from channels.authenticity.signing import key_set, sign, verify

__all__ = ["Record", "canonical", "key_set", "of_code", "sign", "verify"]
