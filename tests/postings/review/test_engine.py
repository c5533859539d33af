"""The review as a whole: ids, offsets, order, dates, any text at all."""

from __future__ import annotations

import dataclasses
import datetime
import gc
import itertools
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postings.review import fix, review, rulebook, warm_up
from postings.review.fixing import apply, chosen
from postings.review.model import Edit, Finding, Replacement
from postings.review.rewording import book

PIECES = [
    "Wir sind ein junges, dynamisches Team. ",
    "Der Bewerber reicht seine Unterlagen ein. ",
    "Sie sprechen fließend Deutsch. ",
    "Dann verstärken Sie unsere Mannschaft! ",
    "- ein engagierter Sachbearbeiter (m/w)\n",
    "## Ihr Profil\n",
    "**Sie sind 25 bis 35 Jahre** alt.\n\n",
    "Bezahlung nach EG 8 TVöD-V\r\n",
    "Schüler*innen und Lehrer:innen ",
    "\u00ad",
    "\u200f",
    "😀 ",
    "Mu\u0308ller ",
    "z. B. ",
    "\x00",
    "<b>",
    "Bitte bewerben Sie sich bis zum 15. Januar 2027. ",
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=14).map("".join)


def test_findings_are_in_order_and_quote_the_text():
    text = "Sie sprechen fließend Deutsch. Wir sind ein junges, dynamisches Team von 12 Kollegen."
    found = review(text).findings
    assert [f.offset for f in found] == sorted(f.offset for f in found)
    assert [f.quote for f in found] == ["fließend Deutsch", "junges, dynamisches", "Kollegen"]
    assert all(
        f.sentence.strip("… ") in text and (f.quote in f.sentence or len(f.quote) > 390) for f in found
    )
    assert all(f.sources and f.why and f.message for f in found)


def test_of_an_endless_sentence_only_the_part_around_the_finding_is_kept():
    text = "Wort " * 300 + "Sie sprechen fließend Deutsch " + "Wort " * 300
    found = [f for f in review(text).findings if f.rule == "deutsch-fliessend"]
    assert [len(f.sentence) <= 400 and "Sie sprechen fließend Deutsch" in f.sentence for f in found] == [True]
    assert found[0].sentence.startswith("… ") and found[0].sentence.endswith(" …")


def test_a_hint_inside_a_finding_that_must_go_is_left_out():
    found = review("Wir suchen Menschen ohne Migrationshintergrund.").findings
    assert [f.rule for f in found] == ["abstammung"]


def test_an_id_survives_changes_around_the_words():
    before = review("Wir sind ein junges, dynamisches Team.").findings[0]
    after = review("Guten Tag!\n\nSie mögen Zahlen? Wir sind ein junges,  dynamisches Team.").findings[0]
    assert before.id == after.id


def test_the_same_words_twice_have_two_ids():
    found = review("Ein junges, dynamisches Team.\n\nEin junges, dynamisches Team.").findings
    assert [f.id.rsplit("-", 1)[1] for f in found] == ["1", "2"]
    assert found[0].id != found[1].id


def test_an_id_tells_nothing_of_the_words():
    assert "dynamisch" not in review("Ein junges, dynamisches Team.").findings[0].id


def test_findings_of_two_categories_may_cover_the_same_words():
    found = review("Verständnis für unsere ausländischen Mitbürger").findings
    assert {f.category for f in found} == {"origin", "generic-masculine"}


def test_soft_hyphens_and_direction_marks_hide_nothing():
    text = "Wir sind ein jun\u00adges,\u200f dynami\u00adsches Team."
    finding = review(text).findings[0]
    assert finding.quote == "jun\u00adges,\u200f dynami\u00adsches"
    assert text[finding.offset : finding.offset + finding.length] == finding.quote
    assert fix(review(text), scope="all") == "Wir sind ein engagiertes Team."


def test_letters_in_two_parts_are_read_as_one():
    text = "Fu\u0308r ein junges, dynamisches Team"
    finding = review(text).findings[0]
    assert text[finding.offset : finding.offset + finding.length] == "junges, dynamisches"


def test_windows_line_ends_are_kept():
    assert (
        fix(review("Hallo\r\nEin junges, dynamisches Team\r\n"), scope="all")
        == "Hallo\r\nEin engagiertes Team\r\n"
    )


def test_bold_is_never_torn():
    assert fix(review("Ein **junges**, dynamisches Team"), scope="all") == "Ein **junges**, dynamisches Team"
    assert fix(review("Ein **junges, dynamisches** Team"), scope="all") == "Ein **engagiertes** Team"


def test_a_rule_counts_from_its_day_on():
    text = "Fachkraft im Ordnungsamt (m/w)"
    assert review(text, date=datetime.date(2018, 1, 1)).findings == ()
    assert [f.rule for f in review(text, date=datetime.date(2026, 1, 1)).findings] == ["mwd-fehlt"]


def test_a_past_deadline_is_told_only_on_a_named_day():
    text = "Bewerben Sie sich bis zum 14. Januar 2020."
    assert review(text).findings == ()
    assert [f.rule for f in review(text, date=datetime.date(2026, 1, 1)).findings] == ["frist-vorbei"]


def test_english_texts_of_rules_with_german_as_fallback():
    translated = rulebook.load().rules["junges-team"]
    german_only = dataclasses.replace(rulebook.load().rules["kerngesund"], translations={})
    text = "Ein junges, dynamisches Team, kerngesund."
    english = review(text, lang="en", rules=[translated, german_only]).findings
    assert english[0].message.startswith("“junges, dynamisches” may")
    assert english[1].message.startswith("„kerngesund“")


def finding(offset: int, length: int, new: str, **kwargs) -> Finding:
    edits = (Edit(offset, length, new),)
    given_values = {"category": "age", "severity": "must", **kwargs}
    safe = given_values.pop("safe", True)
    return Finding(
        id=f"x-{offset}", rule="x", offset=offset, length=length, quote="", sentence="", message="", why="",
        sources=(), replacements=(Replacement("neutral", new, safe, edits),), **given_values,
    )  # fmt: skip


def test_of_overlapping_edits_the_widest_wins_then_severity_then_offset():
    text = "abcdefghij"
    assert apply(text, chosen([finding(0, 3, "X"), finding(2, 6, "Y")], "all")) == "abYij"
    worse, better = finding(0, 3, "X", severity="hint"), finding(2, 3, "Y", severity="must")
    assert apply(text, chosen([worse, better], "all")) == "abYfghij"
    assert apply(text, chosen([finding(2, 3, "Y"), finding(0, 3, "X")], "all")) == "Xdefghij"


def test_only_safe_replacements_of_the_scope_are_applied():
    assert chosen([finding(0, 3, "X", safe=False)], "all") == []
    assert chosen([finding(0, 3, "X")], "generic-masculine") == []
    assert chosen([finding(0, 3, "X")], "age") == [Edit(0, 3, "X")]


def test_the_same_edit_in_two_replacements_is_made_once():
    assert apply("abc", chosen([finding(0, 1, "X"), finding(0, 1, "X")], "all")) == "Xbc"


@given(texts)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_sound_offsets_and_fixing_is_idempotent(text: str):
    result = review(text)
    for found in result.findings:
        assert text[found.offset : found.offset + found.length] == found.quote
        assert found.length > 0
        for replacement in found.replacements:
            edits = sorted(replacement.edits, key=lambda edit: edit.offset)
            assert all(edit.offset >= 0 and edit.offset + edit.length <= len(text) for edit in edits)
            assert all(a.offset + a.length <= b.offset for a, b in itertools.pairwise(edits))
    once = fix(result, scope="all")
    assert fix(review(once), scope="all") == once


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "\x00", "\ud800 Bewerber", "😀", "\u202e", "<script>x</script>", "-", "##", "**", "«»"],
)
def test_odd_texts_are_answered(text: str):
    assert review(text).text == text


def test_the_review_needs_no_django():
    code = "import sys, postings.review as r; r.review('Ein Bürger'); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_guess_by_words_is_kept_back_where_everyone_is_invited():
    guess = "Ein reges Familienleben sollten Sie haben."
    invitation = (
        " Willkommen sind alle, gleich welchen Geschlechts, welcher Herkunft, Religion oder Behinderung."
    )
    assert [finding.rule for finding in review(guess).findings] == ["familie-als-thema"]
    assert review(guess + invitation).findings == ()
    faulty = "Wir suchen ein junges Team. " + guess + invitation
    assert "familie-als-thema" in {finding.rule for finding in review(faulty).findings}


def test_a_sentence_that_turns_people_away_does_not_hide_whom():
    found = {finding.category for finding in review("Bewerbungen von Müttern sind zwecklos.").findings}
    assert found == {"family"}  # the tone of the sentence needs no finding of its own


def test_what_is_not_asked_for_is_no_barrier_either():
    assert review("Wir fragen nicht nach Foto, Geburtsdatum oder Familienstand.").findings == ()
    assert "barrier" in {f.category for f in review("Schicken Sie uns Ihr Foto.").findings}


def test_the_matter_may_come_before_the_task():
    assert review("Mann-Frau-Klischees greifen Sie in Workshops auf.").findings == ()
    assert review("Der Mutterschutz ist Ihr Spezialgebiet in der Arbeitssicherheit.").findings == ()
    assert "gender" in {f.category for f in review("Als Frau übernehmen Sie das Kaffeekochen.").findings}


def test_children_who_may_come_are_no_demand():
    assert review("Ihre Kinder dürfen in den Ferien ins Sportcamp der Stadt.").findings == ()
    assert review("Ihre Kinder können nicht mitkommen, wenn Sie Dienst haben.").findings != ()


def test_every_nationality_is_welcome():
    assert review("Menschen mit jeder Staatsangehörigkeit können sich bei uns bewerben.").findings == ()
    assert "age" in {f.category for f in review("Wir brauchen jemanden unter 30.").findings}


def test_what_someone_lacks_may_be_welcome():
    assert review("Ihre Muttersprache ist nicht Deutsch? Umso besser.").findings == ()
    assert review("Ihre Muttersprache ist Deutsch? Umso besser.").findings != ()


def test_a_heading_in_capitals_a_quotation_and_a_sign_are_in_order():
    heading = "Stadt am Fluss\nIHRE AUFGABEN\n- Sie beraten Familien.\n"
    assert review(heading).findings == ()
    assert "grossbuchstaben" in {f.rule for f in review(heading + "- BITTE BEACHTEN").findings}
    assert review("Eltern sagen: „Du nimmst dir Zeit.“ Das freut Sie.").findings == ()
    assert review("Erzieher:in in der Kita (m/w/d)").findings == ()


def test_a_post_for_people_is_no_office_for_them():
    assert "family" in {f.category for f in review("Gedacht ist die Stelle für Mütter.").findings}
    assert review("Der Verein betreibt die Anlaufstelle für Mütter.").findings == ()


def test_a_paragraph_after_the_list_of_offers_offers_nothing():
    text = "Wir bieten\n- Dienstrad\n- Urlaub\n\nNennen Sie uns bitte Ihren Familienstand und Wohnort."
    assert "family" in {finding.category for finding in review(text).findings}


def test_what_should_be_known_about_the_work_is_no_demand_on_the_person():
    assert review("Sie sollten wissen, was Barrierefreiheit für Menschen im Rollstuhl heißt.").findings == ()
    assert review("Voraussetzung ist Erfahrung in der Arbeit mit Alleinerziehenden.").findings == ()
    assert "family" in {
        f.category for f in review("Voraussetzung ist, dass Sie keine Kinder haben.").findings
    }


def test_other_words_for_turning_away_and_preferring():
    for text in (
        "Mütter haben hier einen schweren Stand.",
        "Muslime mögen sich anderweitig umsehen.",
        "Uns schwebt eine Mutter vor.",
        "Es hat sich gezeigt, dass Mütter häufiger fehlen.",
    ):
        assert {f.category for f in review(text).findings} & {"family", "religion"}, text


def test_offers_pictures_and_dates_ask_for_nothing():
    assert review("Stadt am Fluss\nWir bieten\n- einen eigenen Laptop\n- Urlaub").findings == ()
    assert "barrier" in {f.category for f in review("Sie brauchen einen eigenen Laptop.").findings}
    assert review("Die Statue der jungen Frau am Brunnen restaurieren Sie.").findings == ()
    assert "gender" in {f.category for f in review("Wir wünschen uns eine charmante junge Frau.").findings}
    assert review("Bewerbungen bis 31.07.2026 über das Online-Formular.").findings == ()


def test_what_experience_teaches_may_be_good():
    good = "Die Erfahrung zeigt, dass Geflüchtete schnell Arbeit finden, wenn jemand sie begleitet."
    assert review(good).findings == ()
    assert review("Traditionell feiern wir das Zuckerfest mit den Gemeinden im Hof.").findings == ()
    assert review("Die Erfahrung zeigt, dass Mütter hier kaum zurechtkommen.").findings != ()


def test_what_is_loaded_before_the_first_text_holds_the_rewordings():
    book.load.cache_clear()
    warm_up()
    gc.unfreeze()
    assert book.load.cache_info().currsize == 1


@pytest.mark.parametrize(("letter", "other"), [("s", "ſ"), ("i", "ı"), ("I", "İ"), ("k", "\u212a")])
def test_letters_that_count_as_others_where_capitals_do_not_matter(letter: str, other: str):
    """Old print ("Auguſt") and Turkish letters: what an expression finds, a table must know, too."""
    text = (
        "Wir suchen sechs Personen zum 1. August 2026, zum 1. Dezember 2026 usw. und inkl. Abs. 3.\n"
        "Stellen Sie die Arbeit im Team immer wieder neu und sicher dar, setzen Sie alles um. "
        "Bewerben Sie sich bis 15. September 2026. Sie sind zum 1. Juli da."
    )
    assert review(text.replace(letter, other)).readability["words"] > 20
