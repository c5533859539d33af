"""First and other openings of a device, as keys of released figures and in words.

A key holds the minutes ("first-30"): figures of different settings are never added up, and whatever is made
of a table (a file, an answer of the API) says what was counted.
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _

FIRST, OTHER = "first", "other"


class Device(NamedTuple):
    """What a key says."""

    first: bool
    minutes: int


def key(part: str, minutes: int) -> str:
    """ "first-30", "other-30"."""
    return f"{part}-{minutes}"


def read(found: str) -> Device | None:
    """The key taken apart; None: it is none (an opening nobody tried to tell apart, a sum)."""
    part, _dash, minutes = found.partition("-")
    return Device(part == FIRST, int(minutes)) if part in (FIRST, OTHER) and minutes.isdecimal() else None


def rest_of(found: str) -> str:
    """Of a key of first openings, the key of what they leave over; of any other: nothing."""
    device = read(found)
    return key(OTHER, device.minutes) if device and device.first else ""


def name(found: str) -> str:
    """The kind of figure, in the reader's language."""
    device = read(found)
    if device is None:
        return found
    words = (
        _("Erster Aufruf eines Geräts (je Link, in {minutes} Minuten, in einem Serverprozess)")
        if device.first
        else _("Weiterer oder nicht unterschiedener Aufruf ({minutes} Minuten)")
    )
    return words.format(minutes=device.minutes)


def explained(minutes: int) -> str:
    """What a figure of first openings is, and what it is not."""
    return _(
        "Erste Aufrufe: Kommt derselbe Link aus demselben Netz und mit demselben Browsernamen innerhalb von "
        "{minutes} Minuten noch einmal und beim selben Serverprozess an, zählt das als weiterer Aufruf. Die "
        "Zahl ist eine Obergrenze für Geräte, die sich so unterscheiden lassen (gleiche in einem Netz gelten "
        "als eines), nie eine Zahl von Menschen. Wer der Messung im Browser widerspricht, wird nicht "
        "wiedererkannt: Diese Aufrufe stehen bei den weiteren."
    ).format(minutes=minutes)
