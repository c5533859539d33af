"""What an expression needs: sound for any expression, and of use for every wording of the rulebook."""

from __future__ import annotations

import random
import re
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.review import rulebook
from postings.review.anchors.index import WordIndex
from postings.review.anchors.literals import Row, anchors, cost, needs, needs_digit
from postings.review.anchors.wording import Wording
from postings.review.facts import application, degree, people, post, working_time
from postings.review.facts.german import asking, level
from postings.review.facts.pay import amounts, groups
from postings.review.rulebook import Pattern
from postings.review.rulebook.phrases import Phrase, compile_phrase
from tests.postings.review.anchors.samples import sample


class Looked(NamedTuple):
    """A wording as an index sees it."""

    needs: tuple[Row, ...]
    words: tuple[Row, ...] = ()
    needs_digit: bool = False


RULES = rulebook.load().rules.values()
WORDINGS = [(rule.id, pattern) for rule in RULES for case in rule.cases for pattern in case.patterns]
EXPRESSIONS = [
    r"(?i)\b(?:toll|tolle[rs]?) (?:Team|Mannschaft)(?:en)?\b",
    r"(?:abc|abd)+x?yz{2,3}",
    r"(?<!un)befristet(?! auf)|auf Dauer",
    r"[Dd]u(?:zen)?[ -]Kultur",
    r"\bE(?:G|Gr\.)? ?\d\b|^(?:nach|mit) A(?![\w.])|(?<![\w-])BEM\b,? und",
    r"(?:\bab|\w+zum\b|[(]m\b) (?:dem )?Start$",
    r"a(?=b)bc|\d{2,4}\s?Jahre",
    r"(?P<x>rot|grün)e? (?P=x)",
    *(
        pattern.pattern
        for module in (amounts, application, asking, degree, groups, level, people, post, working_time)
        for pattern in vars(module).values()
        if isinstance(pattern, re.Pattern | Wording)
    ),
]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("jung", (("jung",),)),
        ("(?:toll|super) Team", (("toll team", "super team"),)),
        ("toll(?:e[rs]?)? +Team", (("toll",), ("team",))),
        ("[Jj]ung(?:es)? x*", (("jung",),)),
        ("x?|jung", ()),
        (r"\d+ Jahre", (("jahre",),)),
    ],
)
def test_needs(expression: str, expected: tuple[tuple[str, ...], ...]):
    assert needs(re.compile(expression)) == expected


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=12, deadline=None)
def test_what_matches_has_what_is_needed(expression: str, seed: int):
    regex = re.compile(expression, re.IGNORECASE)
    found = sample(regex, random.Random(seed))
    if not found:
        return
    text = found.replace("İ", "i").replace("ſ", "s").lower()
    rows = needs(regex)
    assert all(any(piece in text for piece in row) for row in rows)
    assert not needs_digit(regex) or re.search(r"\d", text)
    assert WordIndex([Looked(rows)]).candidates(text) == [0]
    assert WordIndex([Pattern(expression, re.IGNORECASE)]).candidates(text) == [0]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_a_text_is_made_for_every_expression(expression: str):
    regex = re.compile(expression, re.IGNORECASE)
    assert sum(bool(sample(regex, random.Random(seed))) for seed in range(20)) >= 15


def test_every_wording_of_the_rulebook_can_be_looked_for_by_a_word():
    """Whoever writes a phrase of only short or frequent words makes every review slower: see the message."""
    assert not [f"{rule}: {pattern.source}" for rule, pattern in WORDINGS if not pattern.needs]
    dear = [(rule, pattern.source) for rule, pattern in WORDINGS if cost(pattern.needs[0]) >= 90]
    assert len(dear) <= len(WORDINGS) / 60, f"häufige Wörter als Anker: {dear}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rules_own_examples_hold_what_its_wordings_need(rule: rulebook.Rule):
    text = "\n".join(hit.text for hit in rule.hits)
    for case in rule.cases:
        for pattern in case.patterns:
            for match in pattern.regex.finditer(text):
                assert_found(pattern, match.group().lower())


def assert_found(pattern: Pattern, lower: str) -> None:
    assert pattern.may_match(lower)
    assert WordIndex([pattern]).candidates(lower) == [0]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"(?:seit|ab) \d{1,2}\.", True),
        (r"[1-6]\d? Jahre|3", True),
        (r"\d?x|[a-z0-9]+", False),
        (r"(?P<n>[0-9]+)", True),
        (r"\d{0,2} Jahre", False),
        (r"\d+|viele", False),
    ],
)
def test_needs_digit(expression: str, expected: bool):
    assert needs_digit(re.compile(expression)) == expected


def test_what_needs_a_digit_is_looked_for_where_one_is():
    index = WordIndex([Looked((("jahre",),)), Looked((("jahre",),), needs_digit=True)])
    assert index.candidates("viele jahre") == [0]
    assert index.candidates("3 jahre") == [0, 1]


def test_the_index_finds_pieces_of_words_and_of_endless_ones():
    needs = [(("schicht",),), (("team", "mannschaft"),), (("§",), ("a",)), (("zz",), ("der",))]
    index = WordIndex([Looked(rows) for rows in needs])
    assert index.candidates("die wechselschichten der mannschaft") == [0, 1]
    assert index.candidates("nach § 5 tvöd-a, jazz und der") == [2, 3]
    assert index.candidates("a" * 5000 + "schicht" + "b" * 5000) == [0]
    assert WordIndex([Looked(()), Looked((("§",),))]).candidates("") == [0]


@pytest.mark.parametrize(
    ("phrase", "there", "elsewhere"),
    [
        ("Team", "im team.", "die teams"),
        ("Team", "das team-event", "eingeteamt"),
        ("jung~", "ein junges", "verjüngt, blutjunges"),
        ("*schicht", "wechselschicht", "schichten"),
        ("Mutter*", "muttersprache", "großmutter"),
        ("*mut*", "anmutig", "mal tun"),
        ("EU-Pass|Visum", "eu-pass", "passt, eupass"),
        ("z.B.", "z.b.", "zb"),
    ],
)
def test_the_index_knows_where_a_phrase_begins_and_ends_a_word(phrase: str, there: str, elsewhere: str):
    pattern = compile_phrase(phrase)
    index = WordIndex([pattern])
    assert index.candidates(there) == [0]
    assert index.candidates(elsewhere) == []


@pytest.mark.parametrize(
    ("expression", "there", "elsewhere"),
    [
        (r"\bEG\b", "eg 9b", "gegen egal"),
        (r"\b[Tt]el\.", "tel. 12", "hotel am platz"),
        (r"(?<![\w-])BEM(?!\w)", "das bem", "dezember, bembel"),
        (r"(?:nach|mit) E(?= ?\d)", "nach e9", "nach dem mit"),
        (r"^(?:Sie|Du) \w+", "sie beraten", "dusche, siegel"),
        (r"\bz\. ?B\.", "z.b. so", "platz. bald"),
        (r"(?<!un)befristet", "unbefristet, befristet", "frist"),
    ],
)
def test_an_index_knows_where_an_expression_begins_and_ends_a_word(
    expression: str, there: str, elsewhere: str
):
    index = WordIndex([Pattern(expression)])
    assert index.candidates(there) == [0]
    assert index.candidates(elsewhere) == []


@pytest.mark.parametrize(
    ("phrase", "there", "elsewhere"),
    [
        ("in der Küche", "in der küche", "die küche der kita"),
        ("team jung~ gemacht", "jung gemacht, das team", "jung, das team"),
    ],
)
def test_the_index_asks_for_up_to_three_words_of_a_phrase(phrase: str, there: str, elsewhere: str):
    pattern = compile_phrase(phrase)
    index = WordIndex([pattern])
    assert index.candidates(there) == [0]
    assert index.candidates(elsewhere) == []


def test_a_phrase_is_put_together_only_when_it_is_tried():
    pattern = Phrase("jung~ Team ohne Anhang")
    WordIndex([pattern]).candidates("das team")
    assert "expression" not in vars(pattern)
    assert pattern.regex.search("ein junges Team ohne Anhang")


@pytest.mark.parametrize(
    ("row", "there", "elsewhere"),
    [
        (("*in", "/in"), "die lehrer/innen", "die lehrerinnen"),
        (("und nicht nach",), "und nicht nach dem", "nach dem und nichts"),
        (("u. u.",), "u. u. mehr", "um mehr."),
    ],
)
def test_the_index_knows_signs_and_where_a_word_within_a_string_ends(
    row: tuple[str, ...], there: str, elsewhere: str
):
    assert anchors((row,))
    index = WordIndex([Looked((row,))])
    assert index.candidates(there) == [0]
    assert index.candidates(elsewhere) == []


def test_a_piece_of_one_letter_is_looked_for_without_the_index():
    assert anchors((("g",),)) == ()
    assert WordIndex([Looked((("g",),))]).candidates("gern") == [0]
    assert WordIndex([Looked((("g",),))]).candidates("nie") == []


def test_an_index_forgets_words_rather_than_grow_without_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("postings.review.anchors.index._REMEMBERED", 3)
    index = WordIndex([Looked((("team",),))])
    assert [index.candidates(f"wort{number} im team") for number in range(9)] == [[0]] * 9
