"""Whatever goes wrong has one shape."""

import pytest
from rest_framework.test import APIClient

from postings.api.throttles import PersonThrottle
from tests.postings.api.conftest import client_of

API = "/api/v1/"


def the_error(response, status: int) -> dict:
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/json"
    body = response.json()
    assert set(body) == {"type", "errors"}
    assert body["errors"]
    for error in body["errors"]:
        assert set(error) == {"code", "detail", "attr"}
        assert error["detail"]
    return body["errors"][0]


def test_nobody_is_let_in_without_a_token(anonymous):
    response = anonymous.get(f"{API}postings/")
    assert the_error(response, 401)["code"] == "not_authenticated"
    assert response["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("header", ["Bearer falsch", "Bearer", "Bearer a b", "Bearer \xff"])
def test_a_wrong_token_is_told(db, header):
    response = APIClient().get(f"{API}postings/", HTTP_AUTHORIZATION=header)
    assert the_error(response, 401)["code"] == "authentication_failed"


def test_a_revoked_token_and_an_inactive_person_are_out(api, editor):
    assert api.get(f"{API}postings/").status_code == 200
    editor.is_active = False
    editor.save()
    the_error(api.get(f"{API}postings/"), 401)


def test_people_without_a_role_read_nothing(person):
    assert the_error(client_of(person()).get(f"{API}postings/"), 403)["code"] == "permission_denied"


def test_a_session_needs_the_csrf_token(editor):
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(editor)
    assert client.get(f"{API}postings/").status_code == 200
    assert "CSRF" in the_error(client.post(f"{API}review/", {"text": "x"}, format="json"), 403)["detail"]


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["nichts/", "review", "postings/x/y/z/"])
def test_an_unknown_address(api, method, address):
    assert the_error(getattr(api, method)(API + address), 404)["code"] == "not_found"


def test_an_unknown_ad_and_an_unknown_rule(api):
    the_error(api.get(f"{API}postings/keine/"), 404)
    the_error(api.get(f"{API}rules/keine/"), 404)


def test_a_wrong_method(api):
    response = api.delete(f"{API}review/")
    assert the_error(response, 405)["code"] == "method_not_allowed"


def test_a_wrong_media_type(api):
    assert the_error(api.post(f"{API}review/", "a", content_type="text/plain"), 415)["code"] == (
        "unsupported_media_type"
    )
    assert the_error(api.get(f"{API}rules/", HTTP_ACCEPT="text/html"), 406)["code"] == "not_acceptable"


@pytest.mark.parametrize(
    "body", ["{", "[1", '{"text": "\\ud800"}', "nichts", "[]", "null", '"text"', "9" * 5000]
)
def test_a_broken_body(api, body):
    the_error(api.post(f"{API}review/", body, content_type="application/json"), 400)


def test_fields_are_named(api):
    response = api.post(f"{API}review/", {"text": "", "style": "wild"}, format="json")
    the_error(response, 400)
    assert response.json()["type"] == "validation_error"
    assert {error["attr"] for error in response.json()["errors"]} == {"text", "style"}


def test_too_many_requests(api, monkeypatch):
    monkeypatch.setattr(PersonThrottle, "THROTTLE_RATES", {"person": "2/min"})
    answers = [api.get(f"{API}rules/") for _ in range(3)]
    assert [answer.status_code for answer in answers[:2]] == [200, 200]
    assert the_error(answers[2], 429)["code"] == "throttled"
    assert 0 < int(answers[2]["Retry-After"]) <= 61


def test_our_own_mistakes_tell_nothing_of_the_inside(api, monkeypatch, caplog):
    def broken(*args, **kwargs):
        raise RuntimeError("geheimer Text")

    monkeypatch.setattr("postings.api.reviewing.check_text", broken)
    response = api.post(f"{API}review/", {"text": "Hallo"}, format="json")
    assert the_error(response, 500)["code"] == "error"
    assert response.json()["type"] == "server_error"
    assert b"geheim" not in response.content
    assert "Unexpected RuntimeError in the REST interface" in caplog.text
    assert "geheim" not in caplog.text.replace('raise RuntimeError("geheimer Text")', "")
