"""Every rewording proves itself by its own examples: what was found, and what it becomes."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from postings.review import review
from postings.review.fixing import apply
from postings.review.model import Finding
from postings.review.rewording import book
from postings.review.rulebook import load as rules

A_DAY = datetime.date(2027, 1, 15)
EXAMPLES = [
    pytest.param(each, before, after, id=before[:60])
    for each in book.load()
    for before, after in each.examples
]


def reworded(text: str, entry: book.Rewording) -> list[tuple[Finding, str]]:
    """The findings of its rules that get words, and the text with the first of them."""
    return [
        (one, apply(text, sorted(one.replacements[0].edits, key=lambda edit: edit.offset)))
        for one in review(text, date=A_DAY).findings
        if one.replacements and (one.rule in entry.rules or one.category == entry.file.split("/")[0])
    ]


@pytest.mark.parametrize(("entry", "before", "after"), EXAMPLES)
def test_the_sentence_becomes_what_the_example_says(entry, before: str, after: str):
    assert after in [text for _, text in reworded(before, entry)]


@pytest.mark.parametrize(("entry", "before", "after"), EXAMPLES)
def test_new_words_are_not_flagged(entry, before: str, after: str):
    for finding, text in reworded(before, entry):
        if text == after:
            [edit, *_] = finding.replacements[0].edits
            start, end = edit.offset, edit.offset + len(edit.text)
            again = review(text, date=A_DAY).findings
            flagged = [f for f in again if f.offset < end and start < f.offset + f.length]
            assert [(f.rule, f.quote) for f in flagged if f.quote != f.sentence] == []


def test_every_rule_that_is_named_exists():
    assert {rule for each in book.load() for rule in each.rules} <= set(rules().rules)


def test_the_sign_is_the_one_of_the_style():
    def text(style: str) -> str:
        [finding] = review("Unsere Jungs vom Bauhof suchen Verstärkung.", style=style).findings
        return finding.replacements[0].text

    assert text("star") == "Kolleg*innen"
    assert text("colon") == "Kolleg:innen"
    assert text("pair") == "Kolleginnen und Kollegen"


@pytest.mark.parametrize(
    ("before", "offered"), [("", True), ("Sie packen gern an?\n\n", True), ("Du packst gern an?\n\n", False)]
)
def test_nobody_who_is_called_du_is_suddenly_called_sie(before: str, offered: bool):
    text = f"{before}Bewerbungen sind bis zum 3. Mai schriftlich bei der Gemeinde einzureichen."
    [finding] = [f for f in review(text).findings if f.rule == "modaler-infinitiv"]
    assert bool(finding.replacements) == offered


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[[rewording]]\nphrase = ['x']\nexamples = [['a', 'b']]", "„phrase“ ist kein bekannter Eintrag"),
        ("[[rewording]]\nphrases = ['x']", "Jede Wendung braucht ein Beispiel"),
        ("[[rewording]]\nphrases = ['[x']\nexamples = [['a', 'b']]", "eckige Klammern"),
        ("[[rewording]]\npatterns = ['x']\nreplace = ['{w1}']\nexamples = [['a', 'b']]", "w1"),
    ],
)
def test_a_mistake_names_its_file(tmp_path: Path, content: str, told: str):
    (tmp_path / "age").mkdir()
    (tmp_path / "age" / "probe.toml").write_text(content, "utf-8")
    with pytest.raises(book.RewordingError, match="age/probe") as caught:
        book.load(tmp_path)
    assert told in str(caught.value)


def test_a_folder_is_named_after_a_category(tmp_path: Path):
    (tmp_path / "farben").mkdir()
    (tmp_path / "farben" / "probe.toml").write_text("", "utf-8")
    with pytest.raises(book.RewordingError, match="farben/probe"):
        book.load(tmp_path)
