"""`manage.py load_demo`: load the demo city and print its log-ins."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import gettext as _

from outreach import checks, demo
from outreach.addresses import absolute
from outreach.demo.data import Login
from outreach.demo.load import load
from outreach.people.models import Role


class Command(BaseCommand):
    """Runs any number of times: a city that is there already stays as it is."""

    help = "Loads the demo city (invented people, partners, ads, numbers) and prints its log-ins."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--year",
            action="store_true",
            help="Dazu ein ganzes Jahr: 200 Stellen auf 12 Kanälen mit allen Veröffentlichungen.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not checks.demo_is_allowed():
            raise CommandError(
                _(
                    "Die Demostadt gibt es nur auf dem eigenen Rechner: mit SQLite, ohne PUBLIC_URL und mit "
                    "HOST=127.0.0.1. Ihre Passwörter sind öffentlich bekannt."
                )
            )
        if options["year"] and demo.accounts_exist():
            raise CommandError(
                _(
                    "Die Demostadt ist schon geladen. Ein ganzes Jahr gibt es nur in einer leeren Datenbank, "
                    "zum Beispiel mit: DATA_DIR=./demojahr python manage.py load_demo --year"
                )
            )
        self.stdout.write(table(load(whole_year=options["year"])))


def table(logins: list[Login]) -> str:
    """The log-ins as a small table in German."""
    head = (_("Name"), _("E-Mail-Adresse"), _("Passwort"), _("Darf"))
    rows = [head, *(_row(login) for login in logins)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head) - 1)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    ]
    intro = _("Die Demostadt ist geladen. Alle Personen, Partner und Zahlen sind erfunden.")
    address = _("Anmelden: {address}").format(address=absolute(reverse("account_login")))
    return "\n".join([intro, address, "", *lines])


def _row(login: Login) -> tuple[str, ...]:
    roles = ", ".join(str(Role(role).label) for role in login.roles)
    return (login.name, login.email, login.password, roles)
