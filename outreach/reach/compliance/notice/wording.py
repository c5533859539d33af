"""The words of the privacy notice: one file per language under `strings/`, all with the template's keys.

Who reviewed a language stands in its file, with the digest of the words reviewed; a word changed since then
makes the language unreviewed again (as in `channels.translating.sentences`).
"""

from __future__ import annotations

import datetime
import hashlib
import json
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from channels import languages
from channels.languages import files

FOLDER = Path(__file__).with_name("strings")
TEMPLATE = "de"
_REVIEW = "review"


class Review(NamedTuple):
    """That a person read a language's notice and found it right."""

    by: str
    on: datetime.date


@lru_cache(maxsize=64)
def load(code: str, folder: Path = FOLDER) -> dict[str, Any]:
    """The content of one file. Raises `files.BadLanguageFile` if it cannot be read."""
    path = folder / f"{code}.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise files.BadLanguageFile(f"{path.name}: {error}") from error


def words(code: str, folder: Path = FOLDER) -> files.Strings:
    """Every sentence by its full key ("count.once")."""
    content = {key: value for key, value in load(code, folder).items() if key != _REVIEW}
    return files.strings(content)


def codes() -> tuple[str, ...]:
    """The languages there is a notice in, in the order people are shown them."""
    return tuple(code for code in languages.codes() if (FOLDER / f"{code}.toml").exists())


def digest(code: str, folder: Path = FOLDER) -> str:
    """Names exactly these German and these translated words."""
    both = [words(TEMPLATE, folder), words(code, folder)]
    return hashlib.sha256(json.dumps(both, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def review(code: str, folder: Path = FOLDER) -> Review | None:
    """Who reviewed the words as they stand now, or None."""
    said = load(code, folder).get(_REVIEW, {})
    if said.get("digest") != digest(code, folder):
        return None
    return Review(said["by"], said["on"])


def problems(folder: Path = FOLDER) -> list[str]:
    """What is wrong with the files, a sentence each; an empty list if all is well."""
    return [
        f"{code}.toml: {problem}"
        for code in files.found(folder)
        for problem in _compare(words(TEMPLATE, folder), words(code, folder))
    ]


def _compare(expected: files.Strings, own: files.Strings) -> Iterator[str]:
    for key in sorted(expected.keys() - own.keys()):
        yield f"Es fehlt „{key}“."
    for key in sorted(own.keys() - expected.keys()):
        yield f"„{key}“ gibt es in der deutschen Vorlage nicht."
    for key in sorted(expected.keys() & own.keys()):
        if not own[key].strip():
            yield f"„{key}“ ist leer."
        if files.placeholders(own[key]) != files.placeholders(expected[key]):
            yield f"„{key}“ braucht genau die Platzhalter der Vorlage."
