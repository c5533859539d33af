"""Forms of job ads. What a person typed is never lost: invalid forms are shown again as they were."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from postings import workflow
from postings.models import Event


class AdForm(forms.Form):
    """Title and text of an ad. Cleaning and limits are the workflow's."""

    title = forms.CharField(
        label=_("Titel"),
        required=False,
        max_length=workflow.MAX_TITLE,
        help_text=_("Bleibt das Feld leer, lesen wir den Titel aus dem Text."),
    )
    text = forms.CharField(
        label=_("Text der Ausschreibung"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "true"}),
        error_messages={"required": _("Der Text ist leer. Bitte fügen Sie die Ausschreibung ein.")},
    )
    base_version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class UploadForm(forms.Form):
    """A file whose text is read in; the file itself is not kept."""

    file = forms.FileField(
        label=_("Datei"), error_messages={"empty": _("Die Datei ist leer. Bitte wählen Sie eine andere.")}
    )


class EventForm(forms.ModelForm):
    """An open day."""

    class Meta:
        model = Event
        fields = [
            "title",
            "description",
            "starts_at",
            "ends_at",
            "place",
            "languages",
            "accessibility",
            "registration_url",
            "postings",
        ]
        widgets = {
            "starts_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "ends_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "postings": forms.CheckboxSelectMultiple,
            "description": forms.Textarea(attrs={"rows": 5}),
            "accessibility": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "languages": _("Welche Sprachen am Tag gesprochen werden, mit Komma getrennt."),
            "postings": _("Ausschreibungen, für die dieser Termin wirbt."),
        }

    def clean(self):
        data = super().clean()
        starts, ends = data.get("starts_at"), data.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("Das Ende liegt vor dem Beginn. Bitte prüfen Sie die Uhrzeiten."))
        return data
