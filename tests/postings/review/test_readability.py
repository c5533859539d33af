"""Readability: words, sentences and syllables counted as a person would."""

from __future__ import annotations

import pytest

from postings.review import review
from postings.review.costliest import reasons
from postings.review.readability import plain, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("aber", 2),
        ("über", 2),
        ("Idee", 2),
        ("oder", 2),
        ("Abend", 2),
        ("Ute", 2),
        ("Mitarbeiter", 4),
        ("Europa", 3),
        ("Familie", 4),
        ("Ferien", 3),
        ("Energien", 4),
        ("Energie", 3),
        ("Museum", 3),
        ("Theater", 3),
        ("Aktion", 3),
        ("Information", 5),
        ("Universität", 5),
        ("Quelle", 2),
        ("Team", 1),
        ("Haus", 1),
        ("neue", 2),
        ("sie", 1),
        ("Bau", 1),
        ("Ausbildung", 3),
        ("Kolleg*innen", 4),
        ("E-Mail", 2),
        ("EG", 2),
        ("Studium", 3),
        ("Linie", 3),
        ("See", 1),
    ],
)
def test_syllables(word: str, count: int):
    assert syllables(word) == count


def test_abbreviations_and_dates_end_no_sentence():
    assert (
        plain("Sie beraten z. B. am 15. Januar Dr. Kaya.")
        == "Sie beraten zum Beispiel am 15 Januar Doktor Kaya."
    )


def test_the_formulas_by_hand():
    # 4 + 2 words in 2 sentences; syllables 1+2+2+2 and 1+1: 9.  Long (over 6 letters): 0.
    figures = review("Wir suchen eine Person. Komm her!").readability
    assert (figures["words"], figures["sentences"]) == (6, 2)
    assert figures["flesch_amstad"] == pytest.approx(180 - 3 - 58.5 * 9 / 6, abs=0.06)
    assert figures["lix"] == pytest.approx(3 + 0, abs=0.06)
    single = 100 * 3 / 6
    assert figures["wiener"] == pytest.approx(0.1672 * 3 - 0.0327 * single - 0.875, abs=0.06)


def test_list_items_are_sentences_of_their_own():
    figures = review("## Aufgaben\n- Sie helfen gern\n- Sie beraten am Telefon").readability
    assert (figures["words"], figures["sentences"]) == (7, 2)


def test_sections_have_their_heading_and_place():
    text = "Guten Tag zusammen.\n\n## Aufgaben\nSie helfen gern.\n\n## Profil\nSie lachen oft."
    sections = review(text).readability["sections"]
    assert [s["heading"] for s in sections] == ["", "Aufgaben", "Profil"]
    assert text[sections[1]["offset"] :].startswith("Aufgaben")


def test_easy_and_hard_texts_are_told_apart():
    easy = "Wir suchen dich. Du hilfst uns im Park. Du pflegst die Bäume. Das macht dir Spaß."
    hard = (
        "Die Wahrnehmung ordnungsbehördlicher Zuständigkeiten einschließlich der Durchführung "
        "verwaltungsverfahrensrechtlicher Beteiligungsverfahren obliegt der Organisationseinheit."
    )
    assert review(easy).readability["grade"] == "leicht"
    assert review(hard).readability["grade"] == "schwer"


@pytest.mark.parametrize("text", ["", "…", "123"])
def test_hardly_any_text_has_no_grade(text: str):
    assert review(text).readability["grade"] is None


COSTLY = (
    "Sie prüfen Anträge auf Wohngeld. Die Wahrnehmung der Durchführung ordnungsbehördlicher "
    "Beteiligungsverfahren, die, soweit sie anfallen, der Abteilung, der sie zugeordnet sind, obliegt, "
    "gehört zur Verantwortung und Organisation dieser Stelle. Wir helfen Ihnen gern."
)


def test_the_costliest_sentence_is_named_with_its_place_and_reasons():
    text = "## Aufgaben 😀\n\u00ad" + COSTLY
    found = review(text).readability["costliest"]
    assert found["quote"].startswith("Die Wahrnehmung")
    assert text[found["offset"] : found["offset"] + found["length"]] == found["quote"]
    kinds = [reason["kind"] for reason in found["reasons"]]
    assert kinds == ["length", "nested", "nominal", "long-words"]
    assert found["reasons"][3]["examples"][0] == "Beteiligungsverfahren"


def test_a_telephone_number_is_no_word_of_many_syllables():
    words = ["Fragen", "beantwortet", "Frau", "Demir", "Telefon", "168-00012"]
    assert reasons(" ".join(words), words, 14)[0]["examples"] == ["beantwortet", "Telefon", "Fragen"]


def test_its_gain_is_true_to_the_formula():
    found = review(COSTLY).readability
    without = COSTLY.replace(found["costliest"]["quote"] + " ", "")
    better = review(without).readability["flesch_amstad"] - found["flesch_amstad"]
    assert found["costliest"]["gain"] == pytest.approx(better, abs=0.11)


@pytest.mark.parametrize("text", ["", "Nur ein einziger Satz steht hier.", "Ja. Nein. Gut."])
def test_no_sentence_stands_out(text: str):
    assert review(text).readability["costliest"] is None


def test_sections_have_a_kind_a_target_and_whether_they_reach_it():
    text = (
        "## Ihre Aufgaben\n- Sie gehen mit den Kindern in den Park.\n- Sie lesen vor und malen.\n\n"
        "## Wir bieten\n- Wahrnehmung der Fortbildungsmöglichkeiten einschließlich Kostenübernahme\n"
        "- Gesundheitsförderungsmaßnahmen, Arbeitgeberzuschüsse, Versorgungsleistungen\n"
        "- Sonderzahlungen bei Mehrarbeit\n"
        "\nSchwerbehinderte Menschen werden bevorzugt."
    )
    tasks, offer, end = review(text).readability["sections"]
    assert (tasks["kind"], tasks["target"], tasks["reached"]) == ("tasks", 50, True)
    assert (offer["kind"], offer["target"], offer["reached"]) == ("offer", 55, False)
    assert (end["heading"], end["kind"], end["reached"]) == ("", None, None)
