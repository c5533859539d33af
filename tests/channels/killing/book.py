"""Reads the database from outside, so that nothing of ours stands between the test and the rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import NamedTuple

import psycopg

_ROWS = (
    "SELECT d.id, d.uid, d.state, c.kind, d.lease_owner, v.posting_id, l.code "
    "FROM channels_delivery d "
    "JOIN channels_channel c ON c.id = d.channel_id "
    "JOIN postings_postingversion v ON v.id = d.version_id "
    "LEFT JOIN channels_link l ON l.posting_id = v.posting_id AND l.channel_id = d.channel_id"
)


class Row(NamedTuple):
    pk: int
    uid: str
    state: str
    kind: str
    owner: str
    ad: int
    code: str


class Book:
    """What is written down, by the address of the database."""

    def __init__(self, url: str) -> None:
        self.url = url

    def read(self, query: str) -> list[tuple]:
        if self.url.startswith("postgres"):
            with psycopg.connect(self.url) as connection:
                return connection.execute(query).fetchall()
        path = self.url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(path, timeout=20)) as connection:
            return connection.execute(query).fetchall()

    def rows(self) -> list[Row]:
        found = [Row(*values) for values in self.read(_ROWS)]
        return [row._replace(uid=str(row.uid).replace("-", "")) for row in found]

    def published(self) -> set[int]:
        return {pk for (pk,) in self.read("SELECT id FROM postings_posting WHERE state = 'published'")}
