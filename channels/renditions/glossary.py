"""The German words of offices that people meet in an ad, explained in their language.

The words themselves stay German, since they stand so in the contract; their texts stand in the language
files (`[glossary.*]`), so the translators' desk and the check of those files cover them.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from channels.languages import Language

#: Words of the ad that need explaining -> key of the glossary, in the order they are told.
_MET = {
    "tvoed": re.compile(r"\bTVöD|Tarifvertrag"),
    "grading": re.compile(r"Eingruppierung|eingruppiert"),
    "full_time": re.compile(r"\b[Vv]ollzeit"),
    "part_time": re.compile(r"\b[Tt]eilzeit"),
    "permanent": re.compile(r"\bunbefristet"),
    "limited": re.compile(r"\b(?:befristet|Befristung)"),
    "probation": re.compile(r"Probezeit"),
    "civil_servant": re.compile(r"Beamt(?:e|in)|[Vv]erbeamt"),
    "certificate": re.compile(r"Führungszeugnis"),
    "severe_disability": re.compile(r"[Ss]chwerbehind"),
    "recognition": re.compile(
        r"[Aa]bschl[uü]ss\w*\b[^.\n]{0,60}\bAusland|[Aa]usländisch\w+\s+(?:\w+)?[Aa]bschl|[Zz]eugnisbewertung"
        r"|[Aa]nerkennung\b[^.\n]{0,60}[Aa]bschl|[Gg]leichwertig\w*\b[^.\n]{0,60}[Aa]usl"
    ),
    "bonus": re.compile(r"Jahressonderzahlung"),
    "pension": re.compile(
        r"[Bb]etriebliche\w*\s+(?:Alters|Zusatz|Rente)|Zusatzversorgung|Betriebsrente|\b(?:VBL|ZVK)\b"
    ),
}


class Term(NamedTuple):
    """A German word and what it means; `text` is in the reader's language."""

    key: str
    term: str
    text: str


def glossary(facts: dict[str, Any], text: str, language: Language) -> list[Term]:
    """The words met in the facts or the text of an ad."""
    met = {key for key, pattern in _MET.items() if pattern.search(text)} | _in_facts(facts)
    return [
        Term(key, language.text(f"glossary.{key}.term"), language.text(f"glossary.{key}.text"))
        for key in _ORDER
        if key in met
    ]


def _in_facts(facts: dict[str, Any]) -> set[str]:
    shown = {
        "group": facts.get("pay_group"),
        "permanent": facts.get("limited") is False,
        "limited": facts.get("limited"),
        "part_time": facts.get("part_time"),
        "deadline": facts.get("deadline"),
        "reference": facts.get("reference"),
        "level": facts.get("language_level"),
    }
    return {key for key, is_shown in shown.items() if is_shown}


_ORDER = ("group", *_MET, "level", "deadline", "reference")
KEYS = frozenset(_ORDER)
