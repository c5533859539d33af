"""A week of a large city: as little as possible for each of millions of cells, and the same figures."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.models import Link
from outreach.reach import releases
from outreach.reach.opening.kinds import Kind
from outreach.reach.protection.rounding import Bracket
from outreach.reach.released.figure import TOTAL, Figure, add
from outreach.reach.releases import openings, registry, running
from outreach.reach.releases.calendar import DAY, Period
from outreach.reach.releases.writing import derived
from tests.outreach.reach.releases.conftest import NOW, count

MONDAY = NOW.date() - DAY
WEEK = Period("week", "", MONDAY, MONDAY, MONDAY)

brackets = st.builds(
    lambda lower, width, hidden: Bracket(
        None if hidden else lower, lower, None if width is None else lower + width
    ),
    st.integers(0, 50),
    st.one_of(st.none(), st.integers(0, 9)),
    st.booleans(),
)
keys = st.tuples(*[st.sampled_from(["a", "b", "c", TOTAL])] * 3)


@given(st.dictionaries(keys, brackets, max_size=12), st.sets(st.sampled_from("xyz")))
def test_sums_of_what_is_shown(cells, names):
    table = SimpleNamespace(dimensions=("x", "y", "z"), derived=tuple(sorted(names)))
    steps = [{name} for name in table.derived] + ([names] if len(names) > 1 else [])
    expected: dict[tuple[str, ...], list[Figure]] = {}
    for key, bracket in cells.items():
        for step in steps:
            place = tuple(TOTAL if name in step else part for name, part in zip("xyz", key, strict=True))
            if place != key and place not in cells:
                expected.setdefault(place, []).append(Figure(*bracket))
    assert derived(cells, table) == {key: tuple(add(group)) for key, group in expected.items()}


@pytest.mark.django_db
def test_a_week_counts_each_ad_on_each_channel_once(ads, monkeypatch):
    """Not by language and medium, of which its tables tell nothing."""
    links = ads(5)
    for number, link in enumerate(links[:4]):
        other = Link.objects.create(
            code=f"t{number}",
            posting=link.posting,
            channel=link.channel,
            language="tr",
            created_at=link.created_at,
        )
        count(other, 3, MONDAY - DAY, medium="qr")
    monkeypatch.setattr(openings, "_ADS_AT_ONCE", 2)
    parts = list(openings.count_parts(WEEK))
    assert [len(part) for part in parts] == [4, 4, 2]
    whole = openings.openings(("posting", "channel"), None, MONDAY - DAY)
    found = {atom[:2]: number for part in parts for atom, number in part.items()}
    assert found == {
        (str(link.posting_id), str(link.channel_id)): whole.get((link.posting_id, link.channel_id), 0)
        for link in links
    }
    assert {atom[4] for part in parts for atom in part} == {Kind.PERSON.value}
    assert {atom[:4] + atom[5:] for part in parts for atom in part} == {(*key, *[""] * 6) for key in found}


@pytest.mark.django_db
def test_equal_counts_are_protected_once(ads, monkeypatch):
    links = ads(8)
    asked = []
    made = running.protect
    monkeypatch.setattr(
        running, "protect", lambda *given, **rules: asked.append(given) or made(*given, **rules)
    )
    releases.release_due(NOW)
    counts = registry.find("posting-channel").count(WEEK)
    assert len(asked) == len(set(counts.values())) < len(links)
