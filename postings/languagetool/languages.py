"""Which languages the protocol names. Only German is checked; other languages give no matches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext as _

from postings.languagetool.errors import UnusableError

#: (name, code, long code), as LanguageTool names them.
LANGUAGES = [
    ("German", "de", "de"),
    ("German (Austria)", "de", "de-AT"),
    ("German (Germany)", "de", "de-DE"),
    ("German (Swiss)", "de", "de-CH"),
    ("Simple German", "de", "de-DE-x-simple-language"),
]
_NAMES = {long.lower(): (name, long) for name, _, long in LANGUAGES}
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_WORDS = re.compile(r"[^\W\d_]+")
_GERMAN = frozenset(
    _WORDS.findall(
        "der die das und ist ein eine einen einer mit für im zu zum zur wir sie ihre von auf als nicht oder "
        "bei den dem des sind werden haben ich es auch an in"
    )
)
_ENGLISH = frozenset(
    _WORDS.findall(
        "the and is a an with for to we you your of on as not or at are be have this that our will it in"
    )
)


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a text: a name and code for the answer, and whether we check it."""

    name: str
    code: str
    is_german: bool
    detected: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The object `language` of an answer."""
        same = {"name": self.name, "code": self.code}
        return {**same, "detectedLanguage": {**same, "confidence": 0.9 if self.detected else 1.0}}


def language_of(tag: str, text: str, preferred: str = "") -> Language:
    """The language that a client names, or `auto`."""
    if not tag:
        raise UnusableError(_("Es fehlt das Feld 'language', zum Beispiel 'de-DE' oder 'auto'."))
    if tag == "auto":
        if not _looks_german(text):
            return Language("English", "en", is_german=False, detected=True)
        wished = [part.strip() for part in preferred.split(",") if part.strip().lower() in _NAMES]
        name, code = _NAMES[(wished or ["de-DE"])[0].lower()]
        return Language(name, code, is_german=True, detected=True)
    primary = re.split("[-_]", tag)[0].lower()
    if not _TAG.fullmatch(tag) or primary not in LANG_INFO:
        raise UnusableError(_("'language' ist kein bekanntes Sprachkürzel, wie es 'de-DE' ist."))
    if primary == "de":
        name, code = _NAMES.get(tag.replace("_", "-").lower(), _NAMES["de-de"])
        return Language(name, code, is_german=True)
    return Language(str(LANG_INFO[primary].get("name", primary)), tag.replace("_", "-"), is_german=False)


def _looks_german(text: str) -> bool:
    """False only where small English words plainly outnumber the German ones."""
    words = [word.lower() for word in _WORDS.findall(text[:5000])]
    english = sum(word in _ENGLISH for word in words)
    return english < 3 or english <= 2 * sum(word in _GERMAN for word in words)
