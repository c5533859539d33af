"""Settings of a channel to the Bundesagentur."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from channels.adapters.options import ServerField, secret
from channels.sending.agency import SERVER


class AgencyOptions(forms.Form):
    """Numbers and keys from the agreement."""

    supplier = forms.RegexField(
        r"^[A-Z][0-9]{9}$",
        label=_("Supplier-ID"),
        error_messages={"invalid": _("Sie hat einen Buchstaben und neun Ziffern.")},
        help_text=_("Zum Beispiel: P000123456"),
    )
    alliance = forms.RegexField(r"^[0-9A-Za-z]{1,20}$", label=_("Allianzpartnernummer"))
    hiring_org = forms.CharField(label=_("Hiring-Organisation-ID"), max_length=40)
    partner = forms.CharField(
        label=_("Partner-ID"),
        required=False,
        max_length=40,
        help_text=_("Nur nötig, wenn mehrere Zertifikate dieselbe E-Mail-Adresse haben."),
    )
    region = forms.CharField(label=_("Region (VAM-Code)"), required=False, max_length=10)
    supervised = forms.BooleanField(
        label=_("Die Bundesagentur soll Menschen vorschlagen"), required=False, initial=True
    )
    certificate = secret(forms.FileField(label=_("Zertifikat"), help_text=_("Die Datei endet auf .p12.")))
    pin = secret(forms.CharField(label=_("PIN des Zertifikats"), max_length=100))
    server = ServerField(label=_("Adresse"), initial=SERVER, required=False)
