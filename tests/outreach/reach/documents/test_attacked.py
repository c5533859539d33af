"""The attack on other places reads documents and the pages about persons as they really are."""

from __future__ import annotations

import pytest

from outreach.reach.attacks.places import papers, persons
from outreach.reach.attacks.places.reading import Reading
from outreach.reach.attacks.registry import Outlook
from outreach.reach.attacks.running import exits, fetching
from outreach.reach.documents import words
from tests.outreach.reach.documents.conftest import NOW
from tests.outreach.reach.documents.publishing import publish, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def answers(released):
    """Beside the quarter of the documents: voluntary answers to both questions."""
    labels = {"answer": {"yes": "Ja", "no": "Nein"}}
    told = {
        ("migrationsbiografie", "2000", "yes"): shown(150),
        ("migrationsbiografie", "2000", "no"): shown(250),
    }
    publish("disclosure", ("definition", "epsilon", "answer"), told, measure="disclosure", labels=labels)


@pytest.fixture
def reader(person):
    return person("reporting")


def read(reader, *places) -> Reading:
    """What these readers find with the rights of somebody who may read reports."""
    with exits.InProcess(reader) as live:
        reading = Reading(Outlook(fetching.fetch(live), live.public, live.staff))
        for place in places:
            place.read(reading)
    return reading


def test_nothing_more_than_was_released(answers, reader, time_machine):
    time_machine.move_to(NOW, tick=False)
    of_papers, of_persons = read(reader, papers), read(reader, persons)
    assert [claim.sentence for claim in (*of_papers.claims, *of_persons.claims)] == []
    assert of_papers.places == 8 and of_papers.numbers > 120  # two papers, languages and forms
    assert of_persons.places == 5 and of_persons.numbers > 20


def test_documents_that_know_more(answers, reader, time_machine, monkeypatch):
    time_machine.move_to(NOW, tick=False)
    told = words.Words.figure

    def closer(self, figure, **how):
        return told(self, figure and figure._replace(lower=figure.lower + 1), **how)

    monkeypatch.setattr(words.Words, "figure", closer)
    assert len(read(reader, papers).claims) > 20


def test_pages_that_know_more(answers, reader, time_machine, monkeypatch):
    time_machine.move_to(NOW, tick=False)
    monkeypatch.setattr("outreach.reach.templatetags.funnel_figures._number", lambda value: str(value + 1))
    assert len(read(reader, persons).claims) > 5
