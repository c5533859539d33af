"""`manage.py review`: reviews files without a database (CONTRACT §2)."""

from __future__ import annotations

import datetime
import importlib
import os
import sys
from argparse import ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from postings.documents import DocumentError
from postings.reports import Checked, Options, check_file
from postings.reports.meta import meta
from postings.review import rulebook, warm_up
from postings.review.model import Style

_SCOPES = ("generic-masculine", "all")


class Command(BaseCommand):
    """Exit 0: no finding of severity `must`; 1: at least one; 2: a file was unusable."""

    help = "Prüft Stellenausschreibungen: .txt .md .html .docx .odt .pdf, „-“ ist die Standardeingabe."
    requires_system_checks = []
    requires_migrations_checks = False

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """`--fix PATH` must not take the path for the value of `--fix`."""
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parse = parser.parse_args

        def parse_args(args: Sequence[str] | None = None, namespace: Any = None) -> Any:
            given = list(sys.argv[1:] if args is None else args)
            end = given.index("--") if "--" in given else len(given)
            named = [f"--fix={_SCOPES[0]}" if arg == "--fix" else arg for arg in given[:end]]
            return parse([*named, *given[end:]], namespace)

        parser.parse_args = parse_args  # type: ignore[method-assign]
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        """The options of CONTRACT §2."""
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="Dateien, oder - für die Standardeingabe"
        )
        parser.add_argument("--style", choices=get_args(Style), default="house", help="Schreibweise")
        parser.add_argument("--date", type=_date, default=None, help="Tag der Prüfung, JJJJ-MM-TT")
        parser.add_argument("--lang", choices=("de", "en"), default="de", help="Sprache der Meldungen")
        parser.add_argument("--format", choices=("text", "json", "sarif"), default="text")
        parser.add_argument(
            "--fix",
            choices=_SCOPES,
            default=None,
            metavar="all",
            help="gibt den verbesserten Text aus; =all: alle Arten von Hinweisen",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Review every file, print once, leave with the exit code."""
        chosen = Options(
            date=options["date"] or timezone.localdate(),
            style=options["style"],
            lang=options["lang"],
            fix=options["fix"],
        )
        try:
            rulebook.load()
        except rulebook.RulebookError as problem:
            self.stderr.write(str(problem))
            sys.exit(2)
        if len(options["paths"]) > 1:
            warm_up()
        texts = [self._checked(path, chosen) for path in options["paths"]]
        if options["format"] == "text" and chosen.fix:
            self._write(_fixed_texts(texts))
        else:
            renderer = importlib.import_module(f"postings.reports.{options['format']}")
            self._write(renderer.render(texts, meta(chosen)))
        if any(checked.error for checked in texts):
            sys.exit(2)
        sys.exit(1 if any(checked.has_must for checked in texts) else 0)

    def _checked(self, path: str, options: Options) -> Checked:
        shown = os.fsencode(path).decode("utf-8", "replace")
        try:
            checked = check_file(shown, _read(path), options)
        except DocumentError as error:
            checked = Checked(shown, error=error)
        if checked.error:
            self.stderr.write(f"{shown}: {checked.error.message}")
        return checked

    def _write(self, text: str) -> None:
        """Exactly this text: no line end added, no newline translated, UTF-8 whatever the terminal says."""
        raw = getattr(self.stdout._out, "buffer", None)
        if raw is None:
            self.stdout._out.write(text)
            return
        self.stdout._out.flush()
        raw.write(text.encode("utf-8", "replace"))
        raw.flush()


def _date(value: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise ArgumentTypeError(
            _("„{value}“ ist kein Datum der Form 2027-01-31").format(value=value)
        ) from None


def _read(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise DocumentError(_("Diese Datei gibt es nicht. Bitte prüfen Sie den Pfad."), "not-found") from None
    except IsADirectoryError:
        raise DocumentError(_("Das ist ein Ordner. Bitte nennen Sie Dateien."), "directory") from None
    except (OSError, ValueError) as problem:
        raise DocumentError(
            _("Die Datei lässt sich nicht öffnen ({reason}).").format(reason=problem), "unreadable"
        ) from None


def _fixed_texts(texts: list[Checked]) -> str:
    usable = [checked for checked in texts if checked.fixed is not None]
    if len(texts) == 1:
        return "".join(checked.fixed or "" for checked in usable)
    return "\n".join(f"==> {checked.path} <==\n{checked.fixed}" for checked in usable)
