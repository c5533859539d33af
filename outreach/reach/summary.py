"""One sentence about reach for the start page, from releases only."""

from __future__ import annotations

from django.utils.translation import ngettext

from outreach.reach.protection import total
from outreach.reach.reports import figures


def week_sentence() -> str | None:
    """What the latest release says, or None if there is nothing to say yet."""
    release = figures.latest()
    if release is None:
        return None
    cells = [cell for cell in release.figures.only("channel_id", "value") if cell.value is not None]
    if not cells:
        return None
    channels = len({cell.channel_id for cell in cells})
    return ngettext(
        "In der letzten Veröffentlichung wurden Ihre Stellen über %(channels)d Kanal mindestens "
        "%(number)d-mal aufgerufen.",
        "In der letzten Veröffentlichung wurden Ihre Stellen über %(channels)d Kanäle mindestens "
        "%(number)d-mal aufgerufen.",
        channels,
    ) % {"channels": channels, "number": total(cell.value for cell in cells).value}
