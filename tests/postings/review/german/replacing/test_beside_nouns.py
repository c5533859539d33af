"""What stands apart from a noun and agrees with it all the same: article, "euer", "sein", "ein anderer"."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import hits, rewritten


@pytest.mark.parametrize(
    ("text", "star", "pair"),
    [
        (
            "Mit ihr, einem hoch bezahlten Spezialisten, geht es.",
            "Mit ihr, einem*einer hoch bezahlten Spezialist*in, geht es.",
            "Mit ihr, einer hoch bezahlten Spezialistin oder einem hoch bezahlten Spezialisten, geht es.",
        ),
        (
            "Ein gerade erst eingestellter Mitarbeiter weiß das nicht.",
            "Ein*e gerade erst eingestellte*r Mitarbeiter*in weiß das nicht.",
            "Eine gerade erst eingestellte Mitarbeiterin oder ein gerade erst eingestellter Mitarbeiter"
            " weiß das nicht.",
        ),
        (
            "Die Aufgabe des neu gewählten Sprechers ist schwer.",
            "Die Aufgabe des*der neu gewählten Sprecher*in ist schwer.",
            "Die Aufgabe der neu gewählten Sprecherin oder des neu gewählten Sprechers ist schwer.",
        ),
        (
            "Ein ebenso kluger wie netter Lehrer fehlt.",
            "Ein*e ebenso kluge*r wie nette*r Lehrer*in fehlt.",
            "Eine ebenso kluge wie nette Lehrerin oder ein ebenso kluger wie netter Lehrer fehlt.",
        ),
        (
            "Wir sind ein Haus, das gern junge Leiter fördert.",
            "Wir sind ein Haus, das gern junge Leiter*innen fördert.",
            "Wir sind ein Haus, das gern junge Leiterinnen und Leiter fördert.",
        ),
        (
            "Die Stadt, die oft jungen Gründern hilft, wächst.",
            "Die Stadt, die oft jungen Gründer*innen hilft, wächst.",
            "Die Stadt, die oft jungen Gründerinnen und Gründern hilft, wächst.",
        ),
    ],
)
def test_adverbs_before_an_adjective_hide_no_article(text: str, star: str, pair: str) -> None:
    assert rewritten(text, "star") == star
    assert rewritten(text, "pair") == pair


@pytest.mark.parametrize(
    ("text", "star"),
    [
        ("Ein Münchner Investor schweigt.", "Ein*e Münchner Investor*in schweigt."),
        ("Wir suchen einen neuen Kölner Künstler.", "Wir suchen eine*n neue*n Kölner Künstler*in."),
        ("Dort ist mein Vater Maurer.", "Dort ist mein Vater Maurer."),
        (
            "Sie beraten als Profi für Eltern und Erzieher.",
            "Sie beraten als Profi für Eltern und Erzieher*innen.",
        ),
        (
            "Sie sind der Partner für Kinder und Erzieher.",
            "Sie sind der*die Partner*in für Kinder und Erzieher*innen.",
        ),
        (
            "Ein Jogger fand den Hund und brachte ihn heim.",
            "Ein*e Jogger*in fand den Hund und brachte ihn heim.",
        ),
        ("Ein Gast sah den Koch und rief ihn her.", "Ein Gast sah den*die Köch*in und rief ihn*sie her."),
    ],
)
def test_towns_lists_and_whom_a_pronoun_means(text: str, star: str) -> None:
    assert rewritten(text, "star") == star


def test_who_is_answered_by_a_verb() -> None:
    text = "Wer einen Lehrer braucht, der muss warten."
    assert rewritten(text, "neutral") == "Wer eine Lehrkraft braucht, muss warten."
    text = "Wer einen Lehrer sucht, der gut singt, ruft an."
    assert rewritten(text, "neutral") == "Wer eine Lehrkraft sucht, die gut singt, ruft an."


@pytest.mark.parametrize(
    ("text", "star", "pair", "neutral"),
    [
        (
            "Euer Trainer zeigt euch den Platz.",
            "Euer*eure Trainer*in zeigt euch den Platz.",
            "Eure Trainerin oder euer Trainer zeigt euch den Platz.",
            "Eure Trainingsleitung zeigt euch den Platz.",
        ),
        (
            "Das ist das Büro eures Ausbilders.",
            "Das ist das Büro eures*eurer Ausbilder*in.",
            "Das ist das Büro eurer Ausbilderin oder eures Ausbilders.",
            "Das ist das Büro eurer Ausbildungskraft.",
        ),
        (
            "Ihr lernt euren neuen Kollegen kennen.",
            "Ihr lernt eure*n neue*n Kolleg*in kennen.",
            "Ihr lernt eure neue Kollegin oder euren neuen Kollegen kennen.",
            "Ihr lernt euer neues Teammitglied kennen.",
        ),
    ],
)
def test_your_of_many(text: str, star: str, pair: str, neutral: str) -> None:
    assert rewritten(text, "star") == star
    assert rewritten(text, "pair") == pair
    assert rewritten(text, "neutral") == neutral


@pytest.mark.parametrize(
    ("text", "star"),
    [
        (
            "Danach übernimmt der Neuling sein erstes eigenes Projekt.",
            "Danach übernimmt der Neuling sein erstes eigenes Projekt.",
        ),
        (
            "Danach übernimmt der Manager sein erstes eigenes Projekt.",
            "Danach übernimmt der*die Manager*in sein*ihr erstes eigenes Projekt.",
        ),
        (
            "Der Manager will zuverlässig sein, immer.",
            "Der*die Manager*in will zuverlässig sein, immer.",
        ),
    ],
)
def test_his_before_adjectives_is_no_verb(text: str, star: str) -> None:
    assert rewritten(text, "star") == star


@pytest.mark.parametrize(
    ("text", "star", "pair", "neutral"),
    [
        (
            "Ein Bote bringt die Akten, ein anderer holt sie ab.",
            "Ein*e Bot*in bringt die Akten, ein*e andere*r holt sie ab.",
            "Eine Botin oder ein Bote bringt die Akten, eine andere oder ein anderer holt sie ab.",
            "Eine Botenkraft bringt die Akten, eine andere holt sie ab.",
        ),
        (
            "Ein Kollege schreibt, ein anderer prüft.",
            "Ein*e Kolleg*in schreibt, ein*e andere*r prüft.",
            "Eine Kollegin oder ein Kollege schreibt, eine andere oder ein anderer prüft.",
            "Ein Teammitglied schreibt, ein anderes prüft.",
        ),
        (
            "Ein Schüler liest, ein anderer junger Mann singt.",
            "Ein*e Schüler*in liest, ein anderer junger Mann singt.",
            "Eine Schülerin oder ein Schüler liest, ein anderer junger Mann singt.",
            "Eine lernende Person liest, ein anderer junger Mann singt.",
        ),
    ],
)
def test_one_more_of_the_same(text: str, star: str, pair: str, neutral: str) -> None:
    assert rewritten(text, "star") == star
    assert rewritten(text, "pair") == pair
    assert rewritten(text, "neutral") == neutral


def test_another_bus_is_nobody() -> None:
    assert hits("Ein Bus fährt nach Nord, ein anderer nach Süd.") == []


@pytest.mark.parametrize(
    ("text", "star"),
    [
        ("Wer heute Bäcker lernt, hat Arbeit.", "Wer heute Bäcker*in lernt, hat Arbeit."),
        ("Jana lernt Tischler.", "Jana lernt Tischler*in."),
        ("Heute lernt sie Nachbarn kennen.", "Heute lernt sie Nachbar*innen kennen."),
        ("Hier lernen Erzieher und Pfleger.", "Hier lernen Erzieher*innen und Pfleger*innen."),
        ("Es gab Winzer, Müller und Bäcker.", "Es gab Winzer*innen, Müller*innen und Bäcker*innen."),
        ("Es kamen Frau Schulz und Müller.", "Es kamen Frau Schulz und Müller."),
    ],
)
def test_occupations(text: str, star: str) -> None:
    assert rewritten(text, "star") == star
