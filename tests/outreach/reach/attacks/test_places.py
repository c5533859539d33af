"""Sentences, charts and PDFs: an unreleased figure in any of them is found, and a released one is not."""

from __future__ import annotations

import datetime

import pytest

from outreach.reach import charts
from outreach.reach.attacks.knowledge import drawings, prose
from outreach.reach.attacks.knowledge.prints import Read
from outreach.reach.charts import Bar, Bars, Panel, Trend
from outreach.reach.exports import pdf_file
from outreach.reach.reports.document import Basis, Column, Line, Report, Sheet
from outreach.reach.reports.spans import Span
from tests.outreach.reach.attacks.test_elsewhere import told

ADDRESS = "/reichweite/fragen/kanaele/"
LEGEND = ("mindestens", "höchstens")
PAGE = (
    '<section aria-labelledby="antwort"><p>{sentence}</p></section>'
    "<table><tr><th>Radio</th><td>50</td><td>50 bis 58</td></tr>"
    "<tr><th>Verein</th><td>unter 5</td></tr></table>"
)
RELEASED = "Die meisten Aufrufe gab es über Radio: 50 bis 58."


def page(sentence: str = RELEASED) -> dict[str, str]:
    return {ADDRESS: PAGE.format(sentence=sentence)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("über Radio: 1.050 bis 1.058.", [Read(1050, 1058)]),
        ("105–109, mindestens 10 oder höchstens 4", [Read(105, 109), Read(10, None), Read(0, 4)]),
        ("über Radio: 53. Bei Radio (53)", [Read(53, 53, True), Read(53, 53, True)]),
        ("haben 53 Aufrufe, aus dem Monat davor (Aug 26) 12.", [Read(12, 12, True), Read(53, 53, True)]),
        ("weniger als 5 Aufrufe, zu 3 anderen, 3,4 bis 7,5 %, 1. bis 3. Mai 2026 bis 4. Juni 2026", []),
    ],
)
def test_ranges_in_a_text(text, found):
    assert sorted(prose.ranges(text)) == sorted(found)


def test_shares_in_a_text():
    said = "3,4 bis 7,5 %, mindestens 12 %, höchstens 9 %, etwa 1.250,5 % und 7 %"
    assert [tuple(one) for one in prose.shares(said)] == [
        (3.4, 7.5), (12, 100), (0, 9), (1250.5, 1250.5), (7, 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "leaks"),
    [
        (RELEASED, 0),
        ("Die meisten Aufrufe gab es über Radio (50 bis 58), zu 3 anderen ist es nicht gesichert.", 0),
        ("Die meisten Aufrufe gab es über Radio: 52 bis 54.", 1),
        ("Die meisten Aufrufe gab es über Radio: 53.", 1),
        ("Es waren 53 Aufrufe.", 1),
        ("12 % aller Aufrufe kamen von Menschen.", 1),
    ],
)
def test_a_sentence(sentence, leaks):
    assert len(told(page(sentence))) == leaks


def bars(*found: Bar) -> str:
    return charts.svg(Bars("Aufrufe", "Aufrufe", (("", found),), LEGEND))


@pytest.mark.parametrize(
    ("bar", "leaks"),
    [
        (Bar("Radio", 50, 58, "50 bis 58"), 0),
        (Bar("Radio", 50, None, "50 bis 58"), 0),
        (Bar("Radio", 50, 58, "52 bis 54"), 1),
        (Bar("Radio", 50, 58, "53"), 1),
        (Bar("Radio", 53, 58, "50 bis 58"), 1),
        (Bar("Radio", 50, 53, "50 bis 58"), 1),
    ],
)
def test_a_chart(bar, leaks):
    assert len(told({**page(), f"{ADDRESS}bild-wide.svg": bars(bar)})) == leaks


def test_a_trend_is_measured():
    def panel(low: float, scale: str) -> Panel:
        return Panel("Radio", (Bar("Mai", low, 58, ""), Bar("Juni", 10, None, "")), scale)

    drawing = charts.svg(
        Trend("Aufrufe", "x", ("Mai", "Juni"), (panel(50, "all"), panel(53, "parts")), LEGEND)
    )
    assert drawings.ends(drawing) == pytest.approx([50, 58, 10, 12.5, 53, 58, 10, 12.5])


def report(span: Span, sentence: str = RELEASED) -> bytes:
    sheet = Sheet("Aufrufe", (Column("Kanal"), Column("Aufrufe", "span")), (("", (Line(("Radio", span)),)),))
    day = datetime.date(2026, 7, 12)
    released_at = datetime.datetime(2026, 7, 14, 6, tzinfo=datetime.UTC)
    basis = Basis("Aufrufe", day, day, released_at, 5, "rounding", 5)
    return pdf_file.content(Report("kanaele", "Kanäle?", (sentence,), (sheet,), basis=basis))


@pytest.mark.parametrize(
    ("span", "sentence", "leak"),
    [
        (Span(50, 58), RELEASED, ""),
        (Span(52, 58), RELEASED, "52 … 58"),
        (Span(53, 53), RELEASED, ": 53"),
        (Span(50, 58), "Die meisten Aufrufe gab es über Radio: 53 bis 54.", "53 … 54"),
    ],
)
def test_a_pdf(span, sentence, leak):
    """What the page says stands in the PDF, too: its words, its tables, what is said about the figures."""
    facts = "Gezählt Aufrufe. Zeitraum 12. Juli 2026 bis 12. Juli 2026, 14. Juli 2026, unter 5, 5 gerundet"
    answers: dict[str, str | bytes] = {ADDRESS: page()[ADDRESS] + f"<p>{facts}</p>"}
    found = told({**answers, f"{ADDRESS}datei.pdf": report(span, sentence)})
    assert (found == []) if not leak else any(leak in claim for claim in found), found
