"""Secrets: encrypted at rest, keys can change, and nowhere does one show."""

from __future__ import annotations

import io
import json
import logging

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from channels import delivery as outbox
from channels.models import Channel, Delivery
from channels.sending import secrets
from outreach.secrecy import without_secrets

pytestmark = pytest.mark.django_db
TOKEN = "1234567:AAH-sehr_geheimes_Wort_das_niemand_sieht"


@pytest.fixture
def keys(settings):
    settings.ENCRYPTION_KEYS = ["alter Schlüssel"]
    return settings


@pytest.fixture
def channel(keys) -> Channel:
    Channel.objects.create(key="c", name="Chat", kind="telegram", secrets={"token": TOKEN, "chat": "ä"})
    return Channel.objects.get(key="c")


def stored() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT secrets FROM channels_channel WHERE key = 'c'")
        return cursor.fetchone()[0]


def test_what_lies_in_the_database_is_opaque(channel):
    assert channel.secrets == {"token": TOKEN, "chat": "ä"}
    assert "geheim" not in stored() and "token" not in stored()


def test_a_second_key_takes_over(channel, keys):
    keys.ENCRYPTION_KEYS = ["neuer Schlüssel", "alter Schlüssel"]
    assert Channel.objects.get().secrets["token"] == TOKEN
    out = io.StringIO()
    call_command("reencrypt", stdout=out)
    assert "1 Eintrag" in out.getvalue() and "geheim" not in out.getvalue()
    call_command("reencrypt", stdout=out)
    assert "0 Einträge" in out.getvalue()
    keys.ENCRYPTION_KEYS = ["neuer Schlüssel"]
    assert Channel.objects.get().secrets["token"] == TOKEN


def test_what_no_key_opens_is_told_and_kept(channel, keys, publish):
    before = stored()
    keys.ENCRYPTION_KEYS = ["neuer Schlüssel"]
    with pytest.raises(CommandError, match=r"channels\.Channel"):
        call_command("reencrypt", stdout=io.StringIO())
    sealed = Channel.objects.get()  # pages and approvals go on
    assert list(sealed.secrets) == [] and "sealed" in repr(sealed.secrets)
    sealed.save()
    assert stored() == before
    publish()
    outbox.sweep()
    row = Delivery.objects.get()
    assert row.state == "failed" and "neu ein" in row.error
    keys.ENCRYPTION_KEYS = ["neuer Schlüssel", "alter Schlüssel"]
    assert Channel.objects.get().secrets["token"] == TOKEN


def test_set_anew_it_works_again(channel, keys):
    keys.ENCRYPTION_KEYS = ["neuer Schlüssel"]
    sealed = Channel.objects.get()
    sealed.secrets = {"token": "anders"}
    sealed.save()
    assert Channel.objects.get().secrets == {"token": "anders"}


@pytest.mark.parametrize(
    "change", [lambda token: token[:-4] + "AAA=", lambda token: "x", lambda token: token[::-1]]
)
def test_what_was_tampered_with_opens_for_nobody(keys, change):
    with pytest.raises(secrets.Unreadable):
        secrets.decrypt(change(secrets.encrypt("geheim")))


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=200), min_size=1, max_size=5))
def test_anything_comes_back_as_it_was(given):
    field = Channel._meta.get_field("secrets")
    assert field.to_python(field.get_prep_value(given)) == given


# --- Nowhere does one show --------------------------------------------------------------------


def test_no_representation_shows_one(channel):
    shown = f"{channel!r} {channel} {channel.secrets!r} {channel.secrets} {vars(channel)!r}"
    assert "geheim" not in shown and "token" in shown


def test_exports_keep_the_encrypted_form(channel):
    for form in ("json", "xml"):
        text = serializers.serialize(form, [channel])
        assert "geheim" not in text
    Channel.objects.all().delete()
    for row in serializers.deserialize("json", serializers.serialize("json", [channel])):
        row.save()
    assert Channel.objects.get().secrets["token"] == TOKEN


def test_dumpdata_shows_none(channel):
    out = io.StringIO()
    call_command("dumpdata", "channels.channel", stdout=out)
    assert json.loads(out.getvalue()) and "geheim" not in out.getvalue()


def test_an_adapter_that_stumbles_logs_none(channel, publish, monkeypatch, caplog):
    from channels.adapters.social import telegram

    def send(delivery):
        raise RuntimeError(f"https://api.telegram.org/bot{delivery.channel.secrets['token']}/sendMessage")

    monkeypatch.setattr(telegram, "send", send)
    publish()
    with caplog.at_level(logging.INFO):
        outbox.sweep()
    from outreach.logs import JsonFormatter, LineFormatter

    for record in caplog.records:
        for formatter in (LineFormatter(), JsonFormatter()):
            assert "geheim" not in formatter.format(record)
    assert "geheim" not in Delivery.objects.get().error


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/sendMessage", "/sendMessage"),
        (f"Token {TOKEN} taugt nicht", "taugt nicht"),
        ("Authorization: Bearer syt_abcdefgh_geheimesWort", "Authorization"),
        ("whsec_geheimesWort+/=", ""),
        ("https://ada:geheimesWort@stadt.example/pfad", "@stadt.example/pfad"),
        ("mmost://geheimesWort@chat.example", "@chat.example"),
        ("access_token=geheimesWort&x=1", "&x=1"),
        ('{"password": "geheimesWort", "b": 1}', '"b": 1'),
        ("{'client_secret': 'geheimesWort'}", "client_secret"),
        ("hub.secret=geheimesWort", "hub.secret="),
        ("-----BEGIN PRIVATE KEY-----\ngeheim\n-----END PRIVATE KEY----- Ende", "Ende"),
    ],
)
def test_secrets_are_taken_out_of_lines(line, left):
    assert "geheim" not in without_secrets(line) and left in without_secrets(line)


@pytest.mark.parametrize(
    "line",
    [
        "delivery 17 was taken over by another worker", "12:30:05 GET /stellen/ 200", "https://stadt.example/a?b=c",
        "2 Token gesperrt", "kontakt: ada@stadt.example", "key of channel c", "Das Passwort ist zu kurz.",
    ],
)  # fmt: skip
def test_other_lines_stay_as_they_are(line):
    assert without_secrets(line) == line
