"""One fact in the spellings of many towns, beside what only looks like it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from postings.review import review

# A fact, its value, and texts that say it. The order of a text's words is what towns differ in.
SPELLINGS: list[tuple[str, object, list[str]]] = [
    (
        "pay_group",
        "E 9b",
        [
            "Entgeltgruppe 9 b TVöD-V",
            "EG 9b",
            "E 9 b TVöD",
            "Entgeltgr. 9b",
            "TVöD EG 09b",
            "nach Entgeltgruppe E9b TVöD/VKA",
            "vergütet nach E9b TVöD",
            "Entgeltgruppe: 9b",
            "TVöD-VKA, E 9b",
            "Vergütung E9b",
        ],
    ),
    (
        "pay_group",
        "A 9",
        ["BesGr. A 9", "Besoldungsgruppe A9 NBesG", "Bes.-Gr. A 9", "A 9 NBesG", "Besoldung nach A9"],
    ),
    ("pay_group", "A 10", ["Besoldungsgruppe A 10 LG 2.1", "A10 NBesG"]),
    ("pay_group", "S 8a", ["S 8a TVöD-SuE", "Entgeltgruppe S 8a", "S8a TVöD", "EG S 8a", "SuE 8a"]),
    ("pay_group", "P 7", ["Entgeltgruppe P 7 TVöD-K", "P7 TVöD", "EG P 7"]),
    (
        "pay_group",
        None,
        [
            "Raum A 10",
            "Autobahn A 7",
            "Bus der Linie E 3",
            "Papierformat A 4",
            "Gebäude S 8",
            "Sie beraten zu Besoldungsfragen.",
        ],
    ),
    (
        "hours",
        39.0,
        [
            "39 Std./Wo.",
            "39 Stunden/Woche",
            "39 h/Woche",
            "39 Std. wöchentlich",
            "wöchentlich 39 Stunden",
            "39,0 Wochenstunden",
            "regelmäßige Arbeitszeit: 39 Stunden",
            "Vollzeit (39 Std.)",
            "39-Stunden-Woche",
            "Vollzeit mit 39 Stunden",
        ],
    ),
    (
        "hours",
        19.5,
        [
            "19,5 Std./Wo.",
            "Teilzeit (19,5 Stunden)",
            "19,5 Wochenstunden",
            "19,50 Std. pro Woche",
            "mit 19,5 Stunden wöchentlich",
            "50 % (19,5 Std.)",
            "Stundenumfang: 19,5",
        ],
    ),
    (
        "hours",
        None,
        [
            "24 Stunden am Tag geöffnet",
            "Antwort innerhalb von 48 Stunden",
            "Die Bibliothek hat 40 Stunden in der Woche geöffnet.",
        ],
    ),
    (
        "limited",
        True,
        [
            "befristet bis 31.12.2028",
            "Die Stelle ist zunächst auf zwei Jahre befristet.",
            "zeitlich befristet",
            "als Elternzeitvertretung",
            "auf zwei Jahre begrenzt",
            "Zeitvertrag",
        ],
    ),
    (
        "limited",
        False,
        [
            "unbefristet",
            "in einem unbefristeten Arbeitsverhältnis",
            "dauerhaft",
            "Die Stelle ist auf Dauer zu besetzen.",
            "nicht befristet",
        ],
    ),
    (
        "limited_until",
        "2028-12-31",
        [
            "befristet bis 31.12.2028",
            "befristet bis zum 31. Dezember 2028",
            "bis zum 31.12.2028 befristet",
            "längstens bis 31.12.2028 befristet",
        ],
    ),
    (
        "deadline",
        "2027-05-03",
        [
            "Bewerbungsschluss: 03.05.27",
            "Bewerben Sie sich bis einschließlich 3. Mai 2027.",
            "Bewerbungsfrist: 3.5.2027",
            "Bewerbungsschluss: Montag, 3. Mai 2027",
            "Bewerbungszeitraum: 01.04.2027 – 03.05.2027",
            "Bewerbungszeitraum 1. April bis 3. Mai 2027",
            "Bewerben Sie sich bis 2027-05-03.",
            "Bewerbungen bis zum 3. Mai 2027; Gespräche am 20. Mai 2027",
        ],
    ),
    (
        "start_date",
        "2027-08-01",
        [
            "Wir suchen zum 1. August 2027 eine Fachkraft.",
            "Beginn: 01.08.2027",
            "Eintrittstermin: 1. August 2027",
            "Die Stelle ist ab dem 1. August 2027 zu besetzen.",
            "Start am 1. August 2027",
            "Arbeitsbeginn ist der 1. August 2027.",
            "Ausbildungsstart: 01.08.2027",
            "zu besetzen ab 01.08.2027",
            "Besetzung zum 01.08.2027",
            "Einstellung zum 1. August 2027",
        ],
    ),
    ("start_date", None, ["Bewerben Sie sich bis zum 1. August 2027.", "befristet bis 1. August 2027"]),
    ("start", "nächstmöglichen Zeitpunkt", ["Wir suchen zum nächstmöglichen Zeitpunkt eine Fachkraft."]),
    (
        "place",
        "Rathaus",
        ["Arbeitsort: Rathaus", "Dienstort: Rathaus", "Einsatzort ist das Rathaus.", "Standort: Rathaus"],
    ),
    (
        "language_level",
        "B2",
        [
            "Deutsch B2",
            "Deutsch (mindestens B2)",
            "Deutschkenntnisse auf dem Niveau B2 des GER",
            "Niveau B 2 in Deutsch",
            "B2-Deutsch",
            "Sprachniveau B2",
        ],
    ),
    (
        "reference",
        "42/09",
        [
            "Kennziffer 42/09",
            "Kennziffer: 42/09",
            "Kennz. 42/09",
            "Ausschreibungsnummer 42/09",
            "Stellen-Nr. 42/09",
            "Kenn-Nr. 42/09",
            "Ref.-Nr. 42/09",
            "Referenz: 42/09",
            "Stellenkennziffer 42/09",
            "Job-ID: 42/09",
            "Ausschreibungs-Nr.: 42/09",
            "Kennwort 42/09",
            "Angebots-ID 42/09",
            "Stellenangebot Nr. 42/09",
            "Unser Zeichen: 42/09",
        ],
    ),
    (
        "driving_licence",
        "B",
        [
            "Führerschein Klasse B",
            "Fahrerlaubnis der Klasse B",
            "Pkw-Führerschein",
            "Führerschein (B)",
            "Führerschein Kl. B",
        ],
    ),
    (
        "part_time",
        True,
        [
            "in Teilzeit ausübbar",
            "Die Stelle ist teilzeitgeeignet.",
            "teilbar",
            "auch in Teilzeit",
            "Voll- oder Teilzeit",
        ],
    ),
    ("part_time", False, ["nur in Vollzeit", "Teilzeit ist nicht möglich.", "keine Teilzeit"]),
    (
        "apply_email",
        "jobs@stadt.example",
        ["Bewerbung an jobs@stadt.example", "Ihre Bewerbung per Mail: jobs@stadt.example."],
    ),
    ("apply_url", "www.stadt.example/jobs", ["Bewerben Sie sich unter www.stadt.example/jobs."]),
    ("pay_min", 1218.26, ["Vergütung nach TVAöD: 1.218,26 € im 1. Ausbildungsjahr"]),
    (
        "pay_max",
        4900.0,
        [
            "Entgeltgruppe 9 b TVöD-V, derzeit 3.600 bis 4.900 Euro brutto",
            "EG 9b: 3.600,00 € – 4.900,00 €",
            "von 3.600 € bis zu 4.900 € brutto",
            "zwischen 3.600 Euro und 4.900 Euro monatlich",
        ],
    ),
]


def spellings() -> Iterator:
    for name, value, texts in SPELLINGS:
        for text in texts:
            yield pytest.param(name, value, text, id=f"{name}: {text}")


@pytest.mark.parametrize(("name", "value", "text"), list(spellings()))
def test_spelling(name: str, value: object, text: str):
    assert review(text).facts[name] == value
