"""The mail adapter, behaving as a test wants it."""

from __future__ import annotations

import contextlib
import datetime

import pytest

from channels import delivery as outbox
from channels.adapters import registry
from channels.models import Delivery

State = Delivery.State
MINUTE = datetime.timedelta(minutes=1)
DAY = datetime.timedelta(days=1)


def fresh(row: Delivery) -> Delivery:
    return Delivery.objects.get(pk=row.pk)


@pytest.fixture
def email():
    """The adapter of the kind all tests here send on."""
    return registry.get("email")


@pytest.fixture
def sent(monkeypatch, email) -> list[int]:
    """What the mail adapter was asked to send."""
    calls: list[int] = []
    monkeypatch.setattr(email, "send", lambda row: calls.append(row.pk))
    return calls


@pytest.fixture
def behave(monkeypatch, email):
    """behave(error) -> every send raises it; behave(function) -> every send calls it."""

    def set_behaviour(what) -> None:
        def send(row):
            if isinstance(what, BaseException):
                raise what
            return what(row)

        monkeypatch.setattr(email, "send", send)

    return set_behaviour


class Killed(BaseException):
    """Nobody catches it, just as nobody catches kill -9."""


@pytest.fixture
def killed_while_sending(behave, sent, monkeypatch, email):
    """killed_while_sending(now): a worker claims, sends, and dies before it writes anything down."""

    def kill(now) -> None:
        behave(Killed())
        with contextlib.suppress(Killed):
            outbox.sweep(now)
        monkeypatch.setattr(email, "send", lambda row: sent.append(row.pk))

    return kill


@pytest.fixture
def quality(monkeypatch, email):
    """quality(REPEATABLE=True) -> the mail adapter says so of itself."""

    def set_quality(**values) -> None:
        for name, value in values.items():
            monkeypatch.setattr(email, name, value, raising=False)

    return set_quality
