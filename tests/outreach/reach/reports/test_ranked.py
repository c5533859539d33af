"""Long lists: the same groups, sentences, charts and files as from all entries, of which few are read."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from channels.models import Channel, Partner
from outreach.reach import released
from outreach.reach.exports import csv_file, xlsx_file
from outreach.reach.models import Release, ReleasedFigure
from outreach.reach.released import TOTAL, Figure, Ranking
from outreach.reach.released.ranking import Bracket, Ranked
from outreach.reach.reports import ranked, sentences
from outreach.reach.reports.derived import by_partner, together
from outreach.reach.reports.groups import Entry, groups
from outreach.reach.reports.questions import NoSuchPart
from outreach.reach.reports.questions.channels import crossing as channels
from outreach.reach.reports.questions.partners import crossing as partners
from outreach.reach.reports.questions.postings import crossing as postings
from outreach.reach.reports.spans import Span
from outreach.reach.templatetags import partner_reach
from postings.models import Posting

NOW = datetime.datetime(2026, 10, 6, tzinfo=datetime.UTC)


class Held(Ranking):
    """A ranking whose rows are given."""

    rows: list[Ranked]

    def head(self, count):
        return self.rows[:count]

    def between(self, lowest, highest):
        return (row for row in self.rows if lowest <= row.figure.lower <= highest)

    def having(self, figures):
        wanted = list(figures)
        return [row for row in self.rows if row.figure in wanted]


def held(figures: list[Figure]) -> Held:
    """Named by their places, in order."""
    order = sorted(
        (-one.lower, -(one.lower if one.upper is None else one.upper), f"{number:03}", one)
        for number, one in enumerate(figures)
    )
    rows = [Ranked(name, name, one) for _lower, _upper, name, one in order]
    counted = {one: sum(other == one for other in figures) for one in {row.figure: None for row in rows}}
    made = Held(
        "t", NOW.date(), NOW.date(), NOW, "rounding", 5, 5, "", ("posting", "channel"), {},
        tuple(Bracket(*found) for found in counted.items()), None, None, "one", None,
    )  # fmt: skip
    object.__setattr__(made, "rows", rows)
    return made


some_figures = st.builds(
    lambda lower, width: Figure(lower or None, lower, None if width is None else lower + width),
    st.integers(0, 60).map(lambda number: 5 * number),
    st.one_of(st.just(4), st.integers(0, 80), st.none()),
)


@given(st.lists(some_figures, max_size=40), st.integers(1, 9))
def test_the_same_groups_as_from_all_entries(figures, head):
    entries = [Entry(f"{n:03}", Span.of(one), f"{n:03}") for n, one in enumerate(figures)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranked, "HEAD", head)
        found, wanted = ranked.LongList(held(figures)), groups(entries)
        assert [list(group) for group in found] == wanted
        assert [len(group) for group in found] == [len(group) for group in wanted]
        for one, other in zip(found, wanted, strict=True):
            assert [list(one[:stop]) for stop in range(4)] == [other[:stop] for stop in range(4)]
            assert list(one[2:]) == other[2:]
            assert one[0] == other[0]
        assert found.standing() == sentences.standing(wanted)


@pytest.fixture
def large(db, editor):
    """340 ads on two channels, every third hidden; many say the same, and one is gone by now."""
    ways = [Channel.objects.create(key=f"w{n}", name=f"Weg {n}", kind="job_page") for n in range(2)]
    ads = Posting.objects.bulk_create(
        [Posting(slug=f"a{n}", title=f"Stelle {7919 * n % 997}", created_by=editor) for n in range(340)]
    )
    keys = [*(str(ad.pk) for ad in ads), str(ads[-1].pk + 1000)]
    release = Release.objects.create(
        table="posting-channel", period="2026-09-27", first="2026-01-05", until="2026-09-28",
        measure="openings", protection_class="clicks", dimensions=["posting", "channel"], method="rounding",
        base=5, threshold=5, running=True, digest="0" * 64,
        labels={"posting": {keys[-1]: "Stelle 50 damals"}},
    )  # fmt: skip
    cells = {
        (key, str(way.pk)): 0 if number % 3 == 0 else (number * 31 + place) % 23 * (number % 19) // 5 * 5
        for number, key in enumerate(keys)
        for place, way in enumerate(ways)
    }
    cells |= {(keys[-1], str(way.pk)): 40 * place + 955 for place, way in enumerate(ways)}  # alone with it
    sums = [(key, TOTAL) for key in keys] + [(TOTAL, str(way.pk)) for way in ways] + [(TOTAL, TOTAL)]
    figures = [(key, lower, lower + 4) for key, lower in cells.items()]
    for one, two in sums:
        parts = [low for (a, b), low in cells.items() if one in (a, TOTAL) and two in (b, TOTAL)]
        figures.append(((one, two), sum(parts), sum(parts) + 4 * len(parts)))
    ReleasedFigure.objects.bulk_create(
        [
            ReleasedFigure(
                release=release, series=release, one=one, two=two, value=low or None, lower=low, upper=high
            )
            for (one, two), low, high in figures
        ]
    )
    return [str(way.pk) for way in ways]


def both(part: str):
    """A long list's report as it is, and as the whole table gives it."""
    if part:
        whole = replace(channels, table=lambda key: released.latest("posting-channel", channel=key))
        return channels.report(part), whole.report(part)
    whole = replace(postings, table=lambda _key: released.latest("posting-channel", channel=TOTAL))
    return postings.report(), whole.report()


@pytest.mark.parametrize("side", ["all ads", "one channel's"])
def test_the_same_report_as_from_the_whole_table(large, side):
    short, whole = both(large[0] if side == "one channel's" else "")
    assert short.chart == whole.chart
    assert short.sentences == whole.sentences
    assert (short.title, short.basis, short.notes) == (whole.title, whole.basis, whole.notes)
    (sheet,), (wanted,) = short.sheets, whole.sheets
    assert [heading for heading, _lines in sheet.groups] == [heading for heading, _lines in wanted.groups]
    assert sheet.lines == wanted.lines
    assert len(sheet.lines) == 341
    assert "Stelle 50 damals" in {line.cells[0] for line in sheet.lines}
    assert (sheet.bounded, sheet.columns, sheet.count) == (wanted.bounded, wanted.columns, wanted.count)
    assert csv_file.content(short) == csv_file.content(whole)


@pytest.fixture
def reader(client, person):
    client.force_login(person("reporting"))
    return client


@pytest.mark.parametrize("address", ["stellen/", "kanaele/?teil={}", "stellen/bild-wide.svg"])
def test_a_page_reads_what_it_shows(large, reader, address, monkeypatch):
    read: list[str] = []
    made = ranked._entry
    monkeypatch.setattr(ranked, "_entry", lambda *row: read.append(row[0]) or made(*row))
    with CaptureQueriesContext(connection) as asked:
        reply = reader.get("/reichweite/fragen/" + address.format(large[0]))
    assert reply.status_code == 200
    assert len(read) == ranked.HEAD == 300
    lists = [one["sql"] for one in asked if "title" in one["sql"] and "releasedfigure" in one["sql"]]
    assert len(lists) == 1
    assert "LIMIT 300" in lists[0]


def test_a_long_file_is_sent_while_it_is_made(large, reader):
    reply = reader.get("/reichweite/fragen/stellen/datei.csv")
    assert reply.streaming
    assert b"".join(reply.streaming_content) == csv_file.content(postings.report())
    assert not reader.get("/reichweite/fragen/kanaele/datei.csv").streaming


def test_a_long_workbook_is_sent_while_it_is_made(large, reader):
    reply = reader.get("/reichweite/fragen/stellen/datei.xlsx")
    assert reply.streaming
    assert b"".join(reply.streaming_content) == xlsx_file.content(postings.report())
    assert not reader.get("/reichweite/fragen/kanaele/datei.xlsx").streaming


def test_a_file_stays_in_its_language(large):
    with translation.override("en"):
        wanted = csv_file.content(postings.report())
        parts = csv_file.parts(postings.report())
    with translation.override("de"):
        assert b"".join(parts) == wanted
        assert csv_file.content(postings.report()) != wanted


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite how it would answer")
def test_an_index_finds_the_brackets(large):
    rows = released.ranking("posting-channel", "posting", channel=large[0])._figures
    assert "figure_by_bracket (series_id=? AND two=?" in rows.order_by().values_list("lower").explain()


@pytest.fixture
def partner(large):
    made = Partner.objects.create(name="Verein", kind="association", email="v@x.example", status="active")
    Channel.objects.filter(pk=large[1]).update(partner=made)
    return made


def test_a_partner_with_one_channel(large, partner):
    cells = released.latest("posting-channel", channel=large[1])
    whole = replace(partners, table=lambda _part: by_partner(cells)).report(str(partner.pk))
    found = partners.report(str(partner.pk))
    assert isinstance(partners.table(str(partner.pk)), Ranking)
    assert (found.title, found.sentences, found.chart) == (whole.title, whole.sentences, whole.chart)
    assert found.sheets[0].lines == whole.sheets[0].lines
    assert found.basis == whole.basis


@pytest.fixture
def several(large, partner):
    """The partner has both channels; one ad was opened by one of them alone, one has no upper end."""
    Channel.objects.filter(pk=large[0]).update(partner=partner)
    release, ads = Release.objects.get(), Posting.objects.order_by("pk")
    new = Posting.objects.create(slug="neu", title="Stelle 0", created_by=ads[0].created_by)
    open_end = Posting.objects.create(slug="offen", title="Stelle 0", created_by=ads[0].created_by)
    cells = [(new, 0, 20, 24), (open_end, 0, 30, None), (open_end, 1, 15, 19)]
    ReleasedFigure.objects.bulk_create(
        [
            ReleasedFigure(
                release=release, series=release, one=ad.pk, two=large[way], value=low, lower=low, upper=high
            )
            for ad, way, low, high in cells
        ]
    )
    return partner


def test_a_partner_with_several_channels(several, large):
    tables = [released.latest("posting-channel", channel=channel) for channel in large]
    whole = replace(partners, table=lambda _part: by_partner(together(tables))).report(str(several.pk))
    found = partners.report(str(several.pk))
    assert isinstance(partners.table(str(several.pk)), Ranking)
    assert (found.title, found.sentences, found.chart) == (whole.title, whole.sentences, whole.chart)
    assert found.sheets[0].lines == whole.sheets[0].lines
    assert len(found.sheets[0].lines) == 343
    assert found.basis == whole.basis
    assert csv_file.content(found) == csv_file.content(whole)
    table = partners.table(str(several.pk))
    rows = list(table.between(0, 10_000))
    for count in (1, 7, 300, 1000):
        assert table.head(count) == rows[:count]
    wanted = [bracket.figure for bracket in table.brackets][3:5]
    assert table.having(wanted) == [row for row in rows if row.figure in wanted]


def test_a_partner_of_whom_nothing_was_released(large):
    other = Partner.objects.create(name="Neu", kind="association", email="n@x.example", status="active")
    for number in range(3):  # none, one, several
        for part in (str(other.pk), "x", "99999"):
            with pytest.raises(NoSuchPart):
                partners.report(part)
        Channel.objects.create(key=f"neu-{number}", name=f"Neu {number}", kind="email", partner=other)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite how it would answer")
def test_an_index_finds_a_partners_brackets(several, large):
    with CaptureQueriesContext(connection) as asked:
        partners.table(str(several.pk))
    (query,) = [one["sql"] for one in asked if "GROUP_CONCAT" in one["sql"]]
    with connection.cursor() as cursor:
        plan = cursor.execute("EXPLAIN QUERY PLAN " + query).fetchall()
    assert [row[3] for row in plan] == [
        "SEARCH reach_releasedfigure USING INDEX figure_by_bracket (series_id=? AND two=?)"
    ]


def test_a_partners_own_page_reads_what_it_shows(large, partner):
    Channel.objects.filter(pk=large[0]).update(partner=partner)
    with CaptureQueriesContext(connection) as asked:
        shown = partner_reach.own_reach(partner)
    tables = [released.latest("posting-channel", channel=channel) for channel in large]
    every = [figure for table in tables for figure in table.inner().values()]
    assert shown["total"] == released.add(every)
    assert [cell.figure.value for cell in shown["cells"]] == sorted(
        (figure.value or 0 for figure in every), reverse=True
    )[: partner_reach.SHOWN]
    names = {table.label("posting", key[0]) for table in tables for key in table.inner()}
    assert {cell.posting for cell in shown["cells"]} <= names
    rows = [one["sql"] for one in asked if "releasedfigure" in one["sql"] and "title" in one["sql"]]
    assert len(rows) == 2
    assert all("LIMIT 10" in sql for sql in rows)


def test_what_was_not_released(large):
    for part in ("4711", TOTAL, "x"):
        with pytest.raises(NoSuchPart):
            channels.report(part)
    assert released.ranking("no-such-table", "posting", channel=TOTAL) is None
