"""Forms of the portal's pages."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class KeyForm(forms.Form):
    """What a key is for."""

    name = forms.CharField(
        label=_("Wofür ist der Schlüssel?"),
        max_length=80,
        help_text=_("Zum Beispiel: Bewerbungsportal, Personalverwaltung"),
    )
