"""`manage.py attack`: tries everything an outsider could with what is published; writes a signed report."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from outreach import environment
from outreach.reach.attacks import registry
from outreach.reach.attacks.knowledge.publication import Publication, Unreadable
from outreach.reach.attacks.registry import Outlook
from outreach.reach.attacks.running import exits, fetching, judging, report, suite, telling
from outreach.reach.protection import settings as protection

#: The access token for `--against`, never on the command line where others see it.
TOKEN = "ATTACK_TOKEN"  # noqa: S105
GREEN, BROKEN, BAD_USE = 0, 1, 2


class Command(BaseCommand):
    """Changes nothing and sends nothing. Exit 0: nothing protected was learned; 1: it was; 2: bad use."""

    help = (
        "Greift die veröffentlichten Zahlen an, wie es Außenstehende könnten, und schreibt einen "
        "unterschriebenen Bericht. Ende mit 1, wenn ein Angriff gelingt."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        where = parser.add_mutually_exclusive_group()
        where.add_argument("--live", action="store_true", help="Dieser Dienst (ohne Angabe ebenso)")
        where.add_argument("--against", metavar="URL", help=f"Ein Dienst unter dieser Adresse; {TOKEN}=…")
        where.add_argument("--files", metavar="PFAD", type=Path, help="Gesammelte Tabellen als JSON")
        where.add_argument("--verify", metavar="DATEI", type=Path, help="Nur prüfen, ob ein Bericht echt ist")
        parser.add_argument(
            "--earlier", metavar="PFAD", type=Path, help="Dazu: früher gesammelte Tabellen als JSON"
        )
        parser.add_argument("--report", metavar="DATEI", type=Path, help="Wohin der Bericht geschrieben wird")
        parser.add_argument(
            "--only", metavar="NAME", action="append", help="Nur dieser Angriff; mehrmals möglich"
        )
        parser.add_argument("--lang", choices=["de", "en"], default="de", help="Sprache des Berichts")
        parser.add_argument(
            "--visitor",
            metavar="ADRESSE[,BROWSER]",
            action="append",
            default=[],
            help="Wer vorher einen Link geöffnet hat und gesucht werden will (Spuren, Hash-Werte)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["lang"]):
            try:
                done = self._verify(options["verify"]) if options["verify"] else self._attack(options)
            except (exits.Unreachable, Unreadable, report.BadReport) as error:
                raise CommandError(str(error), returncode=BAD_USE) from error
        if done != GREEN:
            sys.exit(done)

    def _verify(self, path: Path) -> int:
        content = report.verified(path)
        self.stdout.write(telling.genuine(content))
        return BROKEN if content["succeeded"] else GREEN

    def _attack(self, options: dict[str, Any]) -> int:
        unknown = set(options["only"] or ()) - set(registry.all())
        if unknown:
            raise Unreadable(telling.unknown(sorted(unknown), list(registry.all())))
        found, outlook, judge, against, context, limits = self._target(options)
        with context:
            outcomes = suite.run(outlook, judge, options["only"])
        content = report.make(outcomes, found, against, timezone.now(), limits())
        self.stdout.write(telling.told(content))
        for path in self._places(options, against):
            report.write(path, report.signed(content))
            self.stdout.write(telling.written(path))
        return BROKEN if content["succeeded"] else GREEN

    def _target(self, options: dict[str, Any]) -> tuple[Publication, Outlook, Any, str, Any, Any]:
        """What is attacked, by whom, who judges, and what could not be seen (asked for at the end)."""
        if options["files"]:
            found = fetching.read(options["files"])
            return found, Outlook(found), None, str(options["files"]), nullcontext(), list
        if options["against"]:
            remote = exits.Remote(options["against"], environment.text(TOKEN))
            found = _with_earlier(fetching.fetch(remote), options["earlier"])
            return (
                found,
                Outlook(found, remote.public, remote.staff),
                None,
                remote.name,
                nullcontext(),
                remote.limits,
            )
        live = exits.InProcess()
        with live:
            found = _with_earlier(fetching.fetch(live), options["earlier"])
        visitors = tuple(tuple((visitor + ",").split(",", 1)) for visitor in options["visitor"])
        outlook = Outlook(
            found,
            live.public,
            live.staff,
            live.partner,
            live.partners(),
            data=Path(settings.DATA_DIR),
            keys=(settings.SECRET_KEY, *settings.ENCRYPTION_KEYS, *settings.SIGNING_KEYS),
            epsilon=protection.current().noise_epsilon,
            budget=protection.current().budget_per_year,
            visitors=tuple((address, agent.rstrip(",")) for address, agent in visitors),
        )
        return found, outlook, judging.Counted(), live.name, live, list

    def _places(self, options: dict[str, Any], against: str) -> list[Path]:
        whole = against == "live" and not options["only"]
        kept = [report.folder() / report.FILE] if whole else []
        return kept + ([options["report"]] if options["report"] else [])


def _with_earlier(found: Publication, folder: Path | None) -> Publication:
    return fetching.with_earlier(found, fetching.read(folder)) if folder else found
