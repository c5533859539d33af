"""The Bundesagentur's catalogue of occupations (`vam_beruf_kurz.xml`), which the city gets with its login.

A job's code is matched by its title only where exactly one occupation bears that name; else a person chooses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from defusedxml import ElementTree
from django.conf import settings

from channels.models import Channel
from channels.renditions.clean import bare_title
from channels.renditions.hrba.posting import Occupation
from postings.models import PostingVersion

FOLDER = "ba"
FILE = "vam_beruf_kurz.xml"
OFFERED = 12
#: Training as an employee's apprentice: level 2, or one of these groups (FORMATS §2).
_TRAINING_GROUPS = {"1150", "3110", "5130"}
_INCLUSIVE = re.compile(r"[*:_/(]-?(?:in|innen|frau|e|r)\b\)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Entry:
    """One occupation. `training`: learned, not practised."""

    code: str
    name: str
    training: bool
    levels: frozenset[str] = frozenset()
    group: str = ""
    #: Made once, since the catalogue is long: the name with both genders as one, its words and their stems.
    plain: str = ""
    words: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()

    @property
    def for_apprentices(self) -> bool:
        return self.training and ("2" in self.levels or self.group in _TRAINING_GROUPS)


def catalogue_path() -> Path:
    """Where the city puts the file."""
    return Path(settings.DATA_DIR) / FOLDER / FILE


def entries() -> tuple[Entry, ...]:
    """The whole catalogue; empty if the file is not there or is none."""
    path = catalogue_path()
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, ElementTree.ParseError, ValueError):
        return ()


def occupation(version: PostingVersion, channel: Channel) -> Occupation | None:
    """The code a person chose for this ad, else the one occupation of that name."""
    possible = fitting(version)
    if chosen := (channel.options.get("occupations") or {}).get(str(version.posting_id)):
        name = next((entry.name for entry in possible if entry.code == chosen), "")
        return Occupation(chosen, name) if name else None
    wanted = _plain(version.title)
    same = [entry for entry in possible if wanted == entry.plain]
    return Occupation(same[0].code, same[0].name) if len({entry.code for entry in same}) == 1 else None


def suggestions(version: PostingVersion) -> list[Entry]:
    """Occupations whose names share most words with the title."""
    wanted = _words(version.title)
    scored = [(_likeness(wanted, entry), entry) for entry in fitting(version)]
    best = sorted((pair for pair in scored if pair[0]), key=lambda pair: (-pair[0], len(pair[1].name)))
    return [entry for _score, entry in best[:OFFERED]]


def search(version: PostingVersion, words: str) -> list[Entry]:
    """Occupations whose names contain all of these words."""
    wanted = words.lower().split()
    found = (entry for entry in fitting(version) if all(word in entry.name.lower() for word in wanted))
    return sorted(found, key=lambda entry: len(entry.name))[:OFFERED] if wanted else []


def fitting(version: PostingVersion) -> list[Entry]:
    """Those an ad of this kind may name: for apprentices what is learned, else what is practised."""
    if version.facts.get("apprenticeship"):
        return [entry for entry in entries() if entry.for_apprentices]
    return [entry for entry in entries() if not entry.training]


def _plain(title: str) -> str:
    """Both genders' names as one: "Gärtner*in", "Gärtner/in", "Gärtner/Gärtnerin" -> "gärtner"."""
    words = _INCLUSIVE.sub("", bare_title(title).lower())
    return re.sub(r"(\w+)/\1in\b", r"\1", words).strip()


def _words(title: str) -> set[str]:
    return set(_WORD.findall(_plain(title)))


def _likeness(wanted: set[str], entry: Entry) -> float:
    """Words in common; for compounds ("Wohngeldsachbearbeitung") half a word where a stem is inside."""
    if common := len(wanted & entry.words):
        return common
    return 0.5 if any(stem in word for stem in entry.stems for word in wanted) else 0.0


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int) -> tuple[Entry, ...]:
    return tuple(_entries(path))


def _entries(path: Path) -> Iterator[Entry]:
    for _event, node in ElementTree.iterparse(path, events=("end",)):
        if _tag(node) != "beruf":
            continue
        said = {_tag(child): (child.text or "").strip() for child in node.iter()}
        levels = frozenset(child.get("niveau") for child in node.iter() if child.get("niveau"))
        name = said.get("bezeichnung_nk") or said.get("bezeichnung_nl") or ""
        if node.get("id") and name:
            training, group = said.get("typ") == "a", said.get("lbkgruppe", "")
            words = frozenset(_words(name))
            stems = frozenset(word[:8] for word in words if len(word) >= 8)
            yield Entry(node.get("id"), name, training, levels, group, _plain(name), words, stems)
        node.clear()


def _tag(node) -> str:
    return str(node.tag).rpartition("}")[2]
