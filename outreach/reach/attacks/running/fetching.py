"""Gets everything that was published, as somebody who may read reports (the strongest outsider)."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from outreach.reach.attacks.knowledge.publication import Publication, Unreadable, publication
from outreach.reach.attacks.running.exits import Exits, Unreachable
from postings.families import families_of

TABLES = "/api/v1/reach/tables/"
PARTNERS = "/kanaele/partner/"
_PARTNER = re.compile(r'href="(/kanaele/partner/\d+/)"')
_AUDIENCE = re.compile(r"etwa ([\d.\s\u202f\u00a0]+) Menschen")
_PAGES = 100


def fetch(exits: Exits) -> Publication:
    """All releases of all tables over the REST interface, with what other pages tell beside it.

    Raises:
        Unreachable: the service refuses; Unreadable: it answers something else.
    """
    contents = [
        _json(exits, f"{TABLES}{row['name']}/{row['last']}/") for row in _json(exits, TABLES)["tables"]
    ]
    found = known(publication(contents))
    return Publication(found.tables, found.groups, audiences(exits, found))


def audiences(exits: Exits, found: Publication) -> dict[str, int]:
    """How many people each channel reaches, as far as its partner said so on a page that staff may read."""
    names: dict[str, str] = {}
    for table in found.tables:
        names |= {name: key for key, name in table.labels.get("channel", {}).items()}
    sizes: dict[str, int] = {}
    for address in sorted(_partners(exits)):
        page = html.unescape(exits.staff(address)[1].decode("utf-8", "replace"))
        if told := _AUDIENCE.search(page):
            size = int(re.sub(r"\D", "", told.group(1)))
            sizes |= {key: size for name, key in names.items() if name in page}
    return sizes


def _partners(exits: Exits) -> set[str]:
    found: set[str] = set()
    for number in range(1, _PAGES):
        _status, body = exits.staff(f"{PARTNERS}?page={number}")
        more = set(_PARTNER.findall(body.decode("utf-8", "replace"))) - found
        if not more:
            break
        found |= more
    return found


def read(folder: Path) -> Publication:
    """Tables from JSON files somebody collected: one table or a list of them in each.

    Raises:
        Unreadable: there are none, or one is no table.
    """
    contents: list[Any] = []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else [folder]:
        try:
            content = json.loads(path.read_bytes())
        except (OSError, ValueError) as error:
            raise Unreadable(_("{path} lässt sich nicht als JSON lesen.").format(path=path)) from error
        contents += content if isinstance(content, list) else [content]
    if not contents:
        raise Unreadable(_("In {path} liegen keine JSON-Dateien.").format(path=folder))
    return known(publication(contents))


def with_earlier(found: Publication, earlier: Publication) -> Publication:
    """What is published now and what somebody kept of before: another printing of a table stands beside it.

    Nothing says that a table is printed once: after a backup is played back it is made again.
    """
    now = {(table.name, table.first, table.until): table.cells for table in found.tables}
    more = [
        table for table in earlier.tables if now.get((table.name, table.first, table.until)) != table.cells
    ]
    tables = sorted([*found.tables, *more], key=lambda table: (table.until, table.name))
    return Publication(tuple(tables), found.groups, found.audiences)


def known(found: Publication) -> Publication:
    """With the job family of every ad whose title gives it away: titles are public, and so is the rule."""
    titles: dict[str, str] = {}
    for table in found.tables:
        titles |= table.labels.get("posting", {})
    families = {key: families_of(title, {}, "")[0] for key, title in titles.items()}
    return Publication(found.tables, {("posting", "family"): families}, found.audiences)


def _json(exits: Exits, path: str) -> Any:
    status, body = exits.staff(path)
    if status != 200:
        raise Unreachable(
            _("{name}{path} antwortet mit {status} statt mit den veröffentlichten Tabellen.").format(
                name=exits.name, path=path, status=status
            )
        )
    try:
        return json.loads(body)
    except ValueError as error:
        raise Unreadable(_("{path} ist kein JSON.").format(path=path)) from error
