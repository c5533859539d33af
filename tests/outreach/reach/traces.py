"""A person nobody can mistake, and where to look for traces of them."""

from __future__ import annotations

from pathlib import Path

PERSON = {
    "address": "127.77.66.55",
    "forwarded": "198.51.100.177",
    "agent": "Mozilla/5.0 (Linux; Android 14; Spurensuche-Telefon) AppleWebKit/537.36 Mobile Safari/537.36",
    "cookie": "keksspur4711",
    "referrer": "https://verweisspur.example/gruppe/4711",
    "language": "tlh-Spur",
    "query": "klickspur4711",
}
TRACES = [
    "77.66.55", "198.51.100", "Spurensuche", "keksspur", "verweisspur", "tlh-Spur", "klickspur",
]  # fmt: skip


def files_with_traces(folder: Path) -> list[Path]:
    """Every file below that holds one of the traces, in any form of writing it."""
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and _has_traces(path.read_bytes())]


def _has_traces(content: bytes) -> bool:
    return any(trace.encode(code) in content for trace in TRACES for code in ("utf-8", "utf-16-le"))


def table_with_traces(connection) -> str | None:
    """The first table with a trace in any column."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            if any(trace in repr(row) for row in cursor.fetchall() for trace in TRACES):
                return table
    return None
