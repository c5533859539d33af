"""What is said about ranges: never more than is certain."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outreach.reach.reports.groups import Entry, groups
from outreach.reach.reports.sentences import below, headings, listed, verdict
from outreach.reach.reports.spans import Span


def said(*ranges: tuple[str, int, int | None]) -> tuple[str, ...]:
    return verdict(groups(Entry(name, Span(low, high)) for name, low, high in ranges), 5, "über {name}")


def test_one_above_all():
    assert said(("A", 200, 204), ("B", 20, 24), ("C", 0, 4)) == (
        "Die meisten Aufrufe gab es über A: 200 bis 204.",
        "Der Abstand zu allen anderen ist gesichert.",
    )


def test_close_ones_are_named():
    assert said(("A", 200, 204), ("B", 190, 194), ("C", 0, 4)) == (
        "Die meisten Aufrufe gab es über A (200 bis 204), aber der Unterschied zu B ist nicht gesichert.",
        "Bei 1 weiteren Eintrag waren es gesichert weniger.",
    )


def test_a_chain_claims_nothing_wrong():
    """A and C are in one group, since B lies between them; still C is certainly below A."""
    first, second = said(("A", 200, 204), ("B", 165, 169), ("C", 135, 139))
    assert first.endswith("aber der Unterschied zu B ist nicht gesichert.")
    assert second == "Bei 1 weiteren Eintrag waren es gesichert weniger."


def test_many_are_counted():
    first, second = said(*((name, 50, 54) for name in "ABCDE"))
    assert "der Unterschied zu 4 anderen" in first
    assert second == "Kein Abstand zu anderen ist gesichert."


def test_nothing_is_known():
    assert said(("A", 0, 4), ("B", 0, None))[0].startswith("Noch nicht genug Daten")
    assert said()[0].startswith("Noch nicht genug Daten")
    assert headings(groups([Entry("A", Span(0, 4)), Entry("B", Span(0, None))])) == [""]
    assert headings(groups([Entry("A", Span(5, 9)), Entry("B", Span(0, None))])) != [""]


def test_alone():
    assert said(("A", 20, 24))[1] == "Zum Vergleichen gibt es nichts anderes."
    assert headings(groups([Entry("A", Span(20, 24))])) == [""]


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 30)), min_size=1, max_size=9))
def test_certain_means_certain(pairs):
    entries = [Entry(f"K{n}", Span(low, low + width)) for n, (low, width) in enumerate(pairs)]
    told = verdict(groups(entries), 5)
    if "Abstand zu allen anderen ist gesichert" in told[1]:
        best = max(entries, key=lambda entry: entry.span.lower)
        assert all(below(entry, best) for entry in entries if entry is not best)
    assert not told[0].startswith("Noch nicht") or all(not entry.span.known for entry in entries)


def test_lists_of_names():
    assert [listed("ABC"[:n]) for n in range(4)] == ["", "A", "A und B", "A, B und C"]
