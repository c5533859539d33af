"""The ten ads: complete German texts, from clean to bad, all dates in one future window."""

import datetime
import re

import pytest

from outreach.demo import data, dates
from postings.review import review

ADS = {path.stem: path.read_text(encoding="utf-8") for path in data.ad_files()}
ON = datetime.date(2026, 11, 23)
#: Exemplary ads and the style each is written in.
CLEAN = {
    "02-erziehung-kita-holunderweg": "house",
    "07-aerztin-arzt-gesundheitsamt": "pair",
    "08-ausbildung-bibliothek": "house",
}
BAD = {
    "01-sachbearbeitung-wohngeld",
    "05-ingenieur-siedlungswasserwirtschaft",
    "09-strassensozialarbeit",
    "10-leitung-verwaltung-kultur",
}
#: Risky words of each ad that a review must find: (words, category).
PROBLEMS = {
    "01-sachbearbeitung-wohngeld": [
        ("lückenloser Lebenslauf", "barrier"),
        ("perfektes Deutsch", "language-level"),
        ("Er", "generic-masculine"),
    ],
    "03-brandmeisteranwaerter-berufsfeuerwehr": [
        ("Mannschaft", "gender"),
        ("Brandmeisteranwärter", "generic-masculine"),
    ],
    "04-it-administration-client-management": [
        ("fließendes Deutsch", "language-level"),
        ("Kolleg:innen", "consistency"),
    ],
    "05-ingenieur-siedlungswasserwirtschaft": [
        ("verhandlungssicher", "language-level"),
        ("Gutachtern", "generic-masculine"),
    ],
    "06-gaertnerei-parks-und-spielplaetze": [("kerngesund", "disability"), ("Lichtbild", "barrier")],
    "09-strassensozialarbeit": [
        ("junges, dynamisches", "age"),
        ("Digital Native", "age"),
        ("zwischen 25 und 35", "age"),
        ("(m/w)", "gender"),
        ("ungebunden", "family"),
    ],
    "10-leitung-verwaltung-kultur": [
        ("Muttersprache Deutsch", "language-level"),
        ("nicht älter als 50", "age"),
        ("Familienstand", "family"),
    ],
}
KNOWN = [(name, quote, category) for name, problems in PROBLEMS.items() for quote, category in problems]
LEGAL = {"age", "origin", "disability", "religion", "gender", "sexual-identity", "family", "language-level"}


def test_there_are_ten_of_every_quality():
    assert len(ADS) == 10
    assert BAD | CLEAN.keys() <= ADS.keys()


@pytest.mark.parametrize("name", ADS)
def test_is_a_complete_text_of_the_usual_length(name):
    text = ADS[name]
    assert 230 <= len(text.split()) <= 420
    assert text.count("\n## ") >= 3 and text.count("\n- ") >= 8
    assert re.search(r"0511 168-000\d\d|0511 168-001\d\d", text)
    assert not re.search(r"\b(TODO|XXX|Lorem)\b|  |\t|\r", text)


@pytest.mark.parametrize("name", ADS)
def test_uses_our_markdown_subset_only(name):
    for line in ADS[name].splitlines():
        assert re.fullmatch(r"(## |- )?[^#\-\s].*|", line), line
    assert ADS[name].count("**") % 2 == 0


@pytest.mark.parametrize("name", ADS)
def test_addresses_are_reserved_ones(name):
    for domain in re.findall(r"@([\w.-]+\w)", ADS[name]):
        assert domain.endswith(".example")


@pytest.mark.parametrize("name", ADS)
def test_deadline_is_read_and_lies_in_the_winter(name):
    deadline = datetime.date.fromisoformat(review(ADS[name], date=ON).facts["deadline"])
    assert datetime.date(2026, 12, 1) <= deadline <= datetime.date(2027, 2, 28)


@pytest.mark.parametrize("name", CLEAN)
def test_exemplary_ads_have_no_finding(name):
    found = review(ADS[name], style=CLEAN[name], date=ON).findings
    assert [(f.rule, f.quote) for f in found] == []


@pytest.mark.parametrize("name", CLEAN)
def test_exemplary_ads_have_every_required_element(name):
    elements = review(ADS[name], date=ON).elements
    assert len(elements) == 10
    assert {key for key, element in elements.items() if element.state != "present"} == set()


@pytest.mark.parametrize("name", BAD)
def test_bad_ads_have_several_risky_findings_and_gaps(name):
    result = review(ADS[name], date=ON)
    assert sum(f.category in LEGAL or f.severity == "must" for f in result.findings) >= 2
    assert len(result.findings) >= 10
    assert sum(element.state == "missing" for element in result.elements.values()) >= 3


@pytest.mark.parametrize(("name", "quote", "category"), KNOWN)
def test_known_problem_is_found(name, quote, category):
    found = review(ADS[name], date=ON).findings
    assert any(quote in f.quote or f.quote in quote for f in found if f.category == category)


def test_lawful_limits_that_name_their_rule_are_no_findings():
    found = review(ADS["03-brandmeisteranwaerter-berufsfeuerwehr"], date=ON).findings
    assert {f.category for f in found}.isdisjoint({"age", "origin", "disability"})


def test_review_has_pay_of_ads_that_name_it():
    facts = review(ADS["02-erziehung-kita-holunderweg"], date=ON).facts
    assert (facts["pay_group"], facts["pay_min"], facts["pay_max"]) == ("S 8a", 3509.44, 4668.84)


def test_every_written_date_is_one_the_loader_can_move():
    for text in ADS.values():
        years = re.findall(r"\b20\d\d\b", re.sub(r"Kennziffer [\w-]+", "", text))
        assert len(years) == len(dates._DATE.findall(text))
