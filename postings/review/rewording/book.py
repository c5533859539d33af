"""Reads postings/rewordings/<category>/<topic>.toml. Every error names its file."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postings.review.rulebook.reading import read_case
from postings.review.rulebook.rule import CATEGORIES, Case, RuleError

FOLDER = Path(__file__).parents[2] / "rewordings"
#: The folder of what helps rules of several categories.
GENERAL = "general"
_KEYS = {"rules", "phrases", "patterns", "nouns", "replace", "unless", "only", "span", "safe", "examples"}
_BETWEEN = "*en|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf?"
_DATIVE = "mit|von|bei|zu|aus|seit|den|unseren|Ihren|ihren|deinen|vielen|allen|mehreren|einigen|beiden"


class RewordingError(ValueError):
    """A mistake in a file of rewordings; the message names the file."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """Wordings and what to say instead: for the rules it names, or for the whole category of its folder."""

    rules: frozenset[str]
    cases: tuple[Case, ...]
    examples: tuple[tuple[str, str], ...]
    file: str


@functools.lru_cache(maxsize=4000)
def of(rule: str, category: str) -> tuple[Case, ...]:
    """The wordings that may help a finding of this rule, in the order in which they are tried."""
    return tuple(
        case
        for each in load()
        if rule in each.rules or (not each.rules and each.file.startswith(f"{category}/"))
        for case in each.cases
    )


@functools.cache
def load(folder: Path = FOLDER) -> tuple[Rewording, ...]:
    """All rewordings, in the order of files and places in them."""
    found: list[Rewording] = []
    for path in sorted(folder.glob("*/*.toml")):
        name = f"{path.parent.name}/{path.name}"
        if path.parent.name not in (*CATEGORIES, GENERAL):
            raise RewordingError(f"{name}: Der Ordner heißt nicht wie eine Gruppe von Regeln.")
        tables = tomllib.loads(path.read_text("utf-8")).get("rewording", [])
        found += [_read(table, name) for table in tables]
    return tuple(found)


def _read(table: dict[str, Any], file: str) -> Rewording:
    if unknown := set(table) - _KEYS:
        raise RewordingError(f"{file}: „{sorted(unknown)[0]}“ ist kein bekannter Eintrag.")
    examples = tuple((before, after) for before, after in table.get("examples", ()))
    if not examples:
        raise RewordingError(f"{file}: Jede Wendung braucht ein Beispiel (examples).")
    try:
        cases = tuple(read_case(case, matcher) for case, matcher in _cases(table))
    except RuleError as problem:
        raise RewordingError(f"{file}, „{examples[0][0]}“: {problem}.") from None
    return Rewording(frozenset(table.get("rules", ())), cases, examples, file)


def _cases(table: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    common: dict[str, Any] = {
        key: table[key] for key in ("replace", "unless", "only", "span", "safe") if key in table
    }
    cases = [case for line in table.get("nouns", ()) for case in _noun(line, common)]
    if "phrases" in table:
        cases.append(({**common, "phrases": table["phrases"]}, "phrases"))
    if "patterns" in table:
        cases.append(({**common, "patterns": table["patterns"]}, "pattern"))
    return cases


def _noun(line: str, common: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """ "Putzfrau, Putzfrauen -> Reinigungskraft, Reinigungskräfte, Reinigungskräften", the last dative."""
    old, new = (side.split(", ") for side in line.split(" -> "))
    rows = zip((f"[{old[0]}]", f"{_DATIVE} {_BETWEEN} [{old[1]}]", f"[{old[1]}]"), (0, 2, 1), strict=True)
    return [({**common, "phrases": [phrase], "replace": [new[number]]}, "phrases") for phrase, number in rows]
