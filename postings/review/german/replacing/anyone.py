"""Masculine words that stand for anyone and for no noun: "jeder", "wer …, dem", "derjenige, der"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing import one_another, somebody
from postings.review.german.replacing.agreement import word_edit
from postings.review.german.replacing.pronouns import (
    PERSONAL,
    POSSESSIVE,
    RELATIVE,
    THAT_ONE,
    Follower,
    is_paired,
    is_verb_sein,
)
from postings.review.german.vocabulary import lexicon, verbs
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS, DETERMINERS, PREPOSITIONS
from postings.review.model import Edit

_SOMEONE = frozenset({"jemand", "jemanden", "jemandem", "niemand", "niemanden", "niemandem", *THAT_ONE})
_THERE, _IS = ("immer", "meist", "oft", "stets"), ("ist", "kommt", "steht", "sitzt", "wartet")
_RIVALS = word_set("ein einen einem eines dem des den im am vom zum beim dieser diesen diesem")
_STANDING = {"er": "sie", "ihm": "ihr", "ihn": "sie"} | POSSESSIVE
_OTHERS = frozenset({"eine", "andere", "anderer", "anderen"})
_FAR = 15
_AFTER = ("von", "der", "sich", "willkommen", "gefragt", "wichtig")
_FREE = {"jeder": "jede", "jeden": "jede", "jedem": "jeder"}


def free(words: Sequence[Word]) -> list[list[Follower]]:
    """ "Wer …, dem bieten wir" and "Jeder, der …": masculine words that stand for no noun."""
    found: list[list[Follower]] = []
    asked: tuple[int, int] | None = None
    for at, word in enumerate(words):
        if word.low == "wer" and word.starts_sentence:
            asked = (word.sentence, at)
        elif asked and asked[0] == word.sentence and at - asked[1] < 40 and _is_answer(words, at):
            row = [Follower(word, RELATIVE[word.low], is_relative=False)]
            found.append([*row, *_later_apart(words, at), *_in_next(words, asked[1])])
            asked = None
        elif word.low in _SOMEONE:
            found += filter(None, [list(_after_someone(words, at))])
        elif word.low in _FREE and _stands_alone(words, at):
            row = [Follower(word, _FREE[word.low], is_relative=False), *_after(words, at, True)]
            found.append([*row, *_later(words, at), *one_another.after(words, at)])
        elif word.low in somebody.BARE and somebody.is_somebody(words, at):
            row = [Follower(word, somebody.BARE[word.low], is_relative=False), *_after(words, at, True)]
            found.append([*row, *_later_apart(words, at), *one_another.after(words, at)])
        elif word.low in _OTHERS:
            found += filter(None, [one_another.opposed(words, at) or one_another.as_any(words, at)])
    return found


def _after_someone(words: Sequence[Word], at: int) -> Iterator[Follower]:
    """ "jemanden, der …" and "derjenige, der …"."""
    if (words[at].low in THAT_ONE and _goes_with_noun(words, at)) or _is_followed_by_her(words, at):
        return
    if words[at].low == "jemand" and at > 1 and words[at - 1].low in _THERE and words[at - 2].low in _IS:
        return  # "Im Büro ist immer jemand, der etwas wissen will": nobody is sought
    if words[at].low in THAT_ONE:
        yield Follower(words[at], THAT_ONE[words[at].low], is_relative=False)
    row = list(_after(words, at, words[at].low in THAT_ONE))
    yield from row
    if row:
        yield from _later_apart(words, at + 2)
    elif (
        words[at].low not in THAT_ONE
    ):  # "seine" alone says nothing of a man: "Niemand verliert seine Stelle"
        yield from (one for one in _later_apart(words, at) if one.word.low == "er")


def _is_followed_by_her(words: Sequence[Word], at: int) -> bool:
    """ "jemand, der lächelt. Oder jemand, die lächelt"."""
    return any(
        words[place].low in _SOMEONE and words[place + 1].text == "," and words[place + 2].low == "die"
        for place in range(max(0, at - _FAR), min(len(words) - 2, at + _FAR))
    )


def _goes_with_noun(words: Sequence[Word], at: int) -> bool:
    """ "derjenige Bewerber": the noun's own."""
    return at + 1 < len(words) and words[at + 1].is_word and words[at + 1].text[0].isupper()


def _after(words: Sequence[Word], at: int, is_relative: bool) -> Iterator[Follower]:
    """The relative pronoun after a comma; "der oder die" has both."""
    if at + 4 < len(words) and words[at + 3].low in ("oder", "und", "bzw") and words[at + 4].low == "die":
        return
    if at + 2 < len(words) and words[at + 1].text == "," and words[at + 2].low in RELATIVE:
        yield Follower(words[at + 2], RELATIVE[words[at + 2].low], is_relative=is_relative)


def _later(words: Sequence[Word], at: int) -> Iterator[Follower]:
    """er, ihm, seine after "jeder", until another masculine word comes that they could stand for."""
    for place in range(at + 1, min(len(words), at + 25)):
        word = words[place]
        if word.sentence != words[at].sentence or word.low in _RIVALS or word.text in ";:–":
            return
        if word.low in _STANDING and not is_verb_sein(words, place) and not is_paired(words, place):
            yield Follower(word, _STANDING[word.low], is_relative=False)


def _later_apart(words: Sequence[Word], at: int) -> Iterator[Follower]:
    """The same where a neuter noun could be meant as well: "der das Team und seine Arbeit kennt"."""
    for one in _later(words, at):
        if any(
            other.low in ("das", "ins", "jedes", "dieses")
            for other in words[at + 1 :]
            if other.start < one.word.start
        ):
            return
        yield one


def _in_next(words: Sequence[Word], at: int) -> Iterator[Follower]:
    """ "Wer Tiere mag, der ist hier richtig. Er muss …": the next sentence begins with the pronoun.

    From `at`, where the sentence with "wer" begins, on there is nothing else it could mean.
    """
    place = at + 1
    while place < len(words) and words[place].sentence == words[at].sentence:
        if words[place].low in _RIVALS:
            return
        place += 1
    if place < len(words) and words[place].low in _STANDING and not words[place].starts_line:
        yield Follower(words[place], _STANDING[words[place].low], is_relative=False)


def _is_answer(words: Sequence[Word], at: int) -> bool:
    """ ", dem bieten wir": a pronoun before the verb of the main clause."""
    if (
        words[at].low not in ("der", "den", "dem", "dessen")
        or words[at - 1].text != ","
        or at + 2 >= len(words)
    ):
        return False
    after = words[at + 1]
    return (
        after.is_word
        and after.text[0].islower()
        and (after.low.endswith(("t", "en", "wird")) or _is_verb(after))
        and after.low not in DETERMINERS
    )


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """ "Jeder kann …", "jeder, der …", "jeder von uns", "jeder jeden"."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or words[at].is_caps:
        return False
    if _is_beside_her(words, at):
        return False
    if after.low in _FREE or (at and words[at - 1].low in _FREE):
        return True
    if after.text == ",":
        return at + 2 < len(words) and words[at + 2].low in RELATIVE
    if words[at].low == "jeder" and at and words[at - 1].low in PREPOSITIONS:
        return False
    if after.text in (".", "!", "?"):
        return not words[at].starts_sentence
    if after.low in ("unserer", "ihrer"):
        return at + 2 < len(words) and lexicon.find(words[at + 2].text) is not None
    if after.low == "der":
        return _is_of_people(words, at + 2)
    if after.low in (*_AFTER, *POSSESSIVE) or _is_verb(after):
        return True
    return somebody.is_no_attribute(words, at) and not somebody.is_counted_before(words, at)


def _is_beside_her(words: Sequence[Word], at: int) -> bool:
    """ "jede und jeder", "Jeder und jede"."""
    return any(
        0 <= other < len(words) and words[joint].low in CONNECTORS and words[other].low in _FREE.values()
        for joint, other in ((at - 1, at - 2), (at + 1, at + 2))
    )


def _is_of_people(words: Sequence[Word], at: int) -> bool:
    """ "jeder der Mitarbeiter", not "jeder der zwölf Container"."""
    noun = next((word for word in words[at : at + 4] if word.is_word and word.text[0].isupper()), None)
    return noun is None or lexicon.find(noun.text) is not None or noun.low.endswith("innen")


def _is_verb(word: Word) -> bool:
    return word.is_word and word.text[0].islower() and verbs.plural(word.text) is not None


def neutral(words: Sequence[Word], row: Sequence[Follower]) -> list[Edit]:
    """The edits of a wording without gender: "die Person, die", "Alle können", "Wer sich bewirbt, erhält"."""
    at = next(place for place, word in enumerate(words) if word.start == row[0].word.start)
    low = words[at].low
    if low in THAT_ONE:
        return _person(words, at, "der Person" if low.startswith("dem") else "die Person", row[1:])
    if low in _FREE:
        return _together(words, at, row)
    if low in _OTHERS or low in _STANDING:
        return []
    if low in somebody.BARE:
        return _somebody(words, at, row[1:])
    if words[at - 2].low.startswith("niemand"):
        return _person(
            words, at - 2, "keiner Person" if words[at - 2].low[-1] == "m" else "keine Person", row
        )
    if words[at - 2].low.startswith("jemand"):
        return _person(words, at - 2, "einer Person" if words[at - 2].low[-1] == "m" else "eine Person", row)
    return _whoever(words, at) if len(row) == 1 else []


def _somebody(words: Sequence[Word], at: int, row: Sequence[Follower]) -> list[Edit]:
    """ "eine Person", "niemand"; "mancher" and "jener" have no such word."""
    low = words[at].low
    if low == "mancher" or (at and words[at - 1].low == "manch") or any(one.article for one in row):
        return []
    if low == "keiner":
        edit = word_edit(words[at], "niemand")
        return [edit] if edit and not row else []
    new = {"irgendeiner": "irgendeine Person", "jener": "die Person"}.get(low, "eine Person")
    edits = [word_edit(words[at], new), *(word_edit(one.word, one.feminine) for one in row)]
    return [edit for edit in edits if edit]


def _person(words: Sequence[Word], at: int, new: str, row: Sequence[Follower]) -> list[Edit]:
    edits = [word_edit(words[at], new), *(word_edit(one.word, one.feminine) for one in row)]
    return [edit for edit in edits if edit] if row else []


def _whoever(words: Sequence[Word], at: int) -> list[Edit]:
    """ "Wer kommt, der hilft" loses "der"; "Wer kommt, dem helfen wir" -> "Allen, die kommen, helfen wir"."""
    verb = words[at + 1]
    gone = Edit(words[at].start, verb.end - words[at].start, verb.text)
    if words[at].low == "der":
        return [gone]
    first = at - 1
    while words[first].low != "wer":
        first -= 1
    clause = words[first + 1 : at - 1]
    ends = [clause[place] for place in range(len(clause)) if _ends_part(clause, place)]
    if words[at].low == "dessen" or not ends or ends[-1] is not clause[-1] or _has_own(clause):
        return []
    begin = word_edit(words[first], "allen, die" if words[at].low == "dem" else "alle, die")
    return [edit for edit in (begin, *map(_pluralised, ends), gone) if edit]


def _ends_part(clause: Sequence[Word], at: int) -> bool:
    """The finite verb at the end of a clause, or before "oder"."""
    is_end = at + 1 == len(clause) or clause[at + 1].low in CONNECTORS
    return is_end and _is_verb(clause[at])


def _has_own(clause: Sequence[Word]) -> bool:
    return any(word.low in PERSONAL or word.low in POSSESSIVE or word.text == "," for word in clause)


def _pluralised(word: Word) -> Edit | None:
    new = verbs.plural(word.text)
    return word_edit(word, new) if new else None


def _together(words: Sequence[Word], at: int, row: Sequence[Follower]) -> list[Edit]:
    """ "Jeder hilft dem anderen" -> "Alle helfen einander"."""
    edits = _all(words, at)
    for one in row:
        if one.article is None or not edits:
            continue
        place = next(place for place, word in enumerate(words) if word.start == one.word.start)
        edit = one_another.together(words, place)
        edits = [*edits, edit] if edit else []
    return edits


def _all(words: Sequence[Word], at: int) -> list[Edit]:
    """ "Jeder kann mitmachen" -> "Alle können mitmachen"; "jedem, der hilft" -> "allen, die helfen"."""
    end = at + 1
    while end < len(words) and words[end].sentence == words[at].sentence:
        end += 1
    rest = words[at + 1 : end]
    if not rest or any(word.low in _FREE or word.low in PERSONAL for word in [*rest, words[at - 1]]):
        return []
    begin = word_edit(words[at], "allen" if words[at].low == "jedem" else "alle")
    changes = [begin]
    if rest[0].text == ",":
        stop = next((place for place in range(2, len(rest)) if not rest[place].is_word), len(rest))
        if len(rest) < 2 or rest[1].low != "der" or not _is_verb(rest[stop - 1]):
            return []
        changes += [word_edit(rest[1], "die"), _pluralised(rest[stop - 1])]
        rest = rest[stop + 1 :]
    elif rest[0].low == "von":
        rest = rest[2:]
    if words[at].low == "jeder":
        verb = rest[0] if words[at].starts_sentence and rest else words[at - 1]
        if not _is_verb(verb):
            return []
        changes.append(_pluralised(verb))
    changes += [word_edit(one.word, one.feminine) for one in _later(words, at)]
    return [edit for edit in changes if edit]
