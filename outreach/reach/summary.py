"""One sentence about reach for the start page, from releases only."""

from __future__ import annotations

from django.utils.translation import ngettext

from outreach.reach import released


def week_sentence() -> str | None:
    """What the latest release says, or None if there is nothing to say yet."""
    table = released.latest("posting-channel", posting=released.TOTAL)
    if table is None:
        return None
    channels = sum(1 for figure in table.sums_by("channel").values() if not figure.hidden)
    number = table.cells[released.TOTAL, released.TOTAL].value
    if not channels:
        return None
    return ngettext(
        "In der letzten Veröffentlichung wurden Ihre Stellen über %(channels)d Kanal mindestens "
        "%(number)d-mal aufgerufen.",
        "In der letzten Veröffentlichung wurden Ihre Stellen über %(channels)d Kanäle mindestens "
        "%(number)d-mal aufgerufen.",
        channels,
    ) % {"channels": channels, "number": number}
