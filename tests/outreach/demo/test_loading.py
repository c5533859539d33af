"""Loading: whole or not at all, never out of date, only on one's own machine."""

import datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import OperationalError

from outreach.demo import accounts_exist
from outreach.demo.load import load
from outreach.people.models import Role, User
from postings.models import Posting


def test_accounts_are_recognised(db):
    assert not accounts_exist()
    User.objects.create_user("x", "redaktion@hannover.example")
    assert accounts_exist()


def test_pages_for_staff_say_that_figures_are_invented(client, person):
    client.force_login(person(Role.REPORTING))
    assert "erfunden" not in client.get("/reichweite/").content.decode()
    User.objects.create_user("x", "redaktion@hannover.example")
    text = client.get("/reichweite/").content.decode()
    assert "Ausschreibungen ·&nbsp;Demo" in text and "Zahlen sind erfunden" in text
    assert "erfunden" not in client.get("/stellen/").content.decode()  # pages for everybody ask nothing


def test_accounts_exist_is_quiet_before_the_first_migration(monkeypatch):
    def no_table(**lookups):
        raise OperationalError("no such table: people_user")

    monkeypatch.setattr(User.objects, "filter", no_table)
    assert accounts_exist() is False


@pytest.mark.parametrize("years", [1, 7])
def test_a_demo_loaded_years_later_is_as_fresh(db, years):
    now = datetime.datetime(2026 + years, 3, 17, 12, tzinfo=datetime.UTC)
    with time_machine.travel(now, tick=False):
        load(now)
    for posting in Posting.objects.filter(created_at__gt=now - datetime.timedelta(weeks=12)):
        assert now.date() + datetime.timedelta(days=20) < posting.deadline
        assert posting.deadline < now.date() + datetime.timedelta(days=120)


def test_a_load_that_fails_leaves_nothing_behind(db, monkeypatch):
    monkeypatch.setattr("outreach.demo.past.release_reports", lambda now: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        load()
    assert not accounts_exist() and not Posting.objects.exists()


def test_command_refuses_where_others_could_reach_the_service(db, settings):
    settings.PUBLIC_URL = "https://stellen.stadt.example"
    with pytest.raises(CommandError, match="eigenen Rechner"):
        call_command("load_demo")
    assert not accounts_exist()
