"""One or many: what the sentence says beside the noun decides."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import quotes, rewritten


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eine Person wurde dort Farmer.", "Eine Person wurde dort Farmer*in."),
        (
            "Der oder die Beschäftigte ist Ansprechpartner für alle Fragen.",
            "Der oder die Beschäftigte ist Ansprechpartner*in für alle Fragen.",
        ),
        ("Die drei Kinder wurden Lehrer.", "Die drei Kinder wurden Lehrer*innen."),
        ("Die Arbeit ist für Kinder und Lehrer neu.", "Die Arbeit ist für Kinder und Lehrer*innen neu."),
    ],
)
def test_what_a_subject_is_has_its_number(text: str, expected: str) -> None:
    assert rewritten(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hannovers Oberbürgermeister eröffnete das Fest.",
            "Hannovers Oberbürgermeister*in eröffnete das Fest.",
        ),
        ("Niedersachsens Minister will mehr Geld.", "Niedersachsens Minister*in will mehr Geld."),
        ("Hannovers Bürger wollen mehr Grün.", "Hannovers Bürger*innen wollen mehr Grün."),
        ("Hannovers Bürger sahen das Fest.", "Hannovers Bürger*innen sahen das Fest."),
    ],
)
def test_the_verb_of_a_noun_after_a_name_tells_its_number(text: str, expected: str) -> None:
    assert rewritten(text) == expected


def test_a_row_after_ob_is_in_the_singular_beside_a_word_that_is() -> None:
    assert rewritten("Ob Anfänger oder Profi, alle lernen.") == "Ob Anfänger*in oder Profi, alle lernen."
    assert (
        rewritten("Ob Anfänger oder Fachkraft, alle lernen.") == "Ob Anfänger*in oder Fachkraft, alle lernen."
    )


def test_bare_nouns_in_a_row_have_one_number() -> None:
    text = "Wir suchen: Fahrer, Lagerist und Packer."
    assert rewritten(text) == "Wir suchen: Fahrer*in, Lagerist*in und Packer*in."
    assert rewritten("Wir suchen Fahrer und Beamte.") == "Wir suchen Fahrer*innen und Beamt*innen."


def test_what_you_are_is_in_the_singular() -> None:
    assert (
        rewritten("Egal, ob du Quereinsteiger oder Profi bist.")
        == "Egal, ob du Quereinsteiger*in oder Profi bist."
    )
    assert rewritten("Wichtig ist Schüler zu fördern.") == "Wichtig ist Schüler*innen zu fördern."


def test_one_of_the_men_of_a_family_is_a_man() -> None:
    assert not quotes("Einer der beiden Brüder zog nach Amerika und wurde dort Farmer.")
    assert not quotes("Ihre Söhne wurden Bäcker.")


def test_weak_nouns_that_are_wanted_are_many():
    assert rewritten("Lesepaten und Sprachpaten gesucht!") == "Lesepat*innen und Sprachpat*innen gesucht!"
    assert rewritten("Erfahrenen Paten gesucht") == "Erfahrene*n Pat*in gesucht"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fachkraft für Wasser / Rohrnetzbauer / Anlagenmechaniker (m/w/d)\n\nWir suchen Sie.",
            "Fachkraft für Wasser / Rohrnetzbauer*in / Anlagenmechaniker*in\n\nWir suchen Sie.",
        ),
        (
            "Der Verband sucht ab sofort\n\nFachkraft für Wasser / Rohrnetzbauer (m/w/d)\n\nWir suchen Sie.",
            "Der Verband sucht ab sofort\n\nFachkraft für Wasser / Rohrnetzbauer*in\n\nWir suchen Sie.",
        ),
        (
            "Stellenausschreibung technischer Leiter (m/w/d)\n\nWir suchen Sie.",
            "Stellenausschreibung technische*r Leiter*in\n\nWir suchen Sie.",
        ),
    ],
)
def test_a_title_names_one(text: str, expected: str) -> None:
    assert rewritten(text).replace(" (m/w/d)", "") == expected


@pytest.mark.parametrize("bullet", [">", "»", "✓", "■", "➢"])
def test_points_with_other_bullets_are_points(bullet: str) -> None:
    text = f"Ihre Aufgaben\n{bullet} Ansprechpartner für Vereine\n{bullet} Pflege der Anlagen"
    assert "Ansprechpartner*in für" in rewritten(text)


@pytest.mark.parametrize(
    "text",
    [
        "Das Rathaus dient den Bürgerinnen und\nBürgern der Gemeinde.",
        "Zu besetzen ist die Stelle einer Amtsleiterin/\nAmtsleiters im Bauamt.",
    ],
)
def test_a_line_that_ends_open_goes_on(text: str) -> None:
    assert quotes(text) == []


def test_a_line_of_its_own_is_no_end_of_the_one_before() -> None:
    assert quotes("Unsere Erzieherinnen im Haus der Kinder\nErzieher für die Krippe") == ["Erzieher"]


def test_a_point_is_in_the_nominative() -> None:
    assert rewritten("Wir bieten\n- Paten aus dem Team") == "Wir bieten\n- Pat*innen aus dem Team"
    assert rewritten("Aufgaben\n- Pate für Neue im Team") == "Aufgaben\n- Pat*in für Neue im Team"
