"""Staff choose their language in their account; everyone else reads German, whatever the browser says."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


def test_everyone_else_reads_german(client):
    response = client.get("/impressum/", HTTP_ACCEPT_LANGUAGE="en", HTTP_COOKIE="django_language=en")
    assert response["Content-Language"] == "de"
    assert "accept-language" not in response.get("Vary", "").lower()


def test_staff_read_their_language(client, editor):
    editor.language = "en"
    editor.save()
    client.force_login(editor)
    assert client.get("/konto/logout/")["Content-Language"] == "en"
    assert client.get("/impressum/")["Content-Language"] == "de"


def test_a_language_that_is_gone_falls_back(client, editor):
    editor.language = "tlh"
    editor.save()
    client.force_login(editor)
    assert client.get("/konto/logout/")["Content-Language"] == "de"
