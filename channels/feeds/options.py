"""What a channel can set about its feeds."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from channels.models import Channel

#: A feed may lose this share of its entries within a day before a person is asked.
SHRINK_PERCENT = 30


class GuardOptions(forms.Form):
    """For every feed: when a person is asked."""

    shrink_percent = forms.IntegerField(
        label=_("Erst fragen, wenn mehr wegfällt als (Prozent der Einträge)"),
        min_value=1,
        max_value=100,
        required=False,
        help_text=_(
            "Verliert der Feed an einem Tag mehr, bleibt der letzte gute Stand stehen, bis Sie zustimmen. "
            "Ohne Angabe gilt 30."
        ),
    )


class EntryOptions(GuardOptions):
    """For feeds of entries."""

    events = forms.BooleanField(
        label=_("Auch Veranstaltungen als Einträge"),
        required=False,
        help_text=_("Sonst stehen im Feed nur Stellen; Veranstaltungen stehen immer im Kalender."),
    )


class CalendarOptions(GuardOptions):
    """For calendars."""

    integreat = forms.BooleanField(
        label=_("Für Integreat"),
        required=False,
        help_text=_("Abgesagte Termine verschwinden dann ganz. Andere Kalender zeigen sie als abgesagt."),
    )


def share(channel: Channel) -> float:
    """Which share of its entries the channel's feeds may lose within a day."""
    return (channel.options.get("shrink_percent") or SHRINK_PERCENT) / 100


def events_as_entries(channel: Channel) -> bool:
    """True if events stand among the ads, too."""
    return bool(channel.options.get("events"))


def integreat(channel: Channel) -> bool:
    """True if the calendar is read by Integreat, where cancelled events must be gone."""
    return bool(channel.options.get("integreat"))
