"""While the console twin is on, nothing leaves this machine but readable lines."""

from __future__ import annotations

import types

import pytest

from channels import delivery as outbox
from channels.adapters import registry
from channels.models import Channel, Delivery
from channels.sending import console

pytestmark = pytest.mark.django_db


@pytest.fixture
def pager(monkeypatch, settings):
    settings.DELIVERY_CONSOLE = True
    module = types.ModuleType("pager")
    module.NAME = "Funkruf"
    module.render = lambda version, channel: {"text": f"{version.title}\x1b[31m\u202e"}
    module.send = lambda delivery: pytest.fail("sent")
    monkeypatch.setitem(registry.all(), "pager", module)
    Channel.objects.create(key="p", name="Funk", kind="pager", secrets={"token": "syt_sehrgeheim"})
    return module


def test_it_is_shown_instead_of_sent(pager, publish, capsys):
    publish(title="Sachbearbeitung")
    outbox.sweep()
    shown = capsys.readouterr().out
    assert Delivery.objects.get().state == "sent" and Delivery.objects.get().remote == {"console": True}
    assert "| --- Funkruf · Funk · Veröffentlichung" in shown and "Sachbearbeitung" in shown
    assert all(line.startswith("| ") or line == "|" for line in shown.splitlines())
    assert "\x1b" not in shown and "\u202e" not in shown


def test_an_adapter_has_its_own_words(pager, publish, capsys):
    pager.show = lambda delivery: "Piep\nAuthorization: Bearer syt_sehrgeheim"
    publish()
    outbox.sweep()
    shown = capsys.readouterr().out
    assert "| Piep\n" in shown and "sehrgeheim" not in shown


def test_switched_off_it_sends(pager, publish, settings):
    settings.DELIVERY_CONSOLE, sent = False, []
    pager.send = sent.append
    publish()
    outbox.sweep()
    assert len(sent) == 1


def test_mail_keeps_its_own_twin(settings, mail_delivery, mailoutbox):
    settings.DELIVERY_CONSOLE = True
    outbox.sweep()
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("kind", sorted(kind for kind in registry.all() if registry.sends(kind)))
def test_every_medium_that_sends_has_a_twin(kind):
    adapter = registry.get(kind)
    assert getattr(adapter, "OWN_TWIN", False) or callable(getattr(adapter, "show", None))


def test_without_words_of_its_own_the_rendition_is_shown(pager, publish):
    publish(title="Sachbearbeitung")
    assert '"text": "Sachbearbeitung' in console.as_text(pager, Delivery.objects.get())
