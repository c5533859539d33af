"""The JSON output keeps its promise: it fits the schema, and the schema names every key."""

from __future__ import annotations

import datetime
import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from postings import review
from postings.documents import DocumentError
from postings.reports import Checked, Options, check_file, check_text
from postings.reports import json as as_json
from postings.reports.meta import ENGINE, SCHEMA, meta
from postings.review.rulebook import CATEGORIES

ROOT = Path(__file__).parents[3]
SCHEMA_FILE = json.loads(Path(review.__file__).with_name("review.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA_FILE, format_checker=Draft202012Validator.FORMAT_CHECKER)
OPTIONS = Options(date=datetime.date(2026, 1, 5), fix="all")
ADS = sorted((ROOT / "outreach" / "demo").rglob("*.md")) + sorted((ROOT / "outreach" / "demo").rglob("*.txt"))


def report(*texts: Checked) -> dict:
    document = json.loads(as_json.render(texts, meta(OPTIONS)))
    VALIDATOR.validate(document)
    return document


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA_FILE)
    assert SCHEMA_FILE["$id"] == SCHEMA


@pytest.mark.parametrize("path", ADS, ids=lambda path: path.stem)
def test_real_ads_fit_the_schema_and_every_key_is_documented(path):
    [text] = report(check_file(path.name, path.read_bytes(), OPTIONS))["texts"]
    names = SCHEMA_FILE["$defs"]
    assert set(text["facts"]) <= set(names["Facts"]["properties"])
    assert set(text["readability"]) <= set(names["Readability"]["properties"])
    for section in text["readability"]["sections"]:
        assert set(section) <= set(names["Section"]["properties"])
    assert set(text["elements"]) == set(names["Text"]["properties"]["elements"]["properties"])
    assert set(text["facts"].get("contact") or {}) <= set(
        names["Facts"]["properties"]["contact"]["properties"]
    )


def test_there_are_ads_to_try():
    assert len(ADS) >= 5


def test_a_broken_file_fits_too():
    [text] = report(Checked("a.docx", error=DocumentError("Kaputt.", "damaged")))["texts"]
    assert text["error"] == {"code": "damaged", "message": "Kaputt."}


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_fits(text):
    encoded = text.encode("utf-8", "replace").decode("utf-8")
    [given] = report(check_text(encoded, OPTIONS))["texts"]
    assert given["text"] == encoded


def test_the_schema_names_the_categories():
    described = SCHEMA_FILE["$defs"]["Finding"]["properties"]["category"]["description"]
    assert all(category in described for category in CATEGORIES)


def test_meta_changes_with_rules_and_words_only():
    assert meta(OPTIONS) == meta(OPTIONS)
    assert meta(OPTIONS)["rules"] != meta(OPTIONS)["lexicon"]


def test_the_engine_is_this_version():
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == ENGINE
