"""A wording that is denied, or part of a name, excludes nobody."""

from __future__ import annotations

import pytest

from postings.review import review
from postings.review.cutting import excuses


@pytest.mark.parametrize(
    ("sentence", "words", "following"),
    [
        ("Deutsch als Muttersprache ist nicht nötig.", "Muttersprache", ""),
        ("Muttersprache Deutsch?", "Muttersprache", " Nicht nötig!"),
        ("Deutsch muss nicht Ihre Muttersprache sein.", "Muttersprache", ""),
        ("Wie alt Sie sind, spielt keine Rolle.", "alt", ""),
        ("Einen deutschen Pass brauchen Sie dafür nicht.", "deutschen Pass", ""),
    ],
)
def test_a_denied_demand_asks_for_nothing(sentence: str, words: str, following: str):
    at = sentence.index(words)
    assert excuses.is_denied(sentence, at, at + len(words), following)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Alte Hasen brauchen wir nicht.", "Alte Hasen"),
        ("Erfahrung ist nicht nötig, aber Sie sollten jung sein.", "jung"),
        ("Wir suchen junge Leute, denn Erfahrung zählt.", "junge Leute"),
    ],
)
def test_who_is_not_wanted_is_no_denial(sentence: str, words: str):
    at = sentence.index(words)
    assert not excuses.is_denied(sentence, at, at + len(words))


def test_a_surname_says_nothing_about_age():
    sentence = "Fragen beantwortet Frau Dr. Ingrid Jung."
    at = sentence.index("Jung")
    assert excuses.is_in_name(sentence, at, at + 4)
    assert not excuses.is_in_name("Wir suchen eine Frau Mitte dreißig.", 18, 23)


def test_a_wide_span_of_ages_tells_of_everyone():
    assert excuses.is_every_age("Im Team arbeiten Menschen von 19 bis 64 Jahren.")
    assert not excuses.is_every_age("Das Team ist zwischen 25 und 35 Jahre alt.")
    assert not excuses.is_every_age("Sie sind zwischen 18 und 60 Jahre alt.")


def test_what_is_to_be_left_out_is_not_asked_for():
    assert excuses.is_left_out("Bitte bewerben Sie sich ohne Foto und ohne Geburtsdatum.")
    assert excuses.is_left_out("Angaben zu Familienstand und Religion sind freiwillig.")
    assert not excuses.is_left_out("Sie sollten auf ein Kopftuch verzichten.")
    assert not excuses.is_left_out("Die Freiwillige Feuerwehr sucht junge Leute.")


def test_a_first_name_before_it_makes_a_surname():
    assert excuses.is_in_name("Teamleiter Mehmet Jung hilft Ihnen.", 18, 22)


def test_a_sex_is_required_only_by_law():
    assert excuses.requires_a_sex("Die Stelle kann nach § 8 Absatz 1 AGG nur mit einer Frau besetzt werden.")
    assert not excuses.requires_a_sex("Wir suchen eine Frau.")


def test_what_is_forbidden_is_not_asked_for():
    assert excuses.is_condemned("Wir dulden keine Diskriminierung wegen Hautfarbe oder Religion.")
    assert excuses.is_condemned("Niemand wird bei uns wegen des Alters benachteiligt.")
    assert not excuses.is_condemned("Sie sind jung und haben keine Kinder.")


def test_what_people_get_is_not_asked_for():
    assert excuses.is_given("In der Kantine gibt es Essen ohne Schwein.")
    assert not excuses.is_given("In der Kantine gibt es keine Ausnahmen für Fastende.")


def test_what_people_bring_is_met():
    assert excuses.is_met("Sie haben kleine Kinder?", " Dann reden wir über Ihre Zeiten.")
    assert excuses.is_met("Wenn Deutsch nicht Ihre Erstsprache ist, helfen wir Ihnen.", "")
    assert not excuses.is_met("Sie haben kleine Kinder?", " Dann passt die Stelle nicht.")


def test_a_name_in_quotation_marks_describes_nobody():
    sentence = "Die Kita „Regenbogen“ sucht Verstärkung."
    assert excuses.is_quoted_name(sentence, 10, 20)
    assert not excuses.is_quoted_name("Wir sind ein „junges Team“ im Amt.", 14, 25)


def test_ages_in_words_and_both_ends_tell_of_everyone():
    assert excuses.is_every_age("Wir sind zwischen Mitte zwanzig und Ende fünfzig.")
    assert excuses.is_every_age("Ihr Abschluss kann frisch sein oder länger zurückliegen.")
    assert excuses.is_every_age("Der Altersdurchschnitt im Amt liegt bei 47 Jahren.")
    assert excuses.is_every_age("Sie sind Berufsanfängerin oder lange dabei.")
    assert excuses.is_every_age("Wir sind erfahrene Kolleginnen und Berufseinsteigerinnen.")
    assert excuses.is_every_age("Wir freuen uns auf ältere und jüngere Kolleginnen.")
    assert excuses.is_every_age("Wir mögen Anfänger ebenso wie alte Hasen.")
    assert not excuses.is_every_age("Wir freuen uns auf jüngere Kolleginnen.")
    assert not excuses.is_every_age("Sie sind erfahren und jung.")
    assert not excuses.is_every_age("Wir suchen frischen Wind und keine alten Hasen.")
    assert not excuses.is_every_age("Sie sind Berufsanfängerin und nicht älter als 30.")
    assert not excuses.is_every_age("Sie sind Berufsanfängerin und höchstens 30 Jahre alt.")
    assert not excuses.is_every_age("Der Altersdurchschnitt im Amt liegt bei 29 Jahren.")


def test_a_leave_is_given_and_a_ban_is_not():
    assert excuses.is_given("Wer stottert, darf sich Zeit lassen.")
    assert excuses.is_given("Unsere Erzieherinnen können selbstverständlich Kopftuch tragen.")
    assert not excuses.is_given("Unsere Erzieherinnen können hier kein Kopftuch tragen.")
    assert excuses.is_given("Ein Kopftuch zu tragen ist bei uns selbstverständlich möglich.")
    assert not excuses.is_given("Ein Kopftuch zu tragen ist bei uns nicht möglich.")
    assert not excuses.is_given("Wer stottert, darf nicht ans Telefon.")
    assert not excuses.is_given("Wer stottert, darf nur im Lager arbeiten.")


def test_a_sex_required_by_law_is_no_finding():
    ad = "Sozialarbeiterin im Frauenhaus (w)\n\nDie Stelle kann nur mit einer Frau besetzt werden{}."
    reason = ": Das Geschlecht ist nach § 8 Absatz 1 AGG eine wesentliche berufliche Anforderung"

    def gender(text: str) -> set[str]:
        return {each.rule for each in review(text).findings if each.category == "gender"}

    assert gender(ad.format(""))
    assert gender(ad.format(reason)) == set()
    officer = "Gleichstellungsbeauftragte (w)\n\nDie Stelle ist {}mit einer Frau zu besetzen."
    assert gender(officer.format(""))
    assert gender(officer.format("nach § 8 NKomVG ")) == set()


def test_a_question_that_is_scorned_asks_for_nothing():
    assert excuses.is_denied("Männersache?", 0, 11, " Von wegen: Hier schrauben Frauen.")
    assert not excuses.is_denied("Männersache?", 0, 11, " Genau, hier schrauben Kerle.")
