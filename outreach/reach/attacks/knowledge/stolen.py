"""What a thief of the data folder has: every file, and every row of a database that stands elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from django.db import connection

_SQLITE = b"SQLite format 3\x00"
#: Read at once; what spans two pieces is found too, since they overlap.
PIECE, OVERLAP = 1 << 24, 1 << 10
ROWS = 2_000
#: Copies of our own styles and scripts, and the reports of this suite, which quote what was found.
_OURS = {"static", "angriffe"}


def pieces(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name of the place and its bytes: files in pieces (database files with their free pages and WAL too)."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.relative_to(folder).parts[0] not in _OURS:
            yield from _of_file(path, str(path.relative_to(folder)))
    if connection.vendor != "sqlite":
        yield from _of_server()


def databases(folder: Path) -> list[Path]:
    """The SQLite files in it."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.stat().st_size:
            with path.open("rb") as file:
                if file.read(16) == _SQLITE:
                    found.append(path)
    return found


def columns(path: Path) -> list[tuple[str, str]]:
    """(table, column) of an SQLite file, read without writing."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [
            (table, row[1]) for table in tables for row in database.execute(f'PRAGMA table_info("{table}")')
        ]


def server_columns() -> list[tuple[str, str]]:
    """(table, column) of the configured database."""
    with connection.cursor() as cursor:
        return [
            (table, column.name)
            for table in connection.introspection.table_names(cursor)
            for column in connection.introspection.get_table_description(cursor, table)
        ]


def _of_file(path: Path, name: str) -> Iterator[tuple[str, bytes]]:
    try:
        with path.open("rb") as file:
            before = b""
            while piece := file.read(PIECE):
                yield name, before + piece
                before = piece[-OVERLAP:]
    except OSError:  # gone meanwhile, or not ours to read: a thief has no more
        return


def _of_server() -> Iterator[tuple[str, bytes]]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            while rows := cursor.fetchmany(ROWS):
                yield table, repr(rows).encode()
