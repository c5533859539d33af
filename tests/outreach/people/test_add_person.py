"""The first person of a new city: a role, and a link for the password that works without any mail."""

from __future__ import annotations

import re

import pytest
from django.core.management import CommandError, call_command

from outreach.people.models import User

pytestmark = pytest.mark.django_db


def add(capsys, *arguments: str) -> str:
    call_command("add_person", *arguments)
    return capsys.readouterr().out


def test_the_first_administrator_sets_a_password_and_signs_in(client, capsys):
    said = add(capsys, "Ada@Stadt.example", "--name", "Ada Maria Beispiel")
    person = User.objects.get()
    assert (person.email, person.first_name, person.last_name) == (
        "ada@stadt.example",
        "Ada Maria",
        "Beispiel",
    )
    assert person.has_role("administrator")

    link = re.search(r"https?://[^/]+(/konto/\S+)", said)[1]
    page = client.get(link, follow=True)
    form = {"password1": "viele-gute-wege-2", "password2": "viele-gute-wege-2"}
    client.post(page.redirect_chain[-1][0], form)
    client.post("/konto/login/", {"login": person.email, "password": "viele-gute-wege-2"})
    assert client.get("/einstellungen/").status_code == 200
    assert client.get(link, follow=True).status_code == 200
    person.refresh_from_db()
    assert person.check_password("viele-gute-wege-2")


def test_a_second_role_for_somebody_who_is_there(capsys, editor):
    add(capsys, editor.email, "--role", "reporting")
    add(capsys, editor.email, "--role", "reporting")
    assert User.objects.get(pk=editor.pk).role_set == {"editor", "reporting"}


def test_who_is_locked_stays_locked(editor):
    User.objects.filter(pk=editor.pk).update(is_active=False)
    with pytest.raises(CommandError, match="gesperrt"):
        call_command("add_person", editor.email)
    assert User.objects.get(pk=editor.pk).role_set == {"editor"}


def test_an_address_that_is_none():
    with pytest.raises(CommandError, match="keine E-Mail-Adresse"):
        call_command("add_person", "ada")
    assert not User.objects.exists()
