"""Plain German is measured, not claimed: every standard sentence by our own readability measures.

Bounds, on the scale of Flesch-Amstad (60 to 70 is plain, 80 and more very easy):

| file | each string from 6 words on | all strings together | longest sentence |
|---|---|---|---|
| de-simple | 60 | 80 | 12 words |
| de | 50 | 70 | 15 words |

Shorter strings are labels; a formula says nothing about them. They hold no word of more than 20 letters.
Left out: what a law or a statistical office defines (`answer.definition.…`); other words would ask another
question.
"""

from __future__ import annotations

import re

import pytest

from channels import languages
from channels.languages import files
from channels.renditions import factsheet
from postings.review import review

BOUNDS = {"de-simple": (60, 80, 12), "de": (50, 70, 15)}
FEW_WORDS = 6
_DEFINED = "answer.definition."
_SETTINGS = {"name", "german_name", "direction", "day", "thousands", "decimal", "money"}


def strings(code: str) -> dict[str, str]:
    found = files.strings(files.load(code))
    return {key: re.sub(r"\{\w+\}", "Text", text) for key, text in found.items() if key not in _SETTINGS}


def cases() -> list[tuple[str, str, str]]:
    return [
        (code, key, text)
        for code in BOUNDS
        for key, text in strings(code).items()
        if not key.startswith(_DEFINED)
    ]


def sentences(text: str) -> list[list[str]]:
    parts = re.split(r"(?<=[.!?:])\s+", text)
    return [words for part in parts if (words := re.findall(r"[\w€.-]+", part))]


@pytest.mark.parametrize(("code", "key", "text"), cases(), ids=[f"{code}-{key}" for code, key, _t in cases()])
def test_every_string_is_easy_to_read(code, key, text):
    each, _together, longest = BOUNDS[code]
    assert max(map(len, sentences(text))) <= longest
    if len(text.split()) >= FEW_WORDS:
        assert review(text.rstrip(".:") + ".").readability["flesch_amstad"] >= each
    elif not key.endswith(".term"):
        assert max(map(len, text.split())) <= 20


@pytest.mark.parametrize("code", BOUNDS)
def test_all_of_them_together_are_easy_to_read(code):
    whole = "\n\n".join(text.rstrip(".") + "." for text in strings(code).values() if len(text.split()) >= 5)
    assert review(whole).readability["flesch_amstad"] >= BOUNDS[code][1]


FACTS = {
    "pay_group": "E 9b", "pay_min": 3303.85, "pay_max": 4409.39, "pay_period": "month", "hours": 39.0,
    "part_time": True, "language_level": "B2", "deadline": "2027-01-15", "limited_until": "2028-12-31",
    "limited": True, "start": "sofort",
}  # fmt: skip


@pytest.mark.parametrize("code", BOUNDS)
def test_the_facts_of_an_ad_are_short_sentences(code):
    language = languages.get(code)
    present = list(factsheet.SAID_IF_PRESENT)
    told = [f"{line['label']}: {line['value']}" for line in factsheet.lines(FACTS, language, "Neustadt")]
    for text in [*told, *factsheet.sentences(present, language)]:
        for part in re.split(r" · |(?<=[.!?:])\s", text):
            assert len(part.split()) <= 12, part
