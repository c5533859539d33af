"""Any text at all: no crash, offsets exact, and work that grows with the length of the text only."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postings.review import memory, review
from postings.review.language import analyse
from postings.review.model import Review

ADS = [path.read_text("utf-8") for path in sorted((Path(__file__).parent / "ads").iterdir())]
WORDS = [word for ad in ADS for word in ad.split(" ")]
UNITS = [
    *("er ", "*", "7", " ", "\n", "a", "\u200f", "\u0308", "u\u0308", "😀", "\ud800", "\x00", "„", "§", "B-"),
    *("1.", "und ", "jeder, der ", "wer ", "Bürger und ", "(m/w/d) ", "- Kollegen\n", "## Team\n\n"),
    *("a@b.de ", "http://", "www.", "EG 8 ", "3.000 € ", "0511 ", "15. Januar 2027 ", "25 bis 35 Jahre "),
    *("Lehrer*innen ", "Herr Aa ", "Der Bewerber reicht seine Akte ein. Er wartet. ", "junges, "),
]  # fmt: skip
pieces = st.sampled_from([*UNITS, *WORDS]) | st.text(st.characters(), max_size=8)
texts = st.lists(st.tuples(pieces, st.integers(1, 30)), max_size=12).map(
    lambda row: "".join(piece * count for piece, count in row)
)


def assert_sound(result: Review) -> None:
    text = result.text
    for found in result.findings:
        assert found.length > 0
        assert text[found.offset : found.offset + found.length] == found.quote
        assert found.sentence.strip("… ") in text
        for replacement in found.replacements:
            assert all(0 <= e.offset <= e.offset + e.length <= len(text) for e in replacement.edits)
    assert len({found.id for found in result.findings}) == len(result.findings)
    assert all(0 <= section["offset"] <= len(text) for section in result.readability["sections"])


@given(texts, st.sampled_from(["house", "pair", "neutral"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_answered_with_exact_offsets(text: str, style: str):
    assert_sound(review(text, style=style))  # type: ignore[arg-type]


@given(texts)
@settings(max_examples=60, deadline=None)
def test_sentences_lie_side_by_side_and_none_is_endless(text: str):
    analysis = analyse(text * 20)
    end = 0
    for (start, stop), (offset, stretch) in zip(analysis.sentences, analysis.stretches(), strict=True):
        assert end <= start < stop <= start + 4000
        assert stretch.masked[stretch.start : stretch.end] == analysis.masked[start:stop]
        assert offset == end
        end = stop


def mixed(length: int, joiner: str = " ") -> str:
    """Words of ads in any order: no sentence comes twice."""
    chance = random.Random(4)
    return joiner.join(chance.choice(WORDS) for _ in range(length // 4))[:length]


@pytest.mark.parametrize("joiner", [" ", "\n", ""])
def test_twice_the_text_is_twice_the_reading(joiner: str):
    def readings(length: int) -> int:
        memory.forget()
        review(mixed(length, joiner))
        return memory.readings()

    short, long = readings(40_000), readings(80_000)
    assert short < long < 2.4 * short + 20


def seconds(text: str) -> float:
    memory.forget()
    start = time.process_time()
    assert review(text).text == text
    return time.process_time() - start


def in_proportion(short: str, long: str, most: float, spare: float) -> bool:
    """Whether the long text takes at most so many times the short one's time. A busy machine only ever adds
    time, so the least of a few measurements is the nearest to the truth."""
    shorts, longs = [], []
    for _ in range(4):
        shorts.append(seconds(short))
        longs.append(seconds(long))
        if min(longs) < most * min(shorts) + spare:
            return True
    return False


@pytest.mark.parametrize("unit", [*UNITS, "mixed"])
def test_time_grows_with_the_text_only(unit: str):
    def text(length: int) -> str:
        return mixed(length) if unit == "mixed" else (unit * (length // len(unit) + 1))[:length]

    assert in_proportion(text(10_000), text(60_000), 18, 0.5)


@pytest.mark.long
@pytest.mark.parametrize("unit", [*UNITS, "mixed"])
def test_a_megabyte_takes_four_times_as_long_as_a_quarter(unit: str):
    def text(length: int) -> str:
        return mixed(length) if unit == "mixed" else (unit * (length // len(unit) + 1))[:length]

    assert in_proportion(text(250_000), text(1_000_000), 8, 1)
    assert_sound(review(text(1_000_000)[-20_000:]))
