"""Reads the language files and says in words what is wrong with one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("strings")
TEMPLATE = "de"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_MONTHS = 12

Strings = dict[str, str]


class BadLanguageFile(Exception):  # noqa: N818 - it reads as what it is
    """A language file that cannot be used; the message names file and key."""


@lru_cache(maxsize=64)
def load(code: str, folder: Path = FOLDER) -> dict[str, Any]:
    """The content of one file. Raises `BadLanguageFile` if it cannot be read."""
    path = folder / f"{code}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadLanguageFile(f"{path.name}: {error}") from error


def found(folder: Path = FOLDER) -> list[str]:
    """The codes of all files, the template first."""
    return sorted((path.stem for path in folder.glob("*.toml")), key=lambda code: (code != TEMPLATE, code))


def strings(content: dict[str, Any]) -> Strings:
    """All strings of a file by their full key ("label.pay", "glossary.tvoed.text")."""
    return dict(_flat(content, ""))


def problems(folder: Path = FOLDER) -> list[str]:
    """What is wrong with the files, a sentence each; an empty list if all is well."""
    expected = strings(load(TEMPLATE, folder))
    said = []
    for code in found(folder):
        try:
            content = load(code, folder)
        except BadLanguageFile as error:
            said.append(f"Die Sprachdatei lässt sich nicht lesen: {error}")
            continue
        said += [f"{code}.toml: {problem}" for problem in _compare(expected, content)]
    return said


def _compare(expected: Strings, content: dict[str, Any]) -> Iterator[str]:
    own = strings(content)
    for key in expected.keys() - own.keys():
        yield f"Es fehlt „{key}“."
    for key in own.keys() - expected.keys():
        yield f"„{key}“ gibt es in der deutschen Vorlage nicht."
    for key in expected.keys() & own.keys():
        if not own[key]:
            yield f"„{key}“ ist leer."
        if placeholders(own[key]) != placeholders(expected[key]):
            yield f"„{key}“ braucht genau die Platzhalter der Vorlage: {_listed(expected[key])}."
    if len(content.get("months", ())) != _MONTHS:
        yield "„months“ braucht zwölf Monatsnamen."
    if content.get("direction") not in {"ltr", "rtl"}:
        yield "„direction“ muss „ltr“ oder „rtl“ sein."


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return set(_PLACEHOLDER.findall(text))


def _listed(text: str) -> str:
    return ", ".join(sorted(f"{{{name}}}" for name in placeholders(text))) or "keine"


def _flat(content: dict[str, Any], before: str) -> Iterator[tuple[str, str]]:
    for key, value in content.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        elif isinstance(value, str):
            yield f"{before}{key}", value
