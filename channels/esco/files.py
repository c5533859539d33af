"""Reads ESCO's CSV files as the Commission offers them, and says in words what is wrong with one."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from channels import languages
from postings.documents.cleaning import one_line

FOLDER = "esco"
GERMAN = "de"
COLUMNS = ("conceptUri", "preferredLabel", "altLabels")
_NAME = re.compile(r"occupations_(?P<code>[a-z]{2,3})\.csv")
_URI = re.compile(r"https?://data\.europa\.eu/esco/occupation/[\w-]+")
_LARGEST = 64 * 1024 * 1024
_LONGEST_FIELD = 1_000_000


class BadFile(Exception):  # noqa: N818 - it reads as what it is
    """A file that is no list of occupations; the message says why."""


@dataclass(frozen=True)
class Row:
    """One occupation in one language."""

    uri: str
    label: str
    others: tuple[str, ...] = ()


class Table(tuple[Row, ...]):
    """The occupations of one file. Compared by identity: caches ask often, and it is long."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


EMPTY = Table()


def folder() -> Path:
    """Where the city puts the files."""
    return Path(settings.DATA_DIR) / FOLDER


def codes() -> list[str]:
    """The languages there are files for, as ads are told in them."""
    return sorted(code for code in _found() if code in languages.codes())


def rows(code: str) -> Table:
    """All occupations in a language; empty if there is no file or it is none."""
    try:
        return read(folder() / f"occupations_{code}.csv")
    except BadFile:
        return EMPTY


def read(path: Path) -> Table:
    """The file's occupations. Raises `BadFile`."""
    try:
        state = path.stat()
    except OSError as error:
        raise BadFile(_("Die Datei fehlt.")) from error
    if state.st_size > _LARGEST:
        raise BadFile(_("Die Datei ist zu groß für eine Liste von Berufen."))
    return _read(path, state.st_mtime_ns, state.st_size)


def problems() -> list[str]:
    """What is wrong with the files, a sentence each; empty if all is well or none are there."""
    found = _found()
    if not found:
        return []
    said = []
    if GERMAN not in found:
        said.append(_("occupations_de.csv fehlt. Ohne diese Datei lässt sich kein deutscher Titel zuordnen."))
    german = {row.uri for row in rows(GERMAN)}
    for code, path in found.items():
        said += [f"{path.name}: {sentence}" for sentence in _wrong(code, path, german)]
    return said


def _wrong(code: str, path: Path, german: set[str]) -> Iterator[str]:
    if code not in languages.codes():
        yield _("In dieser Sprache gibt es hier keine Stellen. Die Datei wird nicht gebraucht.")
    try:
        own = {row.uri for row in read(path)}
    except BadFile as error:
        yield str(error)
        return
    if german and not own & german:
        yield _("Kein Beruf darin steht auch in occupations_de.csv. Bitte laden Sie beide neu herunter.")


def _found() -> dict[str, Path]:
    try:
        paths = sorted(folder().iterdir())
    except OSError:
        return {}
    return {match["code"]: path for path in paths if (match := _NAME.fullmatch(path.name))}


@lru_cache(maxsize=32)
def _read(path: Path, _changed: int, _size: int) -> Table:
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            if missing := [name for name in COLUMNS if name not in (table.fieldnames or ())]:
                raise BadFile(_("Es fehlt die Spalte „{name}“.").format(name=missing[0]))
            found = Table(row for line in table if (row := _row(line)))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadFile(_("Die Datei lässt sich nicht lesen. Sie muss CSV in UTF-8 sein.")) from error
    if not found:
        raise BadFile(_("Es steht kein Beruf von ESCO darin."))
    return found


def _row(line: dict[str, str | None]) -> Row | None:
    uri, label = (line["conceptUri"] or "").strip(), one_line(line["preferredLabel"] or "")
    if not _URI.fullmatch(uri) or not label:
        return None
    others = (one_line(other) for other in (line["altLabels"] or "").split("\n"))
    return Row(uri, label, tuple(other for other in others if other))
