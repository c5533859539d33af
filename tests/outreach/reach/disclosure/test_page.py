"""The page in every language, and what works without a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from channels import languages
from channels.adapters import registry
from outreach.profile import city
from outreach.reach.disclosure import checks, questions
from outreach.reach.disclosure.questions import Settings
from tests.outreach.reach.disclosure.conftest import tallies

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize("code", languages.codes())
def test_a_page_in_every_language(client, rules, signing_key, code):
    page = text(client.get(f"/freiwillig/{code}/"))
    language = languages.get(code)
    assert f'lang="{language.tag}" dir="{language.direction}"' in page
    for key in (
        "title",
        "how",
        "once",
        "heard",
        "definition.migrationsbiografie",
        "way.friends",
        "no_script",
    ):
        assert language.has(f"answer.{key}")
    assert page.count('type="radio"') == 3 + 10
    assert ("machine" in page or language.text("notice.unreviewed") in page) == (code != "de")
    assert 'lang="de" dir="ltr">Migrationsbiografie' in page  # the definition, named with every question


@pytest.mark.parametrize("definition", [one["id"] for one in city()["definitions"]])
def test_every_definition_of_the_profile_can_be_asked_in_every_language(
    client, rules, signing_key, definition
):
    rules(definition=definition)
    assert all(languages.get(code).has(f"answer.definition.{definition}") for code in languages.codes())
    assert f'data-definition="{definition}"' in text(client.get("/freiwillig/"))


def test_a_definition_of_the_citys_own_is_asked_in_german(client, rules, signing_key, monkeypatch):
    own = {"id": "eigene", "name": "Eigene", "text": "Eine eigene Definition.", "source": "Rat"}
    monkeypatch.setitem(city(), "definitions", [*city()["definitions"], own])
    rules(definition="eigene")
    assert 'lang="de" dir="ltr">Eine eigene Definition.' in text(client.get("/freiwillig/tr/"))


def test_the_page_is_the_same_for_everybody(client, rules, signing_key):
    first, second = client.get("/freiwillig/"), client.get("/freiwillig/")
    assert first.content == second.content
    assert not first.cookies and "Set-Cookie" not in first
    assert "noindex" in text(first)


def test_no_such_language_and_nothing_to_ask(client, rules):
    assert client.get("/freiwillig/xx/").status_code == 404
    rules(definition="", heard=False)
    assert client.get("/freiwillig/").status_code == 404


def test_only_what_the_city_asks(client, rules, signing_key):
    rules(heard=False)
    assert 'name="heard"' not in text(client.get("/freiwillig/"))
    rules(definition="", heard=True)
    assert 'name="disclosure"' not in text(client.get("/freiwillig/"))


def test_without_a_script_nothing_goes_if_tokens_are_needed(client, rules, signing_key):
    page = text(client.get("/freiwillig/"))
    noscript = re.search("<noscript>(.*?)</noscript>", page, re.DOTALL)[1]
    assert "Darum wird nichts gesendet" in noscript
    assert client.post("/freiwillig/antwort/", {"disclosure": "yes"}).status_code == 403
    assert tallies() == {}


def test_without_a_script_two_coins_make_the_noise(client, rules):
    rules(tokens=False)
    assert "zweimal eine Münze" in text(client.get("/freiwillig/"))
    answer = client.post("/freiwillig/antwort/", {"disclosure": "yes", "language": "en"})
    assert "Your answer has arrived" in text(answer)
    assert tallies() == {("2026-Q4", "disclosure", "migrationsbiografie", 1099, "yes"): 1}
    assert questions.noise("disclosure", 1099).truth == pytest.approx(0.75, abs=1e-4)  # no two tails


@pytest.mark.parametrize(
    ("fields", "status"),
    [({}, 422), ({"disclosure": "x"}, 400), ({"disclosure": "yes", "language": "zz"}, 200)],
)
def test_what_a_form_may_send(client, rules, fields, status):
    rules(tokens=False)
    assert client.post("/freiwillig/antwort/", fields).status_code == status


def test_with_other_noise_no_coin_helps(client, rules):
    rules(tokens=False, epsilon=2.0)
    assert "Münze" not in text(client.get("/freiwillig/"))
    assert client.post("/freiwillig/antwort/", {"disclosure": "yes"}).status_code == 403


def test_other_methods(client, rules):
    assert client.get("/freiwillig/antwort/").status_code == 405
    assert client.get("/freiwillig/unterschrift/").status_code == 405
    assert client.post("/freiwillig/").status_code == 405


def test_every_group_of_channels_has_a_word_people_know():
    folder = Path(registry.__file__).parent
    groups = {path.name for path in folder.iterdir() if (path / "__init__.py").exists()}
    assert groups == set(questions.WAY_OF_GROUP)
    assert set(questions.WAY_OF_GROUP.values()) < set(questions.WAYS)


def test_the_profile_says_what_is_asked():
    assert questions.current() == Settings(definition="migrationsbiografie", epsilon=1.0986)
    assert questions.current().epsilon_of("disclosure") == questions.COIN


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("definition", "mikrozensus", "„definition“ ist keine von: migrationshintergrund-mikrozensus"),
        ("definition", 3, "„definition“ ist keine von"),
        ("epsilon", 0, "„epsilon“ muss eine Zahl von 0.1 bis 4.0 sein"),
        ("epsilon", True, "„epsilon“ muss eine Zahl"),
        ("heard_epsilon", "2", "„heard_epsilon“ muss eine Zahl"),
        ("tokens", 1, "„tokens“ muss true oder false sein"),
        ("farbe", 1, "„farbe“ gibt es nicht"),
    ],
)
def test_wrong_settings_are_told_before_the_start(monkeypatch, key, value, said):
    monkeypatch.setitem(city(), "reach", {"disclosure": {key: value}})
    (error,) = checks.disclosure_settings(None)
    assert error.id == "reach.E020" and said in error.msg
    assert questions.current() == Settings()
