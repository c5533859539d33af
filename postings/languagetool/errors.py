"""What the protocol answers when a request cannot be served: one line of plain text."""

from __future__ import annotations


class ProtocolError(Exception):
    """`str(error)` is shown to the person behind the client."""

    status = 400


class UnusableError(ProtocolError):
    """A field is missing or wrong."""


class DeniedError(ProtocolError):
    """No access, or not without a person."""

    status = 403


class TooLargeError(ProtocolError):
    """More text than one request may carry."""

    status = 413


class TooOftenError(ProtocolError):
    """Throttled."""

    status = 429
