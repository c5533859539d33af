"""Patterns of dates stand in German and have an English form, as texts do."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from outreach.words.formats.en.formats import PATTERNS
from outreach.words.recorded import recorded

_USED = re.compile(r"\|(?:date|time):\"([^\"]+)\"")
_CALLED = re.compile(r"date_format\([^\"\n]*\"([^\"]+)\"\)")
MOMENT = datetime.datetime(2027, 1, 15, 14, 30)


def used() -> set[str]:
    base = Path(settings.BASE_DIR)
    found = {p for path in (base / "templates").rglob("*.*") for p in _USED.findall(path.read_text("utf-8"))}
    for app in ("outreach", "postings", "channels"):
        for path in (base / app).rglob("*.py"):
            found |= set(_CALLED.findall(path.read_text("utf-8")))
    return found


def test_every_german_pattern_has_an_english_one():
    german = {pattern for pattern in used() if "." in pattern or "\\U" in pattern}
    assert len(german) > 5
    assert german <= PATTERNS.keys()


def test_a_date_in_both_languages():
    template = Template(r'{{ moment|date:"l, j. F Y, H:i \U\h\r" }}')
    said = {}
    for code in ("de", "en"):
        with translation.override(code):
            said[code] = template.render(Context({"moment": MOMENT}))
    assert said == {"de": "Freitag, 15. Januar 2027, 14:30 Uhr", "en": "Friday, 15 January 2027, 14:30"}


def test_what_is_kept_is_german_and_the_reader_gets_their_language_back():
    with translation.override("en"):
        with recorded():
            assert translation.get_language() == "de"
        assert translation.get_language() == "en"
