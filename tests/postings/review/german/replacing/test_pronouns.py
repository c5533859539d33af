"""Words that stand for a person noun change with it."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import hits, quotes, rewritten


def test_relative_pronouns_agree_and_are_no_hits() -> None:
    text = "Ein Kollege, der hilft und dessen Rat zählt, fehlt."
    assert quotes("Ein Kollege, der gern hilft, fehlt.") == ["Kollege"]
    assert rewritten("Ein Kollege, der gern hilft, fehlt.") == "Ein*e Kolleg*in, der*die gern hilft, fehlt."
    assert "Kollege" in quotes(text)


def test_a_verb_that_ends_its_line_is_no_possessive() -> None:
    """A point without a full stop: "sein" stood before the "Sie" of the next one."""
    text = "- Der Bewerber sollte schwindelfrei sein\n- Sie arbeiten gern im Team"
    assert quotes(text) == ["Bewerber"]
    assert quotes("Der Bewerber bringt sein Zeugnis mit.") == ["Bewerber", "sein"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Kunde sagt, was er braucht.", "Der*die Kund*in sagt, was er*sie braucht."),
        ("Der Bewerber zeigt seine Akte.", "Der*die Bewerber*in zeigt seine*ihre Akte."),
        ("Der Leiter führt das Team. Er plant.", "Der*die Leiter*in führt das Team. Er*sie plant."),
        ("Wer pflegt, dem bieten wir Zeit.", "Wer pflegt, dem*der bieten wir Zeit."),
        ("Wir suchen jemanden, der gern hilft.", "Wir suchen jemanden, der*die gern hilft."),
        ("Jeder kann helfen.", "Jede*r kann helfen."),
        (
            "Der Archivar liest Akten. Zu seinen Aufgaben gehört die Auskunft.",
            "Der*die Archivar*in liest Akten. Zu seinen*ihren Aufgaben gehört die Auskunft.",
        ),
        (
            "Ein Koch, der gern kocht und dem die Arbeit liegt, fehlt.",
            "Ein*e Köch*in, der*die gern kocht und dem*der die Arbeit liegt, fehlt.",
        ),
        (
            "Ein Koch, der kocht und den Abwasch macht, fehlt.",
            "Ein*e Köch*in, der*die kocht und den Abwasch macht, fehlt.",
        ),
        (
            "Als Leiter sind Sie Vorgesetzter aller Lehrkräfte.",
            "Als Leiter*in sind Sie Vorgesetzte*r aller Lehrkräfte.",
        ),
    ],
)
def test_followers(text: str, expected: str) -> None:
    assert rewritten(text) == expected


def test_a_pronoun_is_a_hit_of_its_own_and_part_of_the_noun_s_replacement() -> None:
    noun, pronoun = hits("Der Bewerber zeigt seine Akte.")
    assert (noun.kind, pronoun.kind) == ("singular", "pronoun")
    (own,) = pronoun.replacements[0].edits
    assert own in noun.replacements[0].edits
    assert noun.replacements[0].text == "Der*die Bewerber*in"


def test_a_shared_possessive_is_changed_once() -> None:
    text = "Der Vorgesetzte spricht mit seinem Mitarbeiter."
    assert rewritten(text) == "Der*die Vorgesetzte spricht mit seinem*seiner oder ihrem*ihrer Mitarbeiter*in."


def test_a_pronoun_of_another_masculine_noun() -> None:
    assert quotes("Der Wagen des Monteurs parkt am Tor, er ist weiß.") == ["Monteurs"]
    assert quotes("Der Name des Bewerbers und dessen Alter sind unwichtig.") == ["Bewerbers", "dessen"]


def test_who_is_asked_is_one_person() -> None:
    assert rewritten("Wer Mieter ist, kann kommen.") == "Wer Mieter*in ist, kann kommen."
