"""Masculine words that stand for anyone and for no noun: "jeder", "wer …, dem", "derjenige, der"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postings.review.german.reading.scan import Word
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
_FAR = 15
_AFTER = ("von", "der", "sich", "willkommen", "gefragt", "wichtig")
_FREE = {"jeder": "jede", "jeden": "jede", "jedem": "jeder"}
_BARE = {"einer": "eine", "keiner": "keine"}
# What follows "Einer" or "Keiner" that means a person: verbs that are said of people.
_DOING = word_set("""
    muss soll sollte darf kann will wollte möchte mag weiß wusste übernimmt kümmert meldet fragt hilft sagt
    sagte glaubt kennt konnte durfte musste traut versteht traute denkt redet spricht lacht
    """)
_BESIDE = word_set(
    "allein alleine mehr sich zu uns auf nur dabei es ihn sie ihm ihnen etwas hier länger gern"
)
_IN_CLAUSE = word_set("damit dass wenn weil ob falls sodass")
_COUNTING = word_set("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf mehrere einige viele beide")
_ENDING = (".", "!", "?", ",", ";", ":")


def free(words: Sequence[Word]) -> list[list[Follower]]:
    """ "Wer …, dem bieten wir" and "Jeder, der …": masculine words that stand for no noun."""
    found: list[list[Follower]] = []
    asked: tuple[int, int] | None = None
    for at, word in enumerate(words):
        if word.low == "wer" and word.starts_sentence:
            asked = (word.sentence, at)
        elif asked and asked[0] == word.sentence and at - asked[1] < 40 and _is_answer(words, at):
            found.append([Follower(word, RELATIVE[word.low], is_relative=False)])
            asked = None
        elif word.low in _SOMEONE:
            found += filter(None, [list(_after_someone(words, at))])
        elif word.low in _FREE and _stands_alone(words, at):
            row = [Follower(word, _FREE[word.low], is_relative=False), *_after(words, at, True)]
            found.append([*row, *_later(words, at)])
        elif word.low in _BARE and _is_somebody(words, at):
            found.append([Follower(word, _BARE[word.low], is_relative=False)])
    return found


def _is_somebody(words: Sequence[Word], at: int) -> bool:
    """ "Einer muss …", "damit keiner allein ist"; not one of the three excavators just named."""
    if at + 1 >= len(words) or words[at].is_caps or _is_counted_before(words, at):
        return False
    after = words[at + 1]
    if words[at].starts_sentence:
        return after.low in _DOING and not _is_passive(words, at)
    if words[at].low != "keiner" or words[at - 1].low not in _IN_CLAUSE:
        return False
    return (after.low in _BESIDE or after.low in _DOING) and not _is_passive(words, at)


def _is_counted_before(words: Sequence[Word], at: int) -> bool:
    """ "Zwei Bagger stehen bereit. Einer …": a number in this sentence or the one before."""
    sentence = words[at].sentence
    for word in reversed(words[:at]):
        if word.sentence < sentence - 1:
            return False
        if word.low in _COUNTING or word.text[0].isdigit():
            return True
    return False


def _is_passive(words: Sequence[Word], at: int) -> bool:
    """ "Einer muss repariert werden": things are repaired."""
    end = at + 1
    while end < len(words) and words[end].sentence == words[at].sentence and words[end].text not in _ENDING:
        end += 1
    return any(word.low in ("werden", "wird", "wurde", "worden") for word in words[max(at, end - 3) : end])


def _after_someone(words: Sequence[Word], at: int) -> Iterator[Follower]:
    """ "jemanden, der …" and "derjenige, der …"."""
    if (words[at].low in THAT_ONE and _goes_with_noun(words, at)) or _is_followed_by_her(words, at):
        return
    if words[at].low == "jemand" and at > 1 and words[at - 1].low in _THERE and words[at - 2].low in _IS:
        return  # "Im Büro ist immer jemand, der etwas wissen will": nobody is sought
    if words[at].low in THAT_ONE:
        yield Follower(words[at], THAT_ONE[words[at].low], is_relative=False)
    yield from _after(words, at, words[at].low in THAT_ONE)


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
    if at > 1 and words[at - 1].low in CONNECTORS and words[at - 2].low in _FREE.values():
        return False
    if after.text == ",":
        return at + 2 < len(words) and words[at + 2].low in RELATIVE
    if after.low in _FREE or (at and words[at - 1].low in _FREE):
        return True
    if words[at].low == "jeder" and at and words[at - 1].low in PREPOSITIONS:
        return False
    if after.text in (".", "!", "?"):
        return not words[at].starts_sentence
    if after.low in ("unserer", "ihrer"):
        return at + 2 < len(words) and lexicon.find(words[at + 2].text) is not None
    if after.low == "der":
        return _is_of_people(words, at + 2)
    return after.low in (*_AFTER, *POSSESSIVE) or _is_verb(after)


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
        return _all(words, at)
    if low in _BARE:
        edit = word_edit(words[at], "niemand" if low == "keiner" else "eine Person")
        return [edit] if edit else []
    if words[at - 2].low.startswith("niemand"):
        return _person(
            words, at - 2, "keiner Person" if words[at - 2].low[-1] == "m" else "keine Person", row
        )
    if words[at - 2].low.startswith("jemand"):
        return _person(words, at - 2, "einer Person" if words[at - 2].low[-1] == "m" else "eine Person", row)
    return _whoever(words, at)


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
