"""The form for one cost."""

from __future__ import annotations

import datetime

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from channels.models import Channel
from outreach.reach.models import ChannelCost

#: Months back that can be chosen.
_BACK = 36


def months(today: datetime.date) -> list[tuple[str, str]]:
    """This month and those before it, the newest first: ("2026-11-01", "November 2026")."""
    found, month = [], today.replace(day=1)
    for _number in range(_BACK):
        found.append((month.isoformat(), date_format(month, "F Y")))
        month = (month - datetime.timedelta(days=1)).replace(day=1)
    return found


class CostForm(forms.ModelForm):
    """Channel, months, euros."""

    first = forms.TypedChoiceField(label=gettext_lazy("Von"), coerce=datetime.date.fromisoformat)
    last = forms.TypedChoiceField(
        label=gettext_lazy("Bis einschließlich"), coerce=datetime.date.fromisoformat
    )

    class Meta:
        model = ChannelCost
        fields = ("channel", "first", "last", "amount", "note")
        localized_fields = ("amount",)
        error_messages = {
            "amount": {
                "min_value": gettext_lazy("Kosten sind nie kleiner als null."),
                "invalid": gettext_lazy("Bitte schreiben Sie einen Betrag in Euro, zum Beispiel 120,50."),
            }
        }

    def __init__(self, *args, today: datetime.date, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channel"].queryset = Channel.objects.order_by("name")
        self.fields["channel"].empty_label = _("Bitte wählen")
        for name in ("first", "last"):
            self.fields[name].choices = months(today)

    def clean(self) -> dict:
        """Months in order, and no month of a channel twice: its openings would be set beside two sums."""
        found = super().clean() or {}
        channel, first, last = (found.get(name) for name in ("channel", "first", "last"))
        if not (channel and first and last):
            return found
        if last < first:
            self.add_error("last", _("Das Ende liegt vor dem Anfang. Bitte wählen Sie einen späteren Monat."))
        elif ChannelCost.objects.filter(channel=channel, first__lte=last, last__gte=first).exists():
            self.add_error(
                "first",
                _("Für diesen Kanal sind in dieser Zeit schon Kosten eingetragen. Löschen Sie diese zuerst."),
            )
        return found
