"""What the rules say to people keeps to the rules itself."""

from __future__ import annotations

import re

import pytest

from postings.review import review
from postings.review.rulebook import LEGAL_CATEGORIES, Rule, load

EXACT = [rule for rule in load().rules.values() if rule.matcher != "theme"]
QUOTED = re.compile(r"„[^“]*“")


def findings(text: str, rule: str = "") -> list[tuple[str, str]]:
    """What another rule than this one finds: a rule may name what it is about, a reason its theme."""
    plain = QUOTED.sub("dieses Wort", text)
    return [
        (f.rule, f.quote)
        for f in review(plain, rules=EXACT).findings
        if f.category in LEGAL_CATEGORIES and f.rule != rule
    ]


@pytest.mark.parametrize("rule", load().rules.values(), ids=lambda rule: rule.id)
def test_title_message_and_reason_are_inclusive(rule: Rule):
    texts = (rule.title, rule.message.format(quote="x"), rule.why, *(source.title for source in rule.sources))
    assert [found for text in texts for found in findings(text, rule.id)] == []


def test_a_rule_that_broke_a_rule_would_be_seen():
    assert findings("Der Bewerber ist gemeint, nicht „der Sachbearbeiter“.") != []
