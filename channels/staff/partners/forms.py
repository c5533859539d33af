"""The staff form of a partner, grouped: who it is, whom it reaches, what it gets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from channels.models import Partner
from channels.partners.forms import (
    Grouped,
    PreferencesForm,
    district_field,
    language_field,
    refuse_half_a_quiet_time,
)


class PartnerForm(Grouped, forms.ModelForm):
    """Everything about a partner but its consent: that only the partner gives."""

    invite = forms.BooleanField(
        label=_("Gleich einladen"),
        required=False,
        initial=True,
        help_text=_("Wir fragen per E-Mail, ob der Partner mitmacht. Vorher geht nichts hinaus."),
    )
    GROUPS = (
        (_("Wer ist das?"), ("name", "kind", "contact_name", "email", "phone", "website"), False),
        (_("Wen erreicht der Partner?"), ("languages", "audience", "audience_size"), False),
        (_("Stadtteile"), ("districts",), True),
        (_("Was der Partner bekommt"), ("wants_ads", "wants_events", "families"), True),
        (_("Wie oft und wann"), ("rhythm", "weekly_cap", "quiet_days", "quiet_from", "quiet_until"), True),
        (_("Notiz"), ("note", "invite"), False),
    )

    class Meta:
        model = Partner
        fields = [
            "name", "kind", "contact_name", "email", "phone", "website", "languages", "audience",
            "audience_size", "districts", "wants_ads", "wants_events", "families", "rhythm", "weekly_cap",
            "quiet_days", "quiet_from", "quiet_until", "note",
        ]  # fmt: skip
        widgets = {
            **PreferencesForm.Meta.widgets,
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        labels = PreferencesForm.Meta.labels
        error_messages = {"name": {"unique": _("Einen Partner mit diesem Namen gibt es schon.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partner = self.instance
        self.fields["kind"].choices = [("", _("Bitte wählen")), *Partner.Kind.choices]
        self.fields["languages"] = language_field(label=_("Sprachen"))
        self.fields["districts"] = district_field(
            partner.districts, help_text=_("Nichts gewählt heißt: ganze Stadt oder außerhalb.")
        )
        wishes = PreferencesForm(instance=partner).fields
        self.fields["families"], self.fields["quiet_days"] = wishes["families"], wishes["quiet_days"]
        self.fields["email"].help_text = (
            _("Bei einer neuen Adresse fragen wir dort noch einmal nach. Bis dahin geht nichts hinaus.")
            if partner.pk
            else _("An diese Adresse geht die Einladung.")
        )
        if partner.pk:
            del self.fields["invite"]

    def clean(self) -> dict[str, Any]:
        """Half a quiet time is none."""
        data = super().clean()
        refuse_half_a_quiet_time(self, data)
        return data
