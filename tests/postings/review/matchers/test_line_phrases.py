"""The phrases of a list in a rule: each where it stands first in a line, and a line is read once."""

from __future__ import annotations

from postings.review import memory
from postings.review.language import analyse
from postings.review.matchers import line_phrases

TEXT = "Sie sind belastbar.\n\n- belastbar und dynamisch\n-belastbar"


def found(text: str) -> list[list[tuple[int, str]]]:
    analysis = analyse(text)
    phrases = line_phrases.of(("dynamisch~", "belastbar~"))
    return [
        [(number, analysis.masked[line.start + start : line.start + end]) for number, start, end in places]
        for line in analysis.lines
        if (places := phrases.find(analysis.masked, line))
    ]


def test_each_phrase_is_found_in_its_line():
    assert found(TEXT)[:2] == [[(1, "belastbar")], [(0, "dynamisch"), (1, "belastbar")]]


def test_a_line_is_read_once():
    memory.forget()
    found(TEXT)
    before = memory.readings()
    line_phrases.of(("dynamisch~", "belastbar~")).find(TEXT, analyse(TEXT).lines[0])
    assert memory.readings() == before
