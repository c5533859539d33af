"""Telegram, against a server that behaves like it: nothing is sent twice, no token gets out."""

from __future__ import annotations

import datetime
import logging

import pytest

from channels import publishing
from channels.adapters.social import telegram
from channels.models import Delivery
from channels.sending.errors import SendError, Unconfirmed
from tests.channels.receivers.telegram import TOKEN


@pytest.mark.parametrize("title", ["A & B <b>C</b>", "</b> &lt; & #&#x", "👩🏽‍🔧 " * 60, "مهندس " * 30])
@pytest.mark.usefixtures("approved_before_the_check")
def test_any_title_arrives_as_it_was_approved(in_chat, chat, waiting, title):
    row = waiting(in_chat, title=title[:200])
    assert telegram.send(row) == {"message_id": 1}
    assert chat.sent == [row.rendition["text"]]


def test_a_lost_answer_is_asked_about_and_never_sent_again(in_chat, chat, waiting, sweep):
    row = waiting(in_chat)
    chat.lose()
    sweep()
    sweep()
    row.refresh_from_db()
    assert row.state == "unconfirmed" and len(chat.sent) == 1


def test_the_end_is_told_in_the_same_message(in_chat, chat, waiting, sweep, approver):
    row = waiting(in_chat)
    sweep()
    publishing.close(row.posting, by=approver)
    sweep()
    assert len(chat.sent) == 1 and chat.messages[1].startswith("Nicht mehr frei: ")


def test_what_is_too_old_to_be_deleted_is_changed(in_chat, chat, waiting, sweep, approver):
    in_chat.options["at_end"] = "delete"
    in_chat.save()
    young, old = waiting(in_chat, title="Jung"), waiting(in_chat, title="Alt")
    sweep()
    chat.old.add(2)
    for row in (young, old):
        publishing.close(row.posting, by=approver)
    sweep()
    assert list(chat.messages) == [2] and chat.messages[2].startswith("Nicht mehr frei: Alt")


def test_what_cannot_be_changed_is_answered(in_chat, chat, waiting, sweep, approver):
    row = waiting(in_chat)
    sweep()
    chat.frozen.add(1)
    publishing.close(row.posting, by=approver)
    sweep()
    assert chat.messages[2].startswith("Nicht mehr frei: ")
    assert Delivery.objects.get(action="close").remote == {"message_id": 2, "how": "answered"}


def test_telling_the_end_twice_is_telling_it_once(in_chat, chat, waiting, sweep, approver):
    row = waiting(in_chat)
    sweep()
    publishing.close(row.posting, by=approver)
    ending = Delivery.objects.get(action="close")
    telegram.send(ending)
    sweep()
    ending.refresh_from_db()
    assert ending.state == "sent" and len(chat.sent) == 1


def test_an_event_that_is_cancelled(in_chat, chat, tell_event):
    tell_event(in_chat, "publish")
    tell_event(in_chat, "close")
    assert [text.split(":")[0] for text in chat.messages.values()] == ["Fällt aus", "Fällt aus"]


def test_too_fast(in_chat, chat, waiting):
    chat.refuse(429, {"ok": False, "parameters": {"retry_after": 7}})
    with pytest.raises(SendError) as caught:
        telegram.send(waiting(in_chat))
    assert caught.value.retry_after == datetime.timedelta(seconds=7)
    assert not caught.value.permanent and not isinstance(caught.value, Unconfirmed)


@pytest.mark.parametrize(
    ("status", "said", "words"),
    [
        (400, "Bad Request: chat not found", "findet den Chat nicht"),
        (400, "Bad Request: group chat was upgraded to a supergroup chat", "-100777"),
        (403, "Forbidden: bot was kicked from the supergroup chat", "entfernt"),
        (400, "Bad Request: not enough rights to send text messages", "Recht"),
        (401, "Unauthorized", "Token"),
        (400, "Bad Request: something new", "Antwort 400"),
    ],
)
def test_refusals_in_plain_words(in_chat, chat, waiting, status, said, words):
    chat.refuse(status, {"ok": False, "description": said, "parameters": {"migrate_to_chat_id": -100777}})
    with pytest.raises(SendError, match=words) as caught:
        telegram.send(waiting(in_chat))
    assert caught.value.permanent


@pytest.mark.parametrize("trouble", ["lose", "refuse", "away", "elsewhere"])
def test_the_token_gets_nowhere(in_chat, chat, waiting, caplog, trouble):
    """Not into errors, their causes, the row or the log, whatever goes wrong."""
    caplog.set_level(logging.DEBUG)
    row = waiting(in_chat)
    if trouble == "lose":
        chat.lose()
    elif trouble == "refuse":
        chat.refuse(400, {"ok": False, "description": f"bad {TOKEN}"})
    else:
        in_chat.options["server"] = "http://127.0.0.1:9" if trouble == "away" else "http://10.0.0.1"
        in_chat.save()
        row.refresh_from_db()
    with pytest.raises(SendError) as caught:
        telegram.send(row)
    error: BaseException | None = caught.value
    while error:
        assert TOKEN not in repr(error) + str(error) + repr(vars(error))
        error = error.__cause__ or error.__context__
    assert TOKEN not in caplog.text and "telegram-secret" not in caplog.text


def test_the_connection_can_be_checked(in_chat, chat):
    assert telegram.check(in_chat) == []
    chat.chats = ()
    assert "Chat" in telegram.check(in_chat)[0]
    in_chat.secrets = {"token": "1:x"}
    assert "Token" in telegram.check(in_chat)[0]


def test_the_form(in_chat):
    good = {"token": TOKEN, "chat": "@stellen_neustadt", "server": in_chat.options["server"]}
    assert telegram.OPTIONS(good).is_valid()
    assert not telegram.OPTIONS({**good, "chat": "../getMe"}).is_valid()
    assert not telegram.OPTIONS({**good, "token": "1:a/../b"}).is_valid()
    assert not telegram.OPTIONS({**good, "server": "http://192.168.0.1"}).is_valid()
    assert telegram.OPTIONS.base_fields["token"].secret
