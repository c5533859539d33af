"""Slots in words, for the preview and for rows that no moment is left for."""

from __future__ import annotations

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from channels.timing.slots import Slot


def when(slot: Slot) -> str:
    """ "sofort", or the moment and why it waits."""
    if slot.at is None:
        return held_back(slot)
    if slot.bundle is None:
        return _("sofort")
    text = _("am {moment} Uhr").format(moment=date_format(timezone.localtime(slot.at), "j. F Y, H:i"))
    because = _because(slot.why)
    return f"{text} ({because})" if because else text


def held_back(slot: Slot) -> str:
    """Why nothing is sent: a wish of the partner lasts longer than the deadline."""
    return {
        "cap": _("Der Partner bekommt diese Woche nichts mehr, und die Bewerbungsfrist endet vorher."),
        "pause": _("Der Partner macht Pause, bis die Bewerbungsfrist vorbei ist."),
        "quiet": _("Der Partner hat Ruhezeit, bis die Bewerbungsfrist vorbei ist."),
    }.get(slot.why, _("Der Bewerbungsschluss ist vorbei."))


def _because(why: str) -> str:
    return {
        "quiet": _("vorher ist Ruhezeit"),
        "rhythm": _("mit der nächsten Sammelnachricht"),
        "cap": _("für diese Woche sind es genug Nachrichten"),
        "pause": _("nach der Pause"),
        "deadline": _("früher als sonst, weil die Frist bald endet"),
    }.get(why, "")
