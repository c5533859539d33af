"""Waking the workers never hurts a request: it is quick, and a broker that is away is only logged."""

from __future__ import annotations

import socket
import time

import pytest
from celery import Celery

from outreach import metrics
from outreach.background import broker, wakeup


@pytest.fixture(autouse=True)
def nothing_failed_yet(monkeypatch):
    monkeypatch.setattr(wakeup, "_silent_until", 0.0)


def celery_on(url: str, **options) -> Celery:
    app = Celery("test", broker=url, set_as_current=False)
    app.conf.update(
        broker_connection_timeout=2,
        broker_transport_options=options or {"max_retries": 0, "socket_connect_timeout": 2},
        task_default_queue="outreach",
    )
    return app


def test_a_wakeup_lands_in_the_embedded_broker(monkeypatch, tmp_path):
    broker.register()
    broker.reset(tmp_path, "outreach")
    monkeypatch.setattr(wakeup, "app", celery_on("embedded://localhost", folder=str(tmp_path)))
    assert wakeup.wake("channels.tasks.deliver_due")
    (message,) = (tmp_path / "messages").iterdir()
    assert "channels.tasks.deliver_due" in message.read_text()


def test_a_task_is_taken_as_well_as_its_name(monkeypatch, tmp_path):
    from channels.tasks import deliver_due

    broker.register()
    broker.reset(tmp_path, "outreach")
    monkeypatch.setattr(wakeup, "app", celery_on("embedded://localhost", folder=str(tmp_path)))
    assert wakeup.wake(deliver_due)
    assert "channels.tasks.deliver_due" in next((tmp_path / "messages").iterdir()).read_text()


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0", "amqp://127.0.0.1:1//"])
def test_a_broker_that_is_away_is_logged_and_not_asked_again_at_once(monkeypatch, caplog, url):
    monkeypatch.setattr(wakeup, "app", celery_on(url))
    before = metrics.WAKEUPS_LOST._value.get()
    assert not wakeup.wake("channels.tasks.deliver_due")
    assert not wakeup.wake("channels.tasks.deliver_due")
    assert caplog.text.count("Der Broker nimmt keine Weckrufe an") == 1
    assert metrics.WAKEUPS_LOST._value.get() == before + 2


def test_a_broker_that_takes_connections_and_says_nothing_blocks_only_shortly(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        options = {"max_retries": 0, "socket_connect_timeout": 1, "socket_timeout": 1}
        monkeypatch.setattr(wakeup, "app", celery_on(url, **options))
        start = time.monotonic()
        assert not wakeup.wake("channels.tasks.deliver_due")
        assert time.monotonic() - start < 5


def test_a_full_disk_is_no_error_either(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    broker.register()
    monkeypatch.setattr(wakeup, "app", celery_on("embedded://localhost", folder=str(tmp_path / "file")))
    assert not wakeup.wake("channels.tasks.deliver_due")
