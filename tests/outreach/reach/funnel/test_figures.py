"""The pages of the funnel and of the answers: from released tables alone, in words that hold."""

from __future__ import annotations

import ast
import re
from fractions import Fraction
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation

from outreach.reach.disclosure.estimates import Estimate
from outreach.reach.disclosure.models import Tally
from outreach.reach.funnel.bounds import Share
from outreach.reach.released import Figure
from outreach.reach.templatetags.funnel_figures import estimated, quarter, share, span
from postings.models import Posting
from tests.outreach.reach.disclosure.test_tables import release as release_answers
from tests.outreach.reach.disclosure.test_tables import told
from tests.outreach.reach.funnel.test_tables import release, year

__all__ = ["year"]
ROOT = Path(__file__).resolve().parents[4]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    """The time of the release is told; nothing here looks at the clock."""


@pytest.fixture
def reader(client, person):
    client.force_login(person("editor", name="leserin"))
    return client


def page(client, name: str, *args: object) -> str:
    return client.get(reverse(f"reach:{name}", args=args)).content.decode()


def test_before_the_first_release(reader, editor):
    ad = Posting.objects.create(slug="a", title="A", created_by=editor)
    assert "sobald das Bewerbungsportal Zahlen meldet" in page(reader, "funnel")
    assert "Noch keine Zahlen zu dieser Stelle" in page(reader, "funnel_posting", ad.pk)
    assert "zwei Wochen nach seinem Ende" in page(reader, "answers")
    assert reader.get(reverse("reach:funnel_posting", args=[999999])).status_code == 404


def test_the_funnel(reader, year):
    release()
    text = page(reader, "funnel")
    for words in ("Kanal a", "ohne Kanal-Code", "Alle Kanäle", "Bewerbung begonnen → Bewerbung abgeschickt"):
        assert words in text
    assert "gezählt bis 22. November 2026" in text
    assert "höchstens 4" in text and "nicht bekannt" in text
    assert reader.get(reverse("reach:funnel"), {"quartal": "9999"}).status_code == 200
    ad = Posting.objects.get(slug="ad-3")
    assert reverse("reach:funnel_posting", args=[ad.pk]) in text
    assert "Von Schritt zu Schritt" in page(reader, "funnel_posting", ad.pk)


def test_the_funnel_in_english(reader, year):
    release()
    reader.post("/sprache/", {"language": "en"})
    text = page(reader, "funnel")
    assert "without a channel code" in text and "ohne Kanal-Code" not in text
    assert "no figure" in text and "no answer" not in text


def test_the_answers(reader):
    told({"yes": 120, "no": 180})
    told({"yes": 3, "no": 9}, definition="einwanderungsgeschichte")
    told({"website": 90, "friends": 60}, question="heard", epsilon=2000)
    release_answers()
    text = page(reader, "answers")
    assert "etwa 30 % (" in text or "etwa 31 % (" in text
    assert "Migrationsbiografie" in text and "Einwanderungsgeschichte" in text
    assert "nicht genug Daten" in text and "Internetseite der Stadt" in text
    reader.post("/sprache/", {"language": "en"})
    text = page(reader, "answers")
    assert "Estimated (95 per cent)" in text and "The city&#x27;s website" in text
    assert "Geschätzt" not in text and "Internetseite der Stadt" not in text


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(25, 25, 29), "25 bis 29"),
        (Figure(None, 0, 4), "höchstens 4"),
        (Figure(None, 0, None), "keine Angabe"),
        (Figure(5, 5, None), "mindestens 5"),
        (Figure(7, 7, 7), "7"),
        (Figure(12345, 12345, 12349), "12.345 bis 12.349"),
    ],
)
def test_figures_in_words(figure, words):
    assert span(figure) == words


@pytest.mark.parametrize(
    ("lower", "upper", "words"),
    [
        ("1/7", "2/9", "14 bis 23 %"),
        ("0", "1/4", "höchstens 25 %"),
        ("0", "1", "nicht bekannt"),
        ("3/4", "1", "mindestens 75 %"),
        ("1/4", "1/4", "25 %"),
    ],
)
def test_shares_in_words(lower, upper, words):
    assert share(Share(Fraction(lower), Fraction(upper))) == words
    assert share(None) == "nicht bekannt"


def test_estimates_in_words():
    assert estimated(Estimate(0.31, 0.04, 0.24, 0.38, 100)) == "etwa 31 % (24 bis 38 %)"
    assert estimated(Estimate(-0.02, 0.04, -0.1, 0.06, 100)) == "etwa 0 % (0 bis 6 %)"
    assert estimated(Estimate(0.31, 0.04, 0.0, 0.7, 100)) == "nicht genug Daten"
    assert estimated(None) == "nicht genug Daten"


@pytest.mark.parametrize("folder", ["funnel", "disclosure"])
def test_pages_of_figures_know_no_counts(folder):
    """What shows figures reads released tables; the models that hold counts are not even imported there."""
    for name in ("pages.py", "reading.py"):
        path = ROOT / "outreach/reach" / folder / name
        if path.exists():
            tree = ast.parse(path.read_text("utf-8"))
            taken = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
            counts = {module for module in taken if module.endswith((".models", ".counting", ".taking_in"))}
            assert counts <= {"postings.models", "outreach.people.models"}
    assert Tally._meta.app_label == "reach"


def test_quarters_are_told_in_words():
    assert quarter("2026-Q3") == "3. Quartal 2026"
    with translation.override("en"):
        assert quarter("2026-Q3") == "Quarter 3 of 2026"
    assert quarter("2026-11-22") == "2026-11-22"


def test_a_page_is_called_what_the_link_to_it_is_called(client, person):
    client.force_login(person("reporting", "administrator"))
    links = page(client, "overview").partition('id="mehr"')[2].partition("</section>")[0]
    found = re.findall(r'<a href="([^"]+)">([^<]+)</a>', links)
    assert len(found) > 6
    for address, name in found:
        heading = re.search(r"<h1>([^<]+)</h1>", client.get(address).content.decode())
        assert heading and heading[1] == name
