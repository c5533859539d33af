"""The typed errors of the border: what an adapter may raise, with the few bits the outbox needs."""

from __future__ import annotations

import datetime


class SendError(Exception):
    """Nothing was sent. The message is a German sentence with the next step.

    `permanent`: trying again is useless.
    `retry_after`: the receiver asked for so much patience (a time span, or the moment itself).
    `ours`: the trouble is on our side (our mail server …): no receiver is switched off for it.
    `gone`: the receiver wants nothing on this channel any more (410): it is switched off at once.
    """

    def __init__(
        self,
        message: str,
        *,
        permanent: bool = False,
        retry_after: datetime.timedelta | datetime.datetime | float | None = None,
        gone: bool = False,
        ours: bool = False,
    ) -> None:
        super().__init__(message)
        self.permanent = permanent or gone
        self.retry_after = retry_after
        self.gone = gone
        self.ours = ours

    def not_before(self, now: datetime.datetime) -> datetime.datetime | None:
        """The moment the receiver wants to be left alone until, if it named one."""
        wait = self.retry_after
        if wait is None:
            return None
        if isinstance(wait, datetime.datetime):
            wait -= now
        seconds = wait.total_seconds() if isinstance(wait, datetime.timedelta) else wait
        return now + datetime.timedelta(seconds=min(max(seconds, 0), LONGEST_PATIENCE))


class Unconfirmed(SendError):  # noqa: N818 - it reads as the state it leads to
    """It may have been sent: a person is asked, nothing is sent twice."""


#: Nobody may silence a lane for longer with one answer.
LONGEST_PATIENCE = 24 * 3600.0
