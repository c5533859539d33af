"""Every rule has a help page that says what, why and by which source."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.html import escape

from postings.marking import marked
from postings.review import rulebook


def test_examples_are_escaped_and_marked():
    assert marked("a <b> Mann & c", [(6, 10)]) == "a &lt;b&gt; <mark>Mann</mark> &amp; c"


@pytest.mark.parametrize("rule", list(rulebook.load().rules.values()), ids=lambda rule: rule.id)
def test_every_rule_has_its_help_page(client, rule):
    page = client.get(reverse("rules:detail", args=[rule.id])).content.decode()
    assert escape(rule.title) in page
    for source in rule.sources:
        assert escape(source.reference) in page
    assert escape(rule.hits[0].text[: rule.hits[0].marks[0][0]].strip()[:20]) in page


def test_the_overview_lists_every_rule(client):
    page = client.get(reverse("rules:list")).content.decode()
    for rule in rulebook.load().rules:
        assert reverse("rules:detail", args=[rule]) in page


def test_an_unknown_rule_is_a_404(client):
    assert client.get(reverse("rules:detail", args=["gibt-es-nicht"])).status_code == 404
