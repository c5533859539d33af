"""Both forms in full: "die Bewerberin oder der Bewerber", "Bewerberinnen und Bewerber"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.agreement import (
    Context,
    as_adjectival,
    begins_small,
    changing,
    feminine_half,
    signed,
    word_edit,
)
from postings.review.german.vocabulary import lexicon
from postings.review.model import Edit

_JOINT_AND = ("jed", "kein")


def pair(context: Context) -> list[Edit]:
    """Both forms in full: "die Bewerberin oder der Bewerber", "Bewerberinnen und Bewerber"."""
    start, end = context.noun_span
    noun = context.phrase.noun
    caps = context.words[context.phrase.at].is_caps
    if noun.kind == "ling":
        return signed(context, "star") if context.is_plural else pair(as_adjectival(context))
    if context.is_plural:
        if noun.kind == "man" and context.noun_text.lower().endswith(("leute", "leuten")):
            return []
        new = f"{noun.feminine_form(context.reading)} und {_masculine_plural(context)}"
        return [Edit(start, end - start, new.upper() if caps else new)]
    begin = context.words[context.phrase.start].start
    if "\n" in context.text[begin:start]:
        return _pair_over_lines(context)
    joint = "und" if context.determiner.startswith(_JOINT_AND) else "oder"
    whole = f"{feminine_half(context)} {joint} {_masculine_half(context, begin, start)}"
    if begin > start:
        begin = start
    first = context.text[begin]
    whole = (whole[0].upper() if first.isupper() else whole[0]) + whole[1:]
    return [Edit(begin, end - begin, whole.upper() if caps else whole)]


def head_at(base: str) -> int:
    """Where the last part of a compound begins: "Amts|arzt"; 0 where none is known."""
    for at in range(3, len(base) - 3):
        match = lexicon.find(base[at:].capitalize())
        if match is not None and match.noun.base == match.noun.head:
            return at
    return 0


def _masculine_plural(context: Context) -> str:
    """The noun; after "Projekt- und Teamleiterinnen und" only its last part: "-leiter"."""
    noun = context.phrase.noun
    prefix = head_at(noun.base)
    is_cut = (
        context.phrase.start != context.phrase.at and context.words[context.phrase.at - 2].text[-1] == "-"
    )
    if not prefix or not is_cut:
        return context.noun_text
    return "-" + context.noun_text[prefix:].lower().lstrip("-")


def _pair_over_lines(context: Context) -> list[Edit]:
    """ "einen", a new line, "Sachbearbeiter": the feminine half stays there, the masculine one follows it."""
    start, end = context.noun_span
    edits = [edit for word, _, new in changing(context) if (edit := word_edit(word, new))]
    lead = " ".join(word.text for word in context.words[context.phrase.start : context.phrase.at])
    new = f"{context.phrase.noun.feminine_form(context.reading)} oder {lead.lower()} {context.noun_text}"
    return [*edits, Edit(start, end - start, new)]


def _masculine_half(context: Context, begin: int, start: int) -> str:
    """The phrase as it stands, its first letter small; "im" becomes "dem" after "oder"."""
    lead = context.text[begin:start]
    if context.determiner in ("im", "am"):
        lead = "dem" + lead[2:]
    if lead and begins_small(context) and not _is_formal(context.words[context.phrase.start]):
        lead = lead[0].lower() + lead[1:]
    return lead + context.noun_text.split("/")[0]


def _is_formal(word: Word) -> bool:
    """ "Ihr" with a capital is the polite form, wherever it stands."""
    return word.text.startswith("Ihr")


def rows(contexts: Sequence[Context]) -> dict[int, list[Edit]]:
    """ "einen Koch oder Bäcker", which share an article: "eine Köchin oder Bäckerin oder einen …"."""
    found: dict[int, list[Edit]] = {}
    for first, second in itertools.pairwise(contexts):
        if first.phrase.at not in found and _share_article(first, second):
            found[first.phrase.at] = found[second.phrase.at] = [_row(first, second)]
    return found


def _share_article(first: Context, second: Context) -> bool:
    one, other = first.phrase, second.phrase
    if first.is_plural or second.is_plural or not (first.determiner and other.start == other.at):
        return False
    if (
        other.at != one.at + 2
        or first.words[one.at + 1].low not in ("oder", "und")
        or not (one.is_certain and other.is_certain)
    ):
        return False
    start, end = first.words[one.start].start, first.words[other.at].end
    is_usual = {one.noun.kind, other.noun.kind}.isdisjoint({"man", "ling", "adj"})
    return is_usual and not first.words[one.at].is_caps and "\n" not in first.text[start:end]


def _row(first: Context, second: Context) -> Edit:
    begin, start = first.words[first.phrase.start].start, first.noun_span[0]
    inner = first.words[first.phrase.at + 1].low
    feminine = f"{feminine_half(first)} {inner} {second.phrase.noun.feminine_form(first.reading)}"
    masculine = f"{_masculine_half(first, begin, start)} {inner} {second.noun_text}"
    whole = f"{feminine} {'und' if first.determiner.startswith(_JOINT_AND) else 'oder'} {masculine}"
    whole = (whole[0].upper() if first.text[begin].isupper() else whole[0]) + whole[1:]
    return Edit(begin, second.noun_span[1] - begin, whole)
