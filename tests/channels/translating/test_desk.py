"""The translators' desk: states, reviews, what is outdated, XLIFF out and in."""

from __future__ import annotations

import pytest
from lxml import etree

from channels import languages
from channels.models import SentenceReview
from channels.translating import desk, sentences, xliff
from channels.translating.segments import digest
from postings import workflow

pytestmark = pytest.mark.django_db
TEXT = "Die Stadt sucht Verstärkung.\n\n## Ihre Aufgaben\n- Sie beraten 30 Menschen.\n"


@pytest.fixture
def ad(editor):
    return workflow.create(by=editor, title="Beratung", text=TEXT)


def states(ad, language="tr") -> list[str]:
    return [piece.state for piece in desk.pieces(ad, language)]


def test_an_untouched_ad(ad):
    assert states(ad) == ["open"] * 4
    assert desk.progress(desk.pieces(ad, "tr")).state == "none"


def test_translated_then_reviewed_by_a_named_person(ad):
    desk.save(ad, "tr", digest("Beratung"), "Danışmanlık", by="Elif Karaca")
    assert states(ad) == ["translated", "open", "open", "open"]
    done = desk.save(ad, "tr", digest("Beratung"), "Danışmanlık", by="Murat Öz", reviewed=True)
    assert (done.translator, done.reviewer) == ("Elif Karaca", "Murat Öz")
    assert done.reviewed_at is not None
    assert states(ad)[0] == "reviewed"


def test_a_changed_translation_is_unreviewed_again(ad):
    desk.save(ad, "tr", digest("Beratung"), "Danışma", by="Elif Karaca", reviewed=True)
    desk.save(ad, "tr", digest("Beratung"), "Danışmanlık", by="Elif Karaca")
    assert states(ad)[0] == "translated"


def test_other_facts_are_not_reviewed(ad):
    source = "Sie beraten 30 Menschen."
    with pytest.raises(desk.Refused, match="Zahl fehlt in der Übersetzung: 30"):
        desk.save(ad, "tr", digest(source), "40 kişiye danışmanlık", by="Elif", reviewed=True)
    desk.save(ad, "tr", digest(source), "40 kişiye danışmanlık", by="Elif")
    assert desk.pieces(ad, "tr")[3].differences


def test_an_empty_text_takes_it_back(ad):
    desk.save(ad, "tr", digest("Beratung"), "Danışma", by="Elif")
    assert desk.save(ad, "tr", digest("Beratung"), "  ", by="Elif") is None
    assert states(ad)[0] == "open"


def test_a_changed_german_text_shows_what_was_there_before(ad, editor):
    source = "Sie beraten 30 Menschen."
    desk.save(ad, "tr", digest(source), "30 kişiye danışmanlık", by="Elif")
    workflow.save(ad, by=editor, title="Beratung", text=TEXT.replace("30", "45"))
    ad.refresh_from_db()
    piece = desk.pieces(ad, "tr")[3]
    assert (piece.state, piece.before.source, piece.before.text) == (
        "outdated",
        source,
        "30 kişiye danışmanlık",
    )
    assert desk.progress(desk.pieces(ad, "tr")).state == "outdated"


def test_a_wording_that_is_gone_is_refused(ad):
    with pytest.raises(desk.Refused, match="inzwischen geändert"):
        desk.save(ad, "tr", digest("Ganz anders"), "x", by="Elif")


def test_languages_do_not_mix(ad):
    desk.save(ad, "tr", digest("Beratung"), "Danışma", by="Elif")
    assert states(ad, "ar")[0] == "open"


def test_xliff_out_and_in(ad):
    desk.save(ad, "tr", digest("Beratung"), "Danışma", by="Elif")
    root = etree.fromstring(xliff.write(ad, "tr"))
    units = root.findall(".//{*}trans-unit")
    assert [unit.findtext("{*}source") for unit in units][:2] == ["Beratung", "Die Stadt sucht Verstärkung."]
    target = etree.SubElement(units[1], f"{{{xliff.NAMESPACE}}}target", {"state": "translated"})
    target.text = "Belediye <destek> arıyor & bekliyor."
    assert xliff.read(ad, "tr", etree.tostring(root), by="CAT") == (2, [])
    assert desk.pieces(ad, "tr")[1].translation.text == "Belediye <destek> arıyor & bekliyor."


def test_xliff_of_another_wording_is_told(ad, editor):
    file = xliff.write(ad, "tr").replace(b"</source>", b"</source><target>x</target>")
    workflow.save(ad, by=editor, title="Beratung", text="Ganz neu.")
    ad.refresh_from_db()
    kept, refused = xliff.read(ad, "tr", file, by="CAT")
    assert kept == 1
    assert len(refused) == 3


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not xml",
        b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>",
        b"<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2'><file target-language='pl'/></xliff>",
        b"<other/>",
    ],
)
def test_other_files_are_refused_in_words(ad, content):
    with pytest.raises(desk.Refused):
        xliff.read(ad, "tr", content, by="CAT")


def test_a_standard_sentence_is_reviewed_as_it_is_worded():
    assert not any(sentence.reviewed for sentence in sentences.of("tr"))
    sentences.review("tr", "label.pay", by="Elif Karaca")
    assert [one.key for one in sentences.of("tr") if one.reviewed] == ["label.pay"]
    SentenceReview.objects.update(digest="of another wording")
    assert not any(sentence.reviewed for sentence in sentences.of("tr"))


def test_a_better_proposal_is_no_approval():
    sentences.review("tr", "label.pay", by="Elif Karaca", proposal="Maaş")
    (told,) = [one for one in sentences.of("tr") if one.key == "label.pay"]
    assert (told.reviewed, told.review.proposal) == (False, "Maaş")


def test_a_language_is_reviewed_when_every_sentence_is():
    for sentence in sentences.of("kmr"):
        assert sentences.all_reviewed("kmr") is None
        sentences.review("kmr", sentence.key, by="Rojda Aydın")
    assert sentences.all_reviewed("kmr").reviewer == "Rojda Aydın"
    assert languages.get("kmr").code == "kmr"
