"""What was read in other places so far, and what was found there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from outreach.reach.attacks.knowledge.claims import Claim
from outreach.reach.attacks.knowledge.implied import Implied
from outreach.reach.attacks.knowledge.prints import Read
from outreach.reach.attacks.registry import Fetch, Outlook


@dataclass
class Reading:
    """Fetches, counts and judges."""

    outlook: Outlook
    claims: list[Claim] = field(default_factory=list)
    places: int = 0
    numbers: int = 0
    _implied: dict[str, Implied] = field(default_factory=dict)

    def implied(self, table: str) -> Implied:
        """What follows from a table, worked out once."""
        if table not in self._implied:
            self._implied[table] = Implied(self.outlook.publication, table)
        return self._implied[table]

    def get(self, fetch: Fetch | None, path: str) -> bytes:
        """What stands there; nothing where one may not look."""
        status, body = fetch(path) if fetch else (0, b"")
        self.places += status == 200
        return body if status == 200 else b""

    def staff(self, path: str) -> bytes:
        """The same as somebody who may read reports."""
        return self.get(self.outlook.staff, path)

    def judge(self, place: str, name: str, read: Read, fits: bool) -> None:
        """Note a number, and a claim if it is not covered."""
        told = f"{read.lower}" if read.upper == read.lower else f"{read.lower} … {read.upper or '∞'}"
        self.judge_text(place, name, told, fits)

    def judge_text(self, place: str, name: str, told: str, fits: bool) -> None:
        """The same for what is no count: a share, a price, the length of a bar."""
        self.numbers += 1
        if not fits:
            sentence = _("{place}, „{name}“: {told} folgt aus keiner veröffentlichten Tabelle.")
            self.claims.append(Claim(None, sentence=sentence.format(place=place, name=name, told=told)))

    def any_of(self, tables: tuple[str, ...]) -> Iterator[Implied]:
        """What follows from each of several tables."""
        yield from (self.implied(table) for table in tables)
