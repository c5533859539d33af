"""`manage.py add_person`: let somebody in. The first one of a new city can come in by no page."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from outreach.addresses import absolute
from outreach.people.models import Role, User


class Command(BaseCommand):
    """Adds a person or a role of theirs. Runs any number of times: what is there stays, the link is new."""

    help = "Gibt einer Person eine Rolle und zeigt einen Link, mit dem sie ihr Passwort vergibt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", metavar="E-MAIL")
        parser.add_argument("--name", default="", help="Vor- und Nachname")
        parser.add_argument("--role", choices=Role.values, default=Role.ADMINISTRATOR.value, help="Rolle")

    def handle(self, *args: Any, email: str, name: str, role: str, **options: Any) -> None:
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"„{email}“ ist keine E-Mail-Adresse.") from error
        person = _with_role(email.lower(), name, role)
        self.stdout.write(f"{person.display_name} darf: {Role(role).label}")
        self.stdout.write(f"Passwort vergeben (einmal, innerhalb von drei Tagen): {_link(person)}")


@transaction.atomic
def _with_role(email: str, name: str, role: str) -> User:
    person = User.objects.filter(email__iexact=email).first()
    if person is None:
        first, _space, last = name.strip().rpartition(" ")
        person = User(username=email, email=email, first_name=first, last_name=last)
        person.set_unusable_password()
        person.save()
    if not person.is_active:
        raise CommandError(
            f"{person.display_name} ist gesperrt. Aufheben lässt sich das in den Einstellungen."
        )
    person.roles.get_or_create(role=role)
    return person


def _link(person: User) -> str:
    """As in the mail of "Passwort vergessen?", for a service that sends no mails yet."""
    key = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    return absolute(reverse("account_reset_password_from_key", kwargs=key))
