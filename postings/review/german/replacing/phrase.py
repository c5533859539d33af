"""The noun phrase around a person noun: article, adjectives, preposition, and the readings they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from postings.review.german.reading import clause_verbs
from postings.review.german.reading.scan import Word
from postings.review.german.replacing import adverbs, cut_words
from postings.review.german.vocabulary import homographs, lexicon
from postings.review.german.vocabulary.lexicon import (
    AP,
    AS,
    DP,
    DS,
    GP,
    GS,
    NP,
    NS,
    PLURAL,
    SINGULAR,
    Match,
    Noun,
)
from postings.review.german.vocabulary.words import (
    ARTICLES,
    BARE_SINGULAR,
    CONNECTORS,
    CONTRACTIONS,
    COPULAS,
    DETERMINERS,
    EIN_WORDS,
    NO_ADJECTIVES,
    PREPOSITIONS,
    QUANTITIES,
    SECOND_DETERMINERS,
    VERBS,
)

_ENDINGS = ("e", "en", "er", "em", "es")
_STRONG = {"er": NS | GP, "em": DS, "en": AS | DP | GS, "es": 0, "e": NP | AP}
_TITLE_ADJECTIVES = ("ische", "ischer", "ischen", "liche", "licher", "lichen", "ende", "ender", "enden")
_FAR_ARTICLES = ("der", "ein", "den", "dem", "des", "einen", "einem", "eines", "jeder", "jeden", "die")
_BEFORE_YEARS = ("seit", "in", "jahr", "jahre", "ab", "bis", "von", "september", "oktober", "januar", "mai")
_THINGS_TOO = ("Neuer", "Fremder", "Kreativer", "Einzelner", "Externer")  # "Neuem begegnen"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A person noun with what belongs to it; positions count in the row of words."""

    at: int
    noun: Noun
    readings: int
    determiner: int | None = None
    adjectives: tuple[int, ...] = ()
    preposition: int | None = None
    start: int = 0
    is_certain: bool = True

    def narrowed(self, readings: int) -> Phrase:
        """The phrase with fewer readings, if any is left."""
        return replace(self, readings=self.readings & readings) if self.readings & readings else self


def ending(word: str) -> str:
    """The ending of an adjective."""
    return "e" if word.endswith("e") else word[-2:]


def is_adjective(words: Sequence[Word], at: int) -> bool:
    """Whether this word may be an inflected adjective before a noun."""
    word = words[at]
    if not word.is_word or word.is_inclusive or not word.low.endswith(_ENDINGS) or len(word.low) < 4:
        return False
    if word.low in NO_ADJECTIVES or word.low in DETERMINERS or word.low in COPULAS:
        return False
    if word.text[0].isupper() and not (word.starts_sentence or word.starts_line or word.is_caps):
        return word.low.endswith(_TITLE_ADJECTIVES)
    if word.text[0].isupper() and (_is_role(word) or word.text in lexicon.names()):
        return False
    if word.low in VERBS or word.low.endswith("ieren") or clause_verbs.is_in_row(words, at):
        return not _is_verb_place(words, at)
    return not (word.low.endswith("en") and at > 0 and words[at - 1].text in ("Sie", "Wir", "wir"))


def _is_role(word: Word) -> bool:
    """ "Trainer Bauer": a person noun in -er that begins the sentence is no adjective."""
    found = lexicon.find(word.text) if word.low.endswith("er") else None
    return found is not None and found.noun.kind == "er" and word.text not in lexicon.lexicon().townspeople


def _is_verb_place(words: Sequence[Word], at: int) -> bool:
    return words[at].low not in ("gute", "guten") and (at == 0 or words[at - 1].low not in DETERMINERS)


def noun_at(words: Sequence[Word], at: int) -> Match | None:
    """What the word at this place may be a form of, by itself: most words are none of a person noun."""
    usual = _usual_case(words[at])
    match = lexicon.find(usual)
    return lexicon.find_apart(words[at - 1].low, usual) if match is None and at > 0 else match


def parse(words: Sequence[Word], at: int) -> Phrase | None:
    """The phrase of the noun at this place, or nothing where the word is no masculine person noun."""
    match = noun_at(words, at)
    if match is None or homographs.is_other_word(words, at, match.noun):
        return None
    phrase = Phrase(at, match.noun, match.readings, start=at)
    first = cut_words.first_of_row(words, at)
    place, adjectives = _adjectives(words, first, is_subject=bool(match.readings & NP))
    determiner = _determiner(words, place)
    if determiner is None and not adjectives and adverbs.is_of_town(words, first - 1):
        place, adjectives, determiner = _beyond_town(words, first - 1, phrase)
    if determiner is None and adjectives:
        determiner = _beyond_adverbs(words, place, replace(phrase, adjectives=adjectives))
    if determiner is None and adjectives:
        determiner = _far_determiner(words, place, words[adjectives[0]])
    start = adverbs.first_of(words, adjectives[0]) if adjectives else first
    start = start if determiner is None else determiner
    preposition = start - 1 if start > 0 and words[start - 1].low in PREPOSITIONS else None
    if preposition is None and determiner is None:
        preposition = _listed_after(words, start)
        if preposition is not None and not match.readings & PREPOSITIONS[words[preposition].low]:
            preposition = None  # "als Kaufmann für Büromanagement oder Fachangestellter"
    if determiner is not None and (words[determiner].low in CONTRACTIONS or _is_up_to(words, start)):
        preposition = None
    phrase = replace(
        phrase, determiner=determiner, adjectives=adjectives, preposition=preposition, start=start
    )
    return _with_readings(words, phrase)


def _is_up_to(words: Sequence[Word], start: int) -> bool:
    """ "bis zu 5.000 Besucher": no case depends on it."""
    return start > 1 and words[start - 1].low == "zu" and words[start - 2].low == "bis"


def _listed_after(words: Sequence[Word], start: int) -> int | None:
    """The preposition that governs a list of bare nouns: "zu Lieferanten, Kunden und Kollegen"."""
    at = start - 1
    for _ in range(6):
        if at < 2 or not (words[at].low in CONNECTORS or words[at].text == ","):
            return None
        at -= 1
        if not words[at].is_word or not words[at].text[0].isupper() or words[at].starts_sentence:
            return None
        at -= 1
        while at > 0 and is_adjective(words, at):
            at -= 1
        if words[at].low in PREPOSITIONS:
            return at
    return None


def _usual_case(word: Word) -> str:
    if not word.is_caps:
        return word.text
    return "-".join(part.capitalize() for part in word.text.split("-"))


def _adjectives(words: Sequence[Word], at: int, *, is_subject: bool) -> tuple[int, tuple[int, ...]]:
    """The place before the adjectives, and the adjectives; `is_subject`: the noun may be one."""
    found: list[int] = []
    place = at - 1
    while place >= 0 and len(found) < 5:
        if opened := _bracketed(words, place):
            found[:0] = [each for each in range(opened + 1, place) if is_adjective(words, each)]
            place = opened - 1
            continue
        if words[place + 1].starts_line and words[place].sentence != words[at].sentence:
            break
        if is_subject and clause_verbs.is_verb(words, place) and not adverbs.follow_article(words, place):
            break
        if is_adjective(words, place) or _is_second(words, place):
            found.insert(0, place)
            place -= 1
        elif found and (_joins(words, place) or adverbs.is_adverb(words[place])):
            place -= 1
        else:
            break
    while place + 1 < at and found and place + 1 < found[0] and words[place + 1].low not in DETERMINERS:
        if words[place + 1].text == "(":
            break
        place += 1
    return place, tuple(found)


def _bracketed(words: Sequence[Word], place: int) -> int | None:
    """Where the bracket of "ein (auch fachfremder) Pädagoge" opens, if an adjective ends it."""
    if words[place].text != ")" or not is_adjective(words, place - 1):
        return None
    return next((at for at in range(place - 2, max(0, place - 5), -1) if words[at].text == "("), None)


def _is_second(words: Sequence[Word], place: int) -> bool:
    """ "solcher" after "ein", "beiden" after "die"."""
    if place == 0 or words[place].low not in SECOND_DETERMINERS or words[place].starts_line:
        return False
    before = words[place - 1].low
    if words[place].low == "beiden":
        return before in DETERMINERS and before not in QUANTITIES and before not in CONTRACTIONS
    return before in EIN_WORDS


def _joins(words: Sequence[Word], place: int) -> bool:
    return (
        place > 0
        and (words[place].low in CONNECTORS or words[place].text == "," or adverbs.compares(words, place))
        and is_adjective(words, place - 1)
    )


def _determiner(words: Sequence[Word], place: int) -> int | None:
    if place < 0:
        return None
    word = words[place]
    if word.low not in DETERMINERS and not word.text[0].isdigit():
        return None
    if word.text[0].isdigit():
        return place if _is_count(words, place) else None
    if word.low == "allem" and place and words[place - 1].low == "vor":
        return None
    if _is_relative(words, place) or (word.low == "einen" and place and words[place - 1].low == "die"):
        return None
    if words[place + 1].starts_line and not word.low.startswith("ein") and word.low not in QUANTITIES:
        return None
    return place


def _beyond_adverbs(words: Sequence[Word], place: int, phrase: Phrase) -> int | None:
    """The article of "ein gerade erst eingestellter Mitarbeiter", where noun and adjective agree with it."""
    at = adverbs.before(words, place)
    found = _determiner(words, at) if at < place else None
    if found is None or _opens_clause(words, found):
        return None
    readings = phrase.readings & DETERMINERS.get(words[found].low, 0)
    return found if readings & _by_adjectives(words, replace(phrase, determiner=found)) else None


def _beyond_town(words: Sequence[Word], town: int, phrase: Phrase) -> tuple[int, tuple[int, ...], int | None]:
    """Adjectives and article of "einen neuen Münchner Architekten", where the noun agrees with them."""
    place, adjectives = _adjectives(words, town, is_subject=False)
    found = _determiner(words, place)
    if found is not None and not phrase.readings & DETERMINERS.get(words[found].low, 0):
        found = None
    return (place, adjectives, found) if found is not None else (town, (), None)


def _opens_clause(words: Sequence[Word], place: int) -> bool:
    """ "Betriebe, die gern jungen Leuten helfen": a pronoun whose clause ends with its verb."""
    after_comma = place > 0 and words[place - 1].text == "," and words[place].low in ARTICLES
    return after_comma and _ends_with_verb(words, place)


def _is_relative(words: Sequence[Word], place: int) -> bool:
    """ "ein Viertel, in dem Nachbarn sich kennen": the pronoun of a clause that ends with its verb."""
    if place < 2 or words[place].low not in ("dem", "den") or words[place - 2].text != ",":
        return False
    if words[place - 1].low not in PREPOSITIONS:
        return False
    return _ends_with_verb(words, place)


def _ends_with_verb(words: Sequence[Word], place: int) -> bool:
    end = place + 1
    while end < len(words) and words[end].is_word and words[end].sentence == words[place].sentence:
        end += 1
    last = words[end - 1]
    return end - place > 3 and last.text[0].islower() and last.low.endswith(("en", "t", "ist", "sind"))


def _is_count(words: Sequence[Word], place: int) -> bool:
    number = words[place].text
    if len(number) == 4 and number[:2] in ("19", "20") and place and words[place - 1].low in _BEFORE_YEARS:
        return False
    if len(number) == 4 and number < "2100" and place and words[place - 1].low in ("wurde", "war", "blieb"):
        return False  # "wurde 1710 Hofkapellmeister"
    return number not in ("1", "0") and (
        place == 0 or words[place - 1].low not in ("§", "nr", "entgeltgruppe", "klasse")
    )


def _far_determiner(words: Sequence[Word], place: int, adjective: Word) -> int | None:
    """The article of "der für den Bezirk zuständige Leiter": before a group that belongs to the adjective."""
    if place < 1 or ending(adjective.low) not in ("e", "en", "er"):
        return None
    for back in range(place - 1, max(-1, place - 9), -1):
        word = words[back]
        if not word.is_word or words[back + 1].starts_line:
            return None
        following = words[back + 1].low
        if word.low in _FAR_ARTICLES and (following in PREPOSITIONS or following in CONTRACTIONS):
            return back
    return None


def _with_readings(words: Sequence[Word], phrase: Phrase) -> Phrase | None:
    readings = _of_beamte(words, phrase)
    if phrase.determiner is not None:
        word = words[phrase.determiner]
        readings &= PLURAL if word.text[0].isdigit() else DETERMINERS[word.low]
    readings &= _by_adjectives(words, phrase)
    if phrase.preposition is not None and _is_conjunction(words[phrase.preposition].low, readings):
        phrase = replace(phrase, preposition=None)
    if phrase.preposition is not None:
        low = words[phrase.preposition].low
        readings &= PREPOSITIONS[low]
        if low in BARE_SINGULAR and readings & SINGULAR:
            readings &= SINGULAR
    elif phrase.determiner is not None and words[phrase.determiner].low in CONTRACTIONS:
        readings &= DS
    elif phrase.determiner is None and readings & ~(GS | GP):
        readings &= ~GS if phrase.adjectives else ~(GS | GP)
    if homographs.is_ladder(words, at=phrase.at, noun=phrase.noun, determiner=phrase.determiner):
        return None
    if readings:
        return replace(phrase, readings=readings)
    if phrase.noun.base in homographs.FEMININE or homographs.is_done(
        words, phrase.readings, phrase.determiner
    ):
        return None
    return replace(phrase, is_certain=False)


def _of_beamte(words: Sequence[Word], phrase: Phrase) -> int:
    """ "Die Stelle steht Beamten offen": without an article those who stand there are "Beamte"."""
    if phrase.noun.kind != "beamt" or phrase.adjectives or not words[phrase.at].low.endswith("n"):
        return phrase.readings
    if phrase.determiner is not None and not words[phrase.determiner].text[0].isdigit():
        return phrase.readings
    return phrase.readings & (SINGULAR | DP)


def _is_conjunction(low: str, readings: int) -> bool:
    """ "während die Turner trainieren", "seit der Leiter da ist"."""
    return low in ("während", "seit") and not readings & PREPOSITIONS[low]


def _by_adjectives(words: Sequence[Word], phrase: Phrase) -> int:
    if not phrase.adjectives:
        return NS | GS | DS | AS | PLURAL
    last = ending(words[phrase.adjectives[-1]].low)
    low = "" if phrase.determiner is None else words[phrase.determiner].low
    if not low or low in QUANTITIES or low[0].isdigit():
        return _STRONG.get(last, 0)
    if low in EIN_WORDS and last == "er":
        return NS
    if last == "e" and low not in EIN_WORDS:
        return NS | NP | AP
    if last == "en":
        return GS | DS | AS | PLURAL
    return NS | GS | DS | AS | PLURAL


def is_adjective_itself(words: Sequence[Word], at: int) -> bool:
    """ "Deutscher Staatsbürger": what looks like a noun is the adjective of the next one."""
    if not (words[at].starts_sentence or words[at].starts_line) or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return after.is_word and after.text[0].isupper() and not after.starts_line


def is_masculine_singular(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a substantivised adjective is a masculine singular here (else it is inclusive already)."""
    if phrase.determiner is None and not phrase.adjectives:
        ends = "r" if phrase.noun.base in _THINGS_TOO else ("r", "m")
        return words[phrase.at].low.endswith(ends) and not _is_genitive_of_many(words, phrase.at)
    return bool(phrase.readings & SINGULAR) and phrase.is_certain


def _is_genitive_of_many(words: Sequence[Word], at: int) -> bool:
    """ "zum Schutz Minderjähriger": right after a noun, within the line."""
    if at == 0 or words[at].starts_line or not words[at].low.endswith("r"):
        return False
    before = words[at - 1]
    if before.low in CONNECTORS and at > 2:
        return words[at - 2].text[0].isupper() and words[at - 3].low.endswith("er")
    return before.is_word and before.text[0].isupper() and not before.starts_sentence and before.text != "Sie"


__all__ = ["AP", "AS", "DP", "DS", "GP", "GS", "NP", "NS", "Phrase", "ending", "is_adjective", "parse"]
