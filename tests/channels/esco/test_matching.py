"""A title is an occupation only if exactly one bears that name."""

from __future__ import annotations

import pytest

from channels.esco import matching
from tests.channels.esco.conftest import URI

pytestmark = pytest.mark.usefixtures("esco_files")


@pytest.mark.parametrize(
    "title",
    [
        "Gärtner*in", "Gärtner:in", "Gärtner_in", "Gärtner/in", "Gärtner/-in", "Gärtner(in)", "Gärtnerin",
        "Gärtnerin / Gärtner (m/w/d)", "Gärtner*in (m/w/d)", "GÄRTNERIN", "Landschaftsgärtner*in",
    ],
)  # fmt: skip
def test_the_same_name_in_every_form(title):
    assert matching.matched(title) == f"{URI}gardener"


def test_other_endings():
    assert matching.matched("Verwaltungsfachangestellte*r") == f"{URI}clerk"
    assert matching.matched("Verwaltungsfachangestellte/r") == f"{URI}clerk"


@pytest.mark.parametrize(
    "title",
    ["Gärtner*in im Stadtpark", "Sachbearbeiter", "Sachbearbeitung Wohngeld", "Garten", "", "in", "*in"],
)
def test_nothing_is_guessed(title):
    """Not a longer title, not a name that two occupations bear, not a part of a word."""
    assert matching.matched(title) == ""


def test_a_person_is_offered_what_is_near():
    assert matching.suggestions("Gärtner*in im Stadtpark")[0].label == "Gärtner/Gärtnerin"
    assert [row.label for row in matching.search("lohn buch")] == ["Lohnbuchhalter/Lohnbuchhalterin"]
    assert matching.search("  ") == []
