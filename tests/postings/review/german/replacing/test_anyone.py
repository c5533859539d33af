"""Words that stand for anyone: jeder, wer …, dem, derjenige, jemand."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import quotes, rewritten


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("Wer sich bewirbt, der erhält eine Antwort.", "Wer sich bewirbt, erhält eine Antwort."),
        (
            "Wer Kinder betreut oder Angehörige pflegt, dem bieten wir Zeit.",
            "Allen, die Kinder betreuen oder Angehörige pflegen, bieten wir Zeit.",
        ),
        ("Derjenige, der anfängt, hilft uns.", "Die Person, die anfängt, hilft uns."),
        ("Wir suchen jemanden, der gern liest.", "Wir suchen eine Person, die gern liest."),
        ("Jeder kann sich bewerben.", "Alle können sich bewerben."),
        ("Hier findet jeder seinen Platz.", "Hier finden alle ihren Platz."),
        ("Jeder, der sich bewirbt, erhält Post.", "Alle, die sich bewerben, erhalten Post."),
        ("Wir danken jedem, der hilft.", "Wir danken allen, die helfen."),
        ("Jeder muss sich auf den anderen verlassen.", "Alle müssen sich aufeinander verlassen."),
        ("Jeder kann vom anderen lernen.", "Alle können voneinander lernen."),
        ("Wir suchen einen, der anpackt.", "Wir suchen eine Person, die anpackt."),
        ("Keiner von uns arbeitet allein.", "Niemand von uns arbeitet allein."),
    ],
)
def test_neutral(text: str, neutral: str) -> None:
    assert rewritten(text, "neutral") == neutral
    assert rewritten(text, "house") == neutral
    assert quotes(neutral) == []


@pytest.mark.parametrize(
    ("text", "star"),
    [
        ("Jeder bringt seine Stärken ein.", "Jede*r bringt seine*ihre Stärken ein."),
        ("Jeder, der sich bewirbt, ist willkommen.", "Jede*r, der*die sich bewirbt, ist willkommen."),
        ("Jeder unserer Auszubildenden lernt.", "Jede*r unserer Auszubildenden lernt."),
        ("Bei uns ist jeder willkommen.", "Bei uns ist jede*r willkommen."),
        ("Bei uns duzt jeder jeden.", "Bei uns duzt jede*r jede*n."),
        ("Jeder steht für den anderen ein.", "Jede*r steht für den*die andere*n ein."),
        ("Bei uns hilft einer dem anderen.", "Bei uns hilft eine*r dem*der anderen."),
        ("Jeder kann vom anderen lernen.", "Jede*r kann vom*von der anderen lernen."),
        ("Der eine kocht, der andere backt.", "Der*die eine kocht, der*die andere backt."),
        (
            "Wenn einer ausfällt, springt ein anderer ein.",
            "Wenn eine*r ausfällt, springt ein*e andere*r ein.",
        ),
        ("Du bist einer, der zuhört.", "Du bist eine*r, der*die zuhört."),
        ("Da muss jeder ran.", "Da muss jede*r ran."),
        ("Frag einfach einen von uns.", "Frag einfach eine*n von uns."),
        ("Jeder Azubi mag seine Chefin.", "Jede*r Azubi mag seine*ihre Chefin."),
        ("Manch einer bleibt lange.", "Manch eine*r bleibt lange."),
        ("So mancher bleibt lange.", "So manche*r bleibt lange."),
        ("Jemand, der sein Handwerk kennt.", "Jemand, der*die sein*ihr Handwerk kennt."),
        ("Wer lernt, der muss üben. Er bekommt Zeit.", "Wer lernt, der*die muss üben. Er*sie bekommt Zeit."),
        ("Niemand soll denken, dass er stört.", "Niemand soll denken, dass er*sie stört."),
    ],
)
def test_star(text: str, star: str) -> None:
    assert rewritten(text) == star
    assert quotes(star) == []
    assert quotes(rewritten(text, "pair")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Jeder dritte Baum ist krank.",
        "Bis Mai wurde jeder Ihrer Links geöffnet.",
        "Im Zoo füttern Sie die Seehunde.",
        "In jeder von uns betreuten Kita gibt es einen Garten.",
        "Jede und jeder kann mitmachen.",
        "Wer sich bewirbt, erhält eine Antwort.",
        "Niemand verliert seine Stelle.",
        "Ein Schritt folgt dem anderen.",
        "Der eine Wagen ist rot, der andere blau.",
        "Zwei Wagen stehen im Hof, jeder mit eigenem Funk.",
        "Der Beruf ist keiner, der langweilig wird.",
    ],
)
def test_silent(text: str) -> None:
    assert quotes(text) == []
