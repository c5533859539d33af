"""Which job families an ad belongs to: by its title, else by its tasks, else by its pay table."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

#: An ad in which no family was recognised.
OTHER = "other"
_FILE = Path(__file__).with_name("families.toml")
_READ = 6000  # characters of an ad's text; what follows is how to apply
_NOTHING = re.compile(r"(?!)")
#: A single word may stand anywhere ("Bescheid geben"); two different ones are no accident.
_ENOUGH_WORDS = 2
_RANKS = {"leadership", "training"}  # say at which stage of a career, not in which field
_OFFICE = {"administration"}  # there is an office in every field
_WHERE = re.compile(r" (?:in|im|für|am|an|beim|bei|auf|mit)\b")


@dataclass(frozen=True)
class Family:
    """A field of work with what gives it away."""

    key: str
    name: str
    name_en: str
    title: re.Pattern[str] = _NOTHING
    unless: re.Pattern[str] = _NOTHING
    text: tuple[re.Pattern[str], ...] = ()
    tables: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def families() -> dict[str, Family]:
    """Every family by its key, in the order in which they are named; "other" is the last."""
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))["families"]
    found = {entry["key"]: _family(entry) for entry in entries}
    return found | {OTHER: Family(OTHER, "Anderes", "Other")}


def families_of(title: str, facts: dict[str, Any], text: str) -> list[str]:
    """The keys of the families of an ad, the most telling first; `["other"]` if none is recognised."""
    known = families().values()
    found = _titled(title)
    if not set(found) - _RANKS:
        found += [family.key for family in known if _told(family, text[:_READ]) and family.key not in found]
    if not found:
        table = ((facts.get("pay_table") or {}).get("group") or facts.get("pay_group") or "")[:1]
        found = [family.key for family in known if table in family.tables]
    if facts.get("apprenticeship") and "training" not in found:
        found.append("training")
    return found or [OTHER]


def _titled(title: str) -> list[str]:
    """A trade before "in", "für" … is the family: cleaning "in Kindertagesstätten" is no education."""
    whole = _found(title)
    trade = [key for key in _found(_WHERE.split(title, maxsplit=1)[0]) if key not in _RANKS | _OFFICE]
    return [key for key in whole if key in trade or key in _RANKS | _OFFICE] if trade else whole


def _found(title: str) -> list[str]:
    known = families().values()
    return [family.key for family in known if family.title.search(title) and not family.unless.search(title)]


def _told(family: Family, text: str) -> bool:
    return sum(1 for word in family.text if word.search(text)) >= _ENOUGH_WORDS


def _family(entry: dict[str, Any]) -> Family:
    return Family(
        key=entry["key"],
        name=entry["name"],
        name_en=entry["name_en"],
        title=_any(entry["title"]),
        unless=_any(entry.get("unless", [])),
        text=tuple(re.compile(word, re.IGNORECASE) for word in entry.get("text", [])),
        tables=tuple(entry.get("tables", [])),
    )


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE) if words else _NOTHING
