"""Dropping a file in is all a new medium takes."""

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
