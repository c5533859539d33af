"""A receiver on this machine that checks signatures as the standard says."""

from __future__ import annotations

import datetime
import json

import pytest
from django.utils import timezone
from standardwebhooks import Webhook

from channels import delivery as outbox
from channels.models import Channel
from channels.sending.http import connections
from channels.staff.channels.setup import save_channel
from tests.channels.receivers.plain import Plain
from tests.channels.receivers.server import Reply, Request


class Endpoint(Plain):
    """Echoes the code as the standard answer; `messages(key)` are those that verify."""

    def __init__(self) -> None:
        super().__init__()
        self.echo = True
        self.reply = self._echo

    def _echo(self, request: Request) -> Reply:
        said = request.data
        if said["type"] == "endpoint.verification" and self.echo:
            return Reply(200, {"challenge": said["data"]["challenge"]})
        return Reply(200)

    def verified(self, key: str) -> list[dict]:
        """The messages, each checked against this key by somebody else's code."""
        return [Webhook(key).verify(one.body, one.headers) for one in self.requests]

    @property
    def said(self) -> list[dict]:
        return [json.loads(one.body) for one in self.requests]

    @property
    def types(self) -> list[str]:
        return [one["type"] for one in self.said]


@pytest.fixture
def endpoint(settings):
    settings.OUTGOING_LOOPBACK = True
    with Endpoint() as made:
        yield made
    connections.close()


@pytest.fixture
def make_channel(endpoint, db):
    """make_channel() -> a webhook channel as a person stores it; nothing was sent yet."""

    def make(**options) -> Channel:
        address = options.pop("address", f"{endpoint.url}/hook")
        return save_channel(Channel(name="Haken", kind="webhook", options={"address": address}, **options))

    return make


@pytest.fixture
def channel(make_channel, endpoint) -> Channel:
    """A webhook channel whose address is proven; the receiver has forgotten how."""
    made = make_channel()
    outbox.sweep()
    made.refresh_from_db()
    made.deliveries.update(created_at=timezone.now() - datetime.timedelta(minutes=1))
    assert made.active, made.deliveries.values_list("state", "error")
    endpoint.requests.clear()
    return made
