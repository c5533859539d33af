"""Pages, files, open data and partners' pages say what was released: and the attack notices if not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.reach.attacks import elsewhere
from outreach.reach.attacks.knowledge import prints
from outreach.reach.attacks.knowledge.implied import Implied
from outreach.reach.attacks.knowledge.prints import Read
from outreach.reach.attacks.registry import Outlook
from outreach.reach.reports import spans
from tests.outreach.reach.attacks.paper import paper, rounded, table

NAMES = {"posting": {"1": "Koch*Köchin", "2": "Ärztin*Arzt"}, "channel": {"a": "Radio", "b": "Verein"}}
CELLS = {("1", "a"): 12, ("1", "b"): 3, ("2", "a"): 41}


def publication():
    return paper(table({key: rounded(count) for key, count in CELLS.items()}, labels=NAMES))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("unter 5", Read(0, 4)),
        ("mindestens 1.210", Read(1210, None)),
        ("höchstens 14", Read(0, 14)),
        ("10 bis 14", Read(10, 14)),
        ("1.200", Read(1200, 1200, bare=True)),
        ("12 %", None),
        ("verborgen", None),
        ("Jul 26", None),
    ],
)
def test_numbers_as_people_read_them(text, read):
    assert prints.number(text) == read


def test_rows_of_tables_lists_and_files():
    page = b"<tr><th>Radio</th><td> 10 </td></tr><li><span>Koch</span><strong>unter 5</strong></li>"
    assert prints.of_html(page) == [["Radio", "10"], ["Koch", "unter 5"]]
    assert prints.of_csv("\ufeffa;b\r\nKoch;10\r\n".encode()) == [["a", "b"], ["Koch", "10"]]


def test_what_follows_from_a_table():
    implied = Implied(publication(), "posting-channel")
    for read, name in [
        (Read(10, 14), "Koch*Köchin"), (Read(10, 18), "Koch*Köchin"), (Read(50, 58), "Radio"),
        (Read(50, 50, bare=True), "Radio"), (Read(0, 4), "Verein"), (Read(45, None), "unbekannt"),
    ]:  # fmt: skip
        assert implied.allows(read, name), (read, name)
    for read, name in [
        (Read(12, 14), "Koch*Köchin"), (Read(12, 12, bare=True), "Koch*Köchin"), (Read(3, 3), "Verein"),
        (Read(53, None), "Radio"), (Read(0, 2), "Verein"), (Read(56, 56), ""),
    ]:  # fmt: skip
        assert not implied.allows(read, name), (read, name)
    assert implied.allows_sum(Read(50, None)) and not implied.allows_sum(Read(53, None))


def test_a_place_left_out_is_a_zero_for_everybody():
    implied = Implied(publication(), "posting-channel")  # the doctor's post was never on the club's channel
    assert implied.allows(Read(0, 0), "Verein") and implied.allows(Read(0, 0), "Ärztin*Arzt")
    assert not implied.allows(Read(0, 0), "Koch*Köchin") and not implied.allows(Read(0, 2), "Verein")


def told(answers: dict[str, str | bytes], partners: tuple[str, ...] = ()) -> list[str]:
    def fetch(path: str) -> tuple[int, bytes]:
        found = answers.get(path)
        return (404, b"") if found is None else (200, found if isinstance(found, bytes) else found.encode())

    outlook = Outlook(publication(), fetch, fetch, fetch, partners)
    return [claim.sentence for claim in elsewhere.attack(outlook).claims]


ROW = "<table><tr><th>{name}</th><td>{text}</td></tr></table>"


@pytest.mark.parametrize(
    ("name", "text", "leaks"), [("Radio", "50 bis 58", 0), ("Radio", "53", 1), ("Verein", "3", 1)]
)
def test_a_page(name, text, leaks):
    assert len(told({"/reichweite/fragen/kanaele/": ROW.format(name=name, text=text)})) == leaks


def test_a_file_with_both_ends():
    head = "Kanal;Aufrufe;Aufrufe: mindestens;Aufrufe: höchstens\r\n"
    path = "/reichweite/fragen/kanaele/datei.csv"
    assert told({path: f"{head}Radio;50 bis 58;50;58\r\n"}) == []
    assert len(told({path: f"{head}Radio;50 bis 58;50;54\r\n"})) == 1


def test_the_file_with_every_cell():
    head = "Stand bis;Stelle;Kanal;Aufrufe;Art der Zahl;Hinweis\r\n"
    path = "/reichweite/tabelle.csv"
    good = "2026-07-12;Koch*Köchin;Radio;10;x;\r\n2026-07-12;Koch*Köchin;Verein;unter 5;x;\r\n"
    assert told({path: head + good}) == []
    assert len(told({path: head + good.replace(";10;", ";12;").replace("unter 5", "3")})) == 2


def test_a_partners_page():
    page = '<h2 id="reichweite">…</h2><p>wurden Ihre Links mindestens {sum}-mal geöffnet</p><ul><li><span>{name}</span><strong>{text}</strong></li></ul></section>'  # noqa: E501
    good = page.format(sum=50, name="Ärztin*Arzt", text="mindestens 40")
    assert told({"/partner/x/": good}, ("/partner/x/",)) == []
    bad = page.format(sum=53, name="Ärztin*Arzt", text="mindestens 41")
    assert len(told({"/partner/x/": bad}, ("/partner/x/",))) == 2


def test_a_partners_months():
    row = '<h2 id="reichweite">…</h2><table><tr><th>Mai</th><td></td><td>{told}</td></tr></table></section>'
    monthly = table(
        {("2026-05", "a"): rounded(31), ("2026-05", "b"): rounded(7)},
        name="channel-month", dimensions=("month", "channel"), period="2026-Q2",
    )  # fmt: skip

    def leaks(told: str) -> int:
        outlook = Outlook(paper(monthly), partners=("/p/",), partner=lambda path: (200, page(told)))
        return len(elsewhere.attack(outlook).claims)

    def page(told: str) -> bytes:
        return row.format(told=told).encode()

    assert (leaks("35 bis 43"), leaks("30 bis 34"), leaks("38 bis 38")) == (0, 0, 1)


@pytest.mark.django_db
def test_everything_the_service_shows(make_year):
    """With all protections on nothing is found, and really everything was looked at."""
    outcome = make_year("elsewhere", postings=12, channels=5, weeks=22)["elsewhere"]
    assert outcome.examples == [] and not outcome.succeeded
    places, numbers = (int(part) for part in outcome.learned[0].replace(".", "").split() if part.isdecimal())
    assert places > 60 and numbers > 1000


@pytest.mark.django_db
def test_a_page_that_counts_for_itself_is_found(make_year, monkeypatch):
    """A report that knows its figures more closely than was released."""
    of = spans.Span.of.__func__

    def exact(cls, figure):
        closer = of(cls, figure)
        return replace(closer, lower=closer.lower + 1, upper=closer.lower + 2)

    monkeypatch.setattr(spans.Span, "of", classmethod(exact))
    assert make_year("elsewhere", postings=6, channels=4, weeks=6)["elsewhere"].succeeded
