"""The channel form in two steps: the medium, then what it needs. Secrets are never shown again."""

import base64
import types

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from channels.adapters import registry
from channels.adapters.options import AddressField, secret
from channels.models import Channel

pytestmark = pytest.mark.django_db
TOKEN = "syt_sehr_geheim"


class Options(forms.Form):
    address = AddressField(label="Adresse")
    token = secret(forms.CharField(label="Zugangsschlüssel", help_text="Vom Betreiber."))
    extra = secret(forms.CharField(label="Zusatz", required=False))
    file = secret(forms.FileField(label="Zertifikat", required=False))
    loud = forms.BooleanField(label="Laut", required=False)

    def clean(self):
        if self.cleaned_data.get("token") == "falsch":
            raise forms.ValidationError("Der Schlüssel passt nicht.")
        return self.cleaned_data


@pytest.fixture(autouse=True)
def pager(monkeypatch, settings):
    """A medium with secrets."""
    settings.DELIVERY_CONSOLE = True  # so that no name is looked up
    module = types.ModuleType("channels.adapters.telephone.pager")
    module.NAME, module.OPTIONS, module.ABOUT = "Funkruf", Options, "Piept bei Empfangenden."
    module.render, module.send = (lambda version, channel: {}), (lambda delivery: None)
    monkeypatch.setitem(registry.all(), "pager", module)
    return module


def data(**more) -> dict:
    own = {"address": "https://funk.example/", "token": TOKEN}
    own |= {name.removeprefix("o_"): value for name, value in more.items() if name.startswith("o_")}
    rest = {name: value for name, value in more.items() if not name.startswith("o_")}
    fields = {f"medium-{name}": value for name, value in own.items() if value is not None}
    return {"kind": "pager", "name": "Funk", "active": "on", **fields, **rest}


def saved(client, **more) -> Channel:
    response = client.post(reverse("channels:new"), data(**more))
    assert response.status_code == 302, response.text
    return Channel.objects.get(name="Funk")


def test_first_the_medium_then_what_it_needs(outreach):
    first = outreach.get(reverse("channels:new")).text
    assert "Chat und soziale Netze" in first and "Weitere" in first  # a folder without a heading of its own
    assert "Funkruf" in first and 'type="radio"' in first and "Zugangsschlüssel" not in first
    second = outreach.get(reverse("channels:new") + "?kind=pager").text
    assert "Zugangsschlüssel" in second and "Piept bei Empfangenden." in second and "Anderen Weg" in second
    assert 'name="public"' not in second


@pytest.mark.parametrize("kind", ["mail_buttons", "gibtsnicht", ""])
def test_a_medium_that_is_not_offered(outreach, kind):
    assert outreach.get(reverse("channels:new"), {"kind": kind}).status_code == 422


def test_secrets_are_kept_apart_and_encrypted(outreach):
    channel = saved(outreach, o_loud="on", o_file=SimpleUploadedFile("c.p12", b"\x00p12"))
    assert channel.options == {"address": "https://funk.example/", "loud": True}
    assert channel.secrets == {"token": TOKEN, "file": base64.b64encode(b"\x00p12").decode()}


def test_secrets_are_never_shown_again(outreach):
    channel = saved(outreach, o_extra="nochgeheimer")
    text = outreach.get(reverse("channels:edit", args=[channel.pk])).text
    assert TOKEN not in text and "nochgeheimer" not in text
    assert text.count("Gesetzt. Leer lassen, um es zu behalten.") == 2
    assert "https://funk.example/" in text
    wrong = outreach.post(reverse("channels:edit", args=[channel.pk]), data(name="", o_token="neuundgeheim"))
    assert wrong.status_code == 422 and "neuundgeheim" not in wrong.text


def test_an_empty_field_keeps_the_secret_a_new_one_replaces_it(outreach):
    channel = saved(outreach, o_extra="alt")
    address = reverse("channels:edit", args=[channel.pk])
    assert outreach.post(address, data(o_token="")).status_code == 302
    channel.refresh_from_db()
    assert channel.secrets == {"token": TOKEN, "extra": "alt"}
    outreach.post(address, data(o_token="neu", o_ohne_extra="on"))
    channel.refresh_from_db()
    assert channel.secrets == {"token": "neu"}


def test_what_a_channel_must_have(outreach):
    response = outreach.post(reverse("channels:new"), data(o_token="", o_address="http://funk.example/"))
    assert response.status_code == 422
    assert "Die Adresse muss mit https:// beginnen." in response.text
    assert not Channel.objects.exists()
    assert "Der Schlüssel passt nicht." in outreach.post(reverse("channels:new"), data(o_token="falsch")).text


@pytest.mark.parametrize(
    "address",
    ["https://127.0.0.1/", "https://localhost/", "https://ada:x@funk.example/", "javascript:alert(1)"],
)
def test_addresses_that_are_not_public_are_refused_on_saving(outreach, address):
    assert outreach.post(reverse("channels:new"), data(o_address=address)).status_code == 422


def test_what_the_form_does_not_know_stays(outreach):
    channel = saved(outreach)
    Channel.objects.update(options={**channel.options, "remembered": 1})
    outreach.post(reverse("channels:edit", args=[channel.pk]), data(o_token=""))
    channel.refresh_from_db()
    assert channel.options["remembered"] == 1


def test_a_file_that_is_too_large(outreach):
    huge = SimpleUploadedFile("c.p12", bytes(300_000))
    response = outreach.post(reverse("channels:new"), data(o_file=huge))
    assert response.status_code == 422 and "zu groß" in response.text


def test_the_medium_is_told_after_saving(outreach, pager):
    told = []
    pager.saved = lambda channel: told.append(channel.pk)
    assert told == [] and [saved(outreach).pk] == told


def test_switching_on_ends_the_trouble(outreach):
    channel = saved(outreach)
    Channel.objects.update(trouble="Der Empfänger nimmt nichts mehr an.", active=False)
    address = reverse("channels:edit", args=[channel.pk])
    assert "Der Empfänger nimmt nichts mehr an." in outreach.get(address).text
    outreach.post(address, data(o_token="", active=""))
    channel.refresh_from_db()
    assert channel.trouble
    outreach.post(address, data(o_token=""))
    channel.refresh_from_db()
    assert channel.active and not channel.trouble
