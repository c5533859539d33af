"""The workplace of an ad through its addresses, as the browser and the editor script use them."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from postings import workflow
from postings.models import Posting, State

AD = (
    "Sachbearbeiter (m/w/d)\n\nWir suchen einen Sachbearbeiter. Muttersprache Deutsch.\n\n"
    "Bitte bewerben Sie sich bis zum 31. Januar 2027."
)


@pytest.fixture
def ad(editor) -> Posting:
    return workflow.create(by=editor, title="Sachbearbeitung", text=AD)


@pytest.fixture
def at_work(client, editor):
    client.force_login(editor)
    return client


def address(ad: Posting, name: str = "workplace", *args) -> str:
    return reverse(f"postings:{name}", args=[ad.pk, *args])


def test_pasting_an_ad_opens_its_workplace_with_findings(at_work):
    answer = at_work.post(reverse("postings:new"), {"title": "", "text": AD}, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Muttersprache" in page
    assert "8 AZR 402/15" in page  # the source stands beside the finding


def test_an_empty_text_keeps_the_form_and_says_what_to_do(at_work):
    answer = at_work.post(reverse("postings:new"), {"title": "Mein Titel", "text": " "})
    assert answer.status_code == 422
    assert "Der Text ist leer" in answer.content.decode()
    assert "Mein Titel" in answer.content.decode()


def test_saving_makes_a_version_and_says_so(at_work, ad):
    answer = at_work.post(
        address(ad),
        {"title": "Sachbearbeitung", "text": AD + " Neu.", "base_version": 1, "action": "save"},
        follow=True,
    )
    assert "Gespeichert als Version 2" in answer.content.decode()


def test_a_lost_race_keeps_the_typed_text_on_the_page(at_work, ad, person):
    workflow.save(ad, by=person("editor", name="ayse"), title=ad.title, text="Schneller.")
    answer = at_work.post(
        address(ad), {"title": "T", "text": "Mein Satz.", "base_version": 1, "action": "save"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "hat inzwischen Version 2 gespeichert" in page
    assert "Mein Satz." in page


def test_the_check_answers_with_marks_a_panel_and_one_sentence(at_work, ad):
    data = at_work.post(
        address(ad, "check"), {"title": "", "text": "😀 Wir suchen einen Sachbearbeiter."}
    ).json()
    mark = next(m for m in data["marks"] if m["rule"].startswith("gm"))
    assert (mark["from"], mark["to"]) == (20, 34)  # UTF-16: the emoji counts twice
    assert mark["actions"][0]["edits"]
    assert "Sachbearbeiter" in data["panel"]
    assert data["status"].startswith("Bis zur Freigabe offen")


def test_checking_stores_nothing(at_work, ad):
    at_work.post(address(ad, "check"), {"text": "Ganz anderer Text."})
    ad.refresh_from_db()
    assert ad.versions.count() == 1


def test_a_huge_text_is_refused_in_words(at_work, ad):
    answer = at_work.post(address(ad, "check"), {"text": "x" * 200_001})
    assert answer.status_code == 413
    assert "zu lang" in answer.json()["error"]


def test_pasted_word_html_becomes_clean_text(at_work):
    html = "<script>alert(1)</script><h2>Ihre Aufgaben</h2><ul><li>Sie <b>beraten</b></li></ul>"
    text = at_work.post(reverse("postings:paste"), {"html": html}).json()["text"]
    assert "## Ihre Aufgaben" in text
    assert "- Sie **beraten**" in text
    assert "alert" not in text


def test_a_binary_file_named_docx_is_refused_with_what_to_do(at_work):
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("anzeige.docx", bytes(range(256)) * 20)
    answer = at_work.post(reverse("postings:upload"), {"file": file})
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


def ignored(ad: Posting, client, **data):
    panel = client.post(address(ad, "check"), {"text": AD}).json()
    mark = panel["marks"][0]
    body = {"finding": mark["id"], "rule": mark["rule"], "quote": "x", "reason": "Eigenname", **data}
    return mark["id"], client.post(address(ad, "ignore"), body, headers={"Accept": "application/json"})


def test_an_ignored_finding_is_no_mark_any_more_and_can_come_back(at_work, ad):
    finding, answer = ignored(ad, at_work)
    assert answer.json() == {"ok": True}
    marks = at_work.post(address(ad, "check"), {"text": AD}).json()["marks"]
    assert finding not in {mark["id"] for mark in marks}
    at_work.post(address(ad, "withdraw", ad.decisions.get().pk), headers={"Accept": "application/json"})
    marks = at_work.post(address(ad, "check"), {"text": AD}).json()["marks"]
    assert finding in {mark["id"] for mark in marks}


def test_the_tab_counts_what_is_still_open(at_work, ad):
    def counted() -> int:
        panel = at_work.post(address(ad, "check"), {"text": AD}).json()["panel"]
        return int(re.search(r'o-count[^>]*>(\d+)</span></a>\s*<a href="#pflichtangaben"', panel).group(1))

    before = counted()
    ignored(ad, at_work)
    assert counted() == before - 1


def test_ignoring_without_a_reason_asks_for_one(at_work, ad):
    _finding, answer = ignored(ad, at_work, reason="")
    assert answer.status_code == 400
    assert "Grund" in answer.json()["error"]


def test_without_script_the_text_travels_with_the_decision(at_work, ad):
    marks = at_work.post(address(ad, "check"), {"text": AD}).json()["marks"]
    body = {
        "finding": marks[0]["id"],
        f"reason-{marks[0]['id']}": "Name",
        "text": AD + " Zusatz.",
    }
    page = at_work.post(address(ad, "ignore"), body).content.decode()
    assert "Zusatz." in page
    decision = ad.decisions.get()
    assert (decision.rule, decision.reason) == (marks[0]["rule"], "Name")
    assert decision.quote in AD


def test_handing_over_then_approving_is_for_a_second_person(at_work, ad, approver):
    at_work.post(address(ad), {"title": ad.title, "text": AD, "base_version": 1, "action": "submit"})
    ad.refresh_from_db()
    assert ad.state == State.IN_REVIEW
    at_work.force_login(approver)
    page = at_work.get(address(ad)).content.decode()
    assert reverse("publishing:approve", args=[ad.pk]) in page


def test_who_wrote_the_text_is_told_why_there_is_no_approve_button(client, person):
    both = person("editor", "approver", name="both")
    ad = workflow.create(by=both, title="T", text=AD)
    workflow.submit(ad, by=both)
    client.force_login(both)
    page = client.get(address(ad)).content.decode()
    assert reverse("publishing:approve", args=[ad.pk]) not in page
    assert "zweite Person" in page


def test_approving_with_something_open_needs_a_word(client, ad, editor, approver):
    workflow.submit(ad, by=editor)
    client.force_login(approver)
    url = reverse("publishing:approve", args=[ad.pk])
    answer = client.post(url, follow=True)
    assert "warum Sie trotzdem freigeben" in answer.content.decode()
    client.post(url, {"comment": "Mit der Fachstelle geklärt."})
    ad.refresh_from_db()
    assert ad.state == State.PUBLISHED
    assert ad.transitions.first().comment == "Mit der Fachstelle geklärt."


def test_an_earlier_version_shows_what_changed(at_work, ad, editor):
    workflow.save(ad, by=editor, title=ad.title, text=AD + "\n\nNeuer Absatz.")
    page = at_work.get(address(ad, "version", 2)).content.decode()
    assert "Neuer Absatz." in page


def test_the_list_finds_by_word_and_state(at_work, ad):
    page = at_work.get(reverse("postings:list"), {"q": "sachbearbeitung", "state": "draft"}).content.decode()
    assert address(ad) in page
    page = at_work.get(reverse("postings:list"), {"q": "feuerwehr"}).content.decode()
    assert address(ad) not in page


def test_html_in_an_ad_is_shown_not_run(at_work, editor):
    ad = workflow.create(by=editor, title="<b>x</b>", text='Wir <script>alert("x")</script> suchen.')
    page = at_work.get(address(ad)).content.decode()
    assert '<script>alert("x")' not in page
    assert "<b>x</b>" not in page


def test_a_title_of_its_own_is_reviewed_too(at_work, ad):
    data = at_work.post(address(ad, "check"), {"title": "Hausmeister", "text": "Wir suchen Sie."}).json()
    assert "Im Titel" in data["panel"]
    assert "Hausmeister*in" in data["panel"]


def test_a_title_read_from_the_text_is_reviewed_there_and_told_to_the_editor(at_work, ad):
    data = at_work.post(address(ad, "check"), {"title": "Sachbearbeiter", "text": AD}).json()
    assert data["title"].startswith("Sachbearbeiter")
    data = at_work.post(address(ad, "check"), {"title": data["title"], "text": AD}).json()
    assert "Im Titel" not in data["panel"]


def test_a_text_with_hundreds_of_findings_stays_quick_and_says_so(at_work, ad):
    text = "Der Bewerber fragt den Mitarbeiter. " * 300
    data = at_work.post(address(ad, "check"), {"title": "", "text": text}).json()
    assert len(data["marks"]) == 200
    assert "weitere Hinweise" in data["panel"]


def test_a_published_ad_says_since_when_and_where_it_went(client, ad, editor, approver):
    workflow.submit(ad, by=editor)
    client.force_login(approver)
    client.post(reverse("publishing:approve", args=[ad.pk]), {"comment": "Geklärt."})
    page = client.get(address(ad)).content.decode()
    assert "Veröffentlicht am" in page
    assert reverse("channels:deliveries", args=[ad.pk]) in page
    assert "Bis zur Freigabe offen" not in page


def test_the_word_that_is_needed_is_not_called_voluntary(client, ad, editor, approver):
    workflow.submit(ad, by=editor)
    client.force_login(approver)
    form = client.get(address(ad)).content.decode().split('id="freigeben"')[1].split("</section>")[0]
    assert "Warum geben Sie trotzdem frei" in form
    assert "freiwillig" not in form


def test_who_takes_an_own_text_back_need_not_say_why(client, ad, editor, approver):
    workflow.submit(ad, by=editor)
    needed = {}
    for person in (editor, approver):
        client.force_login(person)
        needed[person] = client.get(address(ad)).content.decode().split('id="zurueck"')[1].split("</form>")[0]
    assert "(freiwillig)" in needed[editor] and "required" not in needed[editor]
    assert "Was soll geändert werden?" in needed[approver] and "required" in needed[approver]


def test_the_panel_has_a_sentence_for_what_is_missing_with_its_place(at_work, ad):
    panel = at_work.post(address(ad, "check"), {"title": "", "text": "😀 Wir suchen Sie."}).json()["panel"]
    assert "Bewerbungen von Menschen mit Migrationsgeschichte sind ausdrücklich erwünscht." in panel
    assert 'data-insert="element:encouragement" data-at="18"' in panel  # UTF-16: the emoji counts twice


def test_who_may_not_write_gets_no_button_to_insert(client, ad, person):
    client.force_login(person("reporting"))
    page = client.get(address(ad)).content.decode()
    assert "data-copy=" in page
    assert "data-insert=" not in page
