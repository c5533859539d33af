"""The page that shows the last signed report: who reads it, what it keeps to itself."""

from __future__ import annotations

import datetime
import json

import pytest
from django.utils import timezone

from outreach.reach.attacks.registry import Outlook
from outreach.reach.attacks.running import report, suite
from tests.outreach.reach.attacks.paper import exact, hidden_only, paper, table, with_total

PAGE, FILE = "/reichweite/angriffe/", "/reichweite/angriffe/bericht.json"


@pytest.fixture
def reading(client, reader, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    client.force_login(reader)
    return client


def write(*tables: dict, days_ago: int = 0) -> None:
    found = paper(*tables)
    now = timezone.now() - datetime.timedelta(days=days_ago)
    content = report.make(suite.run(Outlook(found), None), found, "live", now)
    report.write(report.folder() / report.FILE, report.signed(content))


def broken() -> dict:
    return table(with_total({("1", "a"): 3, ("2", "a"): 12}, hidden_only, exact))


def words(reply) -> str:
    return " ".join(reply.content.decode().split())


def test_before_the_first_report(reading):
    page = words(reading.get(PAGE))
    assert "Noch kein Bericht" in page and "bericht.json" not in page
    assert reading.get(FILE).status_code == 404


def test_a_green_report(reading):
    write(table({("1", "a"): (None, 0, 4)}))
    page = words(reading.get(PAGE))
    assert "Kein Angriff ist gelungen" in page and "Differenzen" in page and "/echt/schluessel.json" in page
    assert "Dieser Bericht ist alt" not in page and "style=" not in page
    reply = reading.get(FILE)
    assert json.loads(b"".join(reply.streaming_content))["report"]["succeeded"] == []
    assert reply["Content-Disposition"].startswith('attachment; filename="angriffe-')


def test_a_red_report_keeps_to_itself_what_was_found(reading):
    write(broken())
    page = words(reading.get(PAGE))
    assert "3 Angriffe sind gelungen" in page and "genau 3" not in page
    assert reading.get(FILE).status_code == 404


def test_an_old_report(reading):
    write(days_ago=40)
    assert "Dieser Bericht ist alt" in words(reading.get(PAGE))


def test_a_changed_report_is_not_shown(reading):
    write(broken())
    path = report.folder() / report.FILE
    path.write_text(path.read_text().replace('"succeeded": [', '"succeeded": ["x", '))
    assert "Noch kein Bericht" in words(reading.get(PAGE))


def test_the_protection_page_leads_here(reading):
    assert f'href="{PAGE}"' in words(reading.get("/reichweite/schutz/"))


def test_only_staff(client, person):
    assert client.get(FILE).status_code == 302
    client.force_login(person())
    assert client.get(FILE).status_code == client.get(PAGE).status_code == 403
