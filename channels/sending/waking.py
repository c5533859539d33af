"""Tells the workers that something is due, after the transaction that made it so."""

from __future__ import annotations


def wake_feeds() -> None:
    """Something that stands in feeds has changed; whoever fetches one sees it anyway."""
    from channels.tasks import refresh_feeds
    from outreach.background import wakeup

    wakeup.wake(refresh_feeds)


def wake_workers() -> None:
    """Logged, never raised, if the broker is away: the sweep every minute finds what is due anyway."""
    from channels.tasks import deliver_due  # the task imports the outbox, which imports this
    from outreach.background import wakeup

    wakeup.wake(deliver_due)
