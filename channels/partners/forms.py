"""Forms partners fill in: signing up, preferences, a new link. Grouped, so that no form is a wall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from channels.languages import names
from channels.languages.spoken import WHOLE
from channels.models import Partner
from outreach.profile import city
from postings import families
from postings.documents.cleaning import one_line

EMAIL_ERRORS = {
    "invalid": _("Diese E-Mail-Adresse ist nicht vollständig. Beispiel: name@beispiel.de"),
    "required": _("Bitte tragen Sie Ihre E-Mail-Adresse ein."),
}


class Grouped:
    """`GROUPS`: heading, fields, and whether the group starts folded."""

    GROUPS: tuple[tuple[Any, tuple[str, ...], bool], ...] = ()

    def groups(self) -> Iterator[dict[str, Any]]:
        """For templates; a group with a mistake in it is open."""
        for heading, keys, folded in self.GROUPS:
            fields = [self[name] for name in keys if name in self.fields]
            if fields:
                wrong = any(field.errors for field in fields)
                yield {"heading": heading, "fields": fields, "folded": folded, "open": wrong}


def language_field(**options: Any) -> forms.MultipleChoiceField:
    """Languages by their own names."""
    return forms.MultipleChoiceField(
        choices=list(names().items()), widget=forms.CheckboxSelectMultiple, required=False, **options
    )


def district_field(chosen: list[str], **options: Any) -> forms.MultipleChoiceField:
    """The city's districts, and those a partner already has."""
    known = dict.fromkeys([*city()["districts"], *chosen])
    return forms.MultipleChoiceField(
        label=_("Stadtteile"),
        choices=[(name, name) for name in known],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        **options,
    )


def page_languages() -> list[tuple[str, str]]:
    """Languages the partner page really speaks."""
    return [(code, names().get(code, code)) for code in WHOLE]


def refuse_half_a_quiet_time(form: forms.ModelForm, data: dict[str, Any]) -> None:
    """Quiet hours need a beginning and an end."""
    if bool(data.get("quiet_from")) != bool(data.get("quiet_until")):
        missing = "quiet_until" if data.get("quiet_from") else "quiet_from"
        form.add_error(missing, _("Bitte tragen Sie beide Uhrzeiten ein oder keine."))


class SignUpForm(Grouped, forms.ModelForm):
    """What an association tells about itself. Nothing of it is a partner before it is confirmed by mail."""

    #: Hidden from people; programs fill it in.
    homepage = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )
    GROUPS = (
        (_("Wer sind Sie?"), ("name", "kind", "contact_name", "email"), False),
        (_("Wen erreichen Sie?"), ("languages", "audience", "audience_size"), False),
        (_("Stadtteile"), ("districts",), True),
        (_("Was möchten Sie weitergeben?"), ("wants_ads", "wants_events"), False),
    )

    class Meta:
        model = Partner
        fields = [
            "name", "kind", "contact_name", "email", "languages", "districts", "audience", "audience_size",
            "wants_ads", "wants_events",
        ]  # fmt: skip
        labels = {
            "name": _("Name Ihrer Organisation"),
            "kind": _("Was sind Sie?"),
            "contact_name": _("Ihr Name"),
            "audience": _("Wem geben Sie Stellen weiter?"),
            "audience_size": _("Wie viele Menschen sind das etwa?"),
            "wants_ads": _("Stellen und Ausbildungsplätze"),
            "wants_events": _("Veranstaltungen, zum Beispiel Tage der offenen Tür"),
        }
        help_texts = {
            "email": _("An diese Adresse schicken wir gleich einen Link zum Bestätigen."),
            "audience": _("Zum Beispiel: WhatsApp-Gruppe für Eltern, Aushang im Café, Sendung am Mittwoch."),
        }
        error_messages = {"email": EMAIL_ERRORS, "name": {"required": _("Bitte tragen Sie einen Namen ein.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"] = language_field(label=_("In welchen Sprachen?"))
        self.fields["districts"] = district_field([], help_text=_("Nichts gewählt heißt: ganze Stadt."))
        self.fields["kind"].choices = [("", _("Bitte wählen")), *Partner.Kind.choices]
        self.fields["audience"].widget = forms.Textarea(attrs={"rows": 2})
        autocomplete = {"name": "organization", "contact_name": "name", "email": "email"}
        for name, value in autocomplete.items():
            self.fields[name].widget.attrs["autocomplete"] = value

    def _get_validation_exclusions(self) -> set[str]:
        return {*super()._get_validation_exclusions(), "name"}

    def validate_unique(self) -> None:
        """Whether we know a name is nobody's business; a number tells two of them apart later."""

    def clean(self) -> dict[str, Any]:
        """Whoever wants neither ads nor events wants nothing."""
        data = super().clean()
        for name in ("name", "contact_name", "audience"):  # no hidden marks, no line breaks
            data[name] = one_line(data.get(name) or "")
        if not data["name"] and "name" not in self.errors:
            self.add_error("name", _("Bitte tragen Sie einen Namen ein."))
        if not data.get("wants_ads") and not data.get("wants_events"):
            self.add_error("wants_ads", _("Bitte wählen Sie mindestens eines."))
        return data


class PreferencesForm(Grouped, forms.ModelForm):
    """What a partner wants to get, in which languages, how often and when not."""

    GROUPS = (
        (_("Was?"), ("wants_ads", "wants_events"), False),
        (_("Berufsfelder"), ("families",), True),
        (_("Sprachen"), ("languages", "page_language"), True),
        (_("Stadtteile"), ("districts",), True),
        (_("Wie oft und wann?"), ("rhythm", "weekly_cap", "quiet_days", "quiet_from", "quiet_until"), True),
    )

    class Meta:
        model = Partner
        fields = [
            "wants_ads", "wants_events", "families", "languages", "districts", "rhythm", "weekly_cap",
            "quiet_from", "quiet_until", "quiet_days", "page_language",
        ]  # fmt: skip
        labels = {
            "wants_ads": _("Stellen und Ausbildungsplätze"),
            "wants_events": _("Veranstaltungen"),
            "weekly_cap": _("Höchstens so viele E-Mails in der Woche"),
            "quiet_from": _("Keine E-Mails ab (Uhrzeit)"),
            "quiet_until": _("wieder ab (Uhrzeit)"),
        }
        widgets = {
            "rhythm": forms.RadioSelect,
            "quiet_from": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "quiet_until": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"] = language_field(label=_("In welchen Sprachen erreichen Sie Menschen?"))
        self.fields["districts"] = district_field(self.instance.districts)
        self.fields["families"] = forms.MultipleChoiceField(
            label=_("Nur diese Berufsfelder"),
            choices=families.choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=_("Nichts gewählt heißt: alle."),
        )
        self.fields["quiet_days"] = forms.TypedMultipleChoiceField(
            label=_("An diesen Tagen keine E-Mails"),
            choices=list(WEEKDAYS.items()),
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.fields["page_language"] = forms.ChoiceField(
            label=_("Sprache dieser Seite"), choices=page_languages(), required=False
        )

    def clean_page_language(self) -> str:
        """Who says nothing keeps theirs."""
        return self.cleaned_data["page_language"] or self.instance.page_language

    def clean(self) -> dict[str, Any]:
        """Half a quiet time is none; nothing at all is a pause or the end."""
        data = super().clean()
        refuse_half_a_quiet_time(self, data)
        if not data.get("wants_ads") and not data.get("wants_events"):
            self.add_error("wants_ads", _("Bitte wählen Sie mindestens eines, oder machen Sie unten Pause."))
        return data


class LinkForm(forms.Form):
    """Where a new link shall go."""

    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        error_messages=EMAIL_ERRORS,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    homepage = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )
