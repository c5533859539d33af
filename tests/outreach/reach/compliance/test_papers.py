"""The record and the assessment's facts: true to the running settings, plain about what is missing."""

from __future__ import annotations

import datetime
import io
import re
from pathlib import Path

import pypdf
import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.utils import timezone

from channels.models import Channel, PartnerRequest
from outreach import profile
from outreach.background import deletions
from outreach.reach.compliance import assessment, gaps, record, retention, running, words
from outreach.reach.documents import setting
from postings.review import review
from postings.review.rulebook import LEGAL_CATEGORIES
from postings.review.rulebook import load as rulebook

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[4]
DAY = datetime.date(2026, 11, 22)
MAIL = 'officer_email = "datenschutz@hannover.example"'
URL = 'authority_url = "https://www.lfd.niedersachsen.de/"'
AUTHORITY = 'authority = "Landesbeauftragte oder'
#: Words of the law itself, and organisations.
LEGAL_TERMS = {"Partner", "Partnern", "Partners", "Empfänger"}
NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def told(made: setting.Document) -> str:
    pages = pypdf.PdfReader(io.BytesIO(setting.pdf(made))).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def all_words(made: setting.Document) -> str:
    return repr(made.blocks)


@pytest.fixture
def another_profile(settings, tmp_path):
    """Write a changed profile and run with it."""

    def change(*replaced: tuple[str, str], more: str = "") -> dict:
        text = (ROOT / "outreach/profiles/hannover.toml").read_text("utf-8")
        for old, new in replaced:
            assert old in text
            text = text.replace(old, new)
        for section in ("reach", "reach.counting"):
            if f"\n[{section}]" in more:  # given anew
                text = re.sub(rf"\n\[{re.escape(section)}\]\n.*?(?=\n\[|\Z)", "", text, flags=re.DOTALL)
        path = tmp_path / f"city-{len(list(tmp_path.iterdir()))}.toml"
        path.write_text(text + more, "utf-8")
        settings.CITY_PROFILE = str(path)
        return profile.city()

    return change


def test_the_record_has_what_article_30_asks_for():
    told_in_it = told(record.document(DAY))
    for part in (
        "Verzeichnis von Verarbeitungstätigkeiten", "Stand: 22. November 2026", "Landeshauptstadt Hannover",
        "Zwecke", "Rechtsgrundlage", "Betroffene Personen", "Kategorien von Daten", "Empfänger",
        "Übermittlung in Drittländer", "Löschfristen", "Technische und organisatorische Maßnahmen",
    ):  # fmt: skip
        assert part in told_in_it


@pytest.mark.parametrize("make", [lambda: record.document(DAY), lambda: assessment.document(NOW)])
def test_no_placeholder_is_left_and_the_order_is_kept(make):
    made = make()
    assert not re.search(r"\{\w+\}", all_words(made))
    headings = [block.text for block in made.blocks if isinstance(block, setting.Heading)]
    text = told(made).replace("- ", "-")
    place = 0
    for heading in headings:
        place = text.find(heading, place)
        assert place != -1, heading


def test_numbers_follow_the_profile(another_profile):
    another_profile(
        more="\n[reach]\nthreshold = 10\nbase = 10\npersons_threshold = 20\ndelay_days = 3\n"
        "[reach.counting]\ndays_kept = 90\ndeduplicate_minutes = 30\n"
    )
    for made in (record.document(DAY), assessment.document(NOW)):
        assert "90 Tage nach" in all_words(made) or "days_kept', '90'" in all_words(made)
        assert "30 Minuten" in all_words(made)
        assert "wiederholter Aufruf" in all_words(made)  # what is stored then
    assert "Schwelle 10 für Aufrufe und 20 für Personen" in all_words(record.document(DAY))
    assert "frühestens 3 Tage" in all_words(assessment.document(NOW))


def test_a_protection_that_is_off_is_not_kept_quiet(settings):
    settings.REACH_SWITCHED_OFF = ["secondary"]
    assert "ABGESCHALTET: secondary" in all_words(record.document(DAY))
    assert "secondary" in all_words(assessment.document(NOW))


def test_an_open_address_is_told(settings):
    assert "Nein: PUBLIC_URL beginnt nicht mit https://" in all_words(record.document(DAY))
    settings.PUBLIC_URL = "https://stellen.stadt.example"
    assert "Ja: nur HTTPS" in all_words(record.document(DAY))


def test_every_kind_of_channel_in_use_is_a_receiver(settings):
    assert "Zurzeit ist kein Kanal" in all_words(record.document(DAY))
    Channel.objects.create(
        key="a", name="A", kind="webhook", options={"address": "https://board.example/x?key=verraten"}
    )
    Channel.objects.create(key="b", name="B", kind="webhook", options={"address": "https://other.example/"})
    Channel.objects.create(key="c", name="C", kind="rss", public=True)
    Channel.objects.create(
        key="d", name="D", kind="mastodon", options={"server": "https://social.example"}, active=False
    )
    rows = {way.kind: (way.count, way.hosts) for way in running.ways()}
    assert rows["Webhook (Standard Webhooks)"] == (2, ("board.example", "other.example"))
    assert len(rows) == 2
    assert "verraten" not in all_words(record.document(DAY))


def test_the_mail_server_is_named_without_its_password(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_HOST_PASSWORD = "post.stadt.example", "geheim-geheim"
    said = all_words(record.document(DAY))
    assert "post.stadt.example" in said
    assert "geheim-geheim" not in said


def test_processors_come_from_the_profile(another_profile):
    another_profile(
        more='\n[[privacy.processors]]\nname = "Rechenzentrum Nord"\ntask = "Betrieb"\nplace = "Hannover"\n'
    )
    said = all_words(record.document(DAY))
    assert "Rechenzentrum Nord" in said
    assert "Betrieb · Hannover" in said
    assert "[[privacy.processors]]" not in said


class TestGaps:
    def test_a_placeholder_is_named_with_its_key(self):
        (first, *_rest) = gaps.gaps(profile.city())
        assert "„privacy.officer_email“" in first
        assert "Platzhalter" in first

    @pytest.mark.parametrize(
        ("old", "new", "sentence"),
        [
            (MAIL, 'officer_email = "datenschutz"', "keine E-Mail-Adresse"),
            (MAIL, 'officer_email = ""', "fehlt „privacy.officer_email“"),
            (URL, 'authority_url = "lfd"', "keine Internetadresse"),
            (AUTHORITY, 'authority = "Bitte eintragen oder', "noch ein Platzhalter"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_a_sentence(self, another_profile, old, new, sentence):
        city = another_profile((old, new))
        assert any(sentence in gap for gap in gaps.gaps(city))
        assert sentence in all_words(record.document(DAY))

    def test_nothing_missing(self, another_profile, settings):
        settings.PUBLIC_URL = "https://stellen.stadt.de"
        city = another_profile(
            ("datenschutz@hannover.example", "datenschutz@hannover.de"),
            more='\n[[privacy.processors]]\nname = "Rechenzentrum"\n',
        )
        assert gaps.gaps(city) == []


class TestRetention:
    def test_nothing_is_overdue_in_a_fresh_service(self):
        assert {one.overdue for one in retention.proof(NOW)} == {0}

    def test_every_kind_has_its_german_name(self):
        assert {one.what for one in retention.proof(NOW)} <= words.load("assessment")["kinds"].keys()

    def test_what_should_be_gone_is_told(self):
        with time_machine.travel(NOW, tick=False):
            now = timezone.now()
            Session.objects.create(
                session_key="k", session_data="", expire_date=now - datetime.timedelta(hours=1)
            )
            PartnerRequest.objects.create(
                purpose="sign_up", email="a@b.example", created_at=now - datetime.timedelta(days=8)
            )
            found = {one.what: one.overdue for one in retention.proof(now)}
        assert (found["sessions"], found["partner-sign-up"], found["partner-link"]) == (1, 1, 0)

    def test_the_log_is_in_the_paper(self):
        with time_machine.travel(NOW, tick=False):
            deletions.note("sessions", 1234)
            made = assessment.document(timezone.now())
        (table,) = [block for block in made.blocks if getattr(block, "caption", "").startswith("Fristen")]
        assert (
            "Sitzungen der Beschäftigten",
            "10 Stunden",
            "nichts",
            "22. November 2026",
            "1.234",
        ) in table.rows


def test_its_german_follows_our_own_rules():
    exact = [rule for rule in rulebook().rules.values() if rule.matcher != "theme"]
    said = [all_words(record.document(DAY)), all_words(assessment.document(NOW))]
    found = [
        (finding.quote, finding.rule)
        for text in said
        for finding in review(text, rules=exact).findings
        if finding.category in LEGAL_CATEGORIES and finding.quote not in LEGAL_TERMS
    ]
    assert found == []
