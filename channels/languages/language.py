"""One language: its strings, dates and numbers. What a file lacks is said in German, never left blank."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.conf.locale import LANG_INFO
from django.utils.translation import get_language

from channels.languages import files

#: In the order people are shown them; what is added later follows by its own name.
_ORDER = ("de", "de-simple", "en", "tr", "ar", "fa", "uk", "ru", "pl", "fr", "es", "kmr", "vi")
#: What Django has no name for.
_ENGLISH = {"kmr": "Kurdish", "de-simple": "Simple German"}
#: Keep a number, a name or an address in one piece inside right-to-left text (Unicode FSI … PDI).
_ISOLATE = "\u2068{}\u2069"


@dataclass(frozen=True)
class Language:
    """Strings are asked for by their full key: `text("value.between", low=…, high=…)`."""

    code: str
    content: dict[str, Any] = field(repr=False)
    strings: files.Strings = field(repr=False)

    @property
    def name(self) -> str:
        """As its speakers write it."""
        return self.content.get("name", self.code)

    @property
    def german_name(self) -> str:
        return self.content.get("german_name", self.code)

    @property
    def english_name(self) -> str:
        return _ENGLISH.get(self.code) or LANG_INFO.get(self.code, {}).get("name") or self.name

    @property
    def told_name(self) -> str:
        """As readers of the page or mail that is being made call it."""
        return self.english_name if (get_language() or "").startswith("en") else self.german_name

    @property
    def direction(self) -> str:
        """ "ltr" or "rtl"."""
        return self.content.get("direction", "ltr")

    @property
    def tag(self) -> str:
        """For `lang` attributes: Einfache Sprache is German."""
        return "de" if self.code == "de-simple" else self.code

    def has(self, key: str) -> bool:
        """False if the string is said in German for want of a translation."""
        return bool(self.strings.get(key, "").strip())

    def text(self, key: str, **values: str) -> str:
        """The string with its placeholders filled. KeyError if even German has none."""
        template = self.strings[key] if self.has(key) else german().strings[key]
        return template.format(**{name: self._isolated(value) for name, value in values.items()})

    def day(self, value: datetime.date | str) -> str:
        """`2027-01-15` as people write it: "15 Ocak 2027"."""
        date = datetime.date.fromisoformat(value) if isinstance(value, str) else value
        month = self.content["months"][date.month - 1]
        return self.content["day"].format(day=date.day, month=month, year=date.year)

    def money(self, value: float) -> str:
        """`3303.85` -> "3.303,85 €", "€3,303.85" …"""
        return self.content["money"].format(amount=self._grouped(f"{value:,.2f}"))

    def number(self, value: float) -> str:
        """`39.0` -> "39", `19.5` -> "19,5"."""
        return self._grouped(f"{value:g}")

    def _grouped(self, english: str) -> str:
        signs = {",": self.content["thousands"], ".": self.content["decimal"]}
        return "".join(signs.get(sign, sign) for sign in english)

    def _isolated(self, value: str) -> str:
        return _ISOLATE.format(value) if self.direction == "rtl" else value


@lru_cache(maxsize=64)
def get(code: str) -> Language:
    """The language of a code; KeyError if there is no file for it."""
    if code not in codes():
        raise KeyError(code)
    content = files.load(code)
    complete = {**_numbers(), **content} if code != files.TEMPLATE else content
    return Language(code, complete, files.strings(content))


def german() -> Language:
    """The template: its words stand in for what another file lacks."""
    return get(files.TEMPLATE)


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """All languages in the order people are shown them."""
    known = files.found()
    ordered = [code for code in _ORDER if code in known]
    return (*ordered, *(code for code in known if code not in ordered))


def names() -> dict[str, str]:
    """Code -> own name."""
    return {code: get(code).name for code in codes()}


def _numbers() -> dict[str, Any]:
    """German dates and numbers for a file that lacks its own."""
    keys = ("day", "months", "thousands", "decimal", "money")
    return {key: files.load(files.TEMPLATE)[key] for key in keys}
