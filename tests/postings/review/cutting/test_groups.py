"""People of many grounds named together are all meant; one ground named alone, or set apart, is not."""

from __future__ import annotations

import pytest

from postings.review.cutting import groups


def test_two_grounds_close_together_invite_everyone():
    assert groups.invites_everyone("unabhängig von Geschlecht, Herkunft, Alter und Religion")
    assert not groups.invites_everyone("unabhängig vom Geschlecht")
    assert not groups.invites_everyone("Geschlecht " + "und anderes " * 30 + "Religion")


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir stellen Geflüchtete ein, Großeltern, trans Personen und Leute mit Kopftuch.",
        "Wir sind 23 Leute aus elf Ländern, zwischen 24 und 63, cis, trans, gläubig und ungläubig.",
        "Besonders sprechen wir queere Menschen, Ältere und Menschen ohne akademisches Elternhaus an.",
    ],
)
def test_groups_of_many_grounds_are_welcome(sentence: str):
    assert groups.lists_groups(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Geflüchtete, Ältere und trans Personen passen nicht zu uns.",
        "Wir suchen Frauen ohne Kinder, ohne Kopftuch und ohne Migrationsgeschichte.",
        "Ältere Menschen suchen wir.",
    ],
)
def test_groups_set_apart_are_not(sentence: str):
    assert not groups.lists_groups(sentence)
