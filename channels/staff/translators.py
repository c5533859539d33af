"""The form of an invited translator."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from channels import languages
from channels.models import Translator


class TranslatorForm(forms.ModelForm):
    """Who helps, in which languages."""

    class Meta:
        model = Translator
        fields = ["name", "email", "languages", "partner", "active"]
        help_texts = {
            "name": _("Steht neben jeder geprüften Übersetzung."),
            "partner": _("Falls die Person zu einem Partner gehört."),
            "active": _("Ohne dieses Häkchen öffnet der Link nichts mehr."),
        }
        error_messages = {"email": {"unique": _("Diese Adresse ist schon eingeladen.")}}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"] = forms.MultipleChoiceField(
            label=_("Sprachen"),
            choices=[(code, languages.get(code).told_name) for code in languages.codes() if code != "de"],
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["partner"].empty_label = _("Zu keinem")
