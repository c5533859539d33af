"""Look for what a visit may have left: in files, the database with its free pages, the broker, logs."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.reach.attacks.knowledge import stolen
from outreach.reach.attacks.knowledge.claims import Claim, grouped
from outreach.reach.attacks.registry import Found, Outlook

NAME = gettext_lazy("Spuren")
ABOUT = gettext_lazy(
    "Durchsucht den Datenordner (Dateien, Datenbank mit freien Seiten, Warteschlange, Protokolle) nach "
    "Adressen, Browsern und anderen Spuren von Besuchen."
)
#: Words that stand where a whole request was written down.
_REQUEST = re.compile(
    rb"HTTP_USER_AGENT|HTTP_X_FORWARDED_FOR|REMOTE_ADDR|X-Forwarded-For:|User-Agent: ?Mozilla|fbclid=|gclid="
)
_AGENT = re.compile(rb"Mozilla/\d\.\d \([^)\x00]{3,120}\)|\b(?:curl|Wget|okhttp|WhatsApp)/\d[\d.]*")
_ADDRESS = re.compile(rb"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]|\w)")
#: Where addresses of visitors would end up; elsewhere four numbers with dots are mostly versions.
_WRITTEN = re.compile(r"\.(?:log|txt|err|out|json)(?:\.\d+)?$|broker|queue|control")
_COLUMN = re.compile(
    r"(?:^|_)(?:ip|ip_address|remote_addr|user_agent|agent|referr?er|fingerprint|visitor|cookie)(?:$|_)"
)
_CORE = re.compile(r"^(?:vg)?core(?:\.\d+)?$")


def attack(outlook: Outlook) -> Found:
    """Search every byte of the data folder."""
    if outlook.data is None:
        return Found(learned=[_("Ohne Datenordner nicht versucht.")])
    found, places, size = Found(), set(), 0
    wanted = _wanted(outlook)
    for place, content in stolen.pieces(outlook.data):
        places.add(place)
        size += len(content)
        found.claims += [claim for claim in _traces(place, content, wanted) if claim not in found.claims]
    found.claims += [*_columns(outlook.data), *_cores(outlook.data)]
    found.learned.append(
        _("{places} Dateien mit {size} MB durchsucht.").format(
            places=len(places), size=grouped(round(size / 1e6, 1))
        )
    )
    return found


def _wanted(outlook: Outlook) -> list[bytes]:
    """What a known visitor would have left, in two ways of writing."""
    texts = [text for visitor in outlook.visitors for text in visitor if text]
    return [text.encode(code) for text in texts for code in ("utf-8", "utf-16-le")]


def _traces(place: str, content: bytes, wanted: list[bytes]) -> Iterator[Claim]:
    for pattern in (_REQUEST, _AGENT):
        if match := pattern.search(content):
            yield _trace(place, match.group())
    for text in wanted:
        if text in content:
            yield _trace(place, text)
    if _WRITTEN.search(place):
        for match in _ADDRESS.finditer(content):
            if _is_public(match.group().decode()):
                yield _trace(place, match.group())


def _trace(place: str, text: bytes) -> Claim:
    shown = text.decode("utf-8", "replace")[:60]
    return Claim(None, sentence=_("{place}: „{text}“").format(place=place, text=shown))


def _is_public(text: str) -> bool:
    try:
        return ipaddress.ip_address(text).is_global
    except ValueError:
        return False


def _columns(folder: Path) -> Iterator[Claim]:
    """Columns of the reach tables that are made for what must not be kept."""
    found = [pair for path in stolen.databases(folder) for pair in stolen.columns(path)]
    if stolen.connection.vendor != "sqlite":
        found += stolen.server_columns()
    for table, column in found:
        if table.startswith("reach_") and _COLUMN.search(column):
            yield Claim(None, sentence=_("Die Spalte {table}.{column}").format(table=table, column=column))


def _cores(folder: Path) -> Iterator[Claim]:
    """Memory written to disk when a process died."""
    for path in [*folder.rglob("*"), *Path.cwd().glob("*")]:
        if _CORE.match(path.name) and path.is_file():
            yield Claim(None, sentence=_("Ein Speicherabbild: {path}").format(path=path.name))
