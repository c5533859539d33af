"""Article, adjective, noun and contracted preposition agree in every style."""

from __future__ import annotations

import pytest

from postings.review.model import Style
from tests.postings.review.german.rewriting import hits, rewritten

SENTENCE = "Wir suchen einen engagierten Sachbearbeiter für das Ordnungsamt."


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("star", "Wir suchen eine*n engagierte*n Sachbearbeiter*in für das Ordnungsamt."),
        ("colon", "Wir suchen eine:n engagierte:n Sachbearbeiter:in für das Ordnungsamt."),
        ("underscore", "Wir suchen eine_n engagierte_n Sachbearbeiter_in für das Ordnungsamt."),
        ("slash", "Wir suchen eine/n engagierte/n Sachbearbeiter/-in für das Ordnungsamt."),
        (
            "pair",
            "Wir suchen eine engagierte Sachbearbeiterin oder einen engagierten Sachbearbeiter für das "
            "Ordnungsamt.",
        ),
        ("neutral", "Wir suchen eine engagierte Fachkraft für die Sachbearbeitung im Ordnungsamt."),
        # People are "engagiert", a desk is not.
        ("house", "Wir suchen eine engagierte Fachkraft für die Sachbearbeitung im Ordnungsamt."),
    ],
)
def test_each_style(style: Style, expected: str) -> None:
    assert rewritten(SENTENCE, style) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wir suchen einen Sachbearbeiter.", "Wir suchen eine Sachbearbeitung."),
        ("Wir suchen einen technischen Sachbearbeiter.", "Wir suchen eine technische Sachbearbeitung."),
        (
            "Belastbarer Sachbearbeiter (m/w/d) gesucht",
            "Belastbare Fachkraft für die Sachbearbeitung (m/w/d) gesucht",
        ),
    ],
)
def test_in_house_style_only_people_have_qualities(text: str, expected: str) -> None:
    assert rewritten(text, "house") == expected


@pytest.mark.parametrize(
    ("text", "star", "pair"),
    [
        (
            "Die Akte des Bewerbers liegt vor.",
            "Die Akte des*der Bewerber*in liegt vor.",
            "Die Akte der Bewerberin oder des Bewerbers liegt vor.",
        ),
        (
            "Melden Sie sich beim Chef.",
            "Melden Sie sich bei dem*der Chef*in.",
            "Melden Sie sich bei der Chefin oder beim Chef.",
        ),
        (
            "Sie helfen jedem neuen Kollegen.",
            "Sie helfen jedem*jeder neuen Kolleg*in.",
            "Sie helfen jeder neuen Kollegin und jedem neuen Kollegen.",
        ),
        (
            "Einer der Mitarbeiter hilft.",
            "Eine*r der Mitarbeiter*innen hilft.",
            "Eine oder einer der Mitarbeiterinnen und Mitarbeiter hilft.",
        ),
        (
            "Wir suchen Köche und Bäcker.",
            "Wir suchen Köch*innen und Bäcker*innen.",
            "Wir suchen Köchinnen und Köche sowie Bäckerinnen und Bäcker.",
        ),
        (
            "Staatlich geprüfter Techniker (m/w/d)",
            "Staatlich geprüfte*r Techniker*in (m/w/d)",
            "Staatlich geprüfte Technikerin oder staatlich geprüfter Techniker (m/w/d)",
        ),
        (
            "WIR SUCHEN ERZIEHER!",
            "WIR SUCHEN ERZIEHER*INNEN!",
            "WIR SUCHEN ERZIEHERINNEN UND ERZIEHER!",
        ),
        (
            "Wir bieten es Ihrem Sachbearbeiter an.",
            "Wir bieten es Ihrem*Ihrer Sachbearbeiter*in an.",
            "Wir bieten es Ihrer Sachbearbeiterin oder Ihrem Sachbearbeiter an.",
        ),
    ],
)
def test_phrases(text: str, star: str, pair: str) -> None:
    assert rewritten(text, "star") == star
    assert rewritten(text, "pair") == pair


def test_an_article_on_the_line_before_agrees() -> None:
    text = "Die Stadt sucht zum 1. Mai einen\n\nSachbearbeiter (m/w/d) im Bürgerservice"
    assert "eine*n\n\nSachbearbeiter*in (m/w/d)" in rewritten(text, "star")
    assert "eine\n\nSachbearbeiterin oder einen Sachbearbeiter (m/w/d)" in rewritten(text, "pair")


def test_slash_keeps_to_words_that_exist() -> None:
    assert rewritten("Alle Kollegen helfen.", "slash") == "Alle Kollegen/Kolleginnen helfen."


def test_house_offers_neutral_then_star() -> None:
    (hit,) = hits("Sie vertreten den Teamleiter.", "house")
    assert [(each.style, each.text) for each in hit.replacements] == [
        ("neutral", "die Teamleitung"),
        ("star", "den*die Teamleiter*in"),
    ]


def test_no_neutral_form_is_said_and_not_forced() -> None:
    (hit,) = hits("Der Leistungsträger öffnet.", "neutral")
    assert hit.replacements == ()
    assert hit.note


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alle Mitarbeiter lernen.", "Alle Beschäftigten lernen."),
        ("Jeder Mitarbeiter hat Urlaub.", "Alle Beschäftigten haben Urlaub."),
        ("Wir bieten dem neuen Mitarbeiter Zeit.", "Wir bieten neuen Beschäftigten Zeit."),
        ("Viele Mitarbeiter lernen.", "Viele Beschäftigte lernen."),
        ("Das gilt für jeden Studenten, der lernt.", "Das gilt für alle Studierenden, die lernen."),
        ("Der Rat eines Kollegen hilft.", "Der Rat eines Teammitglieds hilft."),
        ("Sie helfen vier Juristen.", "Sie helfen vier juristischen Fachkräften."),
    ],
)
def test_neutral(text: str, expected: str) -> None:
    assert rewritten(text, "neutral") == expected


@pytest.mark.parametrize(
    ("text", "star"),
    [
        (
            "Mit dem Leiter und den Kollegen reden Sie.",
            "Mit dem*der Leiter*in und den Kolleg*innen reden Sie.",
        ),
        ("Mit der Leitung und den Kollegen reden Sie.", "Mit der Leitung und den Kolleg*innen reden Sie."),
        ("Sie suchen den Bauherrn und den Kollegen.", "Sie suchen den*die Bauherr*in und den*die Kolleg*in."),
        ("Im Sommer helfen Studenten mit.", "Im Sommer helfen Student*innen mit."),
    ],
)
def test_what_stands_beside_a_dative_is_one(text: str, star: str) -> None:
    assert rewritten(text) == star


def test_who_helps_is_no_dative() -> None:
    text = "Er dankte den Spendern und Sponsoren."
    assert rewritten(text, "neutral") == "Er dankte den Spendenden und Fördernden."
    assert rewritten("Im Sommer helfen Studenten mit.", "neutral") == "Im Sommer helfen Studierende mit."
    assert rewritten("Dem Amt helfen Studenten.", "neutral") == "Dem Amt helfen Studierende."
    assert rewritten("Sie helfen Studenten.", "neutral") == "Sie helfen Studierenden."


def test_each_of_many_is_joined_by_and_in_both_of_its_hits() -> None:
    text = "Jeder unserer Mitarbeiter hat Anspruch darauf."
    assert rewritten(text, "pair").startswith("Jede und jeder unserer Mitarbeiterinnen und Mitarbeiter hat")


def test_one_of_a_number_agrees() -> None:
    text = "Sie arbeiten als einer von drei Gärtnern."
    assert rewritten(text) == "Sie arbeiten als eine*r von drei Gärtner*innen."
    assert rewritten(text, "pair") == "Sie arbeiten als eine oder einer von drei Gärtnerinnen und Gärtnern."
    text = "Der Plan einer von vielen Anwohnern gegründeten Gruppe liegt vor."
    assert " einer von vielen Anwohner*innen gegründeten " in rewritten(text)
    assert " einer von Anwohner*innen " in rewritten(
        "Sie arbeiten in einer von Anwohnern gegründeten Gruppe."
    )
