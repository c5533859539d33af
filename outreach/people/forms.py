"""Forms for people, their roles and their tokens."""

from __future__ import annotations

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from outreach.people.models import Role, RoleAssignment, User


class PersonForm(forms.ModelForm):
    """A person of the staff: name, address, roles."""

    roles = forms.MultipleChoiceField(
        label=_("Rollen"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Eine Person kann mehrere Rollen haben. Eigene Texte gibt trotzdem jemand anderes frei."),
    )

    class Meta:
        model = User
        fields = ["first_name", "last_name", "email", "is_active"]
        labels = {
            "first_name": _("Vorname"),
            "last_name": _("Nachname"),
            "is_active": _("Darf sich anmelden"),
        }
        help_texts = {"is_active": ""}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["roles"].initial = list(self.instance.role_set)

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Mit dieser E-Mail-Adresse gibt es schon eine Person."))
        return email

    @transaction.atomic
    def save(self, commit: bool = True) -> User:
        """Store person and roles; a new person sets the password by the reset mail."""
        person = super().save(commit=False)
        person.username = person.email
        if person.pk is None:
            person.set_unusable_password()
        person.save()
        person.roles.all().delete()
        RoleAssignment.objects.bulk_create(
            RoleAssignment(user=person, role=role) for role in self.cleaned_data["roles"]
        )
        return person


class TokenForm(forms.Form):
    """What an access token is for."""

    name = forms.CharField(
        label=_("Wofür ist der Zugang?"),
        max_length=80,
        help_text=_("Zum Beispiel: LibreOffice am Arbeitsplatz"),
    )
