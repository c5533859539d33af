"""The small language of phrases in rule files."""

from __future__ import annotations

import pytest

from postings.review.rulebook.phrases import compile_phrase
from postings.review.rulebook.templates import fill


def found(phrase: str, text: str) -> str | None:
    compiled = compile_phrase(phrase)
    match = compiled.regex.search(text)
    if match:
        assert compiled.may_match(text.lower())
    return match and match["hit" if "hit" in match.re.groupindex else 0]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("jung~ Team", "ein junges Team", "junges Team"),
        ("[jung~] Team", "ein junges Team", "junges"),
        ("jung~ dynamisch~ Team", "ein junges, dynamisches Team", "junges, dynamisches Team"),
        ("jung~ und? dynamisch~", "jung und dynamisch", "jung und dynamisch"),
        ("jung~ und? dynamisch~", "jung, dynamisch", "jung, dynamisch"),
        ("Macher", "ein Macher", "Macher"),
        ("Macher", "die Filmemacher", None),
        ("Macher", "der macher", None),
        ("macher", "Macher", "Macher"),
        ("Macher", "die Macher*innen", None),
        ("Macher*", "die Macher*innen", "Macher*innen"),
        ("*mannschaft", "die Feuerwehrmannschaft", "Feuerwehrmannschaft"),
        ("# bis # Jahre", "25 bis 35 Jahre", "25 bis 35 Jahre"),
        ("stehen … Mann", "stehen in jedem Einsatz Ihren Mann", "stehen in jedem Einsatz Ihren Mann"),
        ("stehen … Mann", "stehen eins zwei drei vier fünf Mann", None),
        ("toll|super Team", "ein super Team", "super Team"),
        ("[die Stelle nicht?] geeignet", "die Stelle geeignet", "die Stelle"),
        ("Frau *", "Frau Kaya", "Frau Kaya"),
        ("junges Team", "junges\n\nTeam", None),
        ("junges Team", "junges\nTeam", "junges\nTeam"),
        ("junges Team", "junges\u00a0Team", "junges\u00a0Team"),
    ],
)
def test_phrases(phrase: str, text: str, expected: str | None):
    assert found(phrase, text) == expected


def test_templates_take_over_endings_words_and_numbers():
    match = compile_phrase("jung~ # sein~ Team").regex.search("junges 12 seinem Team")
    assert match
    assert fill("nett~ {n1} ihr~2 {w4}", match) == "nettes 12 ihrem Team"
