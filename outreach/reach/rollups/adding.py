"""One more, or many more: rows whose total grows, in the same statement on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import connection

#: SQLite takes 999 values in a statement at least.
_VALUES = 900


def add_up(table: str, columns: Sequence[str], counts: Mapping[tuple[object, ...], int]) -> None:
    """Add each number to the row of its key; rows that are missing are made.

    `columns` are the columns of the key, on which the table has a unique constraint; the number is `total`.
    Sorted, so that two writers that add to the same rows never wait for each other.
    """
    rows = sorted(counts.items(), key=lambda row: tuple(map(str, row[0])))
    step = _VALUES // (len(columns) + 1)
    names = ", ".join(columns)
    place = f"({', '.join(['%s'] * (len(columns) + 1))})"
    for start in range(0, len(rows), step):
        part = rows[start : start + step]
        statement = (
            f"INSERT INTO {table} ({names}, total) VALUES {', '.join([place] * len(part))} "  # noqa: S608
            f"ON CONFLICT ({names}) DO UPDATE SET total = {table}.total + excluded.total"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [value for key, number in part for value in (*key, number)])
