"""The life of an ad: who may do what when, and that nothing is lost."""

from __future__ import annotations

import datetime

import pytest

from postings import workflow
from postings.models import State

AD = "Gärtner*in (m/w/d)\n\nWir suchen Verstärkung. Bitte bewerben Sie sich bis zum 31. Januar 2027."


@pytest.fixture
def ad(editor):
    return workflow.create(by=editor, title="Gärtner*in", text=AD)


def refused(match: str):
    return pytest.raises(workflow.Refused, match=match)


def test_a_pasted_text_becomes_a_draft_with_its_first_version(ad, editor):
    assert (ad.state, ad.title, ad.slug) == (State.DRAFT, "Gärtner*in", "gaertner-in")
    assert (ad.current.number, ad.current.text, ad.current.author) == (1, AD, editor)


def test_two_ads_of_one_title_get_two_addresses(ad, editor):
    assert workflow.create(by=editor, title="Gärtner*in", text=AD).slug == "gaertner-in-2"


def test_without_a_title_it_is_read_from_the_text(editor):
    assert workflow.create(by=editor, text=AD).title.startswith("Gärtner*in")


@pytest.mark.parametrize("text", ["", "  \n\t ", "\u202e\u2066", "\x00"])
def test_an_empty_text_is_refused_with_what_to_do(editor, text):
    with refused("leer. Bitte fügen Sie die Ausschreibung ein"):
        workflow.create(by=editor, text=text)


def test_two_megabytes_are_refused_in_words(editor):
    with refused("zu lang"):
        workflow.create(by=editor, text="Wir suchen Sie. " * 130_000)


def test_windows_line_ends_and_direction_marks_are_cleaned_emoji_stay(editor):
    ad = workflow.create(by=editor, title="Koch\u202e*in", text="Wir suchen 😀\r\n\r\nSie\u2066!")
    assert (ad.title, ad.current.text) == ("Koch*in", "Wir suchen 😀\n\nSie!")


def test_every_saved_change_is_a_version_an_unchanged_text_is_none(ad, editor):
    workflow.save(ad, by=editor, title="Gärtner*in", text=AD + " Neu.")
    workflow.save(ad, by=editor, title="Gärtner*in", text=AD + " Neu.")
    assert [v.number for v in ad.versions.all()] == [2, 1]
    assert ad.versions.get(number=1).text == AD


def test_a_title_read_from_the_text_follows_it(editor):
    ad = workflow.create(by=editor, text="Koch (m/w/d)\n\nWir suchen Verstärkung.")
    workflow.save(ad, by=editor, title=ad.title, text="Köch*in (m/w/d)\n\nWir suchen Verstärkung.")
    assert ad.title.startswith("Köch*in")


def test_a_title_somebody_wrote_stays(editor):
    ad = workflow.create(by=editor, title="Grün für die Stadt", text=AD)
    workflow.save(ad, by=editor, title=ad.title, text=AD.replace("Gärtner*in", "Gartenfachkraft"))
    assert ad.title == "Grün für die Stadt"


def test_a_change_saved_in_between_is_not_overwritten(ad, editor, person):
    colleague = person("editor", name="ayse")
    workflow.save(ad, by=colleague, title=ad.title, text=AD + " Von Ayşe.")
    with refused("hat inzwischen Version 2 gespeichert"):
        workflow.save(ad, by=editor, title=ad.title, text=AD + " Von mir.", base_number=1)
    assert ad.versions.count() == 2


def test_a_second_person_approves(ad, editor, approver):
    workflow.submit(ad, by=editor)
    workflow.approve(ad, by=approver)
    assert (ad.state, ad.approved) == (State.PUBLISHED, ad.current)
    assert ad.published_at is not None


def test_nobody_approves_their_own_text(ad, person, editor):
    both = person("editor", "approver", name="both")
    workflow.save(ad, by=both, title=ad.title, text=AD + " Ergänzt.")
    workflow.submit(ad, by=editor)
    with refused("Die Freigabe gibt eine zweite Person"):
        workflow.approve(ad, by=both)
    assert ad.state == State.IN_REVIEW


def test_a_city_may_allow_approving_own_texts(ad, editor, monkeypatch):
    monkeypatch.setattr(workflow, "city", lambda: {"four_eyes": False})
    workflow.submit(ad, by=editor)
    workflow.approve(ad, by=editor)
    assert ad.state == State.PUBLISHED


def test_a_text_in_review_stands_still(ad, editor):
    workflow.submit(ad, by=editor)
    with refused("Nur ein Entwurf lässt sich ändern"):
        workflow.save(ad, by=editor, title=ad.title, text="Anders")


def test_sending_back_needs_a_word_taking_back_does_not(ad, editor, approver):
    workflow.submit(ad, by=editor)
    with refused("was geändert werden soll"):
        workflow.send_back(ad, by=approver, comment=" ")
    workflow.send_back(ad, by=approver, comment="Bitte das Gehalt nennen.")
    workflow.submit(ad, by=editor)
    workflow.send_back(ad, by=editor)
    assert ad.state == State.DRAFT
    assert [t.comment for t in ad.transitions.all()] == ["", "", "Bitte das Gehalt nennen.", ""]


@pytest.mark.parametrize("step", [workflow.approve, workflow.close, workflow.send_back])
def test_a_draft_can_only_be_handed_over(ad, approver, step):
    with pytest.raises(workflow.Refused):
        step(ad, by=approver)


def test_closing_by_the_deadline_has_no_person(ad, editor, approver):
    workflow.submit(ad, by=editor)
    workflow.approve(ad, by=approver)
    workflow.close(ad)
    assert ad.state == State.CLOSED
    assert ad.transitions.first().by is None


def test_the_address_stays_once_somebody_has_seen_it(ad, editor, approver):
    workflow.submit(ad, by=editor)
    workflow.send_back(ad, by=editor)
    workflow.save(ad, by=editor, title="Ganz anders", text=AD)
    assert ad.slug == "gaertner-in"


def test_ignoring_needs_a_reason_and_is_kept_when_withdrawn(ad, editor):
    with refused("Grund"):
        workflow.ignore(ad, by=editor, finding="r:x:1", rule="r", quote="x", reason=" ")
    decision = workflow.ignore(ad, by=editor, finding="r:x:1", rule="r", quote="x", reason="Eigenname")
    with refused("schon eine Entscheidung"):
        workflow.ignore(ad, by=editor, finding="r:x:1", rule="r", quote="x", reason="noch mal")
    workflow.withdraw(decision, by=editor)
    workflow.ignore(ad, by=editor, finding="r:x:1", rule="r", quote="x", reason="doch")
    assert [d.reason for d in ad.decisions.all()] == ["doch", "Eigenname"]


def test_the_deadline_is_read_from_the_text(ad):
    assert ad.deadline == datetime.date(2027, 1, 31)
