"""Dropping a file in is all a new medium takes."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command

from channels import adapters, publishing
from channels.adapters import registry
from channels.models import Channel, Delivery

FAX = """
NAME = "Fax"
sent = []

def render(version, channel):
    return {"text": version.title}

def send(delivery):
    sent.append(delivery.rendition["text"])
"""


@pytest.fixture
def fax(tmp_path, monkeypatch):
    """A new medium in a group of its own."""
    group = tmp_path / "telephone"
    group.mkdir()
    (group / "__init__.py").touch()
    (group / "fax.py").write_text(FAX, encoding="utf-8")
    monkeypatch.setattr(adapters, "__path__", [*adapters.__path__, str(tmp_path)])
    registry.all.cache_clear()
    yield registry.get("fax")
    registry.all.cache_clear()


@pytest.mark.parametrize(("kind", "module"), sorted(registry.all().items()))
def test_every_adapter_has_the_same_shape(kind, module):
    assert str(module.NAME)
    assert callable(module.render)
    assert module.__doc__, kind
    assert not hasattr(module, "render_close") or registry.sends(kind)


def test_a_dropped_file_is_a_medium(fax, make_posting, approver):
    Channel.objects.create(key="fax", name="Fax", kind="fax")
    publishing.approve(make_posting(title="Stelle"), by=approver)
    from channels import delivery

    delivery.sweep()
    assert fax.sent == ["Stelle"]
    assert Delivery.objects.get().state == "sent"
    assert ("fax", "Fax") in registry.offered()


@pytest.mark.django_db
def test_a_new_medium_makes_no_migration(fax):
    call_command("makemigrations", "channels", check=True, dry_run=True, stdout=StringIO())


@pytest.mark.parametrize(("kind", "module"), sorted(registry.all().items()))
def test_what_an_adapter_says_of_its_pace_has_the_right_type(kind, module):
    assert registry.rate(kind) is None or registry.rate(kind).per_second > 0
    assert registry.hours(kind) is None or all(isinstance(one, datetime.time) for one in registry.hours(kind))
    assert isinstance(getattr(module, "REPEATABLE", False), bool | datetime.timedelta)
    assert isinstance(registry.fallback_rank(kind), int | None)


def test_some_receivers_recognise_a_message_only_for_a_while(fax, monkeypatch):
    hour = datetime.timedelta(hours=1)
    assert not registry.is_repeatable("fax")
    monkeypatch.setattr(fax, "REPEATABLE", hour, raising=False)
    assert registry.is_repeatable("fax", hour / 2)
    assert not registry.is_repeatable("fax", hour * 2)
