"""From a German title to an occupation: the same name, whatever the form of its gender, or nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from channels.esco.files import GERMAN, Row, Table, rows
from channels.renditions.clean import bare_title

OFFERED = 12
#: "Gärtner*in", "Gärtner:in", "Gärtner/-in", "Gärtner(in)", "Angestellte*r".
_SIGN = re.compile(r"(?P<stem>[^\W\d_]+)\s?[*:_/(]-?(?P<end>in|r|e)\b\)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


def forms(title: str) -> frozenset[str]:
    """All forms of a name in small letters: "Gärtner*in" and "Gärtnerin/Gärtner" have the same two."""
    bare = bare_title(title).lower()
    if found := _SIGN.fullmatch(bare):
        return frozenset({found["stem"], found["stem"] + found["end"]})
    whole = _SIGN.sub(lambda match: match["stem"] + match["end"], bare)
    parts = {_SIGN.sub(lambda match: match["stem"], bare), whole, *bare.split("/"), *whole.split("/")}
    return frozenset(words for part in parts if (words := " ".join(part.split())))


def matched(title: str) -> str:
    """The one occupation of that name, by preferred labels, else by the others; empty if none or more."""
    preferred, others = _index(rows(GERMAN))
    for index in (preferred, others):
        found = {uri for form in forms(title) for uri in index.get(form, ())}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def suggestions(title: str) -> list[Row]:
    """Occupations whose names share most words with the title, for a person to choose from."""
    wanted = {word for form in forms(title) for word in _WORD.findall(form)}
    scored = [(len(wanted & _words(row)), row) for row in rows(GERMAN)]
    best = sorted((pair for pair in scored if pair[0]), key=lambda pair: (-pair[0], len(pair[1].label)))
    return [row for _score, row in best[:OFFERED]]


def search(words: str) -> list[Row]:
    """Occupations one of whose names contains all of these words."""
    wanted = words.lower().split()
    if not wanted:
        return []
    found = [row for row in rows(GERMAN) if any(_holds(name, wanted) for name in (row.label, *row.others))]
    return sorted(found, key=lambda row: len(row.label))[:OFFERED]


def _holds(name: str, wanted: list[str]) -> bool:
    return all(word in name.lower() for word in wanted)


@lru_cache(maxsize=4096)
def _words(row: Row) -> frozenset[str]:
    return frozenset(word for name in (row.label, *row.others) for word in _WORD.findall(name.lower()))


@lru_cache(maxsize=2)
def _index(found: Table) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Form -> occupations, by preferred labels and by all others."""
    preferred: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for row in found:
        for form in forms(row.label):
            preferred.setdefault(form, set()).add(row.uri)
        for name in row.others:
            for form in forms(name):
                others.setdefault(form, set()).add(row.uri)
    return preferred, others
