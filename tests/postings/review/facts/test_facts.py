"""Facts in the wordings of real ads."""

from __future__ import annotations

import pytest

from postings.review import review


def facts(text: str) -> dict:
    return review(text).facts


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Bezahlung nach EG 9b", "E 9b"),
        ("Entgeltgruppe 9 b TVöD", "E 9b"),
        ("Entgelt: E 9b TVöD", "E 9b"),
        ("Wir zahlen nach Entgeltgruppe S 11b TVöD-SuE.", "S 11b"),
        ("Vergütung nach S 8a", "S 8a"),
        ("Entgeltgruppe P 7 TVöD", "P 7"),
        ("BesGr. A 10 NBesG", "A 10"),
        ("Besoldungsgruppe A 13", "A 13"),
        ("Entgeltgruppe 5 im Tarifvertrag für den öffentlichen Dienst", "E 5"),
        ("EG 15 TVöD-VKA", "E 15"),
        ("Raum E 9 im Erdgeschoss", None),
        ("Fahren Sie mit der S 5 bis zur Station.", None),
        ("Entgeltgruppe S 5", None),
        ("Führerschein der Klasse B 1", None),
    ],
)
def test_pay_group(text: str, group: str | None):
    assert facts(text)["pay_group"] == group


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gehalt: 3.303,85 € bis 4.409,39 €", (3303.85, 4409.39, "month")),
        ("Sie verdienen rund 3.600 bis 5.000 Euro brutto im Monat.", (3600, 5000, "month")),
        ("monatlich zwischen 3.400 und 4.700 EUR", (3400, 4700, "month")),
        ("Vergütung 3.600–5.000 Euro", (3600, 5000, "month")),
        ("Stundenlohn: 14,50 Euro", (14.5, 14.5, "hour")),
        ("Jahresgehalt von 52.000 bis 61.000 Euro", (52000, 61000, "year")),
        ("1.218,26 Euro im ersten und 1.314,02 Euro im dritten Ausbildungsjahr", (1218.26, 1314.02, "month")),
        ("Sie verwalten ein Budget von 50.000 Euro.", (None, None, None)),
        ("Zuschuss von 25 Euro zum Deutschlandticket im Monat", (None, None, None)),
        ("Bezahlung nach Tarif", (None, None, None)),
    ],
)
def test_pay(text: str, expected: tuple):
    found = facts(text)
    assert (found["pay_min"], found["pay_max"], found["pay_period"]) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bitte bewerben Sie sich bis zum 15. Januar 2027.", "2027-01-15"),
        ("Bewerbungsschluss: 15.01.2027", "2027-01-15"),
        ("Bewerbungsfrist\n15.1.27", "2027-01-15"),
        ("Ihre Unterlagen senden Sie bis spätestens 5. Feb. 2027.", "2027-02-05"),
        ("Die Frist endet am 10. Januar 2027.", "2027-01-10"),
        ("Bewirb dich bis 2027-03-31!", "2027-03-31"),
        ("Die Stelle ist bis zum 31.12.2028 befristet.", None),
        ("- S 12, befristet bis zum 31. Dezember 2028 als Elternzeitvertretung", None),
        ("Ihr CV erreicht uns bis zum 17. Januar 2027 über das Karriereportal.", "2027-01-17"),
        ("Wir suchen zum 1. Mai 2027 Verstärkung.", None),
        ("Bewerben Sie sich bis zum 32.13.2027.", None),
    ],
)
def test_deadline(text: str, day: str | None):
    assert facts(text)["deadline"] == day


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("39 Stunden pro Woche", 39),
        ("mit 19,5 Wochenstunden", 19.5),
        ("wöchentliche Arbeitszeit von 30 Stunden", 30),
        ("Vollzeit (39 Std./Woche)", 39),
        ("Teilzeit, 25 h/Woche", 25),
        ("Öffnungszeiten: 24 Stunden am Tag", None),
    ],
)
def test_hours(text: str, hours: float | None):
    assert facts(text)["hours"] == hours


@pytest.mark.parametrize(
    ("text", "part_time", "full_time"),
    [
        ("Teilzeit ist möglich.", True, None),
        ("Die Stelle ist teilbar, Vollzeit", True, True),
        ("Die Stelle ist nicht für Teilzeit geeignet.", False, None),
        ("39 Stunden in der Woche", None, True),
    ],
)
def test_full_and_part_time(text: str, part_time: bool | None, full_time: bool | None):
    found = facts(text)
    assert (found["part_time"], found["full_time"]) == (part_time, full_time)


@pytest.mark.parametrize(
    ("text", "limited", "until"),
    [
        ("eine unbefristete Stelle", False, None),
        ("Die Stelle ist bis zum 31.12.2028 befristet.", True, "2028-12-31"),
        ("befristet für zwei Jahre", True, None),
        ("als Elternzeitvertretung bis zum 30. Juni 2028", True, "2028-06-30"),
        ("Wir suchen Sie.", None, None),
    ],
)
def test_limits(text: str, limited: bool | None, until: str | None):
    assert (facts(text)["limited"], facts(text)["limited_until"]) == (limited, until)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("befristet bis zum 31.12.2028 als Elternzeitvertretung", "Elternzeitvertretung"),
        ("Die Stelle ist befristet zur Vertretung wegen Elternzeit.", "zur Vertretung"),
        ("befristet auf die Dauer des Projekts", "befristet auf die Dauer des Projekts"),
        ("sachgrundlos befristet für zwei Jahre", "sachgrundlos"),
        ("befristet für zwei Jahre", None),
        ("unbefristet", None),
    ],
)
def test_why_it_is_limited(text: str, reason: str | None):
    assert facts(text)["limited_reason"] == reason


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Deutsch auf dem Niveau B2 (GER)", "B2"),
        ("Deutschkenntnisse mindestens C1", "C1"),
        ("Sprachniveau B1 nach dem Gemeinsamen Europäischen Referenzrahmen", "B1"),
        ("Englisch B2 und Deutsch C1", "C1"),
        ("Englisch auf dem Niveau B2", None),
        ("Führerschein der Klasse C1", None),
        ("Gebäude A1 am Markt", None),
        ("sehr gute Deutschkenntnisse", None),
    ],
)
def test_language_level(text: str, level: str | None):
    assert facts(text)["language_level"] == level


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Fragen beantwortet Ihnen gern Herr Kaya, Telefon 0511 0000-123.", ("Herr Kaya", "0511 0000-123")),
        (
            "Ihre Ansprechpartnerin ist Frau Hülya Becker, Tel. (0511) 168 - 42",
            ("Frau Hülya Becker", "(0511) 168 - 42"),
        ),
        ("Fragen: Oberbrandrat Jens Müller, Telefon 0531 0000-12.", ("Jens Müller", "0531 0000-12")),
        (
            "Ihre Fragen beantwortet Brandoberinspektorin Wiebke Janssen, Telefon 0511 168-37.",
            ("Wiebke Janssen", "0511 168-37"),
        ),
        (
            "Melden Sie sich gern bei Teamleiter Đức Nguyễn, Telefon 0511 168-44.",
            ("Đức Nguyễn", "0511 168-44"),
        ),
        ("Kontakt: Herr van der Berg, +49 511 1234", ("Herr van der Berg", "+49 511 1234")),
        ("Wenden Sie sich an Dr. Petra Nowak (0511/168-42169).", ("Dr. Petra Nowak", "0511/168-42169")),
    ],
)
def test_contact(text: str, contact: tuple[str, str]):
    found = facts(text)["contact"]
    assert (found["name"], found["phone"]) == contact


@pytest.mark.parametrize(
    "text",
    ["Fragen beantwortet die Personalabteilung, Telefon 0511 168-0.", "Die Frau im Museum ist gemalt.", ""],
)
def test_no_contact(text: str):
    assert facts(text)["contact"] is None


def test_ways_to_apply():
    found = facts(
        "Bewerben Sie sich unter https://stadt.example/jobs/12. "
        "Oder per E-Mail: jobs@stadt.example (Kennziffer 40-117)."
    )
    assert found["apply_url"] == "https://stadt.example/jobs/12"
    assert found["apply_email"] == "jobs@stadt.example"
    assert found["reference"] == "40-117"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Stellenausschreibung: Koch*Köchin (m/w/d) im Bürgeramt\n\nWir suchen Verstärkung.",
            "Koch*Köchin im Bürgeramt",
        ),
        ("Stellenanzeige – Erzieher*in in der Kita\n\nWir suchen Verstärkung.", "Erzieher*in in der Kita"),
        ("Sachbearbeitung Wohngeld (m/w/d)\n\nDie Stadt sucht Sie.", "Sachbearbeitung Wohngeld"),
        (
            "Die Stadt sucht zum 1. Mai 2027 eine Leitung (w/m/d) für die Bibliothek\n",
            "Leitung für die Bibliothek",
        ),
        ("Hausmeister*in gesucht!\n\nFür die Schule …", "Hausmeister*in"),
        ("Stellenausschreibung\n\nPflegefachkraft (m/w/d)", "Pflegefachkraft"),
    ],
)
def test_title(text: str, title: str):
    assert facts(text)["title"] == title


@pytest.mark.parametrize(
    ("text", "start", "day"),
    [
        ("Wir suchen zum 1. April 2027 eine Fachkraft.", "1. April 2027", "2027-04-01"),
        ("Die Stadt sucht zum nächstmöglichen Zeitpunkt", "nächstmöglichen Zeitpunkt", None),
        ("Arbeitsbeginn: ab sofort", "sofort", None),
        ("Bewerbung bis zum 1. April 2027", None, None),
    ],
)
def test_start(text: str, start: str | None, day: str | None):
    assert (facts(text)["start"], facts(text)["start_date"]) == (start, day)


def test_smaller_facts():
    found = facts(
        "Ausbildung zur Fachkraft (m/w/d)\n\nZu besetzen sind drei Stellen. Dienstort: Rathaus Linden. "
        "Sie arbeiten im Schichtdienst, mobiles Arbeiten ist möglich. Führerschein der Klasse BE."
    )
    assert found["openings"] == 3
    assert found["place"] == "Rathaus Linden"
    assert (found["shifts"], found["remote"], found["apprenticeship"]) == (True, True, True)
    assert found["driving_licence"] == "BE"


def test_nothing_is_made_up():
    assert set(facts("Guten Tag.").values()) <= {None}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Bewerben Sie sich per E-Mail an jobs@stadt.example.", "jobs@stadt.example"),
        ("Fragen und Bewerbungen richten Sie bitte an jobs@stadt.example.", "jobs@stadt.example"),
        ("Fragen beantwortet Frau Kaya, E-Mail kaya@stadt.example. Bewerben Sie sich im Portal.", None),
        ("Rückfragen zur Bewerbung: kaya@stadt.example. Bewerbungen bitte über unser Portal.", None),
        ("Questions? Melden Sie sich bei Ali Kaya oder schreiben Sie an kaya@stadt.example.", None),
    ],
)
def test_an_address_for_questions_is_no_way_to_apply(text: str, address: str | None):
    assert facts(text)["apply_email"] == address


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        (
            "Anwärterbezüge von rund 1.450 Euro, nach der Prüfung rund 2.900 Euro brutto im Monat",
            (1450, 1450),
        ),
        ("Nach der Ausbildung verdienen Sie 2.900 bis 3.300 Euro im Monat.", (2900, 3300)),
    ],
)
def test_pay_after_a_training_is_not_mixed_in(text: str, pay: tuple):
    found = facts(text)
    assert (found["pay_min"], found["pay_max"]) == pay


@pytest.mark.parametrize(
    ("text", "training"),
    [
        ("Sie haben eine abgeschlossene Ausbildung zum Verwaltungsfachangestellten.", None),
        ("Sie leiten Auszubildende an und bilden Nachwuchskräfte aus.", None),
        ("Ab dem 1. August 2027 bilden wir im Gartenbau aus.", True),
        ("Ausbildung: Fachangestellte*r für Bäderbetriebe\n\nDu lernst bei uns schwimmen.", True),
        ("Brandmeisteranwärter*in (m/w/d)\n\nDie Feuerwehr sucht Sie.", True),
    ],
)
def test_a_training_is_offered(text: str, training: bool | None):
    assert facts(text)["apprenticeship"] is training


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("Zum 1. April 2027 stellen wir 24 Brandmeisteranwärter ein.", 24),
        ("Wir suchen zum 1. März 2027 zwei Gärtner*innen für die Parks.", 2),
        ("Wir suchen zum 1. März 2027 eine Fachkraft für zwei Kitas.", None),
    ],
)
def test_openings_without_the_word_post(text: str, openings: int | None):
    assert facts(text)["openings"] == openings


def test_shifts_start_and_a_person_to_call():
    found = facts(
        "Ab dem 1. August 2027 lernst du bei uns. Dienst ist in 24-Stunden-Schichten.\n"
        "Ruf einfach Timo Hagedorn an, unseren Teamleiter, Telefon 0511 168-00091."
    )
    assert (found["start_date"], found["shifts"]) == ("2027-08-01", True)
    assert found["contact"] == {"name": "Timo Hagedorn", "phone": "0511 168-00091"}


def test_applying_by_post_is_a_way_to_apply():
    text = "Ihre Bewerbungsunterlagen richten Sie auf dem Postweg an die Landeshauptstadt Hannover."
    assert review(text).elements["application_way"].state == "present"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wir suchen\n\neinen Koch (m/w/d) als Küchenleiter\n\nin Vollzeit.", "Koch als Küchenleiter"),
        ("Wir suchen\n\neine*n Gärtner*in (m/w/d)\n\nfür die Parks.", "Gärtner*in"),
        ("Wir suchen\n\nmehrere Erzieher*innen (m/w/d)\n\nfür Kitas.", "Erzieher*innen"),
        ("Eine-Welt-Promotor*in (m/w/d)\n\nfür das Rathaus", "Eine-Welt-Promotor*in"),
    ],
)  # fmt: skip
def test_a_title_in_a_sentence_loses_its_article(text: str, title: str):
    assert facts(text)["title"] == title


def test_a_name_before_the_verb_is_a_contact():
    contact = facts("Fragen? Sabine Krämer hilft Ihnen gern: 0441 235-0001.")["contact"]
    assert (contact["name"], contact["phone"]) == ("Sabine Krämer", "0441 235-0001")
    assert facts("Fragen? Unser Team hilft Ihnen gern.")["contact"] is None


def test_a_postal_address_is_a_way_to_apply():
    text = (
        "Ihre Bewerbung richten Sie bitte an den Oberbürgermeister der Stadt, Personalamt, 26105 Oldenburg."
    )
    assert review(text).elements["application_way"].state == "present"
    text = "Bitte bewerben Sie sich bis zum 31. Januar 2027."
    assert review(text).elements["application_way"].state == "missing"
