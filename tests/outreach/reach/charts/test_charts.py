"""Charts: text as text, nothing from elsewhere, the same bytes, readable on a phone."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from lxml import etree

from outreach.reach.charts import Bar, Bars, Panel, Trend, scale, svg, theme
from outreach.reach.charts.canvas import text_width
from outreach.reach.charts.drawing import svg as draw

LONG = "E-Mail an den Türkischen Elternverein für Bildung und Begegnung am Kanal e. V."
BARS = Bars(
    title="Aufrufe je Kanal",
    unit="Aufrufe vom 1. Juli bis 30. September 2026",
    groups=(
        (
            "Gruppe 1: kein gesicherter Unterschied",
            (Bar(LONG, 1190, 1194, "1.190 bis 1.194"), Bar("A $5 <&", 880, None, "mindestens 880")),
        ),
        ("Gruppe 2", (Bar("Schule", 0, 4, "unter 5"),)),
    ),
    legend=("so viele sind es mindestens", "so viele können es höchstens sein"),
)
MONTHS = tuple(f"{month:02}/26" for month in range(1, 13))
TREND = Trend(
    title="Verlauf",
    unit="Aufrufe je Monat",
    periods=MONTHS,
    panels=(Panel(LONG, tuple(Bar(name, n, n + 4, "") for n, name in enumerate(MONTHS))),),
    legend=BARS.legend,
)
CHARTS = pytest.mark.parametrize("chart", [BARS, TREND], ids=["bars", "trend"])
FORMS = pytest.mark.parametrize("form", theme.FORMS)


def texts(drawing: str) -> list[str]:
    tree = etree.fromstring(drawing.encode())
    return [" ".join(node.itertext()) for node in tree.iter("{http://www.w3.org/2000/svg}text")]


@CHARTS
@FORMS
def test_text_is_text(chart, form):
    drawing = svg(chart, form)
    words = texts(drawing)
    assert " ".join(LONG.split()) in " ".join(words)
    assert "so viele sind es mindestens" in words
    assert etree.fromstring(drawing.encode()).find("{*}title").text == chart.title


def test_every_value_stands_at_its_bar():
    words = texts(svg(BARS))
    assert {"1.190 bis 1.194", "mindestens 880", "unter 5", "A $5 <&", "1.500"} <= set(words)
    assert words.index("Gruppe 2") < words.index("Schule")


@CHARTS
@FORMS
def test_nothing_from_elsewhere_and_nothing_our_policy_forbids(chart, form):
    drawing = svg(chart, form)
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|<image|<foreignObject|@import", drawing)
    assert set(re.findall(r'(?:href|src)="([^"]*)"', drawing)) == set()
    assert all(address.startswith("http://www.w3.org/") for address in re.findall(r'https?://[^"]+', drawing))


@CHARTS
@FORMS
def test_every_word_is_inside(chart, form):
    width = theme.width(form)
    tree = etree.fromstring(svg(chart, form).encode())
    assert float(tree.get("width")) == width
    for node in tree.iter("{http://www.w3.org/2000/svg}text"):
        size, x = float(node.get("font-size").removesuffix("px")), float(node.get("x"))
        wide = text_width("".join(node.itertext()), size, bold=node.get("font-weight") == "700")
        start = {"start": x, "middle": x - wide / 2, "end": x - wide}[node.get("text-anchor", "start")]
        assert start >= -1 and start + wide <= width + 1, "".join(node.itertext())
        assert 0 < float(node.get("y")) < float(tree.get("height"))
        assert size >= 13


@CHARTS
def test_the_same_figures_give_the_same_bytes_in_any_process(chart, tmp_path):
    name = "BARS" if chart is BARS else "TREND"
    code = (
        "import django; django.setup(); import sys\n"
        f"from tests.outreach.reach.charts.test_charts import {name}, draw\n"
        f"sys.stdout.write(draw({name}, 'narrow'))"
    )
    env = {"DJANGO_SETTINGS_MODULE": "outreach.settings", "DATA_DIR": str(tmp_path), "PYTHONHASHSEED": "7"}
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert other.stdout == svg(chart, "narrow")


def test_dark_and_light_differ_in_colours_only():
    colour = re.compile(r' fill="#[0-9a-f]{6}"|#[0-9a-f]{6}|h[0-9a-f]{10}')
    assert colour.sub("", svg(BARS, "wide")) == colour.sub("", svg(BARS, "wide-dark"))
    assert theme.DARK.bar in svg(BARS, "wide-dark")


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_contrast(colours):
    for colour, least in ((colours.text, 7), (colours.muted, 4.5), (colours.bar, 3)):
        assert contrast(colour, colours.ground) >= least


def contrast(one: str, two: str) -> float:
    lighter, darker = sorted((_light(one), _light(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_an_empty_chart_is_drawn_too():
    assert "<svg" in svg(Bars("Leer", "Aufrufe", (), BARS.legend))
    assert "<svg" in svg(Trend("Leer", "Aufrufe", (), (), BARS.legend))


def test_a_form_that_does_not_exist():
    with pytest.raises(ValueError, match="rund"):
        draw(BARS, "rund")


@pytest.mark.parametrize(
    ("highest", "last"),
    [(0, 1), (1, 1), (4, 4), (7, 8), (19, 20), (101, 150), (1210, 1500), (99_999, 100_000)],
)
def test_ticks(highest, last):
    steps = scale.ticks(highest)
    assert steps[0] == 0 and steps[-1] == last and 2 <= len(steps) <= 6


def test_a_word_that_is_too_long_is_cut():
    line = scale.lines("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", 120)
    assert len(line) == 1 and line[0].endswith("…") and text_width(line[0]) <= 120


def test_what_is_counted_leaves_room_at_the_edge():
    """A browser's letters are wider here and there; on a phone the year stood half outside."""
    for words in (BARS.unit, "Openings from 29 September 2025 to 11 October 2026"):
        drawn = texts(svg(replace(BARS, unit=words), "narrow"))
        told = [line for line in drawn if len(line) > 3 and line in words]
        assert " ".join(told) == words
        assert all(text_width(line, theme.SMALL) <= 0.95 * theme.width("narrow") for line in told)


def test_a_label_that_fills_its_line_leaves_room_too():
    """On a phone "Medien- und" had lost part of its last letter."""
    words = "Fachangestellte für Medien- und Informationsdienste in der Stadtbibliothek und im Archiv"
    for size, bold in ((theme.SIZE, False), (theme.SIZE, True), (theme.SMALL, False)):
        for width in range(150, 340, 5):
            found = scale.lines(words, width, size, bold=bold)
            assert all(text_width(line, size, bold=bold) <= 0.95 * width for line in found)
