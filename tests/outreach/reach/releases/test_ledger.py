"""The book: nothing is changed, left out or put between without being seen."""

from __future__ import annotations

import pytest
from django.db import connection

from outreach.reach import releases
from outreach.reach.models import LedgerEntry, Release, ReleasedFigure
from outreach.reach.releases import ledger
from tests.outreach.reach.releases.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def released_quarter(ads):
    ads(6)
    releases.release_due(NOW)


def tamper(statement: str, *values) -> None:
    """As somebody with the database in hand would."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_whole_book(released_quarter):
    entries = list(LedgerEntry.objects.order_by("number"))
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert entries[0].previous == ledger.START and entries[1].previous == entries[0].digest
    assert ledger.breaks() == ledger.problems() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reach_releasedfigure SET value = 500 WHERE id = (SELECT MAX(id) FROM reach_releasedfigure)",
        "UPDATE reach_releasedfigure SET reason = 'small' WHERE value > 0",
        "DELETE FROM reach_releasedfigure WHERE id = (SELECT MAX(id) FROM reach_releasedfigure)",
        "UPDATE reach_release SET threshold = 3 WHERE id = (SELECT MAX(id) FROM reach_release)",
        "DELETE FROM reach_ledgerentry WHERE number = 3",
        "UPDATE reach_ledgerentry SET note = 'nichts' WHERE number = 2",
    ],
)
def test_what_was_tampered_with_is_told(released_quarter, statement):
    tamper(statement)
    assert ledger.problems()


def test_a_release_that_was_taken_out_is_missed(released_quarter):
    last = Release.objects.order_by("pk").last()
    tamper("DELETE FROM reach_releasedfigure WHERE release_id = %s", last.pk)
    tamper("DELETE FROM reach_release WHERE id = %s", last.pk)
    assert ledger.problems() == ["Im Buch stehen andere Tabellen als die veröffentlichten."]


def test_our_own_code_cannot_change_it(released_quarter):
    for model in (Release, ReleasedFigure, LedgerEntry):
        with pytest.raises(TypeError):
            model.objects.all().delete()
        with pytest.raises(TypeError):
            model.objects.update(pk=1)


def test_what_was_held_is_entered_once(db):
    for _again in range(2):
        ledger.write_held("family-channel", NOW.date(), "Budget")
    assert LedgerEntry.objects.get().kind == "held"
