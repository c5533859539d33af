"""Charts read with a ruler: how long each bar is, in the units of the axis beside it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_N = r"([-\d.]+)"
_BOX = re.compile(rf'<path d="M {_N} {_N}\s+L {_N} [-\d.]+\s+L [-\d.]+ {_N}\s+L [-\d.]+ [-\d.]+\s+z\s*" clip')
_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_PLACE = re.compile(r'\b([xy])="([-\d.]+)"')
_NUMBER = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)?")
#: From a tick's words to its line.
_BASE = 4.0
_LEGEND = 2


class _Tick(NamedTuple):
    x: float
    y: float
    value: float


def texts(svg: str) -> list[tuple[str, bool]]:
    """The words of a chart, and whether they are large: numbers on the axis are small."""
    return [(words.strip(), 'font-size="13px"' not in look) for look, words in _TEXT.findall(svg)]


def ends(svg: str) -> list[float]:
    """How far each box of each bar reaches."""
    ticks, boxes = _ticks(svg), _boxes(svg)
    if not ticks or not boxes:
        return []
    if len({tick.y for tick in ticks}) == 1:  # lying bars on one axis
        last = max(ticks, key=lambda tick: tick.value)
        return [right / (last.x / last.value) for _left, _top, right, _bottom in boxes if last.value]
    return [end for axis in _axes(ticks) for end in _standing(axis, ticks, boxes)]


def _standing(axis: list[_Tick], ticks: list[_Tick], boxes: list[tuple[float, float, float, float]]) -> list:
    """The bars over one axis: those that end at its zero or above it, and not above the axis before."""
    zero, top = axis[0], axis[-1]
    above = max((tick.y for tick in ticks if tick.y < top.y and tick.value == 0), default=0.0)
    scale = (zero.y - top.y) / top.value
    return [
        (zero.y - _BASE - high) / scale
        for _left, high, _right, low in boxes
        if above - _BASE < low <= zero.y - _BASE + 0.01
    ]


def _axes(ticks: list[_Tick]) -> list[list[_Tick]]:
    """Ticks that go up together; each axis begins with its zero."""
    starts = [number for number, tick in enumerate(ticks) if tick.value == 0]
    axes = [ticks[start:end] for start, end in pairwise([*starts, len(ticks)])]
    return [axis for axis in axes if len(axis) > 1]


def _boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """left, top, right, bottom of each box but those of the legend, which comes first."""
    found = []
    for left, top, right, bottom in _BOX.findall(svg)[_LEGEND:]:
        one, two = sorted((float(top), float(bottom)))
        found.append((float(left), one, float(right), two))
    return found


def _ticks(svg: str) -> list[_Tick]:
    found = []
    for look, words in _TEXT.findall(svg):
        if 'font-size="13px"' in look and _NUMBER.fullmatch(words.strip()):
            place = dict(_PLACE.findall(look))
            found.append(_Tick(float(place["x"]), float(place["y"]), _value(words.strip())))
    return found


def _value(words: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+", words):
        return float(re.sub(r"\D", "", words))
    return float(words.replace(",", "."))
