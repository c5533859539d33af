"""Released tables over REST: exactly what was released, for staff alone."""

from __future__ import annotations

import pytest

from outreach.demo import year
from outreach.reach import released
from tests.outreach.reach.attacks.conftest import NOW
from tests.postings.api.conftest import client_of

pytestmark = pytest.mark.django_db
TABLES = "/api/v1/reach/tables/"


@pytest.fixture
def a_year(db):
    return year.load(NOW, postings=3, channels=3, weeks=4)


def test_every_release_is_listed_and_read(person, a_year):
    api = client_of(person("reporting"))
    rows = api.get(TABLES).json()["tables"]
    assert len(rows) == len(released.releases()) >= 4
    assert [row["last"] for row in rows] == sorted(row["last"] for row in rows)
    newest = rows[-1]
    content = api.get(f"{TABLES}{newest['name']}/{newest['last']}/").json()
    assert {key: content[key] for key in newest} == newest
    table = released.latest(newest["name"])
    assert {tuple(cell["key"]): (cell["value"], cell["lower"]) for cell in content["cells"]} == {
        key: (figure.value, figure.lower) for key, figure in table.cells.items()
    }
    assert content["dimensions"] == list(table.dimensions) and content["threshold"] == table.threshold


def test_what_was_not_released(person, a_year):
    api = client_of(person("editor"))
    for path in ("posting-channel/2020-01-05/", "nothing/2026-11-22/", "posting-channel/2026-02-31/"):
        assert api.get(TABLES + path).status_code == 404


def test_only_staff(person, a_year):
    assert client_of(person()).get(TABLES).status_code == 403
    api = client_of(person("outreach"))
    assert api.get(TABLES).status_code == 200
    assert api.post(TABLES, {}).status_code in (403, 405)
