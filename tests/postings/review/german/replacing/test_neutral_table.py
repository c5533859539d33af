"""The tables of neutral words: sound lines, and nothing in them that is masculine itself."""

from __future__ import annotations

import re

import pytest

from postings.review.german.replacing.neutral.table import Option, options
from postings.review.german.vocabulary import compounds, lexicon
from postings.review.german.vocabulary.lexicon import DATA
from tests.postings.review.german.rewriting import quotes, rewritten

KINDS = {"f", "n", "m", "p", "g", "a", "r", "s", "c", "cn", "w", "i"}


def nouns() -> list[str]:
    """The nouns of neutral.txt."""
    lines = (DATA / "neutral.txt").read_text("utf-8").splitlines()
    return [noun for line in lines if not line.startswith("#") for noun in line.partition(" =")[0].split()]


def known() -> list[tuple[str, Option]]:
    """What is known for each of them that is a person noun."""
    found = [(noun, lexicon.find(noun)) for noun in nouns()]
    return [(noun, option) for noun, match in found if match for option in options(match.noun)]


def test_every_noun_has_one_line() -> None:
    assert len(nouns()) == len(set(nouns()))


def test_every_option_is_whole() -> None:
    odd = [(noun, option) for noun, option in known() if option.kind not in KINDS or not option.singular]
    odd += [(noun, option) for noun, option in known() if re.search(r"[-…~/]$|^-|…|~", option.singular)]
    assert odd == []


def test_nothing_in_the_table_is_masculine_itself() -> None:
    told = {words for _, option in known() for words in (option.singular, option.plural) if words}
    text = "\n\n".join(f"Hier sehen wir {words} und mehr." for words in sorted(told))
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("word", "neutral"),
    [
        ("Mitarbeiterportal", "Personalportal"),
        ("Kundenwünsche", "Wünsche der Kundschaft"),
        ("Teilnehmerlisten", "Teilnahmelisten"),
        ("Lehrerzimmer", "Lehrkräftezimmer"),
        ("Expertengespräch", "Fachgespräch"),
    ],
)
def test_compounds(word: str, neutral: str) -> None:
    assert rewritten(f"Es geht um {word}.", "neutral") == f"Es geht um {neutral}."


def test_every_first_part_of_a_compound_is_one() -> None:
    lines = (DATA / "neutral_compounds.txt").read_text("utf-8").splitlines()
    firsts = {line.split()[0] for line in lines if line and not line.startswith("#")}
    assert firsts <= set(compounds.FIRST)


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("Ein Keramiker hilft.", "Eine Fachkraft für Keramik hilft."),
        ("Zwei Zoologen fehlen.", "Zwei Fachkräfte für Zoologie fehlen."),
        ("Drei Kinderärzte helfen.", "Drei kinderärztliche Fachkräfte helfen."),
        ("Ein Italiener gewinnt.", "Eine Person aus Italien gewinnt."),
        ("Der Kritiker schreibt.", "Die kritische Stimme schreibt."),
        ("Der Amateur schreibt.", "Der Amateur schreibt."),
    ],
)
def test_parts_of_words(text: str, neutral: str) -> None:
    assert rewritten(text, "neutral") == neutral
