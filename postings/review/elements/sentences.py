"""The ready sentence for an element that is missing: data, with the facts of the ad filled in."""

from __future__ import annotations

import datetime
import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

from postings.review.facts.german.needed import higher

FILE = Path(__file__).with_name("sentences.toml")
PLACES = ("profile", "degree", "offer", "clauses", "apply")
Sentences = Mapping[str, Mapping[str, Any]]
Form = Literal["sie", "du"]
_FORMS = ("sie", "du", "item")
_FIELD = re.compile(r"\{(\w+)\}")
# The review knows no translations; ads are German.
_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905
_REGULATED = re.compile(
    r"approbation|ärzt|\barzt|pflegefach|krankenpfleg|altenpfleg|hebamme|erzieh|sozialarbeit|sozialpädagog|"
    r"sozialen? arbeit|staatlich anerkannt|notfallsanitäter|lehramt|ingenieur|architekt|heilpädagog|"
    r"psychotherapeut|apothek|staatsexamen|staatsprüfung|volljurist|\bpflege\b|examiniert|"
    r"laufbahn(?:befähigung|gruppe|prüfung)|(?:befähigung|ausbildung) für die laufbahn",
    re.IGNORECASE,
)


class Written(NamedTuple):
    """A sentence for running text, the same as an item of a list, and where it belongs."""

    sentence: str
    item: str
    place: str


@functools.cache
def default() -> Sentences:
    """The sentences of the file beside this module."""
    return tomllib.loads(FILE.read_text("utf-8"))


def with_own(own: Sentences, values: Mapping[str, str] | None = None) -> Sentences:
    """The default sentences with a city's own ones in their place, and its own values (`apply_url`)."""
    merged = {name: {**entry, **own.get(name, {})} for name, entry in default().items()}
    return {**merged, "values": dict(values or {})}


def problems(own: Any) -> list[str]:
    """What is wrong with a city's own sentences, in German for the person who wrote them."""
    if not isinstance(own, dict):
        return ["„sentences“ muss ein Abschnitt sein"]
    found = []
    for name, entry in own.items():
        if name not in default():
            found.append(f"„sentences.{name}“ ist keine Pflichtangabe")
        elif not isinstance(entry, dict):
            found.append(f"„sentences.{name}“ muss ein Abschnitt sein")
        elif entry.get("place", PLACES[0]) not in PLACES:
            found.append(f"„sentences.{name}.place“ ist keiner von: {', '.join(PLACES)}")
        elif any(not isinstance(entry[form], str) for form in _FORMS if form in entry):
            found.append(f"„sentences.{name}“: sie, du und item sind Texte in Anführungszeichen")
    return found


def written(
    name: str, facts: Mapping[str, Any], asked: str, form: Form, sentences: Sentences
) -> Written | None:
    """The first sentence of an element for which every value is known. `asked`: the words on the degree."""
    entry = sentences[name]
    known = {**_values(facts), **sentences.get("values", {})}
    for variant in _variants(name, entry, asked, in_training=bool(facts.get("apprenticeship"))):
        texts = [_filled(str(variant[key]), known) for key in (form, "item") if key in variant]
        if texts and None not in texts:
            return Written(str(texts[0]), str(texts[-1]), str(entry["place"]))
    return None


def _variants(
    name: str, entry: Mapping[str, Any], asked: str, *, in_training: bool
) -> list[Mapping[str, Any]]:
    if in_training and "training" in entry:
        return [entry["training"]]
    others = [value for key, value in entry.items() if isinstance(value, dict) and key != "training"]
    if name == "foreign_qualifications":
        return [*others, entry] if _REGULATED.search(asked) else [entry]
    return [entry, *others]


def _filled(text: str, known: Mapping[str, str]) -> str | None:
    if not all(field in known for field in _FIELD.findall(text)):
        return None
    return _FIELD.sub(lambda match: known[match[1]], text)


def _values(facts: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    table = facts.get("pay_table") or {}
    if group := table.get("group") or facts.get("pay_group"):
        kind = "Besoldungsgruppe" if str(group)[0] in "AB" else "Entgeltgruppe"
        found["pay_group"] = f"{kind} {str(group).removeprefix('E ')}"
    if table.get("from"):
        found["pay_from"], found["pay_to"] = _whole(table["from"]), _whole(table["to"])
        found["pay_date"] = _day(datetime.date.fromisoformat(table["valid_from"]))
    if level := _level(facts):
        found["level"] = level
    return found


def _level(facts: Mapping[str, Any]) -> str | None:
    """What the words mean, but no more than the tasks need."""
    meant = facts.get("language_level_meant")
    needed = (facts.get("language_level_needed") or {}).get("level")
    if meant and needed:
        return str(needed if higher(meant, needed) else meant)
    return meant or needed


def _whole(amount: float) -> str:
    return f"{round(amount):,}".replace(",", ".")


def _day(day: datetime.date) -> str:
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"
