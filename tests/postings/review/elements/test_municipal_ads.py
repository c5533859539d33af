"""Whole ads in the words of many offices: each element where it stands, none that does not, and the facts.

"‹pay›" stands before the words that say an element; `missing` and `na` (not asked for) name the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from postings.review import Review, review

FOLDER = Path(__file__).parent / "ads"
ELEMENTS = {
    "enc": "encouragement",
    "dis": "disability_clause",
    "eq": "equality_clause",
    "pay": "pay",
    "wt": "working_time",
    "lang": "language_cefr",
    "for": "foreign_qualifications",
    "con": "contact_person",
    "dl": "deadline",
    "way": "application_way",
}
FACTS = {
    "hours": "hours",
    "pt": "part_time",
    "lim": "limited",
    "until": "limited_until",
    "dl": "deadline",
    "grp": "pay_group",
    "min": "pay_min",
    "max": "pay_max",
    "per": "pay_period",
    "lvl": "language_level",
    "mail": "apply_email",
    "url": "apply_url",
    "lic": "driving_licence",
}
CONTACT = {"cn": "name", "cp": "phone"}
_MARK = re.compile(r"‹(\w+)›")


class Case(NamedTuple):
    """An ad without its marks, and what is to be read in it."""

    text: str
    marks: dict[str, int]
    missing: set[str]
    not_asked: set[str]
    facts: dict[str, str]


def _case(head: str, marked: str) -> Case:
    told = dict(part.strip().split(":", 1) for part in head.split("|")[1:])
    facts = dict(each.strip().split("=", 1) for each in told.get("facts", "").split(";") if each.strip())
    marks: dict[str, int] = {}
    text = ""
    for index, part in enumerate(_MARK.split(marked.strip())):
        if index % 2:
            marks[part] = len(text)
        else:
            text += part
    return Case(text, marks, _names(told.get("missing", "")), _names(told.get("na", "")), facts)


def _names(listed: str) -> set[str]:
    return {name.strip() for name in listed.split(",") if name.strip()}


def cases() -> Iterator:
    for file in sorted(FOLDER.glob("*.txt")):
        for block in re.split(r"^=== ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            head, marked = block.split("\n", 1)
            yield pytest.param(_case(head, marked), id=head.split("|")[0].strip())


def _read(found: Review, name: str) -> Any:
    if name in CONTACT:
        return (found.facts["contact"] or {}).get(CONTACT[name])
    return found.facts[FACTS[name]]


@pytest.mark.parametrize("case", list(cases()))
def test_elements_stand_where_they_are_said(case: Case):
    assert case.marks.keys() | case.missing | case.not_asked == ELEMENTS.keys()
    found = review(case.text).elements
    states = {name: found[element].state for name, element in ELEMENTS.items()}
    missing = dict.fromkeys(case.missing, "missing") | dict.fromkeys(case.not_asked, "not-applicable")
    assert states == dict.fromkeys(case.marks, "present") | missing
    quotes = {name: found[ELEMENTS[name]].quote or "" for name in case.marks}
    elsewhere = {
        name: quote
        for name, quote in quotes.items()
        if not any(
            place.start() <= case.marks[name] + 3 and case.marks[name] < place.end()
            for place in re.finditer(re.escape(quote), case.text)
        )
    }
    assert elsewhere == {}


@pytest.mark.parametrize("case", list(cases()))
def test_facts(case: Case):
    found = review(case.text)
    read = {name: _read(found, name) for name in case.facts}
    assert {name: _told(value) for name, value in read.items()} == case.facts


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) and value < 1000 else f"{value}".removesuffix(".0")
