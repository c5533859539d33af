"""Nouns in a row that share what takes their place: "Ärzte und Therapeuten" -> "ärztliche und therapeutische
Fachkräfte"; "Straßen- und Tiefbauer" -> "Fachkraft für Straßen- und Tiefbau"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from postings.review.german.replacing import agreement
from postings.review.german.replacing.agreement import Context, word_edit
from postings.review.german.replacing.neutral.table import Option, options
from postings.review.german.replacing.pairs import head_at
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import DP
from postings.review.model import Edit

_HEADS = ("Fachkräfte für ", "Kräfte für ")
_ONE = ("Fachkraft für ", "Kraft für ")


def joined(contexts: Sequence[Context]) -> dict[int, list[Edit]]:
    """For the first and the second of two nouns that "und" joins: the edits of both."""
    found: dict[int, list[Edit]] = {}
    for first, second in itertools.pairwise(contexts):
        if first.phrase.at in found or not _is_row(first, second):
            continue
        made = _made(first, second)
        if made:
            found[first.phrase.at] = found[second.phrase.at] = made
    return found


def _is_row(first: Context, second: Context) -> bool:
    words, at = first.words, first.phrase.at + 1
    if not (first.is_plural and second.is_plural) or second.phrase.start != at + 1:
        return False
    if words[at].low not in ("und", "oder"):
        return False
    if second.phrase.start != second.phrase.at or not (first.phrase.is_certain and second.phrase.is_certain):
        return False
    after = words[second.phrase.at + 1 : second.phrase.at + 2]
    return not (first.phrase.at > 1 and words[first.phrase.start - 1].text == ",") and (
        not after or after[0].low not in ("und", "oder")
    )


def _made(first: Context, second: Context) -> list[Edit] | None:
    pairs = itertools.product(_fitting(first), _fitting(second))
    for one, other in pairs:
        if one.kind == other.kind == "a" and one.plural == other.plural:
            return _adjectives(first, second, one, other)
        for head in _HEADS:
            both = one.plural.startswith(head) and other.plural.startswith(head)
            if both and " und " not in one.plural:
                return _fields(first, second, one.plural, other.plural.removeprefix(head))
    return None


def _fitting(context: Context) -> list[Option]:
    known = [each for each in options(context.phrase.noun) if each.condition in ("", "teil") and each.is_safe]
    return [option for option in known if option.kind in ("a", "f") and option.readings & context.reading]


def _adjectives(first: Context, second: Context, one: Option, other: Option) -> list[Edit]:
    end = agreement.substantivised(first, "e").text.lower()
    noun = one.plural + ("n" if first.reading & DP and not one.plural.endswith("n") else "")
    start, stop = first.noun_span
    if one.adjective == other.adjective:
        _, last = second.noun_span
        return [Edit(start, last - start, f"{one.adjective}{end} {noun}")]
    begin, last = second.noun_span
    lead = one.adjective + end
    if first.phrase.start == first.phrase.at and first.words[first.phrase.at].starts_sentence:
        lead = lead.capitalize()
    return [Edit(start, stop - start, lead), Edit(begin, last - begin, f"{other.adjective}{end} {noun}")]


def _fields(first: Context, second: Context, one: str, field: str) -> list[Edit]:
    """ "Erzieher und Sozialarbeiter" -> "Fachkräfte für Erziehung und Soziale Arbeit"."""
    head, _, rest = one.partition(" ")
    start, stop = first.noun_span
    begin, last = second.noun_span
    head += "n" if first.reading & DP and not head.endswith("n") else ""
    return [Edit(start, stop - start, f"{head} {rest}"), Edit(begin, last - begin, field)]


def cut(context: Context) -> list[Edit] | None:
    """ "Straßen- und Tiefbauer" -> "Fachkraft für Straßen- und Tiefbau"."""
    words, phrase = context.words, context.phrase
    if phrase.start == phrase.at or not words[phrase.at - 2].text.endswith("-"):
        return None
    if made := _cut_adjectives(context):
        return made
    heads = _HEADS if context.is_plural else _ONE
    for option in _fitting(context):
        text = option.plural if context.is_plural else option.singular
        head = next((each for each in heads if text.startswith(each)), None)
        if head is None or not text[len(head) :].startswith(context.noun_text[:4]):
            continue
        first = phrase.at - 2
        while first >= 2 and words[first - 2].text.endswith("-") and words[first - 2].text[0].isupper():
            first -= 2
        kind, _, rest = head.partition(" ")
        kind += "n" if context.reading & DP and not kind.endswith("n") else ""
        start, end = context.noun_span
        changes = [] if context.is_plural else agreement.changing(context)
        made = [edit for word, _, new in changes if (edit := word_edit(word, new))]
        return [
            *made,
            Edit(words[first].start, 0, f"{kind} {rest}"),
            Edit(start, end - start, text[len(head) :]),
        ]
    return _cut_kraft(context)


def _cut_kraft(context: Context) -> list[Edit] | None:
    """ "Kranken- und Altenpfleger" -> "Kranken- und Altenpflegekräfte", of the last part."""
    base = context.phrase.noun.base
    head = head_at(base)
    match = lexicon.find(base[head:].capitalize()) if head else None
    if match is None:
        return None
    known = [one for one in options(match.noun) if one.kind == "f" and one.is_safe]
    words = [one.plural if context.is_plural else one.singular for one in known]
    new = next((word for word in words if word.endswith(("kraft", "kräfte")) and word.isalpha()), None)
    if new is None or new[:4].lower() != base[head : head + 4].lower():
        return None
    new = base[:head] + new.lower() + ("n" if context.reading & DP else "")
    start, end = context.noun_span
    changes = [] if context.is_plural else agreement.changing(context)
    made = [edit for word, _, feminine in changes if (edit := word_edit(word, feminine))]
    return [*made, Edit(start, end - start, new.upper() if context.words[context.phrase.at].is_caps else new)]


def _cut_adjectives(context: Context) -> list[Edit] | None:
    """ "Sozial- und Heilpädagogen" -> "sozial- und heilpädagogische Fachkräfte"."""
    words, phrase = context.words, context.phrase
    first, known = phrase.at - 2, context.noun_text[:4].lower()
    fitting = (each for each in _fitting(context) if each.kind == "a" and each.adjective.startswith(known))
    option = next(fitting, None)
    if option is None or not context.is_plural or phrase.start != first:
        return None
    end = agreement.substantivised(context, "e").text.lower()
    noun = option.plural + ("n" if context.reading & DP and not option.plural.endswith("n") else "")
    start, stop = context.noun_span
    made = [Edit(start, stop - start, f"{option.adjective}{end} {noun}")]
    if not words[first].starts_sentence:
        made.append(Edit(words[first].start, 1, words[first].text[0].lower()))
    return made
