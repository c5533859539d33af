"""Neutral wordings of whole phrases, and the neutral partners of nouns."""

from __future__ import annotations

import pytest

from tests.postings.review.german.rewriting import quotes, rewritten


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        (
            "Wir suchen einen Sachbearbeiter für die Kämmerei.",
            "Wir suchen eine Fachkraft für die Sachbearbeitung in der Kämmerei.",
        ),
        ("Die Stadt sucht Mitarbeiter für den Winter.", "Die Stadt sucht Personal für den Winter."),
        ("Sie sind ein Teamplayer.", "Sie sind teamfähig."),
        ("Sie helfen den Kunden vor Ort.", "Sie helfen der Kundschaft vor Ort."),
        ("Ein Bewerber, der alles einreicht, erhält Post.", "Wer alles einreicht, erhält Post."),
        ("Jeder Bürger, der Fragen hat, kann kommen.", "Alle, die Fragen haben, können kommen."),
        ("Kein Bewerber wird abgelehnt.", "Niemand wird abgelehnt."),
        ("Fußgänger sind im Vorteil.", "Zu Fuß Gehende sind im Vorteil."),
        (
            "Die Stelle steht Beamten anderer Städte offen.",
            "Die Stelle steht Verbeamteten anderer Städte offen.",
        ),
        (
            "Sie sind Ansprechpartner für Vereine und Sportler.",
            "Sie sind Ansprechperson für Vereine und Sporttreibende.",
        ),
        ("Ein Mitarbeiter, der neu anfängt, fragt.", "Eine Person, die neu anfängt, fragt."),
        ("Der Bewerber schickt seine Unterlagen.", "Bewerbende schicken ihre Unterlagen."),
        ("Zwei Verkehrsplaner fehlen.", "Zwei Fachkräfte für Verkehrsplanung fehlen."),
        ("Drei Feuerwehrmänner halfen.", "Drei Feuerwehrleute halfen."),
        ("Sie beraten die Bürger der Stadt.", "Sie beraten die Bevölkerung der Stadt."),
        ("Die Zahl der Einwohner steigt.", "Die Zahl der Menschen in der Stadt steigt."),
        ("Die Bauern verkaufen Gemüse.", "Die landwirtschaftlichen Fachkräfte verkaufen Gemüse."),
        ("Einem Senior helfen Sie.", "Einer älteren Person helfen Sie."),
        ("Sie pflegen den Kontakt zu Kunden.", "Sie pflegen den Kontakt zur Kundschaft."),
        ("Sie beraten Kunden und begleiten sie.", "Sie beraten Kundschaft und begleiten sie."),
        (
            "Sie helfen den Kollegen der anderen Ämter.",
            "Sie helfen den Teammitgliedern der anderen Ämter.",
        ),
        ("Jeder Bürger verbraucht im Schnitt viel.", "Jede Person verbraucht im Schnitt viel."),
        ("Als Online-Redakteur schreiben Sie.", "In der Online-Redaktion schreiben Sie."),
        ("Sie nehmen Beschwerden von Kunden auf.", "Sie nehmen Beschwerden der Kundschaft auf."),
        (
            "Anträge von Bürgern und Firmen prüfen Sie.",
            "Anträge von der Bevölkerung und Firmen prüfen Sie.",
        ),
        (
            "Sie helfen den Eltern und sind Ansprechpartner.",
            "Sie helfen den Eltern und sind Ansprechperson.",
        ),
        (
            "Sie planen die Dienste und sind Ansprechpartner.",
            "Sie planen die Dienste und sind Ansprechperson.",
        ),
        ("Die Eltern helfen und sind Ansprechpartner.", "Die Eltern helfen und sind Ansprechpersonen."),
        ("Kontakt zu Kunden, Ämtern und Firmen", "Kontakt zur Kundschaft, Ämtern und Firmen"),
        ("Beim Zahnarzt wartet man.", "In der Zahnarztpraxis wartet man."),
        ("Der Fahrer zahlt eine Strafe.", "Die Person am Steuer zahlt eine Strafe."),
        ("Wir suchen einen Fahrer.", "Wir suchen eine Fahrkraft."),
        ("Der unbekannte Täter floh.", "Die unbekannte Person floh."),
        ("Die Polizei bittet Zeugen um Anrufe.", "Die Polizei bittet Personen mit Hinweisen um Anrufe."),
        ("Der ideale Kandidat hat Geduld.", "Die ideale Person hat Geduld."),
        (
            "Sie beantworten Fragen der Bürgerinnen und Bürger und der Besucher.",
            "Sie beantworten Fragen der Bürgerinnen und Bürger und der Gäste.",
        ),
    ],
)
def test_neutral(text: str, neutral: str) -> None:
    assert rewritten(text, "neutral") == neutral
    assert quotes(neutral) == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Polizei sucht Zeugen des Unfalls.",
        "Der Täter floh.",
        "Er ist Diplom-Ingenieur.",
        "Ein Stamm von Kunden bleibt.",
    ],
)
def test_no_neutral_wording_where_the_meaning_would_change(text: str) -> None:
    assert rewritten(text, "neutral") == text


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Wir suchen mehrere\n\n**Gärtner (m/w/d)**", "Wir suchen mehrere\n\n**Gärtner*innen (m/w/d)**"),
        (
            "Dann legen Sie die Prüfung ab und werden Meister.",
            "Dann legen Sie die Prüfung ab und werden Meister*in.",
        ),
        (
            "Sie helfen dem Amtsleiter und vertreten diesen.",
            "Sie helfen der Amtsleitung und vertreten diese.",
        ),
        (
            "Sie berichten an den Leiter der Bauaufsicht und vertreten diesen bei Abwesenheit.",
            "Sie berichten an die Leitung der Bauaufsicht und vertreten diese bei Abwesenheit.",
        ),
        (
            "Sie unterstützen den Abteilungsleiter und vertreten diesen im Urlaub.",
            "Sie unterstützen die Abteilungsleitung und vertreten diese im Urlaub.",
        ),
        ("Wir suchen zwei Sachbearbeiter.", "Wir suchen zwei Sachbearbeiter*innen."),
        ("Alle Rechtspfleger helfen.", "Alle Rechtspfleger*innen helfen."),
    ],
)
def test_house(text: str, house: str) -> None:
    assert rewritten(text, "house") == house


def test_pointing_words_mean_the_person_only_when_they_can() -> None:
    assert quotes("Der Antragsteller erhält einen Bescheid; diesem liegt ein Blatt bei.") == ["Antragsteller"]
    assert quotes("Der Antragsteller wartet. Dieser hat Zeit.") == ["Antragsteller", "Dieser"]
    assert quotes("Sie vertreten den Leiter in diesen Fragen.") == ["Leiter"]
