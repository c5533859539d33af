"""All hits of a text: nouns, the pronouns that follow them, compounds that begin with a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from postings.review.german.reading import context, inclusive, joined, kinds, references, seeking
from postings.review.german.reading.scan import Word
from postings.review.german.replacing import agreement, anyone, articles, pairs, phrase, pronouns
from postings.review.german.replacing.agreement import Context
from postings.review.german.replacing.neutral import rows, writing
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import compounds
from postings.review.german.vocabulary.lexicon import SINGULAR
from postings.review.model import Edit, Replacement, Severity, Style

_NOTE_UNSURE = "Die Endungen lassen sich hier nicht sicher bestimmen; bitte formulieren Sie den Satz neu."
_NOTE_NEUTRAL = "Für dieses Wort gibt es keine gute neutrale Form; bitte formulieren Sie den Satz um."


@dataclass(frozen=True, slots=True)
class Hit:
    """A masculine form that means people in general; `kind` says which rule tells of it."""

    offset: int
    length: int
    replacements: tuple[Replacement, ...]
    kind: kinds.Kind
    note: str | None = None
    severity: Severity | None = None  # where it weighs more than its rule says
    noun: int | None = None  # of a pronoun: where the noun stands that it is about


@dataclass(frozen=True, slots=True)
class Part:
    """What was found in a part of a text, and what the whole must know to weigh it."""

    hits: tuple[Hit, ...]
    roles: tuple[seeking.Role, ...]
    words: int


def hits(text: str, words: Sequence[Word], style: Style) -> list[Hit]:
    """The hits of a text in order."""
    return weighed([read(text, words, style)], lambda: seeking.is_open(text))


def weighed(parts: Sequence[Part], is_open: Callable[[], bool]) -> list[Hit]:
    """The hits of all parts in order; those that name the sought person in an ad for men only weigh more."""
    roles = [role for part in parts for role in part.roles]
    sought = seeking.sought(roles, sum(part.words for part in parts))
    found = sorted((hit for part in parts for hit in part.hits), key=lambda hit: (hit.offset, hit.length))
    if not sought or is_open():
        return found
    return [
        replace(hit, severity="must") if (hit.offset if hit.noun is None else hit.noun) in sought else hit
        for hit in found
    ]


def read(text: str, words: Sequence[Word], style: Style) -> Part:
    """Find the hits of a part of a text."""
    words = inclusive.with_half_inclusive(words)
    contexts = _contexts(text, words)
    followers = pronouns.followers(words, contexts)
    beside = joined.Beside(joined.shared(contexts), _rows(contexts, style))
    nouns = _noun_hits(contexts, followers, beside, style)
    found = [*nouns, *_pronoun_hits(text, contexts, nouns, followers, words, style)]
    found += _compound_hits(words, contexts, style)
    return Part(tuple(found), seeking.roles(words, contexts), len(words))


def _contexts(text: str, words: Sequence[Word]) -> list[Context]:
    exempt = references.Exemptions(text, words)
    known: dict[int, int] = {}
    found: list[Context] = []
    for at, word in enumerate(words):
        if not word.is_word or not word.text[0].isupper() or len(word.text) < 3 or word.text.endswith("-"):
            continue
        made = _context(text, words, at, exempt, known) if phrase.noun_at(words, at) else None
        if made is not None:
            known[at] = made.reading
            found.append(made)
    return found


def _context(
    text: str, words: Sequence[Word], at: int, exempt: references.Exemptions, known: dict[int, int]
) -> Context | None:
    length = words[at].end - words[at].start
    if words[at].is_inclusive:
        return None
    parsed = phrase.parse(words, at)
    if parsed is None or (parsed.noun.kind == "same" and not _is_made_masculine(words, parsed)):
        return None
    if exempt.cover(parsed):
        return None
    if parsed.noun.kind == "adj" and not (
        phrase.is_masculine_singular(words, parsed) or context.is_joined_to_one(words, parsed, known)
    ):
        return None
    if parsed.noun.kind == "adj" and phrase.is_adjective_itself(words, at):
        return None
    if parsed.noun.kind == "adj" and context.means_many(words, parsed):
        return None
    reading, certain = context.choose(words, parsed, known)
    if parsed.noun.kind == "adj" and not reading & SINGULAR:
        return None
    return Context(text, words, parsed, reading, certain, length)


def _is_made_masculine(words: Sequence[Word], parsed: Phrase) -> bool:
    """ "jeder Azubi", not "die Azubi", "mit der Azubi", "als Azubi", "vom Azubi bis zur Amtsleiterin"."""
    after = words[parsed.at + 1 : parsed.at + 3]
    if [word.low for word in after] == ["bis", "zur"]:
        return False
    if parsed.determiner is None or not parsed.is_certain:
        return False
    return words[parsed.determiner].low != "der" or parsed.preposition is None


def _rows(contexts: Sequence[Context], style: Style) -> dict[int, list[Edit]]:
    if style == "neutral":
        return rows.joined(contexts)
    return pairs.rows(contexts) if style == "pair" else {}


def _noun_hits(
    contexts: Sequence[Context],
    followers: dict[int, list[pronouns.Follower]],
    beside: joined.Beside,
    style: Style,
) -> list[Hit]:
    """A hit for each noun. "sein Vertreter" looks back at the noun that "sein" means."""
    found: list[Hit] = []
    owners: dict[int, tuple[int, pronouns.Follower]] = {}
    for each in contexts:
        own = followers.get(each.phrase.at, [])
        place = None if each.phrase.determiner is None else each.words[each.phrase.determiner].start
        before = None if place is None else owners.get(place)
        hit = _noun_hit(each, style, own, beside, found[before[0]] if before else None)
        if before and "neutral" not in [one.style for one in hit.replacements]:
            found[before[0]] = _with_her(found[before[0]], before[1], only=style == "neutral")
        owners |= {one.word.start: (len(found), one) for one in own if one.is_shared}
        found.append(hit)
    return found


def _with_her(hit: Hit, one: pronouns.Follower, *, only: bool) -> Hit:
    """The hit whose neutral replacements make "ihr" of a "sein" that no other hit changes."""
    edit = agreement.word_edit(one.word, one.feminine)
    if not only or edit is None:
        return hit
    made = [
        replace(each, edits=tuple(sorted((*each.edits, edit), key=lambda one: one.offset)))
        for each in hit.replacements
    ]
    return replace(hit, replacements=tuple(made))


def _noun_hit(
    each: Context,
    style: Style,
    followers: Sequence[pronouns.Follower],
    beside: joined.Beside,
    owner: Hit | None,
) -> Hit:
    start, end = each.noun_span
    options: list[Replacement] = []
    if each.phrase.is_certain:
        for name in ("neutral", "star") if style == "house" else (style,):
            made = _options(each, name, followers, beside, house=style == "house")
            options += made if owner is None else [_owned(one, each, owner) for one in made]
    note = None
    if not options:
        note = _NOTE_NEUTRAL if each.phrase.is_certain else _NOTE_UNSURE
    return Hit(start, end - start, tuple(options), kinds.of(each), note)


def _owned(one: Replacement, each: Context, owner: Hit) -> Replacement:
    """The replacement of "sein Vertreter" as the owner's first replacement asks for it."""
    first = next((option.style for option in owner.replacements if option.safe), "")
    if not first:
        return one
    return each.replacement(
        one.style, articles.with_owner(one.edits, first, one.style == "neutral"), one.safe
    )


def _options(
    each: Context, style: str, followers: Sequence[pronouns.Follower], beside: joined.Beside, *, house: bool
) -> list[Replacement]:
    if style == "neutral":
        return writing.replacements(each, followers, beside.rows.get(each.phrase.at), only_good=house)
    row = beside.rows.get(each.phrase.at)
    edits = list(row) if row else pairs.pair(each) if style == "pair" else agreement.signed(each, style)
    edits = edits if row else joined.adjusted(each, style, edits, beside.joints)
    edits += filter(None, [pronouns.edit(one, style) for one in followers if not one.is_shared])
    if edits and (more := agreement.one_of(each, style)):
        edits.append(more)
    return [each.replacement(style, edits, safe=each.phrase.is_certain)] if edits else []


def _pronoun_hits(
    text: str,
    contexts: Sequence[Context],
    nouns: Sequence[Hit],
    followers: dict[int, list[pronouns.Follower]],
    words: Sequence[Word],
    style: Style,
) -> list[Hit]:
    found: list[Hit] = []
    taken: set[int] = set()
    articles = {
        each.words[each.phrase.determiner].start: noun
        for each, noun in zip(contexts, nouns, strict=True)
        if each.phrase.determiner is not None
    }
    for each, noun in zip(contexts, nouns, strict=True):
        for one in followers.get(each.phrase.at, []):
            taken.add(one.word.start)
            if not one.is_relative:
                source = articles.get(one.word.start, noun)
                options = tuple(_own_edit(one, option) for option in _firsts(source.replacements))
                found.append(
                    Hit(
                        one.word.start,
                        len(one.word.text),
                        tuple(filter(None, options)),
                        "pronoun",
                        noun=noun.offset,
                    )
                )
    for row in anyone.free(words):
        if row[0].word.start not in taken:
            found += _free_hits(row, _free_options(text, words, row, style))
    return found


def _free_hits(row: Sequence[pronouns.Follower], options: tuple[Replacement, ...]) -> list[Hit]:
    """ "jeder" with all its edits, and "seine" after it with its own."""
    found = [Hit(row[0].word.start, len(row[0].word.text), options, "indefinite")]
    for one in row[1:]:
        if not one.is_relative:
            own = tuple(filter(None, (_own_edit(one, option) for option in options)))
            found.append(Hit(one.word.start, len(one.word.text), own, "pronoun"))
    return found


def _free_options(
    text: str, words: Sequence[Word], row: Sequence[pronouns.Follower], style: Style
) -> tuple[Replacement, ...]:
    """What to write for "jeder" or "derjenige, der"."""
    made = []
    for name in ("neutral", "star") if style == "house" else (style,):
        edits = anyone.neutral(words, row) if name == "neutral" else _free_edits(row, name)
        if edits:
            ordered = tuple(sorted(edits, key=lambda edit: edit.offset))
            end = ordered[-1].offset + ordered[-1].length
            whole = agreement.shown(agreement.applied(text, ordered[0].offset, end, ordered))
            made.append(Replacement(name, whole, True, ordered))
    return tuple(made)


def _free_edits(row: Sequence[pronouns.Follower], style: str) -> list[Edit]:
    return [edit for one in row if (edit := pronouns.edit(one, style))]


def _firsts(options: Sequence[Replacement]) -> list[Replacement]:
    """The first option of each style: a pronoun follows what is written for its noun."""
    return list({option.style: option for option in reversed(options)}.values())[::-1]


def _own_edit(one: pronouns.Follower, option: Replacement) -> Replacement | None:
    """What a noun's replacement does to a pronoun, as the pronoun's own."""
    edits = tuple(edit for edit in option.edits if edit.offset <= one.word.start < edit.offset + edit.length)
    return Replacement(option.style, edits[0].text, option.safe, edits) if edits else None


def _compound_hits(words: Sequence[Word], contexts: Sequence[Context], style: Style) -> list[Hit]:
    taken = {each.phrase.at for each in contexts}
    return [
        Hit(word.start, len(word.text), options, "compound")
        for at, word in enumerate(words)
        if len(word.text) > 8
        and word.text[0].isupper()
        and at not in taken
        and (options := compounds.replacements(words, at, style)) is not None
    ]


__all__ = ["Hit", "Phrase", "hits"]
