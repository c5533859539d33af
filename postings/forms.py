"""Forms of job ads. What a person typed is never lost: invalid forms are shown again as they were."""

from __future__ import annotations

import re

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from postings import events, families, workflow
from postings.models import Event, Posting, State


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


_DAYS = re.compile(r"[\s,;]+")
_LONGEST_REMINDER = 90


class EventForm(forms.ModelForm):
    """An open day."""

    reminders = forms.CharField(
        label=_("Erinnerungen"),
        required=False,
        help_text=_("Wie viele Tage vorher wir noch einmal erinnern, zum Beispiel: 14, 2"),
    )
    families = forms.MultipleChoiceField(
        label=_("Berufsfelder"),
        choices=families.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Für welche Arbeit der Termin wirbt. Er steht dann auch bei den passenden Stellen."),
    )

    class Meta:
        model = Event
        fields = [
            "title",
            "description",
            "starts_at",
            "ends_at",
            "place",
            "attendance",
            "languages",
            "accessibility",
            "registration_url",
            "reminders",
            "families",
            "postings",
        ]
        widgets = {
            "starts_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "ends_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "postings": forms.CheckboxSelectMultiple,
            "description": forms.Textarea(attrs={"rows": 5}),
            "accessibility": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {"postings": _("Ausschreibungen")}
        help_texts = {
            "languages": _("Welche Sprachen am Tag gesprochen werden, mit Komma getrennt."),
            "postings": _("Ausschreibungen, für die dieser Termin wirbt."),
            "place": _("Name und Anschrift, bei Terminen im Internet der Name des Dienstes."),
            "accessibility": _("Zum Beispiel: stufenlos, Aufzug, Gebärdensprache, ruhiger Raum."),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        days = self.instance.reminders if self.instance.pk else events.default_reminders()
        self.initial["reminders"] = ", ".join(map(str, days))
        self.fields["starts_at"].help_text = _("Kündigen Sie den Termin {weeks} Wochen vorher an.").format(
            weeks=events.lead_weeks()
        )
        offered = ~Q(state=State.CLOSED)
        if self.instance.pk:
            offered |= Q(events=self.instance)
        self.fields["postings"].queryset = Posting.objects.filter(offered).distinct().order_by("title")

    def clean_reminders(self) -> list[int]:
        """Days as numbers, the earliest reminder first."""
        words = [word for word in _DAYS.split(self.cleaned_data["reminders"]) if word]
        if not all(
            word.isascii() and word.isdigit() and 0 < int(word) <= _LONGEST_REMINDER for word in words
        ):
            raise forms.ValidationError(
                _("Bitte schreiben Sie Zahlen von 1 bis {most}, mit Komma getrennt.").format(
                    most=_LONGEST_REMINDER
                )
            )
        return sorted({int(word) for word in words}, reverse=True)

    def clean(self):
        data = super().clean()
        starts, ends = data.get("starts_at"), data.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("Das Ende liegt vor dem Beginn. Bitte prüfen Sie die Uhrzeiten."))
        return data
