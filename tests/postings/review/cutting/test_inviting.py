"""What is wanted, let in or welcomed is no fault; what only sounds like it stays one."""

from __future__ import annotations

import pytest

from postings.review import review
from postings.review.rulebook import LEGAL_CATEGORIES

SILENT = (
    "Auf der Wache arbeiten drei Frauen, es dürfen gern mehr werden.",
    "Bisher arbeiten bei uns fast nur Männer. Mehr Frauen wären ein Gewinn.",
    "Wir sind 41, davon sechs Frauen, das soll sich ändern.",
    "Sie haben ein Kopftuch? Tragen Sie es gern.",
    "Sie kommen aus Afghanistan und haben dort unterrichtet? Bewerben Sie sich.",
    "Du hast einen Schwerbehindertenausweis? Vorrang bei gleicher Eignung.",
    "Glauben Sie, woran Sie wollen.",
    "An Ramadan und Jom Kippur nehmen wir im Dienstplan Rücksicht.",
    "Der Treff für Lesben und Schwule liegt im Erdgeschoss.",
    "Die Urkunde zählt, auch wenn der Weg über eine ausländische Ausbildung führte.",
    "Unser Personal ist noch nicht so weit: Menschen mit Migrationsgeschichte bitten wir um Bewerbung.",
    "Wen Sie lieben, bleibt Ihre Privatsache.",
    "Alter, Glaube und Geburtsort sind uns gleich.",
    "Sind Sie schwerbehindert? Dann bevorzugen wir Sie bei gleicher Eignung.",
    "Bist du schwerbehindert? Sag es uns gern, wir unterstützen dich.",
    "Die Stelle gehört zum Sachgebiet Arbeitszeit und Mutterschutz.",
)
TOLD = (
    "Ausländer bitten wir, von Bewerbungen abzusehen.",
    "Sie geben Frauen wie Männern die Hand, auch wenn Ihr Glaube das anders sieht.",
    "Am Freitagmittag sind Sie immer da, auch wenn die Moschee ruft.",
    "Ein gesundes Verhältnis zur eigenen Sexualität ist Bedingung.",
    "Sie sind in Deutschland geboren? Bewerben Sie sich.",
    "Sind Sie schwerbehindert? Bitte kreuzen Sie es an.",
    "Sind Sie schwerbehindert? Wir müssen das wissen, gern vorab.",
)


@pytest.mark.parametrize("text", SILENT)
def test_nobody_is_shut_out(text: str):
    assert [each.quote for each in review(text).findings if each.category in LEGAL_CATEGORIES] == []


@pytest.mark.parametrize("text", TOLD)
def test_shutting_out_is_told(text: str):
    assert any(each.category in LEGAL_CATEGORIES - {"generic-masculine"} for each in review(text).findings)
