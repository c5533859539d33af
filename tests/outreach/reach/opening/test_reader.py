"""The reader's language, from whatever a browser says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels import languages
from outreach.reach.opening.reader import language_of


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "de"),
        ("tr-TR,tr;q=0.9,de;q=0.8", "tr"),
        ("de-DE,de;q=0.9,en;q=0.8", "de"),
        ("en;q=0.5, uk;q=0.8", "uk"),
        ("ku,de;q=0.5", "kmr"),
        ("prs", "fa"),
        ("ar-SY", "ar"),
        ("VI", "vi"),
        ("zh-CN, ja;q=0.9, pl;q=0.1", "pl"),
        ("zh-CN", "de"),
        ("*", "de"),
        ("fr;q=0, es", "es"),
        ("fr;q=2, es;q=0.1", "es"),
        ("fr;q=viel, es;q=0.1", "es"),
        ("de-simple", "de-simple"),
        (",;,;q=1,,", "de"),
        ("x" * 100_000 + ",tr", "de"),
    ],
)
def test_language(header, code):
    assert language_of({"HTTP_ACCEPT_LANGUAGE": header}) == code


def test_without_the_header():
    assert language_of({}) == "de"


@given(st.text(max_size=300))
def test_whatever_comes_it_is_a_language_we_have(header):
    assert language_of({"HTTP_ACCEPT_LANGUAGE": header}) in languages.codes()
