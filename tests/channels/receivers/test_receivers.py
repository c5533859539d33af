"""The local receivers behave as the real ones do where our sending depends on it."""

from __future__ import annotations

import pytest
import requests

from tests.channels.receivers import mastodon, matrix, telegram


def call(url: str, data=None, method="POST", **headers):
    """(status, answer) of one request."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with requests.request(method, url, json=data, headers=named, timeout=5) as answer:
        return answer.status_code, answer.json()


def test_mastodon_knows_a_repeated_key():
    with mastodon.Mastodon() as server:
        head = {"Authorization": f"Bearer {mastodon.TOKEN}", "Idempotency_Key": "a"}
        answers = [call(f"{server.url}/api/v1/statuses", {"status": "Hallo"}, **head) for _try in "12"]
        assert answers[0] == answers[1] and len(server.statuses) == 1 and server.keys == ["a", "a"]
        assert (
            call(f"{server.url}/api/v1/statuses", {"status": "x" * 501}, **head | {"Idempotency_Key": "b"})[0]
            == 422
        )
        assert call(f"{server.url}/api/v1/statuses", {"status": "x"})[0] == 401


def test_matrix_knows_a_repeated_transaction():
    with matrix.Matrix() as server:
        path = f"{server.url}/_matrix/client/v3/rooms/{matrix.ROOM}/send/m.room.message/t1"
        head = {"Authorization": f"Bearer {matrix.TOKEN}"}
        answers = [call(path, {"body": "Hallo"}, "PUT", **head) for _try in "12"]
        assert answers[0] == answers[1] and server.bodies == ["Hallo"] and server.transactions == ["t1", "t1"]


@pytest.mark.parametrize("text", ["<b>offen", "A & B", "<p>x</p>", "x" * 4097])
def test_telegram_refuses_what_the_real_one_refuses(text):
    with telegram.Telegram() as server:
        message = {"chat_id": telegram.CHAT, "text": text, "parse_mode": "HTML"}
        assert call(f"{server.url}/bot{telegram.TOKEN}/sendMessage", message)[0] == 400
        assert server.sent == []


def test_telegram_sends_a_repeated_message_twice_and_has_its_limit():
    with telegram.Telegram(per_minute=2) as server:
        message = {"chat_id": telegram.CHAT, "text": "<b>A &amp; B</b>", "parse_mode": "HTML"}
        url = f"{server.url}/bot{telegram.TOKEN}/sendMessage"
        assert [call(url, message)[0] for _try in "123"] == [200, 200, 429]
        assert server.sent == ["A & B", "A & B"]


def test_trouble_on_demand():
    with telegram.Telegram() as server:
        url = f"{server.url}/bot{telegram.TOKEN}/getMe"
        server.refuse(503, {"ok": False}, Retry_After="7")
        server.lose()
        assert call(url, {})[0] == 503
        with pytest.raises(requests.ConnectionError):
            call(url, {})
        assert call(url, {})[0] == 200
