"""Each element in the words of many cities, beside sentences that only look like it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from postings.review import review
from postings.review.elements import ELEMENTS

STATES = {"+": "present", "-": "missing", "0": "not-applicable"}
FOLDER = Path(__file__).parent / "variants"


def variants() -> Iterator:
    for file in sorted(FOLDER.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line[:1] in STATES:
                yield pytest.param(
                    file.stem, line[2:].replace("⏎", "\n"), STATES[line[0]], id=f"{file.stem}: {line}"
                )


@pytest.mark.parametrize(("name", "text", "state"), list(variants()))
def test_variant(name: str, text: str, state: str):
    assert review(text).elements[name].state == state


def test_every_element_has_its_variants():
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(ELEMENTS)
