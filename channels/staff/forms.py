"""Forms of channels and partners. What a person typed is never lost: invalid forms are shown as they were."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from channels.adapters import registry
from channels.models import Channel, Partner
from channels.models.channel import offered_kinds
from channels.renditions.languages import NAMES
from outreach.profile import city


class ChannelForm(forms.ModelForm):
    """A channel. Its medium and partner stay as they are once something was sent."""

    class Meta:
        model = Channel
        fields = ["name", "kind", "partner", "public", "active"]
        help_texts = {
            "name": _("So heißt der Kanal in Berichten, zum Beispiel „Feed für Radio Welle“."),
            "partner": _("Wer die Stellen auf diesem Weg bekommt. Bei E-Mail nötig."),
            "public": _("Steht auf der Liste der Feeds. Sonst kennt die Adresse nur, wer sie bekommt."),
            "active": _("Nur aktive Kanäle bekommen neue Ausschreibungen."),
        }
        error_messages = {"name": {"unique": _("Einen Kanal mit diesem Namen gibt es schon.")}}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(label=_("Medium"), choices=offered_kinds)
        self.fields["partner"].empty_label = _("Niemand Bestimmtes")
        if self.instance.pk and self.instance.deliveries.exists():
            for name in ("kind", "partner"):
                self.fields[name].disabled = True

    def clean(self) -> dict:
        data = super().clean()
        if registry.needs_partner(data.get("kind", "")) and not data.get("partner"):
            self.add_error("partner", _("Bitte wählen Sie, welcher Partner die E-Mails bekommt."))
        if registry.sends(data.get("kind", "")):
            data["public"] = False  # nothing that could be listed
        return data


class PartnerForm(forms.ModelForm):
    """An organisation that passes ads on."""

    languages = forms.MultipleChoiceField(
        label=_("Sprachen"),
        choices=list(NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("In welchen Sprachen der Partner Menschen erreicht."),
    )

    class Meta:
        model = Partner
        fields = ["name", "kind", "contact_name", "email", "languages", "district", "status", "note"]
        labels = {"status": _("Stand")}
        help_texts = {
            "email": _("An diese Adresse gehen die E-Mails für den Partner."),
            "status": _("Erst „Aktiv“ wählen, wenn der Partner zugestimmt hat. Vorher geht nichts hinaus."),
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        error_messages = {"name": {"unique": _("Einen Partner mit diesem Namen gibt es schon.")}}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        known = [*city()["districts"]]
        if self.instance.district and self.instance.district not in known:
            known.append(self.instance.district)
        self.fields["district"] = forms.ChoiceField(
            label=_("Stadtteil"),
            choices=[("", _("Ganze Stadt oder außerhalb")), *((name, name) for name in known)],
            required=False,
        )
