"""Facts that must be the same in both languages."""

from __future__ import annotations

import pytest

from channels.translating.facts import differences

SAME = [
    ("3.303,85 € bis 4.409,39 €", "€3,303.85 to €4,409.39"),
    ("3.303,85 €", "3\u00a0303,85 €"),
    ("39 Stunden", "٣٩ ساعة"),
    ("39,0 Stunden in der Woche", "39 hours a week"),
    ("bis zum 31.01.2027", "until 31/01/2027"),
    ("bis 31.01.2027", "31 Ocak 2027'ye kadar"),
    ("Besoldungsgruppe A 10", "grade A10"),
    ("Entgeltgruppe E 9b TVöD", "Pay group E9b"),
    ("Deutsch B2", "German at level B2"),
    ("Fragen: a.demir@stadt.example, 0511 168-1234", "Questions: a.demir@stadt.example, 0511 168-1234"),
    ("https://stadt.example/jobs/", "https://stadt.example/jobs"),
    ("Sie beraten Menschen.", "You advise people."),
]
DIFFERENT = [
    ("39 Stunden", "38 hours", ["Zahl fehlt in der Übersetzung: 39.", "Zahl steht nicht im Deutschen: 38."]),
    ("Niveau B2", "level C1", ["Sprachniveau fehlt", "Sprachniveau steht nicht"]),
    ("E 9b", "E 9a", ["Entgeltgruppe fehlt", "Entgeltgruppe steht nicht"]),
    ("a@stadt.example", "b@stadt.example", ["E-Mail-Adresse fehlt", "E-Mail-Adresse steht nicht"]),
    ("siehe https://a.example", "see", ["Internetadresse fehlt"]),
    ("Kommen Sie!", "Pay 500 € first", ["Zahl steht nicht im Deutschen: 500."]),
]


@pytest.mark.parametrize(("source", "text"), SAME)
def test_the_same_facts(source, text):
    assert differences(source, text) == []


@pytest.mark.parametrize(("source", "text", "said"), DIFFERENT)
def test_other_facts_are_told(source, text, said):
    found = differences(source, text)
    assert len(found) == len(said)
    assert all(one.startswith(beginning) for one, beginning in zip(found, said, strict=True))
