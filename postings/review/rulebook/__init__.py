"""The rulebook: reads and checks postings/rules/<category>/<topic>.toml. Every error names file and rule."""

from __future__ import annotations

import functools
import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postings.review.rulebook.reading import read_rule
from postings.review.rulebook.rule import (
    CATEGORIES,
    LEGAL_CATEGORIES,
    Case,
    Hit,
    Ok,
    Pattern,
    Rule,
    RuleError,
    Template,
)
from postings.review.rulebook.templates import fill

__all__ = [
    "CATEGORIES",
    "LEGAL_CATEGORIES",
    "Case",
    "Hit",
    "Ok",
    "Pattern",
    "Rule",
    "RuleError",
    "Rulebook",
    "RulebookError",
    "Template",
    "fill",
    "load",
]

RULES = Path(__file__).parents[2] / "rules"


class RulebookError(Exception):
    """One or more rule files have mistakes; each line of the message is one of them."""

    def __init__(self, mistakes: list[str]) -> None:
        self.mistakes = mistakes
        super().__init__("\n".join(mistakes))


@dataclass(frozen=True, eq=False)
class Rulebook:
    """All rules by id, in the order of categories, files and places in them."""

    rules: dict[str, Rule]
    version: str

    def in_category(self, category: str) -> list[Rule]:
        """The rules of one category."""
        return [rule for rule in self.rules.values() if rule.category == category]


@functools.cache
def load(folder: Path = RULES) -> Rulebook:
    """Read every rule file below the folder, once."""
    rules: dict[str, Rule] = {}
    mistakes: list[str] = []
    digest = hashlib.sha256()
    files = sorted(folder.glob("*/*.toml"), key=lambda path: (_category_rank(path.parent.name), path.name))
    for path in files:
        name = f"{path.parent.name}/{path.name}"
        digest.update(name.encode() + path.read_bytes())
        for table in _tables(path, name, mistakes):
            _add(table, name, rules, mistakes)
    if not files:
        mistakes.append(f"Im Ordner {folder} liegt keine Regeldatei; bitte den Pfad prüfen.")
    if mistakes:
        raise RulebookError(mistakes)
    return Rulebook(rules, digest.hexdigest()[:12])


def _category_rank(category: str) -> int:
    return CATEGORIES.index(category) if category in CATEGORIES else len(CATEGORIES)


def _tables(path: Path, name: str, mistakes: list[str]) -> list[dict[str, Any]]:
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except UnicodeDecodeError:
        mistakes.append(f"{name}: Die Datei ist nicht in UTF-8 gespeichert; bitte so speichern.")
        return []
    except tomllib.TOMLDecodeError as problem:
        place = re.search(r"line (\d+)", str(problem))
        line = f" in Zeile {place[1]}" if place else ""
        mistakes.append(
            f"{name}: Die Datei ist{line} kein gültiges TOML ({problem}); "
            "bitte Anführungszeichen und Klammern dort prüfen."
        )
        return []
    tables = document.get("rule")
    if set(document) != {"rule"} or not isinstance(tables, list):
        mistakes.append(f"{name}: Die Datei besteht nur aus Regeln; jede beginnt mit einer Zeile [[rule]].")
        return []
    return tables


def _add(table: dict[str, Any], name: str, rules: dict[str, Rule], mistakes: list[str]) -> None:
    rule_id = table.get("id") or "ohne id"
    try:
        rule = read_rule(table, name)
        if rule.id in rules:
            raise RuleError(f"diese id gibt es schon in {rules[rule.id].file}; bitte eine andere wählen")
        if rule.category != name.split("/")[0]:
            raise RuleError(
                f"die Datei liegt im Ordner „{name.split('/')[0]}“, die Regel nennt aber „{rule.category}“; "
                "bitte eines von beiden ändern"
            )
    except RuleError as problem:
        mistakes.append(f"{name}, Regel „{rule_id}“: {problem}.")
        return
    rules[rule.id] = rule
