"""A person asks whether a receiver knows us."""

import pytest
from django.urls import reverse

from channels.models import Channel
from tests.channels.receivers import telegram


@pytest.fixture
def chat(settings):
    settings.OUTGOING_LOOPBACK = True
    with telegram.Telegram() as server:
        yield server


@pytest.fixture
def channel(db, chat) -> Channel:
    return Channel.objects.create(
        key="chat", name="Chat", kind="telegram", secrets={"token": telegram.TOKEN},
        options={"server": chat.url, "chat": telegram.CHAT},
    )  # fmt: skip


def test_all_is_well(client, person, channel, chat):
    client.force_login(person("outreach"))
    answer = client.post(reverse("channels:check", args=[channel.pk]), follow=True)
    assert "Die Verbindung steht." in answer.content.decode() and chat.sent == []


def test_what_is_wrong_is_told(client, person, channel, chat):
    chat.chats = ()
    client.force_login(person("outreach"))
    answer = client.post(reverse("channels:check", args=[channel.pk]), follow=True)
    assert "Telegram findet den Chat nicht." in answer.content.decode()
    assert telegram.TOKEN not in answer.content.decode()


def test_nobody_is_asked_while_everything_is_only_shown(client, person, channel, chat, settings):
    settings.DELIVERY_CONSOLE = True
    client.force_login(person("outreach"))
    answer = client.post(reverse("channels:check", args=[channel.pk]), follow=True)
    assert "nur angezeigt" in answer.content.decode() and chat.requests == []
