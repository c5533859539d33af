"""The privacy notice: whole in every language, honest about who checked it, true to the running settings."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pypdf
import pytest

from channels import languages
from outreach.reach.compliance import notice, running
from outreach.reach.compliance.notice import wording
from outreach.reach.documents import setting
from postings.review import review
from postings.review.rulebook import LEGAL_CATEGORIES
from postings.review.rulebook import load as rulebook

ROOT = Path(__file__).parents[5]
CODES = notice.codes()
TRANSLATED = [code for code in CODES if code != "de"]


def text(code: str) -> str:
    made = pypdf.PdfReader(io.BytesIO(setting.pdf(notice.document(code))))
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in made.pages))


def said(code: str) -> str:
    return repr(notice.document(code))


def test_there_is_one_in_every_language_ads_are_told_in():
    assert languages.codes() == CODES
    assert len(CODES) == 13


def test_every_language_is_whole():
    assert notice.problems() == []


def test_what_is_wrong_with_a_file_is_said_in_words(tmp_path):
    shutil.copy(wording.FOLDER / "de.toml", tmp_path / "de.toml")
    broken = (wording.FOLDER / "en.toml").read_text("utf-8").replace("{days}", "seven")
    broken = broken.replace('lead = "', 'leed = "').replace(
        'binding = "The German', 'binding = " " # "The German'
    )
    (tmp_path / "en.toml").write_text(broken, "utf-8")
    assert notice.problems(tmp_path) == [
        "en.toml: Es fehlt „lead“.",
        "en.toml: „leed“ gibt es in der deutschen Vorlage nicht.",
        "en.toml: „binding“ ist leer.",
        "en.toml: „partner.stored“ braucht genau die Platzhalter der Vorlage.",
    ]


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_word_was_left_in_german(code):
    german, own = wording.words("de"), wording.words(code)
    same = {key for key in german if german[key] == own[key]}
    allowed = {"who.phone", "who.email"}
    if code == "de-simple":
        allowed |= {"title", "rights.heading", "rights.complaint"}
    assert same <= allowed


@pytest.mark.parametrize("code", TRANSLATED)
def test_nobody_takes_it_for_reviewed(code):
    first = notice.document(code).blocks[0].text
    assert languages.get(code).text("notice.unreviewed") in first
    assert wording.words(code)["binding"] in first


def test_a_review_counts_until_a_word_changes(tmp_path, monkeypatch):
    shutil.copytree(wording.FOLDER, tmp_path / "strings")
    monkeypatch.setattr(wording, "FOLDER", tmp_path / "strings")
    folder = tmp_path / "strings"
    path = folder / "tr.toml"
    mark = f'\n[review]\nby = "Elif"\non = 2026-11-22\ndigest = "{wording.digest("tr", folder)}"\n'
    path.write_text(path.read_text("utf-8") + mark, "utf-8")
    wording.load.cache_clear()
    assert wording.review("tr", folder).by == "Elif"
    path.write_text(path.read_text("utf-8").replace("Veri koruma", "Verileriniz"), "utf-8")
    wording.load.cache_clear()
    assert wording.review("tr", folder) is None


@pytest.mark.parametrize("code", CODES)
def test_it_names_who_answers_for_it_and_who_watches(code):
    for name in ("Landeshauptstadt Hannover", "datenschutz@hannover.example", "Niedersachsen"):
        assert name in said(code)


@pytest.mark.parametrize("code", CODES)
def test_the_numbers_are_the_running_ones(code):
    facts = running.reach()
    for number in (facts.threshold, facts.sign_up_days, facts.session_hours):
        assert str(number) in said(code)
    assert "{" not in said(code)


@pytest.mark.parametrize("code", ["de", "en", "ar"])
def test_it_says_so_when_devices_are_told_apart_in_memory(code, monkeypatch):
    own = wording.words(code)
    assert own["count.again"] in said(code)
    found = running.reach()
    monkeypatch.setattr(
        running, "reach", lambda: found.__class__(**{**found.__dict__, "deduplicate_minutes": 30})
    )
    assert own["count.memory"] in said(code)
    assert own["count.again"] not in said(code)


def test_questions_are_told_of_only_where_they_are_asked(monkeypatch):
    found = running.reach()
    for asks in (True, False):
        monkeypatch.setattr(running, "reach", lambda asks=asks: found.__class__(
            **{**found.__dict__, "asks_applicants": asks}))  # fmt: skip
        assert (wording.words("de")["answers.noise"] in said("de")) is asks


@pytest.mark.parametrize("code", [code for code in CODES if languages.get(code).direction == "ltr"])
def test_the_file_holds_every_word_in_order(code):
    told, own = text(code), wording.words(code)
    keys = ("title", "open.heading", "count.heading", "partner.heading", "who.heading", "rights.heading")
    places = [told.find(own[key]) for key in keys]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("code", CODES)
def test_pages_and_files(client, code):
    page = client.get(notice.address(code))
    body = page.content.decode()
    assert page.status_code == 200
    assert body.count("<h1") == 1
    assert f'<html lang="{languages.get(code).tag}" dir="{languages.get(code).direction}"' in body
    assert not page.cookies
    assert body.count("hreflang=") == len(CODES) - 1
    file = client.get(f"/datenschutz/{code}.pdf")
    assert file["Content-Type"] == "application/pdf"
    assert file.content.startswith(b"%PDF")


@pytest.mark.parametrize("path", ["/datenschutz/xx/", "/datenschutz/xx.pdf", "/datenschutz/..pdf"])
def test_a_language_we_do_not_speak(client, path):
    assert client.get(path).status_code == 404


def test_another_city(settings):
    settings.CITY_PROFILE = ROOT / "outreach/profiles/musterstadt.toml"
    assert "Hannover" not in said("de")
    assert "datenschutz@musterstadt.example" in said("de")


def test_its_german_follows_our_own_rules():
    exact = [rule for rule in rulebook().rules.values() if rule.matcher != "theme"]
    found = [
        (finding.quote, finding.rule)
        for key, sentence in wording.words("de").items()
        for finding in review(sentence, rules=exact).findings
        if finding.category in LEGAL_CATEGORIES and finding.quote not in {"Partner", "Partnern"}
    ]
    assert found == []
