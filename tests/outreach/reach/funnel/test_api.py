"""The portal's signed call: who may, once, and what it is told when something is wrong."""

from __future__ import annotations

import datetime
import json

import pytest
from django.utils import timezone

from outreach.reach.funnel import keys
from outreach.reach.funnel.models import Correction, PortalKey, Report, ReportedCount
from postings.api.throttles import COUNTS
from tests.outreach.reach.funnel.conftest import ADDRESS, NOW, row, signed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_counts():
    COUNTS.clear()


def test_a_report(tell, link, key):
    answer = tell("portal-w47", [row(12), row(7, "finished")])
    assert answer.status_code == 201
    assert answer.json() == {
        "report": "portal-w47", "known": False, "added": 2, "corrected": 0, "unchanged": 0,
    }  # fmt: skip
    report = Report.objects.get()
    assert (report.source, report.key, report.by) == ("portal", key[0], None)
    assert PortalKey.objects.get().used_on == datetime.date(2026, 11, 23)


def test_again_changes_nothing(tell, link):
    tell("portal-w47", [row(12)])
    answer = tell("portal-w47", [row(12)])
    assert (answer.status_code, answer.json()["known"]) == (200, True)
    assert ReportedCount.objects.get().total == 12


def test_a_correction_needs_a_new_name(tell, link):
    tell("portal-w47", [row(12)])
    answer = tell("portal-w47", [row(11)])
    assert answer.status_code == 409
    assert "braucht einen neuen Namen" in answer.json()["errors"][0]["detail"]
    assert tell("portal-w47-2", [row(11)]).json()["corrected"] == 1
    assert Correction.objects.get().old == 12


def test_wrong_rows_are_named_by_their_place(tell, link):
    answer = tell("r", [row(12), row(7, code="zzzzzzzz"), row(1, period="2030-W01")])
    assert answer.status_code == 400
    assert [error["attr"] for error in answer.json()["errors"]] == ["rows.1.code", "rows.2.period"]
    assert not ReportedCount.objects.exists()


@pytest.mark.parametrize(
    ("body", "attr"),
    [
        ({}, "rows"),
        ({"rows": []}, "rows"),
        ({"rows": "x"}, "rows"),
        ({"rows": [{"code": "k7m2pxwd"}]}, "rows.0.step"),
        ({"rows": [row(5, "clicked")._asdict()]}, "rows.0.step"),
        ({"rows": [row(-1)._asdict()]}, "rows.0.count"),
        ({"rows": [row(10**30)._asdict()]}, "rows.0.count"),
        ({"rows": [row(5)._asdict() | {"count": "viele"}]}, "rows.0.count"),
        ([], None),
    ],
)
def test_wrong_content_is_said(client, key, link, body, attr):
    text = json.dumps(body)
    answer = client.post(ADDRESS, text, content_type="application/json", headers=signed(key[1], "r", text))
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["attr"] == attr
    assert not Report.objects.exists()


@pytest.mark.parametrize("name", ["mit leerzeichen x", "ä", "x" * 65, "a/b"])
def test_names_are_plain(tell, link, name):
    answer = tell(name, [row(1)])
    assert answer.status_code in (400, 401)
    assert not Report.objects.exists()


MINUTE = datetime.timedelta(minutes=1)


@pytest.mark.parametrize("late", [6 * MINUTE, -6 * MINUTE])
def test_an_old_report_is_refused(client, key, link, late):
    body = json.dumps({"rows": [row(1)._asdict()]})
    headers = signed(key[1], "r", body, NOW - late)
    assert client.post(ADDRESS, body, content_type="application/json", headers=headers).status_code == 401


def test_a_report_caught_on_its_way_is_worth_nothing(client, key, link, monday):
    """Sent again at once it is known already; later it is too old; under another name it is not signed."""
    body = json.dumps({"rows": [row(1)._asdict()]})
    headers = signed(key[1], "r", body)

    def send(**changes: str) -> int:
        return client.post(
            ADDRESS, body, content_type="application/json", headers=headers | changes
        ).status_code

    assert (send(), send()) == (201, 200)
    assert send(**{"webhook-id": "other"}) == 401
    monday.shift(MINUTE * 6)
    assert send() == 401
    assert ReportedCount.objects.get().total == 1


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"webhook-signature": "x"},
        {"webhook-signature": "v1,"},
        {"webhook-signature": "v1,????"},
        {"webhook-signature": "v1,ä"},
        {"webhook-signature": "v2,abc v1a,abc"},
        {"webhook-signature": ""},
        {"webhook-timestamp": "gestern"},
        {"webhook-timestamp": "1e999"},
        {"webhook-timestamp": "nan"},
        {"webhook-id": ""},
    ],
)
def test_without_a_signature_nothing_goes(client, link, headers, key):
    body = json.dumps({"rows": [row(1)._asdict()]})
    given = signed("whsec_AAAA", "r", body) | headers if headers else {}
    answer = client.post(ADDRESS, body, content_type="application/json", headers=given)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "StandardWebhooks"
    assert "Unterschrift" in answer.json()["errors"][0]["detail"]


def test_one_letter_more_is_another_body(client, key, link):
    body = json.dumps({"rows": [row(1)._asdict()]})
    headers = signed(key[1], "r", body)
    assert (
        client.post(ADDRESS, body + " ", content_type="application/json", headers=headers).status_code == 401
    )


def test_bytes_that_are_no_text(client, key):
    headers = signed(key[1], "r", "x")
    assert (
        client.post(ADDRESS, b"\xff\xfe", content_type="application/json", headers=headers).status_code == 401
    )


def test_a_persons_token_is_no_signature(client, editor, link):
    from outreach.people.models import AccessToken

    bearer = {"Authorization": f"Bearer {AccessToken.issue(editor, 'x')[1]}"}
    assert client.post(ADDRESS, "{}", content_type="application/json", headers=bearer).status_code == 401


def test_keys_are_replaced_with_a_day_in_between_and_revoked_at_once(tell, client, key, link, monday):
    old, secret = key
    new, new_secret = keys.replace(old, old.created_by)

    def accepted(name: str, with_secret: str) -> bool:
        body = json.dumps({"rows": [row(1)._asdict()]})
        headers = signed(with_secret, name, body)
        answer = client.post(ADDRESS, body, content_type="application/json", headers=headers)
        return answer.status_code != 401

    assert accepted("a", secret) and accepted("b", new_secret)
    monday.shift(keys.OVERLAP + MINUTE)
    assert not accepted("c", secret) and accepted("d", new_secret)
    keys.revoke(new)
    assert not accepted("e", new_secret)
    assert not PortalKey.objects.valid(timezone.now()).exists()


def test_a_revoked_key_is_never_brought_back(key):
    old, _secret = key
    keys.revoke(old)
    ended = PortalKey.objects.get().ends_at
    keys.replace(old, old.created_by)
    keys.revoke(old)
    assert PortalKey.objects.get(pk=old.pk).ends_at == ended


def test_a_key_nobody_can_decrypt_harms_no_other(tell, link, key, person, settings, caplog):
    broken = keys.issue("Alt", person("editor", name="ed"))[0]
    PortalKey.objects.filter(pk=broken.pk).update(secret={"key": "x"})
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("UPDATE reach_portalkey SET secret = 'unlesbar' WHERE id = %s", [broken.pk])
    assert tell("r", [row(1)]).status_code == 201
    assert "cannot be decrypted" in caplog.text


def test_secrets_are_not_stored_readable(key):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM reach_portalkey")
        (stored,) = cursor.fetchone()
    assert key[1] not in stored and key[1].removeprefix("whsec_") not in stored
