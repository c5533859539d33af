"""Neutral wording for a person noun, where there is a good one that fits case and number."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postings.review.german.reading.scan import Word
from postings.review.german.replacing import agreement, styles
from postings.review.german.replacing.agreement import Context, word_edit
from postings.review.german.replacing.phrase import ending
from postings.review.german.replacing.pronouns import Follower
from postings.review.german.replacing.rewording import rewordings
from postings.review.german.vocabulary import verbs
from postings.review.german.vocabulary.lexicon import AS, DATA, DP, DS, GP, GS, NS, PLURAL, SINGULAR
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONTRACTIONS, DETERMINERS, QUANTITIES
from postings.review.model import Edit, Replacement

_DEFINITE = word_set("der den dem des")
_ALL = {"jeder": "alle", "jeden": "alle", "jedem": "allen"}
_PLURAL_PRONOUNS = {"er": "sie", "ihn": "sie", "ihm": "ihnen", "dessen": "deren"}
_PLURAL_PRONOUNS |= {"dieser": "diese", "diesen": "diese", "diesem": "diesen"}
_PLURAL_RELATIVES = {"der": "die", "den": "die", "dem": "denen", "dessen": "deren", "welcher": "welche"}
_GAP = "…"
_RANKS = ("ste", "sten", "zweite", "zweiten", "dritte", "dritten", "einzige", "einzigen")
_HERE = " in der Stadt"
_PLACING = word_set("der des aus in im von hannovers unserer dieser")
_NEUTER = {"der": "das", "den": "das", "ein": "ein", "einen": "ein"}


@dataclass(frozen=True, slots=True)
class Option:
    """One line entry of neutral.txt."""

    kind: str
    singular: str
    plural: str
    adjective: str
    readings: int
    is_good: bool
    is_safe: bool


@functools.cache
def _table() -> dict[str, tuple[Option, ...]]:
    table: dict[str, tuple[Option, ...]] = {}
    for line in (DATA / "neutral.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            noun, _, entries = line.partition(" =")
            table[noun] = tuple(_option(entry.strip()) for entry in entries.split("|") if entry.strip())
    return table


def _option(entry: str) -> Option:
    is_good = entry.startswith("+ ")
    is_safe = not entry.startswith("? ")
    entry = entry.removeprefix("+ ").removeprefix("? ")
    readings = SINGULAR | PLURAL
    if entry.startswith(("sg ", "pl ")):
        readings = SINGULAR if entry.startswith("sg") else PLURAL
        entry = entry[3:]
    kind, _, words = entry.partition(" ")
    adjective = ""
    if kind == "a":
        adjective, _, words = words.rpartition(" ")
    singular, _, plural = words.partition("/")
    return Option(kind, singular, plural, adjective, readings, is_good, is_safe)


@functools.lru_cache(maxsize=5000)
def options(base: str, head: str) -> tuple[Option, ...]:
    """What is known for a noun: its own entry, else that of its longest last part."""
    table = _table()
    if base in table:
        return tuple(_whole(option, "") for option in table[base])
    for at in range(1, len(base) - 3):
        last = base[at:]
        key = last[:1].upper() + last[1:]
        if key in table:
            return tuple(
                _whole(option, base[:at])
                for option in table[key]
                if option.singular.startswith("-") or _GAP in option.singular
            )
    return ()


def _whole(option: Option, prefix: str) -> Option:
    def join(word: str) -> str:
        if _GAP in word:
            before, _, last = word.partition(_GAP)
            return before + join("-" + last)
        if not word.startswith("-"):
            return word
        if prefix.endswith("-") or not prefix:
            return prefix + word[1:2].upper() + word[2:]
        return prefix[:1].upper() + prefix[1:] + word[1:]

    return Option(
        option.kind,
        join(option.singular),
        join(option.plural),
        option.adjective,
        option.readings,
        option.is_good,
        option.is_safe,
    )


def replacements(context: Context, followers: Sequence[Follower], *, only_good: bool) -> list[Replacement]:
    """The neutral replacements, best first."""
    found: list[Replacement] = []
    if agreement.one_of(context, "star"):
        return found
    for edits in rewordings(context, in_house=only_good):
        if not followers:
            found.append(context.replacement("neutral", edits, context.phrase.is_certain))
    noun = context.phrase.noun
    for option in options(noun.base, noun.head):
        if only_good and not option.is_good:
            continue
        made = _edits(context, option, followers)
        if made:
            safe = option.is_safe and context.phrase.is_certain
            found.append(context.replacement("neutral", made, safe))
    return found


def _edits(context: Context, option: Option, followers: Sequence[Follower]) -> list[Edit] | None:
    if option.kind == "r" and not any(one.is_relative for one in followers):
        return None
    if option.kind == "s" and not any(not one.is_relative for one in followers):
        return None
    if option.kind == "c":
        return _collective(context, option)
    if option.kind in ("p", "s"):
        if context.is_plural:
            return [agreement.substantivised(context, option.singular)] if option.readings & PLURAL else None
        return _made_plural(context, option, followers) if option.readings & (SINGULAR | PLURAL) else None
    if not option.readings & context.reading:
        return None
    if option.singular.startswith("Person ") and context.phrase.adjectives:
        return None
    if context.is_plural:
        return _plain_plural(context, option)
    if option.kind == "n":
        return None if followers else _neuter(context, option)
    return _feminine(context, option, [one for one in followers if not one.is_shared])


def _noun(context: Context, new: str) -> Edit:
    start, end = context.noun_span
    if context.words[context.phrase.at].is_caps:
        new = new.upper()
    elif context.phrase.start == context.phrase.at and context.words[context.phrase.at].starts_sentence:
        new = new[:1].upper() + new[1:]
    return Edit(start, end - start, new)


def _plain_plural(context: Context, option: Option) -> list[Edit]:
    lead = ""
    if option.adjective:
        last = context.phrase.adjectives[-1] if context.phrase.adjectives else None
        low = context.words[last].low if last is not None else ""
        end = ending(low) if low else agreement.substantivised(context, "e").text.lower()
        lead = option.adjective + (end if end in ("e", "en", "er") else "en") + " "
    new = option.plural
    if new.endswith(_HERE) and _has_place(context):
        new = new.removesuffix(_HERE)
    first, _, rest = new.partition(" ")
    if context.reading & DP and not first.endswith(("n", "s")):
        first += "n"
    return [_noun(context, lead + first + (" " + rest if rest else ""))]


def _has_place(context: Context) -> bool:
    """ "die Bürger der Stadt": what follows says already where."""
    after = context.words[context.phrase.at + 1 : context.phrase.at + 2]
    return bool(after) and after[0].low in _PLACING


def _feminine(context: Context, option: Option, followers: Sequence[Follower]) -> list[Edit]:
    edits = [edit for word, _, new in agreement.changing(context) if (edit := word_edit(word, new))]
    lead = ""
    if option.adjective:
        lead = styles.feminine_adjective(option.adjective + "er", context.determiner, context.reading) + " "
    edits.append(_noun(context, lead + option.singular))
    return edits + [edit for one in followers if (edit := word_edit(one.word, one.feminine))]


def _collective(context: Context, option: Option) -> list[Edit] | None:
    """ "Sie beraten die Kunden" -> "Sie beraten die Kundschaft": no verb has the noun as its subject."""
    words, phrase = context.words, context.phrase
    if not context.reading & option.readings or phrase.adjectives or context.reading & GP:
        return None
    if not context.reading & DP and not _is_object(words, phrase.start):
        return None
    low = "" if phrase.determiner is None else words[phrase.determiner].low
    if low in QUANTITIES or low[:1].isdigit() or low.startswith("all"):
        return None
    edits = [_noun(context, option.singular)]
    if context.reading & DP and low:
        edits += filter(None, [word_edit(words[phrase.determiner or 0], low[:-1] + "r")])
    return edits


def _is_object(words: Sequence[Word], at: int) -> bool:
    """Whether someone else ("Sie", "wir") is the subject of this clause."""
    sentence = words[at].sentence
    for back in range(at - 1, max(-1, at - 12), -1):
        if words[back].sentence != sentence or words[back].text in ",;:":
            return False
        if words[back].text in ("Sie", "wir", "Wir", "du", "Du"):
            return True
    return False


def _neuter(context: Context, option: Option) -> list[Edit] | None:
    """ "eines Kollegen" -> "eines Teammitglieds"."""
    edits: list[Edit] = []
    phrase, reading = context.phrase, context.reading
    low = context.determiner
    if low in CONTRACTIONS or not low:
        return None
    word = context.words[phrase.determiner or 0]
    new = low
    if reading & (NS | AS):
        new = _NEUTER.get(low) or (low[:-2] + "es" if low[:3] in ("jed", "die") else low.removesuffix("en"))
    if edit := word_edit(word, new):
        edits.append(edit)
    for at in phrase.adjectives:
        adjective = context.words[at].low
        stem = adjective[:-1] if adjective.endswith("e") else adjective[:-2]
        if reading & (NS | AS):
            end = "e" if low in ("der", "den") or low[:3] in ("jed", "die") else "es"
            if edit := word_edit(context.words[at], stem + end):
                edits.append(edit)
    return [*edits, _noun(context, option.singular + ("s" if reading & GS else ""))]


def _made_plural(context: Context, option: Option, followers: Sequence[Follower]) -> list[Edit] | None:
    """ "jedem Studenten" -> "allen Studierenden"; "dem neuen Mitarbeiter" -> "neuen Beschäftigten"."""
    low = context.determiner
    if (
        context.reading & GS
        or (low not in _ALL and low not in _DEFINITE)
        or context.phrase.determiner is None
    ):
        return None
    if any(context.words[at].low.endswith(_RANKS) for at in context.phrase.adjectives):
        return None
    verb_edits = _verbs(context, followers)
    if verb_edits is None:
        return None
    words, phrase = context.words, context.phrase
    determiner = words[context.phrase.determiner]
    edits = verb_edits + list(_plural_followers(followers))
    if low in _ALL:
        edits += filter(None, [word_edit(determiner, _ALL[low])])
        end = "n"
    else:
        following = words[context.phrase.determiner + 1]
        edits.append(Edit(determiner.start, following.start - determiner.start, ""))
        end = "n" if context.reading & DS else ""
    for at in phrase.adjectives:
        adjective = words[at].low
        stem = adjective[:-1] if adjective.endswith("e") else adjective[:-2]
        edits += filter(None, [word_edit(words[at], stem + "e" + end)])
    edits.append(_noun(context, option.singular + end))
    return _capitalised(context, edits) if low not in _ALL else edits


def _capitalised(context: Context, edits: list[Edit]) -> list[Edit]:
    """Where the article that began the sentence is gone, its adjective takes the capital."""
    words, phrase = context.words, context.phrase
    if not words[phrase.start].text[:1].isupper() or not phrase.adjectives:
        return edits
    first = words[phrase.adjectives[0]]
    others = [edit for edit in edits if edit.offset != first.start]
    changed = next((edit.text for edit in edits if edit.offset == first.start), first.text)
    return [*others, Edit(first.start, len(first.text), changed[:1].upper() + changed[1:])]


def _plural_followers(followers: Sequence[Follower]) -> Iterator[Edit]:
    for one in (each for each in followers if not each.is_shared):
        table = _PLURAL_RELATIVES if one.is_relative else _PLURAL_PRONOUNS
        edit = word_edit(one.word, table.get(one.word.low, one.feminine))
        if edit:
            yield edit


def _verbs(context: Context, followers: Sequence[Follower]) -> list[Edit] | None:
    """The verbs that must become plural with the phrase as their subject; None where they can't be found."""
    words, at = context.words, context.phrase.at
    edits: list[Edit] = []
    relative = next((one for one in followers if one.is_relative), None)
    place: int | None = at + 1
    if relative is not None:
        place, own = _after_relative(words, at, relative)
        if own is None and relative.word.low == "der":
            return None
        if own is not None and relative.word.low == "der":
            edits.append(own)
    if any(one.word.low == "er" for one in followers):
        return None
    if not context.reading & NS:
        return edits
    if not words[context.phrase.start].starts_sentence:
        place = context.phrase.start - 1
    if place is None or not 0 <= place < len(words):
        return None
    verb = words[place]
    new = verbs.plural(verb.text) if verb.text[:1].islower() and verb.low not in DETERMINERS else None
    made = word_edit(verb, new) if new else None
    return [*edits, made] if made else None


def _after_relative(words: Sequence[Word], at: int, relative: Follower) -> tuple[int | None, Edit | None]:
    """The place after a relative clause, and the edit of the verb that ends it."""
    for place in range(at + 2, min(len(words), at + 40)):
        if words[place].start > relative.word.end and words[place].text in ",.;:!?–":
            last = words[place - 1]
            new = verbs.plural(last.text)
            return place + 1, word_edit(last, new) if new else None
    return None, None
