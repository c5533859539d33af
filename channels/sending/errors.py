"""The typed errors of the border: what an adapter may raise, with the one bit the outbox needs."""

from __future__ import annotations


class SendError(Exception):
    """Nothing was sent. The message is a German sentence with the next step.

    `permanent`: trying again is useless.
    """

    def __init__(self, message: str, *, permanent: bool = False) -> None:
        super().__init__(message)
        self.permanent = permanent


class Unconfirmed(SendError):  # noqa: N818 - it reads as the state it leads to
    """It may have been sent: a person is asked, nothing is sent twice."""
