"""The words of the documents, German and English, and how figures are told in them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from channels import languages
from channels.languages import files
from outreach.reach.documents.numbers import whole
from outreach.reach.released import Figure

FOLDER = Path(__file__).with_name("texts")
LANGUAGES = ("de", "en")


class Words:
    """`words("council.lead", city=…)`; KeyError for a key there is not."""

    def __init__(self, language: str) -> None:
        self.code = language
        self.language = languages.get(language)
        self._own = _strings(language)

    def __call__(self, key: str, **values: Any) -> str:
        return self._own[key].format(**values)

    def figure(self, figure: Figure | None, *, short: bool = True) -> str:
        """ "25–29", "25", "at least 25", "protected", or that there is none."""
        if figure is None:
            return self("figure.none")
        if figure.hidden:
            return self("figure.hidden")
        low = whole(self.language, figure.lower)
        if figure.upper is None:
            return self("figure.least", low=low)
        if figure.upper == figure.lower:
            return low
        return f"{low}–{whole(self.language, figure.upper)}"


@lru_cache(maxsize=4)
def _strings(language: str) -> dict[str, str]:
    return files.strings(tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8")))


def problems() -> list[str]:
    """Keys or placeholders in which the languages differ, a sentence each."""
    german, said = _strings("de"), []
    for code in LANGUAGES[1:]:
        own = _strings(code)
        said += [f"{code}: {key}" for key in sorted(german.keys() ^ own.keys())]
        said += [
            f"{code}: {key} {{…}}"
            for key in sorted(german.keys() & own.keys())
            if files.placeholders(german[key]) != files.placeholders(own[key]) or not own[key].strip()
        ]
    return said
