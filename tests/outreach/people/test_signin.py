"""Signing in by e-mail address: no open sign-up, slow for guessers, a way back for the forgetful."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache

pytestmark = pytest.mark.django_db
LOGIN = "/konto/login/"


@pytest.fixture(autouse=True)
def nobody_tried_yet():
    cache.clear()
    yield
    cache.clear()


def test_people_sign_in_with_their_address(client, editor):
    response = client.post(LOGIN, {"login": editor.email.upper(), "password": "geheim-genug"})
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(editor.pk)


@pytest.mark.parametrize("path", ["/konto/signup/", "/konto/signup/?next=/"])
def test_there_is_no_open_sign_up(client, path, django_user_model):
    data = {"email": "neu@x.example", "password1": "ganz-geheim-123", "password2": "ganz-geheim-123"}
    client.post(path, data)
    assert not django_user_model.objects.exists()


def test_a_wrong_password_does_not_say_who_exists(client, editor):
    known = client.post(LOGIN, {"login": editor.email, "password": "falsch"}).content.decode()
    unknown = client.post(LOGIN, {"login": "niemand@stadt.example", "password": "falsch"}).content.decode()

    def comparable(page: str) -> str:
        return re.sub(r'value="[^"]*"|stadt\.example|\S+@', "", page)

    assert comparable(known) == comparable(unknown)


def test_guessing_is_stopped_with_a_page_people_understand(client, editor):
    for _ in range(5):
        client.post(LOGIN, {"login": editor.email, "password": "falsch"})
    page = client.post(LOGIN, {"login": editor.email, "password": "geheim-genug"})
    assert "_auth_user_id" not in client.session
    assert page.status_code in (200, 429)
    assert "zu viele" in page.content.decode().lower()


def test_many_tries_on_many_accounts_are_stopped_too(client):
    codes = [client.post(LOGIN, {"login": f"a{n}@x.example", "password": "falsch"}) for n in range(40)]
    last = codes[-1]
    assert last.status_code == 429
    assert "zu viele" in last.content.decode().lower()
    assert "<h1" in last.content.decode()


def test_others_may_sign_in_meanwhile(client, editor, approver):
    for _ in range(6):
        client.post(LOGIN, {"login": editor.email, "password": "falsch"}, REMOTE_ADDR="203.0.113.5")
    client.post(LOGIN, {"login": approver.email, "password": "geheim-genug"}, REMOTE_ADDR="203.0.113.6")
    assert client.session["_auth_user_id"] == str(approver.pk)


def test_a_forgotten_password_is_reset_by_mail(client, editor, mailoutbox):
    client.post("/konto/password/reset/", {"email": editor.email})
    (mail,) = mailoutbox
    assert mail.from_email.endswith("@hannover.example")
    link = re.search(r"http\S+/konto/password/reset/key/\S+", mail.body).group()
    path = "/" + link.split("/", 3)[3]
    form = client.get(path, follow=True)
    action = form.request["PATH_INFO"]
    client.post(action, {"password1": "neu-und-viel-länger", "password2": "neu-und-viel-länger"})
    editor.refresh_from_db()
    assert editor.check_password("neu-und-viel-länger")


def test_a_reset_for_nobody_says_the_same(client, editor, mailoutbox):
    known = client.post("/konto/password/reset/", {"email": editor.email})
    unknown = client.post("/konto/password/reset/", {"email": "niemand@stadt.example"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert all("niemand@stadt.example" not in mail.to for mail in mailoutbox if mail.to == [editor.email])


def test_short_passwords_are_refused(client, editor):
    client.force_login(editor)
    client.post(
        "/konto/password/change/", {"oldpassword": "geheim-genug", "password1": "kurz", "password2": "kurz"}
    )
    editor.refresh_from_db()
    assert editor.check_password("geheim-genug")


def test_inactive_people_do_not_come_in(client, editor):
    editor.is_active = False
    editor.save()
    client.post(LOGIN, {"login": editor.email, "password": "geheim-genug"})
    assert "_auth_user_id" not in client.session
