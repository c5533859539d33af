"""`manage.py words`: adds new texts to the English catalog, tells which lack a translation, compiles it.

The German catalog holds what libraries say in our words: never „du“, and what to do. It is written by hand.
"""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from outreach.words import catalog, finding, scope


class Command(BaseCommand):
    help = (
        "Neue Texte in den englischen Katalog aufnehmen, fehlende Übersetzungen zeigen, Katalog übersetzen."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="nichts schreiben; Fehler, wenn etwas fehlt")

    def handle(self, *args, **options) -> None:
        source, target = scope.files("en")
        corrections, corrected = scope.files("de")
        known = catalog.read(source) if source.exists() else {}
        found = finding.messages(scope.sources())
        missing = [message.one for message in found if message not in known]
        current = {message: known[message] for message in found if message in known}
        if not options["check"]:
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_text(_whole(found, known), "utf-8")
            target.write_bytes(catalog.compiled(current))
            corrected.write_bytes(catalog.compiled(catalog.read(corrections)))
        for text in missing:
            self.stdout.write(text)
        if missing:
            raise CommandError(f"{len(missing)} Texte haben noch keine englische Fassung ({source}).")
        if options["check"] and target.read_bytes() != catalog.compiled(current):
            raise CommandError("django.mo ist veraltet. Bitte rufen Sie `manage.py words` auf.")


def _whole(found: dict[finding.Message, list[str]], known: catalog.Catalog) -> str:
    """The catalog in the order of its texts; what no page shows any more is left out."""
    head = 'msgid ""\nmsgstr ""\n' + "\n".join(f'"{line}\\n"' for line in catalog.HEADER.splitlines())
    entries = []
    for message, places in sorted(found.items()):
        empty = ("", "") if message.many else ("",)
        entries.append(catalog.written(message, known.get(message, empty), places))
    return "\n\n".join([head, *entries]) + "\n"
