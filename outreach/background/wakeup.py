"""Wakes the workers after something was stored. The database knows what is due, so a lost
wake-up costs a minute (until the next sweep) and never an error page."""

from __future__ import annotations

import logging
from time import monotonic

from celery import Task

from outreach import metrics
from outreach.celery import app

logger = logging.getLogger(__name__)

#: After a failure nobody waits for the broker again for so long.
PAUSE_SECONDS = 30.0
_silent_until = 0.0


def wake(task: str | Task) -> bool:
    """Send `task` (or the task of this name), no arguments. False, and a line in the log, if it fails."""
    global _silent_until
    if monotonic() < _silent_until:
        metrics.WAKEUPS_LOST.inc()
        return False
    try:
        app.send_task(
            task if isinstance(task, str) else task.name, retry=False, ignore_result=True, expires=300
        )
    except Exception as error:  # whatever a broker's client raises, a request must not end with it
        _silent_until = monotonic() + PAUSE_SECONDS
        metrics.WAKEUPS_LOST.inc()
        logger.warning("Der Broker nimmt keine Weckrufe an (%s); der nächste Durchlauf holt es nach.", error)
        return False
    return True
