"""Every rule proves itself by its own examples (ARCHITECTURE §3.3)."""

from __future__ import annotations

import datetime

import pytest

from postings.review import fix, review, rulebook
from postings.review.fixing import apply
from postings.review.rulebook import Hit, Ok, Rule

A_DAY = datetime.date(2027, 1, 15)
RULES = rulebook.load().rules
HITS = [
    pytest.param(rule, hit, id=f"{rule.id}-{index}")
    for rule in RULES.values()
    for index, hit in enumerate(rule.hits, 1)
]
SILENT = [
    pytest.param(rule, ok, id=f"{rule.id}-{index}")
    for rule in RULES.values()
    for index, ok in enumerate(rule.ok, 1)
]


def reviewed(example: Hit | Ok, rule: Rule | None = None):
    """All rules read the example; a theme speaks only where no other does, so it is asked alone."""
    alone = [rule] if rule and rule.matcher == "theme" else None
    return review(example.text, style=example.style, date=example.date or A_DAY, rules=alone)


@pytest.mark.parametrize(("rule", "hit"), HITS)
def test_exactly_the_marked_words_are_found(rule: Rule, hit: Hit):
    found = [f for f in reviewed(hit, rule).findings if f.rule == rule.id]
    assert [f.quote for f in found] == [hit.text[start:end] for start, end in hit.marks]
    assert [(f.offset, f.offset + f.length) for f in found] == list(hit.marks)


@pytest.mark.parametrize(("rule", "ok"), SILENT)
def test_allowed_sentences_are_silent(rule: Rule, ok: Ok):
    assert [f.quote for f in reviewed(ok, rule).findings if f.rule == rule.id] == []


@pytest.mark.parametrize(("rule", "hit"), HITS)
def test_the_first_suggestion_gives_the_stated_sentence(rule: Rule, hit: Hit):
    found = [f for f in reviewed(hit).findings if f.rule == rule.id]
    if hit.fixed is None:
        written = [f.quote for f in found if f.replacements and not _only_left_out(rule, f)]
        assert written == [], "a suggestion without `fixed` in the example"
        return
    edits = {edit for finding in found for edit in finding.replacements[0].edits}
    assert apply(hit.text, sorted(edits, key=lambda edit: edit.offset)) == hit.fixed


def _only_left_out(rule: Rule, finding) -> bool:
    """The words go without anything in their place (see tests/postings/review/leaving_out)."""
    return rule.leave_out and [(r.text, r.safe) for r in finding.replacements] == [("", False)]


@pytest.mark.parametrize(("rule", "hit"), HITS)
def test_no_suggestion_is_flagged_by_any_rule(rule: Rule, hit: Hit):
    for finding in (f for f in reviewed(hit).findings if f.rule == rule.id):
        for replacement in finding.replacements:
            edits = sorted(replacement.edits, key=lambda edit: edit.offset)
            again = review(apply(hit.text, edits), style=hit.style, date=hit.date or A_DAY)
            shift = 0
            for edit in edits:
                start, end = edit.offset + shift, edit.offset + shift + len(edit.text)
                shift += len(edit.text) - edit.length
                flagged = [f for f in again.findings if f.offset < end and start < f.offset + f.length]
                assert [(f.rule, f.quote) for f in flagged if not _whole_sentence(f)] == []


def _whole_sentence(finding) -> bool:
    return finding.quote == finding.sentence


@pytest.mark.parametrize(("rule", "hit"), HITS)
def test_fixing_twice_changes_nothing_more(rule: Rule, hit: Hit):
    once = fix(reviewed(hit), scope="all")
    assert fix(review(once, style=hit.style, date=hit.date or A_DAY), scope="all") == once


@pytest.mark.parametrize("category", rulebook.CATEGORIES)
def test_every_category_has_rules(category: str):
    assert rulebook.load().in_category(category)


def test_there_are_enough_rules():
    assert len(RULES) >= 250


@pytest.mark.parametrize("category", sorted(rulebook.LEGAL_CATEGORIES))
def test_every_legal_family_tells_its_ideas_apart(category: str):
    assert len(rulebook.load().in_category(category)) >= 12


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_speaks_english_and_shows_both_sides(rule: Rule):
    assert len(rule.hits) >= 2 and len(rule.ok) >= 2, "mindestens zwei [[rule.hit]] und zwei Sätze in ok"
    for name in ("title", "message", "why"):
        assert rule.translations.get("en", {}).get(name, "").strip(), f"{name}_en fehlt"
    assert rule.wording("message", "en").endswith(".")
    assert rule.wording("message", "en").count("{quote}") == rule.message.count("{quote}")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_texts_are_complete(rule: Rule):
    assert rule.title[-1] not in ".!"
    assert rule.message.endswith(".")
    assert rule.why.rstrip("“").endswith((".", "?"))
    assert len(rule.why) > 40
