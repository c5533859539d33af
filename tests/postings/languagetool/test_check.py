"""POST /v2/check as clients use it."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outreach.people.models import AccessToken
from postings.api.throttles import CheckThrottle
from postings.languagetool.endpoint import is_open
from postings.models import IgnoredWord

TEXT = "Wir suchen einen Bewerber für ein junges, dynamisches Team."


def rules(answer) -> set[str]:
    return {match["rule"]["id"] for match in answer["matches"]}


def test_what_is_found(check):
    answer = check(text=TEXT)
    assert answer["language"]["code"] == "de-DE"
    assert rules(answer) == {"gm-person-noun", "junges-team"}
    noun = answer["matches"][0]
    assert TEXT[noun["offset"] :][: noun["length"]] == "einen Bewerber"
    assert noun["replacements"][0]["value"].startswith("eine")
    assert answer["sentenceRanges"] == [[0, len(TEXT)]]


def test_get_works_too(client):
    assert rules(client.get("/v2/check", {"language": "de", "text": TEXT}).json())


def test_offsets_count_utf16_units(check):
    noun = check(text="👩👩 " + TEXT)["matches"][0]
    assert noun["offset"] == 5 + TEXT.index("einen")


def test_markup(check):
    pieces = [
        {"text": "Wir suchen einen "},
        {"markup": "<b>"},
        {"text": "Bewerber"},
        {"markup": "</b>"},
        {"text": "."},
    ]
    [noun] = check(data=json.dumps({"annotation": pieces}), style="star")["matches"]
    assert (noun["offset"], noun["length"]) == (11, len("einen <b>Bewerber"))
    assert noun["replacements"][0]["value"] == "eine*n <b>Bewerber*in"


def test_style(check):
    [noun] = check(text="Wir suchen einen Bewerber.", style="colon")["matches"]
    assert noun["replacements"][0]["value"] == "eine:n Bewerber:in"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"gm-person-noun", "junges-team"}),
        ({"disabledRules": "junges-team, andere"}, {"gm-person-noun"}),
        ({"disabledCategories": "AGE"}, {"gm-person-noun"}),
        ({"disabledCategories": "age", "enabledRules": "junges-team"}, {"gm-person-noun", "junges-team"}),
        ({"enabledOnly": "true", "enabledCategories": "age"}, {"junges-team"}),
        ({"enabledOnly": "true", "enabledRules": "gm-person-noun"}, {"gm-person-noun"}),
    ],
)
def test_choosing_rules(check, fields, expected):
    assert rules(check(text=TEXT, **fields)) == expected


def test_hints_are_for_picky_people(check):
    text = "Sie begleiten die Bürgerbeteiligung."
    picky = check(text=text, level="picky")["matches"]
    assert picky
    category = picky[0]["rule"]["category"]["id"]
    assert check(text=text)["matches"] == []
    assert check(text=text, enabledCategories=category)["matches"] == picky


@pytest.mark.parametrize(
    ("language", "code", "count"),
    [
        ("de", "de", 2),
        ("de-AT", "de-AT", 2),
        ("de_CH", "de-CH", 2),
        ("auto", "de-DE", 2),
        ("en-US", "en-US", 0),
        ("fr", "fr", 0),
    ],
)
def test_languages(check, language, code, count):
    answer = check(text=TEXT, language=language)
    assert answer["language"]["code"] == code
    assert len(answer["matches"]) == count


def test_auto_leaves_english_alone(check):
    answer = check(text="The Trainer and the Manager are on the Team of our city.", language="auto")
    assert (answer["language"]["code"], answer["matches"]) == ("en", [])


def test_empty_text(check):
    assert check(text="")["matches"] == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "entweder das Feld 'text' oder das Feld 'data'"),
        ({"text": "a", "data": "{}"}, "entweder"),
        ({"data": "{"}, "kein gültiges JSON"),
        ({"data": "[" * 50_000}, "kein gültiges JSON"),
        ({"data": "[1]"}, "annotation"),
        ({"text": "a", "language": ""}, "language"),
        ({"text": "a", "language": "klingonisch!"}, "language"),
        ({"text": "a", "style": "wild"}, "style"),
        ({"text": "a", "level": "streng"}, "level"),
        ({"text": "a", "enabledOnly": "true"}, "enabledOnly"),
        ({"text": "a", "enabledOnly": "true", "enabledRules": "a", "disabledRules": "b"}, "enabledOnly"),
        ({"text": "a", "username": "x"}, "gehören zusammen"),
    ],
)
def test_bad_requests_are_told_in_one_line(check, fields, words):
    response = check(400, **fields)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    line = response.content.decode()
    assert line.startswith("Error: ")
    assert words in line
    assert line.count("\n") == 1


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"--", "multipart/form-data"),
        (b"text=a&language=de", "application/x-www-form-urlencoded; charset=latin-1"),
        (b"&".join(b"a%d=1" % n for n in range(2000)), "application/x-www-form-urlencoded"),
        (b'{"text": "a"}', "application/json"),
        (b"", "text/plain"),
    ],
)
def test_unreadable_bodies(client, body, content_type):
    response = client.generic("POST", "/v2/check", body, content_type)
    assert response.status_code == 400
    assert response.content.startswith(b"Error: ")


def test_broken_characters(client):
    body = b"language=de-DE&text=%ff%fe%00 einen Bewerber %ed%a0%80"
    response = client.generic("POST", "/v2/check", body, "application/x-www-form-urlencoded")
    assert response.status_code == 200
    pieces = '{"annotation": [{"text": "\\ud83d einen Bewerber \\u0000\\u202e"}]}'
    assert client.post("/v2/check", {"language": "de", "data": pieces}).status_code == 200


@pytest.mark.parametrize(
    ("text", "status"),
    [("ä" * 50_000, 200), ("ä" * 50_001, 413), ("a" * 100_001, 413), ("ab " * 700_000, 413)],
)
def test_100_kb_is_the_limit(check, text, status):
    response = check(status, text=text)
    if status == 413:
        assert "100 kB" in response.content.decode()


def test_throttling(check, monkeypatch):
    monkeypatch.setattr(CheckThrottle, "THROTTLE_RATES", {"check": "2/min"})
    assert [check(text="a")["matches"], check(text="a")["matches"]] == [[], []]
    assert "zu viele Anfragen" in check(429, text="a").content.decode()


@pytest.mark.parametrize(
    ("host", "public", "switch", "expected"),
    [
        ("127.0.0.1", "", False, True),
        ("::1", "", False, True),
        ("localhost", "http://127.0.0.1:8000", False, True),
        ("0.0.0.0", "", False, False),
        ("127.0.0.1", "https://jobs.stadt.example", False, False),
        ("0.0.0.0", "https://jobs.stadt.example", True, True),
    ],
)
def test_who_may_check_without_a_token(settings, host, public, switch, expected):
    settings.HOST, settings.PUBLIC_URL, settings.OPEN_CHECK = host, public, switch
    assert is_open() is expected


def test_elsewhere_a_token_is_needed(check, settings, token, editor):
    settings.HOST = "0.0.0.0"
    assert "Zugriffsschlüssel" in check(403, text=TEXT).content.decode()
    assert rules(check(text=TEXT, path=f"/t/{token}/v2/check"))
    assert rules(check(text=TEXT, username=editor.email.upper(), apiKey=token))
    check(403, text=TEXT, username="jemand@anders.example", apiKey=token)
    check(403, text=TEXT, path="/t/falsch/v2/check")
    AccessToken.objects.update(revoked_at="2026-01-01T00:00Z")
    check(403, text=TEXT, path=f"/t/{token}/v2/check")


def test_a_persons_words_are_left_alone(check, token, editor):
    IgnoredWord.objects.put(editor, "BEWERBER")
    assert rules(check(text=TEXT, path=f"/t/{token}/v2/check")) == {"junges-team"}
    assert rules(check(text=TEXT)) == {"gm-person-noun", "junges-team"}


def test_nothing_is_logged_or_kept(client, settings, token, caplog, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError(TEXT)

    client.post(f"/t/{token}x/v2/check", {"text": TEXT, "language": "de"})
    client.get(f"/t/{token}/v2/nichts")
    client.get(f"/t/{token}")
    client.delete(f"/t/{token}/v2/check")
    monkeypatch.setattr("postings.languagetool.views.review", broken)
    response = client.post(f"/t/{token}/v2/check", {"text": TEXT, "language": "de"})
    assert response.status_code == 500
    assert "Unexpected RuntimeError" in caplog.text
    assert token not in caplog.text
    assert "Bewerber" not in caplog.text + response.content.decode()
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_browser_add_ons_may_read_the_answer(client):
    preflight = client.options("/v2/check", HTTP_ORIGIN="chrome-extension://x")
    assert preflight.status_code == 204
    assert preflight["Access-Control-Allow-Methods"] == "GET, POST, OPTIONS"
    for response in (client.get("/v2/languages"), client.post("/v2/check")):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in response
    assert "Access-Control-Allow-Origin" not in client.get("/regeln/")


def test_wrong_methods_and_addresses(client):
    response = client.put("/v2/check")
    assert (response.status_code, response["Allow"]) == (405, "GET, POST, OPTIONS")
    assert client.get("/v2/nichts").status_code == 404


@given(
    fields=st.dictionaries(
        st.sampled_from(
            [
                "text",
                "data",
                "language",
                "level",
                "style",
                "enabledRules",
                "enabledOnly",
                "apiKey",
                "username",
            ]
        ),
        st.text(max_size=30)
        | st.sampled_from(["de-DE", "true", "picky", '{"annotation": [{"text": "Bewerber"}]}']),
    )
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_brings_it_down(client, db, fields):
    encodable = {name: value.encode("utf-8", "replace").decode() for name, value in fields.items()}
    assert client.post("/v2/check", encodable).status_code in (200, 400, 403)
