"""What is left when the words of a finding go: correct German, or no offer at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.review import leaving_out, review
from postings.review.fixing import apply
from postings.review.language import analyse

POINTS = [
    ("Sie sind «jung», offen und genau.", "Sie sind offen und genau."),
    ("Sie sind offen, «jung» und genau.", "Sie sind offen und genau."),
    ("Sie sind offen, genau und «jung».", "Sie sind offen und genau."),
    ("Sie sind offen und «jung».", "Sie sind offen."),
    ("Sie sind «jung» und haben Freude an Technik.", "Sie haben Freude an Technik."),
    ("Sie stehen «am Anfang Ihrer Laufbahn» und bringen Schwung mit.", "Sie bringen Schwung mit."),
    ("Sie sind «nicht älter als 35 Jahre» und haben Humor.", "Sie haben Humor."),
    ("Du bist ein «echter Kerl» und willst Leben retten?", "Du willst Leben retten?"),
    ("Sie arbeiten gern im Freien und sind «nicht älter als 40 Jahre».", "Sie arbeiten gern im Freien."),
    ("Sie sind voller Ideen, «ein Alphatier», das nie schläft.", "Sie sind voller Ideen."),
    ("Sie haben starke Nerven und einen «gesunden Rücken».", "Sie haben starke Nerven."),
    ("Wir zahlen gut, bieten Gleitzeit und ein «junges Umfeld».", "Wir zahlen gut und bieten Gleitzeit."),
    (
        "Alle Geschlechter, auch «Andersveranlagte», dürfen sich melden.",
        "Alle Geschlechter dürfen sich melden.",
    ),
    ("Bitte legen Sie ein «Passbild» und ein Zeugnis bei.", "Bitte legen Sie ein Zeugnis bei."),
    ("Bitte legen Sie ein Zeugnis und ein «Passbild» bei.", "Bitte legen Sie ein Zeugnis bei."),
    ("Mit «Lichtbild» und Lebenslauf einzureichen.", "Mit Lebenslauf einzureichen."),
    (
        "Sie sind «hier geboren» und kennen den Weg, denn es ist Ihrer.",
        "Sie kennen den Weg, denn es ist Ihrer.",
    ),
]
ADDITIONS = [
    ("Senden Sie uns Ihren Lebenslauf mit «Lichtbild».", "Senden Sie uns Ihren Lebenslauf."),
    ("Wir erbitten einen Lebenslauf «ohne jede Lücke».", "Wir erbitten einen Lebenslauf."),
    ("Sie leiten den Bauhof «mit harter Hand».", "Sie leiten den Bauhof."),
    (
        "Verbundenheit mit «christlichen Werten», die uns tragen und leiten, auch im Alltag der Verwaltung",
        None,
    ),
    ("Die Stelle eignet sich nur für Personen «ohne Familie».", None),
    ("Wir sind eine Behörde «ohne Regenbogenfahnen», und das bleibt für alle Zeit so im Haus.", None),
    ("Bewerbung mit «Lichtbild», Lebenslauf und Zeugnissen.", None),
]
UNSURE = [
    "Sie sind nicht nur «jung», sondern auch genau.",
    "Sie sind körperlich und «geistig belastbar».",
    "Ein «gepflegtes», freundliches Auftreten ist uns wichtig.",
    "ein gepflegtes, «attraktives Äußeres»",
    "Sie leben mit Ihrer «Ehefrau» oder Ihrem Ehemann im Haus.",
    "«Rumäninnen» und Rumänen nehmen wir gern.",
    "Die Stelle ist «ideal für Studierende» und junge Leute.",
    "«Kinder» und Haustiere sind ein Hindernis.",
    "Wir leben «christliche Werte» und erwarten das auch von Ihnen.",
    "Sie haben «keine Kinder» und Haustiere.",
    "Wir suchen eine «freundliche Dame».",
    "Du bist «Digital Native» und blubberst gern.",
    "Sie suchen etwas zwischen «Mitte zwanzig» und Mitte dreißig.",
    "Sie bringen Fach- und «Manneskraft» mit.",
]
LINES = [
    ("Sie bringen mit:\n- Sorgfalt\n- «kerngesund»\n- Humor\n", "Sie bringen mit:\n- Sorgfalt\n- Humor\n"),
    ("Sie bringen mit:\n- Sorgfalt\n- «kerngesund»", "Sie bringen mit:\n- Sorgfalt\n"),
    ("Sie bringen mit:\n- «kerngesund»\n\nWir bieten viel.", None),
    (
        "Wir sind viele. Ihre «Familienplanung» ist abgeschlossen. Wir freuen uns.",
        "Wir sind viele. Wir freuen uns.",
    ),
    ("Wir sind viele. Sie sind «ungebunden».", "Wir sind viele."),
    ("Wir sind viele.\n\nSie sind «ungebunden».\n\nBis bald!", "Wir sind viele.\n\nBis bald!"),
    ("Sind Sie «schwerbehindert»? Die Angabe ist erforderlich.", None),
    ("Sie sind «ungebunden», bewerben Sie sich bis zum 3.5. bei uns.", None),
    ("Sie sind **«ungebunden» und frei**.", "Sie sind **frei**."),
    ("Sie sind **frei und** «ungebunden».", None),
]


def left(marked: str) -> str | None:
    """The text without the marked words, as the review would offer it."""
    start = marked.index("«")
    end = marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    found = leaving_out.replacement(analyse(text), start, end)
    if found is None:
        return None
    assert not found.safe
    assert found.text == ""
    return apply(text, sorted(found.edits, key=lambda edit: edit.offset))


@pytest.mark.parametrize(("marked", "rest"), POINTS)
def test_a_point_of_a_list_goes(marked: str, rest: str):
    assert left(marked) == rest


@pytest.mark.parametrize(("marked", "rest"), ADDITIONS)
def test_what_was_added_to_a_noun_goes(marked: str, rest: str | None):
    assert left(marked) == rest


@pytest.mark.parametrize("marked", UNSURE)
def test_nothing_is_offered_where_the_rest_might_be_wrong(marked: str):
    assert left(marked) is None


@pytest.mark.parametrize(("marked", "rest"), LINES)
def test_a_whole_sentence_or_item_goes(marked: str, rest: str | None):
    assert left(marked) == rest


def test_the_review_offers_it_where_a_rule_has_no_better_words():
    [finding] = [f for f in review("Sie sind ungebunden und genau.").findings if f.rule == "ungebunden"]
    assert [(r.text, r.safe) for r in finding.replacements] == [("", False)]


def test_a_task_stays():
    text = (
        "Hausdienst\n\nIhre Aufgaben\n- Sie empfangen Gäste\n- Sie sind ungebunden\n\nIhr Profil\n- genau\n"
    )
    assert [f.replacements for f in review(text).findings if f.rule == "ungebunden"] in ([], [()])


def test_words_about_others_stay():
    [finding] = [f for f in review("Sie betreuen Taubstumme.").findings if f.rule == "taubstumm"]
    assert all(replacement.text for replacement in finding.replacements)


WORD = st.sampled_from(["jung", "offen", "genau", "fit", "mobil", "Mut", "Geduld", "eine Idee", "gute Laune"])


@given(st.lists(WORD, min_size=1, max_size=5), st.data())
def test_what_is_left_has_no_loose_ends(words: list[str], data: st.DataObject):
    *most, last = words
    sentence = "Sie sind " + (", ".join(most) + " und " + last if most else last) + "."
    word = data.draw(st.sampled_from(words))
    found = leaving_out.replacement(analyse(sentence), at := sentence.index(word), at + len(word))
    if found:
        rest = apply(sentence, sorted(found.edits, key=lambda edit: edit.offset))
        assert not re.search(r"  | ,|,,|, und|und\.|, \.|^ ", rest), rest
        assert rest.count(word) == sentence.count(word) - 1
