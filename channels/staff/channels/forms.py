"""Forms of channels. What a person typed is never lost: invalid forms are shown as they were."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from channels.adapters import registry
from channels.models import Channel
from channels.models.channel import offered_kinds

#: What the groups of media are called, in the order in which they are offered.
GROUPS = {
    "mail": _("An Partner"),
    "people": _("An Partner"),
    "social": _("Chat und soziale Netze"),
    "web": _("Webseiten, Feeds und Kalender"),
    "feeds": _("Webseiten, Feeds und Kalender"),
    "boards": _("Jobbörsen und Programme"),
    "machines": _("Jobbörsen und Programme"),
}


class KindForm(forms.Form):
    """The first step of a new channel: which medium."""

    kind = forms.ChoiceField(
        label=_("Auf welchem Weg?"),
        choices=offered_kinds,
        error_messages={
            "required": _("Bitte wählen Sie einen Weg."),
            "invalid_choice": _("Diesen Weg gibt es nicht."),
        },
    )

    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Headings and the media below them."""
        found: dict[str, list[tuple[str, str]]] = {str(heading): [] for heading in GROUPS.values()}
        for folder, media in registry.grouped():
            found.setdefault(str(GROUPS.get(folder, _("Weitere"))), []).extend(media)
        return [(heading, media) for heading, media in found.items() if media]


class ChannelForm(forms.ModelForm):
    """What every channel has. The medium was chosen before; the partner stays once something was sent."""

    class Meta:
        model = Channel
        fields = ["name", "partner", "public", "unreviewed", "active"]
        widgets = {"unreviewed": forms.RadioSelect}
        help_texts = {
            "name": _("So heißt der Kanal in Berichten, zum Beispiel „Feed für Radio Welle“."),
            "partner": _("Wer die Stellen auf diesem Weg bekommt."),
            "public": _("Steht auf der Liste der Feeds. Sonst kennt die Adresse nur, wer sie bekommt."),
            "unreviewed": _(
                "Ohne andere Angabe wird die Übersetzung gekennzeichnet: Zahlen und Fristen stimmen in jeder "
                "Sprache, der deutsche Text steht daneben, und niemand muss warten. Aufschieben passt, wenn "
                "ein Fehler mehr schadet als ein Tag Verspätung."
            ),
            "active": _("Nur aktive Kanäle bekommen neue Ausschreibungen."),
        }
        error_messages = {"name": {"unique": _("Einen Kanal mit diesem Namen gibt es schon.")}}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        kind = self.instance.kind
        partner = self.fields["partner"]
        partner.empty_label = _("Niemand Bestimmtes")
        if registry.needs_partner(kind):
            partner.required, partner.empty_label = True, _("Bitte wählen")
            partner.error_messages["required"] = _("Bitte wählen Sie, welcher Partner das bekommt.")
        if registry.speaks(kind):
            self.fields["unreviewed"].required = False
        else:
            del self.fields["unreviewed"]
        if registry.sends(kind):
            del self.fields["public"]  # nothing that could be listed
        partner.disabled = bool(self.instance.pk) and self.instance.deliveries.telling().exists()

    def clean_unreviewed(self) -> str:
        """Whoever says nothing changes nothing."""
        return self.cleaned_data["unreviewed"] or self.instance.unreviewed
