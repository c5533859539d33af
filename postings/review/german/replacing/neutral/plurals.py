"""A singular made plural with its verb: "jedem Studenten" -> "allen Studierenden"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing import subjects
from postings.review.german.replacing.agreement import Context, word_edit
from postings.review.german.replacing.neutral.table import Option
from postings.review.german.replacing.pronouns import Follower
from postings.review.german.vocabulary import verbs
from postings.review.german.vocabulary.lexicon import DS, GS, NS
from postings.review.german.vocabulary.name_words import STRONG_VERBS
from postings.review.german.vocabulary.word_lists import listed, word_set
from postings.review.german.vocabulary.words import CONTRACTIONS, DETERMINERS
from postings.review.model import Edit

_DEFINITE = frozenset(["der", "den", "dem", "des"])
_ALL = {"jeder": "alle", "jeden": "alle", "jedem": "allen"}
_PRONOUNS = {"er": "sie", "ihn": "sie", "ihm": "ihnen", "dessen": "deren"}
_PRONOUNS |= {"dieser": "diese", "diesen": "diese", "diesem": "diesen"}
_RELATIVES = {"der": "die", "den": "die", "dem": "denen", "dessen": "deren", "welcher": "welche"}
ORDINALS = tuple(
    listed("zweite dritte vierte fünfte sechste siebte achte neunte zehnte zweiten dritten vierten fünften")
)
_RANKS = ("ste", "sten", *ORDINALS, "einzige", "einzigen")
_WITH = frozenset({"am", "beim", "vom", "im"})
_PAST = STRONG_VERBS | word_set("""
    war waren hatte hatten wurden konnte konnten musste mussten kamen gingen soll brachten fanden nahmen
    ließen
    """)
_PAST_END = re.compile(r"(?<!ier)e?ten?$")
_SINGLE = ("einzelne", "einzelnen", "einzelner")


def edits(context: Context, option: Option, followers: Sequence[Follower]) -> list[Edit] | None:
    """ "dem neuen Mitarbeiter" -> "neuen Beschäftigten"; nothing where a verb can't be found."""
    words, phrase, low = context.words, context.phrase, context.determiner
    if phrase.determiner is None or context.reading & GS:
        return None
    if low not in _ALL and (low not in _DEFINITE | _WITH or option.kind == "g"):
        return None
    if any(words[at].low.endswith(_RANKS) for at in phrase.adjectives) or _is_told(context):
        return None
    verb_edits = _verbs(context, followers)
    if verb_edits is None:
        return None
    made = verb_edits + list(_followers(followers))
    end = "n" if low in _ALL or low in CONTRACTIONS or context.reading & DS else ""
    made += _determiner(context, low)
    adjectives = [at for at in phrase.adjectives if words[at].low not in _SINGLE]
    for at in adjectives:
        adjective = words[at].low
        stem = adjective[:-1] if adjective.endswith("e") else adjective[:-2]
        made += filter(None, [word_edit(words[at], stem + "e" + end)])
    for at in set(phrase.adjectives) - set(adjectives):
        made.append(Edit(words[at].start, words[at + 1].start - words[at].start, ""))
    made.append(_nothing(context) if _are_all(context, option) else _noun(context, option, end))
    return made if low in _ALL or low in CONTRACTIONS else _capitalised(context, made)


def _are_all(context: Context, option: Option) -> bool:
    """ "Jeder Bürger, der Fragen hat" -> "Alle, die Fragen haben"."""
    words, at = context.words, context.phrase.at
    if option.kind != "g" or option.singular != "Menschen" or context.phrase.adjectives:
        return False
    row = [word.low for word in words[at + 1 : at + 3]]
    return len(row) > 1 and row[0] == "," and row[1] in _RELATIVES


def _nothing(context: Context) -> Edit:
    """The noun is left out, with the blank before it."""
    start, end = context.noun_span
    return Edit(start - 1, end - start + 1, "")


def _is_told(context: Context) -> bool:
    """ "Weil der Bewohner Kerzen angelassen hatte": what happened once was done by one, not by several."""
    words, at = context.words, context.phrase.at
    if context.determiner in _ALL:
        return False
    near = words[max(0, at - 15) : at + 15]
    return any(word.sentence == words[at].sentence and _is_past(word) for word in near)


def _is_past(word: Word) -> bool:
    """ "war", "brachten", "meldete": a verb that tells what happened."""
    if word.low in _PAST:
        return True
    stem = _PAST_END.sub("", word.low)
    return stem != word.low and word.text[0].islower() and verbs.is_infinitive(stem + "en")


def _noun(context: Context, option: Option, end: str) -> Edit:
    start, stop = context.noun_span
    new = option.singular if option.kind == "g" else option.singular + end
    return Edit(start, stop - start, new.upper() if context.words[context.phrase.at].is_caps else new)


def _determiner(context: Context, low: str) -> list[Edit]:
    """ "jeder" -> "alle"; "beim" -> "bei den"; "der" goes."""
    place = context.phrase.determiner or 0
    word = context.words[place]
    if low in _ALL or low in CONTRACTIONS:
        new = _ALL.get(low) or CONTRACTIONS[low] + " den"
        edit = word_edit(word, new)
        return [edit] if edit else []
    return [Edit(word.start, context.words[place + 1].start - word.start, "")]


def _capitalised(context: Context, made: list[Edit]) -> list[Edit]:
    """Where the article that began the sentence is gone, its adjective takes the capital."""
    words, phrase = context.words, context.phrase
    if not words[phrase.start].text[:1].isupper() or not phrase.adjectives:
        return made
    first = words[phrase.adjectives[0]]
    others = [edit for edit in made if edit.offset != first.start]
    changed = next((edit.text for edit in made if edit.offset == first.start), first.text)
    return [*others, Edit(first.start, len(first.text), changed[:1].upper() + changed[1:])]


def _followers(followers: Sequence[Follower]) -> Iterator[Edit]:
    for one in (each for each in followers if not each.is_shared):
        table = _RELATIVES if one.is_relative else _PRONOUNS
        edit = word_edit(one.word, table.get(one.word.low, one.feminine))
        if edit:
            yield edit


def _verbs(context: Context, followers: Sequence[Follower]) -> list[Edit] | None:
    """The verbs that must become plural with the phrase as their subject; None where they can't be found."""
    words, phrase = context.words, context.phrase
    if any(one.word.low == "er" or " " in one.feminine for one in followers):
        return None
    relative = next((one for one in followers if one.is_relative), None)
    found: list[Edit] = []
    place: int | None = None
    if relative is not None:
        place, own = _after_relative(words, phrase.at, relative)
        if relative.word.low == "der":
            if own is None:
                return None
            found.append(own)
    if not context.reading & NS:
        return found
    if relative is None or not words[phrase.start].starts_sentence:
        place = subjects.verb_of(words, phrase.start, phrase.at)
    verb = _plural(words[place]) if place is not None and place < len(words) else None
    return [*found, verb] if verb else None


def _plural(verb: Word) -> Edit | None:
    is_small = verb.text[:1].islower() or verb.is_caps
    new = verbs.plural(verb.text) if is_small and verb.low not in DETERMINERS else None
    return word_edit(verb, new) if new else None


def _after_relative(words: Sequence[Word], at: int, relative: Follower) -> tuple[int | None, Edit | None]:
    """The place after a relative clause, and the edit of the verb that ends it."""
    for place in range(at + 2, min(len(words), at + 40)):
        if words[place].start > relative.word.end and words[place].text in ",.;:!?–":
            return place + 1, _plural(words[place - 1])
    return None, None
