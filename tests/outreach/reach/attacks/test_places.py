"""Sentences, charts and PDFs: an unreleased figure in any of them is found, and a released one is not."""

from __future__ import annotations

import datetime

import pytest

from outreach.reach import charts
from outreach.reach.attacks import elsewhere
from outreach.reach.attacks.knowledge import drawings, prints, prose
from outreach.reach.attacks.knowledge.prints import Read
from outreach.reach.attacks.places import persons
from outreach.reach.attacks.places.reading import Reading
from outreach.reach.attacks.registry import Outlook
from outreach.reach.charts import Bar, Bars, Panel, Trend
from outreach.reach.documents import setting
from outreach.reach.exports import pdf_file
from outreach.reach.reports.document import Basis, Column, Line, Report, Sheet
from outreach.reach.reports.spans import Span
from tests.outreach.reach.attacks.paper import paper, rounded, table
from tests.outreach.reach.attacks.test_elsewhere import CELLS, NAMES, told

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


def test_a_legend_before_an_axis_is_no_range():
    assert prose.between("at least this many at most this many\n0 500\n20 to 24") == [Read(20, 24)]


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


# --- Reports that set openings beside what people entered -----------------------------------------

COSTS, COMMUNITIES = "/reichweite/fragen/kosten/", "/reichweite/fragen/gemeinschaften/"
ENTERED = (
    "<table><tr><th>Kanal</th><th>Monate</th><th>Kosten</th></tr>"
    "<tr><th>Radio</th><td>April 2026 bis Mai 2026</td><td>100,00 €</td></tr></table>"
)
COST = (
    '<section aria-labelledby="antwort"><p>Am wenigsten kostet es über „Radio“: {said}.</p></section><table>'
    "<tr><th>Kanal</th><th>Kosten</th><th>Aufrufe</th><th>Kosten je Aufruf</th></tr>"
    "<tr><th>Radio</th><td>100,00</td><td>{openings}</td><td>{price}</td></tr></table>"
)


def of_quarters(pages: dict[str, str | bytes]) -> list[str]:
    """What the attack finds on these pages, with months and languages released."""
    months = table(
        {("2026-04", "a"): rounded(31), ("2026-05", "a"): rounded(52), ("2026-05", "b"): rounded(7)},
        name="channel-month", dimensions=("month", "channel"), period="2026-Q2", labels=NAMES,
    )  # fmt: skip
    languages = table(
        {("de", "a"): rounded(70), ("tr", "a"): rounded(20)},
        name="language-channel", dimensions=("language", "channel"), period="2026-Q2",
        labels={"language": {"tr": "Türkisch", "de": "Deutsch"}, **NAMES},
    )  # fmt: skip

    def fetch(path: str) -> tuple[int, bytes]:
        found = pages.get(path)
        return (404, b"") if found is None else (200, found if isinstance(found, bytes) else found.encode())

    ads = table({key: rounded(count) for key, count in CELLS.items()}, labels=NAMES)
    outlook = Outlook(paper(months, languages, ads), fetch, fetch)
    return [claim.sentence for claim in elsewhere.attack(outlook).claims]


@pytest.mark.parametrize(
    ("openings", "price", "said", "leaks"),
    [
        ("80 bis 88", "1,13 € bis 1,25 €", "1,13 € bis 1,25 €", 0),
        ("80 bis 88", "mindestens 1,13 €", "mindestens 1,13 €", 0),
        ("82 bis 84", "1,13 € bis 1,25 €", "1,13 € bis 1,25 €", 1),  # the openings
        ("80 bis 88", "1,19 € bis 1,21 €", "1,19 € bis 1,21 €", 1),  # what one costs tells how many
        ("80 bis 88", "1,13 € bis 1,25 €", "1,20 €", 1),  # the sentence
    ],
)
def test_the_costs(openings, price, said, leaks):
    page = COST.format(openings=openings, price=price, said=said)
    assert len(of_quarters({COSTS: page, "/reichweite/kosten/": ENTERED})) == leaks


COMMUNITY = (
    "<table><tr><th>Sprache</th><th>Anteil an der Bevölkerung</th><th>Anteil an den Aufrufen</th>"
    "<th>Aufrufe</th></tr><tr><th>Türkisch</th><td>4,4 %</td><td>{share}</td><td>{openings}</td></tr></table>"
    "<table><tr><th>Partner</th><th>Menschen (Angabe des Partners)</th><th>Aufrufe</th>"
    "<th>Aufrufe je 100 Menschen</th></tr>"
    "<tr><th>Verein e. V.</th><td>340</td><td>10 bis 14</td><td>{rate}</td></tr></table>"
)


@pytest.mark.parametrize(
    ("share", "openings", "rate", "leaks"),
    [
        ("18,4 bis 32,0 %", "20 bis 24", "2 bis 6", 0),
        ("21 bis 23 %", "20 bis 24", "2 bis 6", 1),
        ("20,4 bis 26,7 %", "20 bis 24", "2 bis 6", 0),
        ("20,4 bis 26,6 %", "20 bis 24", "2 bis 6", 1),
        ("20,5 bis 26,7 %", "20 bis 24", "2 bis 6", 1),
        ("18,4 bis 32,0 %", "21 bis 22", "2 bis 6", 1),
        ("18,4 bis 32,0 %", "20 bis 24", "4 bis 5", 1),
    ],
)
def test_the_communities(share, openings, rate, leaks):
    page = COMMUNITY.format(share=share, openings=openings, rate=rate)
    assert len(of_quarters({COMMUNITIES: page})) == leaks


# --- Pages about persons --------------------------------------------------------------------------

FUNNEL, ANSWERS = "/reichweite/trichter/", "/reichweite/antworten/"
STEPS = (
    "<table><tr><th>Kanal</th><th>Begonnen</th><th>Abgeschickt</th></tr>"
    "<tr><th>Radio</th><td>{started}</td><td>höchstens 4</td></tr></table>"
    "<table><tr><th>Radio</th><td>nicht bekannt</td><td>{share}</td></tr></table>"
    '<a href="/reichweite/trichter/1/">Koch</a>'
)
AD = (
    "<dl><dt>Begonnen</dt><dd>{started}</dd><dt>Eingeladen</dt><dd>höchstens 4</dd>"
    "<dt>x → y</dt><dd>{share}</dd></dl>"
)
ASKED = (
    "<p>{all} Antworten im Quartal 2026-Q2.</p>"
    "<table><tr><th>Ja</th><td>{estimate}</td><td>{count}</td></tr></table>"
)


def of_persons(pages: dict[str, str | bytes]) -> list[str]:
    """What the attack finds on these pages, with a funnel and answers released."""
    steps = {("started"): 31, ("finished"): 3}
    persons = {"protection_class": "persons", "period": "2026-Q2"}
    tables = [
        table(
            {("a", step): rounded(count) for step, count in steps.items()},
            name="funnel-channel", dimensions=("channel", "step"), measure="funnel", labels=NAMES, **persons,
        ),
        table(
            {("1", step): rounded(count) for step, count in steps.items()},
            name="funnel-posting", dimensions=("posting", "step"), measure="funnel", labels=NAMES, **persons,
        ),
        table(
            {("d", "2000", "yes"): rounded(150), ("d", "2000", "no"): rounded(250)},
            name="disclosure", dimensions=("definition", "epsilon", "answer"), measure="disclosure",
            labels={"answer": {"yes": "Ja", "no": "Nein"}}, **persons,
        ),
    ]  # fmt: skip

    def fetch(path: str) -> tuple[int, bytes]:
        found = pages.get(path)
        return (404, b"") if found is None else (200, found if isinstance(found, bytes) else found.encode())

    outlook = Outlook(paper(*tables), None, fetch)
    return [claim.sentence for claim in elsewhere.attack(outlook).claims]


@pytest.mark.parametrize(
    ("share", "wide"), [("34 bis 56 %", True), ("34 bis 55 %", False), ("35 bis 56 %", False)]
)
def test_a_share_that_is_a_whole_percent_is_no_closer_than_it_is(share, wide):
    """14 of 25 are 56 %, not a little more."""
    (told,), before, after = prose.shares(share), prints.number("25 bis 29"), prints.number("10 bis 14")
    assert persons._is_wide(told, before, after) is wide


@pytest.mark.parametrize(
    ("started", "share", "leaks"),
    [
        ("30 bis 34", "höchstens 14 %", 0),
        ("30 bis 34", "9 bis 10 %", 1),
        ("31", "höchstens 14 %", 1),
        ("31 bis 33", "höchstens 14 %", 1),
    ],
)
def test_the_funnel(started, share, leaks):
    assert len(of_persons({FUNNEL: STEPS.format(started=started, share=share)})) == leaks
    pages = {
        FUNNEL: STEPS.format(started="30 bis 34", share="höchstens 14 %"),
        "/reichweite/trichter/1/": AD.format(started=started, share=share),
    }
    assert len(of_persons(pages)) == leaks


@pytest.mark.parametrize(("share", "leaks"), [("34 bis 56 %", 0), ("40 bis 56 %", 1)])
def test_what_is_sure_of_a_channel_follows_from_all_channels(share, leaks):
    """At least 100 of at most 108 began by the radio and 42 to 56 of all went on: 34 to 56 of a hundred."""
    counts = {"Radio": ("100 bis 104", "keine Angabe"), "Alle Kanäle": ("100 bis 108", "42 bis 56")}
    rows = [[name, *cells] for name, cells in counts.items()]
    reading = Reading(Outlook(paper()))
    persons._shares(reading, FUNNEL, [["Radio", "nicht bekannt", share]], rows)
    assert len(reading.claims) == leaks


@pytest.mark.parametrize(
    ("told", "leaks"),
    [
        ({}, 0),
        ({"count": "151 bis 152"}, 1),
        ({"all": "402 bis 404"}, 1),
        ({"estimate": "etwa 34 % (33 bis 35 %)"}, 1),
        ({"estimate": "nicht genug Daten"}, 0),
    ],
)
def test_the_answers(told, leaks):
    page = {"count": "150 bis 154", "all": "400 bis 408", "estimate": "etwa 34 % (27 bis 41 %)"} | told
    assert len(of_persons({ANSWERS: ASKED.format(**page)})) == leaks


# --- Documents ------------------------------------------------------------------------------------


WARNED = "Bei mindestens {share} der Aufrufe über „{name}“ (Stellen aus dem 2. Quartal 2026) ist es unklar."


def of_kinds(pages: dict[str, str | bytes]) -> list[str]:
    """What the attack finds on these pages; 20 of 72 unclear openings through Radio are 27.7 %."""
    cells = {("person", "a"): rounded(52), ("uncertain", "a"): rounded(22), ("person", "b"): rounded(90)}
    kinds = table(cells, name="kind-quarter", dimensions=("kind", "channel"), period="2026-Q2", labels=NAMES)
    made = {address: text.encode() if isinstance(text, str) else text for address, text in pages.items()}
    outlook = Outlook(paper(kinds), staff=lambda path: (200, made[path]) if path in made else (404, b""))
    return [claim.sentence for claim in elsewhere.attack(outlook).claims]


@pytest.mark.parametrize(
    ("share", "name", "leaks"),
    [
        ("27 %", "Radio", 0),
        ("20 %", "Radio", 0),
        ("28 %", "Radio", 1),
        ("27 %", "Verein", 1),
        ("27 bis 30 %", "Radio", 1),
    ],
)
def test_a_warning(share, name, leaks):
    said = WARNED.format(share=share, name=name).replace("mindestens 27 bis", "27 bis")
    english = f"For at least {share} of the openings through “{name}” it is unclear.".replace(
        "at least 27 bis 30", "27 to 30"
    )
    other = WARNED.format(share="1 %", name="Radio")
    for text in (said, english):
        box = f'<section aria-labelledby="vorsicht"><p>{text}</p></section>'
        assert len(of_kinds({ADDRESS: box})) == leaks
        facts = f"<dl><dt>Plausibilität</dt> <dd>{other} {text}</dd></dl>"
        assert len(of_kinds({ADDRESS: facts})) == leaks
        file = f'Plausibilität;"{other} {text}"\r\n'
        assert len(of_kinds({ADDRESS: "<p></p>", f"{ADDRESS}datei.csv": file})) == leaks
        note = paper_of(said=f"* {name}, 2026: {text}")
        address = "/reichweite/dokumente/lenkungsgruppe/en"
        pages = {f"{address}.docx": setting.docx(note), f"{address}.pdf": setting.pdf(note)}
        assert len(of_kinds(pages)) == leaks


def paper_of(*rows: tuple[str, ...], said: str = "") -> setting.Document:
    columns = (setting.Column("Kanal"), setting.Column("Begonnen", numeric=True))
    blocks = (setting.Paragraph(said), setting.Table("Schritte", columns, tuple(rows)))
    return setting.Document(
        title="Bericht", author="Stadt", language="de", direction="ltr", day="heute", blocks=blocks
    )


GOOD = (("Radio *", "30–34"), ("Verein", "geschützt"))


@pytest.mark.parametrize(
    ("word", "printed", "leaks"),
    [
        (paper_of(*GOOD, said="Begonnen: 30–34. „25–29“ ist eine Spanne. Quelle: 2015–2019, S. 3"), None, 0),
        (paper_of(("E 8 bis 9, 20 bis 30 Stunden", "30–34")), None, 0),
        (paper_of(("Radio", "31–32")), None, 1),
        (paper_of(("Radio", "31")), None, 1),
        (paper_of(*GOOD, said="Begonnen: 31–33."), None, 1),
        (paper_of(*GOOD, said="14 % (Spanne 2 bis 30 %), 31–33 Antworten"), None, 1),
        (paper_of(*GOOD), paper_of(("Radio", "31–32")), 1),
        (paper_of(*GOOD, said="Started: 31–33. 31–33 answers"), None, 2),
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_document(word, printed, leaks, language):
    address = f"/reichweite/dokumente/lenkungsgruppe/{language}"
    pages = {f"{address}.docx": setting.docx(word), f"{address}.pdf": setting.pdf(printed or word)}
    assert len(of_persons(pages)) == leaks
