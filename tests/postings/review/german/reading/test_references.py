"""What is not generic stays silent; what looks like it is found."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import quotes


@pytest.mark.parametrize(
    "text",
    [
        "Ihr Ansprechpartner ist Herr Dr. Yılmaz, Tel. 0511 168-0.",
        "Herr Krause ist unser Datenschutzbeauftragter.",
        "Fragen beantwortet Oberbrandrat Jens Müller.",
        "Melden Sie sich bei Teamleiter Đức Nguyễn.",
        "Dr. Arslan, Leiter des Gesundheitsamtes, begrüßt Sie.",
        "Frau Hülya Becker leitet das Haus.",
        "Ihr Büro liegt in der Bürgermeister-Fink-Straße.",
        "Unser Motto lautet „Bürger für Bürger“.",
        "Der Träger der Kita ist ein Verein.",
        "Die Leiter lehnt an der Wand.",
        "Wir suchen eine Erzieherin oder einen Erzieher.",
        "Bürgerinnen- und Bürgeranliegen bearbeiten Sie zügig.",
        "Mitarbeiter(innen), Lehrer/-innen, Kolleg*innen, Leser:innen und SchülerInnen kommen.",
        "Wir suchen eine/n Sachbearbeiter/in.",
        "Der*die Beauftragte prüft das.",
        "Die Vorgesetzten sprechen mit dem Team.",
        "Den Beschäftigten stehen Duschen zur Verfügung.",
        "Jedes Mitglied des Teams bringt seine Stärken ein.",
        "Der Mensch steht im Mittelpunkt, so wie er ist.",
        "Der Bäcker an der Ecke öffnet um sechs.",
        "Der Club der Köche Hannover e. V. vergibt den Preis.",
        "Wir restaurieren Werke alter Meister.",
        "Unser Hausmeister heißt Wilfried und ist seit 1994 da.",
        "Der Läufer liegt im Foyer.",
        "Im Planer tragen Sie Ihren Urlaub ein.",
        "Der Kinderschutzbund und die Arbeiterwohlfahrt sind unsere Nachbarn.",
        "Kinderkrankenschwester/Kinderkrankenpfleger für die Frühchenstation",
        "Stadtinspektor-Anwärterin bzw. -Anwärter im Rechnungsamt",
        "Der Leiter des Sportamtes Jens Wolters führt Sie durch die Halle.",
        "Der Landesverband Hessen der Imker und Winzer lädt ein.",
        "Sie begleiten Familien kranker Kinder und Jugendlicher.",
        "Es macht Ihnen Mut, Neuem zu begegnen.",
        "Die Ausstellung erzählt von den Zeugen Jehovas.",
        "Sie kennen die Honorarordnung für Architekten und Ingenieure.",
        "Sie begrüßen viele Gäste, darunter Angehörige der Feuerwehr.",
        "Sie sprechen mit Nachfahren und Nachkommen der Opfer.",
        "Sie messen mit Stab und GNSS-Empfänger.",
    ],
)
def test_silent(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Herr Kaya berät die Bürger.", ["Bürger"]),
        ("Sachbearbeiter (m/w/d)", ["Sachbearbeiter"]),
        ("Wir suchen einen Sachbearbeiter/in.", ["Sachbearbeiter/in"]),
        ("Der Leiter prüft.", ["Leiter"]),
        ("Wir suchen erfahrene alte Meister.", ["Meister"]),
        ("Der Bäcker bedient an der Theke.", ["Bäcker"]),
        ("Ingenieur/Techniker (m/w/d)", ["Ingenieur", "Techniker"]),
        ("Kundinnen und Geschäftskunden kommen.", ["Geschäftskunden"]),
        ("Krankenschwester und Altenpfleger gesucht", ["Altenpfleger"]),
        ("Stadtinspektor-Anwärterin und Brandmeister-Anwärter", ["Brandmeister-Anwärter"]),
        ("Sie laden Architekten und Ingenieure ein.", ["Architekten", "Ingenieure"]),
        ("Der Leiter des Sportamtes führt Sie durch die Halle.", ["Leiter"]),
        ("Der Leiter des Museums August Kestner führt Sie.", ["Leiter"]),
        ("Das Land Hessen der Imker und Winzer lädt ein.", ["Imker", "Winzer"]),
        ("Jugendlicher oder Erwachsener mit Fahrrad gesucht", ["Jugendlicher", "Erwachsener"]),
        ("Kampfmittelräumer und ihre Ehepartner feiern mit.", ["Kampfmittelräumer", "Ehepartner"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_several_people_without_an_article_are_everyone() -> None:
    assert quotes("Die Einarbeitung neuer Beschäftigter gehört dazu.") == []
    assert quotes("Wir bieten neuen Beschäftigten eine Schulung.") == []
    assert quotes("Wir suchen erfahrenen Verwaltungsfachangestellten.") == ["Verwaltungsfachangestellten"]


def test_a_slash_title_below_the_name_of_the_city_is_inclusive() -> None:
    assert quotes("Feuerwehr der Stadt Hameln\nBrandmeisteranwärter/-in (m/w/d)") == []
    assert quotes("Wir suchen einen\n\nSachbearbeiter/-in (m/w/d)") == ["Sachbearbeiter/-in"]
