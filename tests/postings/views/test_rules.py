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


def test_the_overview_searches_words_and_examples(client):
    page = client.get(reverse("rules:list"), {"q": "dynamisches TEAM"}).content.decode()
    assert reverse("rules:detail", args=["junges-team"]) in page
    assert reverse("rules:detail", args=["gm-compound"]) not in page


def test_the_overview_shows_one_group(client):
    page = client.get(reverse("rules:list"), {"group": "generic-masculine"}).content.decode()
    assert reverse("rules:detail", args=["gm-compound"]) in page
    assert reverse("rules:detail", args=["junges-team"]) not in page


def test_a_search_without_result_says_what_to_do(client):
    page = client.get(reverse("rules:list"), {"q": "xyzzy"}).content.decode()
    assert "Dazu gibt es keine Regel" in page and f'href="{reverse("rules:list")}"' in page


def test_a_help_page_speaks_english_too(client):
    page = client.get(reverse("rules:detail", args=["gm-compound"])).content.decode()
    assert '<section lang="en">' in page and "Compound with a masculine form" in page
    assert "This wording begins with a masculine form." in page


@pytest.mark.django_db
def test_who_reads_english_gets_the_rules_in_english_and_the_german_ones_below(client, editor):
    editor.language = "en"
    editor.save(update_fields=["language"])
    client.force_login(editor)
    listed = client.get(reverse("rules:list")).content.decode()
    assert "Compound with a masculine form" in listed and "Zusammensetzung mit männlicher Form" not in listed
    page = client.get(reverse("rules:detail", args=["gm-compound"])).content.decode()
    assert "<h1>Compound with a masculine form</h1>" in page
    assert '<section lang="de"><h2>Zusammensetzung mit männlicher Form</h2>' in page


def test_an_unknown_rule_is_a_404(client):
    assert client.get(reverse("rules:detail", args=["gibt-es-nicht"])).status_code == 404
