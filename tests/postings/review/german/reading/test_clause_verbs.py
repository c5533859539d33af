"""A word in -en before a noun: the verb of its clause or an adjective, seen by what becomes of it."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import quotes, rewritten


@pytest.mark.parametrize(
    ("text", "star"),
    [
        ("Am Montag warnten Experten vor Hitze.", "Am Montag warnten Expert*innen vor Hitze."),
        ("Gestern demonstrierten Landwirte.", "Gestern demonstrierten Landwirt*innen."),
        ("Fehlen Erzieher, springen Sie ein.", "Fehlen Erzieher*innen, springen Sie ein."),
        ("Klagen Anwohner über Lärm?", "Klagen Anwohner*innen über Lärm?"),
        ("Seit Jahren klagen Anwohner.", "Seit Jahren klagen Anwohner*innen."),
        ("Weil es laut ist, klagen Nachbarn.", "Weil es laut ist, klagen Nachbar*innen."),
        ("In Hannover fehlen erfahrene Erzieher.", "In Hannover fehlen erfahrene Erzieher*innen."),
        ("Am Wochenende reisen Touristen an.", "Am Wochenende reisen Tourist*innen an."),
        ("Dazu gehören Zahn- und Kinderärzte.", "Dazu gehören Zahn- und Kinderärzt*innen."),
        ("„Das ist gut“, sagten Besucher.", "„Das ist gut“, sagten Besucher*innen."),
        (
            "Sie nehmen Notrufe entgegen, beruhigen Anrufer und alarmieren.",
            "Sie nehmen Notrufe entgegen, beruhigen Anrufer*innen und alarmieren.",
        ),
        ("Sie rufen an und erinnern Mieter.", "Sie rufen an und erinnern Mieter*innen."),
    ],
)
def test_verbs(text: str, star: str) -> None:
    assert rewritten(text) == star
    assert quotes(star) == []


@pytest.mark.parametrize(
    ("text", "star"),
    [
        ("Kranken Kollegen helfen wir, wenn es geht.", "Kranken Kolleg*innen helfen wir, wenn es geht."),
        ("Erfahrenen Koch gesucht, gern in Teilzeit", "Erfahrene*n Köch*in gesucht, gern in Teilzeit"),
        ("Gesucht: erfahrenen Koch.", "Gesucht: erfahrene*n Köch*in."),
        ("Wir suchen netten Koch.", "Wir suchen nette*n Köch*in."),
        (
            "Sie brauchen einen netten, geduldigen Betreuer.",
            "Sie brauchen eine*n nette*n, geduldige*n Betreuer*in.",
        ),
        ("Mit vereidigten Dolmetschern sprechen Sie.", "Mit vereidigten Dolmetscher*innen sprechen Sie."),
        ("Die Stadt dankt freiwilligen Helfern.", "Die Stadt dankt freiwilligen Helfer*innen."),
        ("Sie helfen alten und kranken Boten gern.", "Sie helfen alten und kranken Bot*innen gern."),
        ("Hier bedarf es geduldiger Betreuer.", "Hier bedarf es geduldiger Betreuer*innen."),
        (
            "Seit Langem ist die Mensa guter Nachbar für alle.",
            "Seit Langem ist die Mensa gute*r Nachbar*in für alle.",
        ),
    ],
)
def test_adjectives(text: str, star: str) -> None:
    assert rewritten(text) == star
