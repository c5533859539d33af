"""Named people and their roles: "Oberbrandrat Jens Müller", "Ihr Ansprechpartner ist Herr Kaya"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import NS, PLURAL, SINGULAR
from postings.review.german.vocabulary.name_words import (
    DEPARTMENT_ENDS,
    DEPARTMENTS,
    PARTICLES,
    STRONG_VERBS,
    SURNAMES,
)
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS, COPULAS, PREPOSITIONS

_NEAR = 40
_NAMING = word_set("bei mit von nach zu gegenüber an über für um gegen durch ohne laut vor neben")
_TITLES = word_set("herr herrn hr frau fr dr prof dipl")
_MALE = word_set("herr herrn hr")
_KIN = word_set("""
    vater opa großvater bruder sohn enkel onkel neffe mann ehemann schwiegervater schwiegersohn schwager
    papa vati urgroßvater stiefvater pflegevater cousin junge bub kerl witwer bräutigam
    väter großväter brüder brüdern söhne söhnen
    """)
_OTHERS = word_set("sie wir du uns euch jemanden jemand ich man")
_BREAKS = (";", "“", "”", "„", '"', "«", "»")
# what stands before a title: "Ltd. Rechtsdirektor"
_RANKS = word_set(". ltd stellv leitender stellvertretender städtischer erster")
# who signs an ad
_SIGNING = ("bürgermeister", "landrat", "stadtdirektor", "gemeindedirektor", "regionspräsident")
_UNNAMED = word_set("ein eine einen einem eines kein keinen keinem keines jeder jeden jedem jedes")


def is_named(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether this is the role of a man or woman with a name, or the name itself."""
    if _before_name(words, phrase.at) or _after_title(words, phrase) or _is_bare_role(words, phrase):
        return True
    if _before_unlisted_name(words, phrase) or _in_brackets(words, phrase) or _before_court(words, phrase):
        return True
    if _is_signature(words, phrase) or _are_named_after(words, phrase):
        return True
    if not phrase.readings & SINGULAR:
        return _names_only_men(words, phrase)
    return _said_of_name(words, phrase)


def is_name(word: Word) -> bool:
    """A first name or surname, also "Karl-Heinz"."""
    if not word.is_word or not word.text[0].isupper():
        return False
    known = lexicon.names()
    return word.text in known or ("-" in word.text and all(part in known for part in word.text.split("-")))


def _is_bare_role(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "bei Teamleiter Đức Nguyễn": a singular without an article, and a word with a capital after it."""
    if phrase.start != phrase.at or phrase.preposition is None or phrase.at + 1 >= len(words):
        return False
    after = words[phrase.at + 1]
    if phrase.readings & PLURAL or words[phrase.preposition].low not in _NAMING or not after.is_word:
        return False
    return after.text[0].isupper() and not after.starts_line


def _after_title(words: Sequence[Word], phrase: Phrase) -> bool:
    """The word is a name itself ("Frau Hülya Becker"), or a title after Herr ("Herr Direktor")."""
    for back in range(1, 5):
        at = phrase.at - back
        if at < 0 or words[at].sentence != words[phrase.at].sentence:
            return False
        low = words[at].low
        if low in _TITLES:
            return True
        if words[at].text == "." and at > 0 and words[at - 1].low in _TITLES:
            return True
        if not is_name(words[at]) and words[at].text != ".":
            return False
        if is_name(words[at]) and back == 1 and phrase.start == phrase.at:
            return True
    return False


def _before_name(words: Sequence[Word], at: int) -> bool:
    """A name or a title stands right after it."""
    for step in (1, 2, 3):
        if at + step >= len(words) or words[at + step].starts_line:
            return False
        word = words[at + step]
        if word.low in _TITLES:
            is_woman = word.low in ("frau", "fr") and words[at + 1].text in ("ist", "war")
            return step == 1 or (words[at + 1].text in (",", ":", "ist", "war", "(") and not is_woman)
        if is_name(word):
            return step == 1 or (words[at + 1].text in (":", ",") and _is_full_name(words, at + step))
        if word.text not in (",", ":", "(", "ist"):
            return False
    return False


def _is_signature(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der Bürgermeister" on a line of its own, below an ad."""
    at, first = phrase.at, phrase.start
    if at != first + 1 or first == 0 or words[first].low != "der":
        return False
    begins = words[first].starts_line or words[first - 1].text == ":"
    ends = at + 1 == len(words) or words[at + 1].starts_line
    return begins and ends and phrase.noun.base.lower().endswith(_SIGNING)


def _are_named_after(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Zwei Kollegen, Tim und Ahmed, warten": the men are named."""
    row = words[phrase.at + 1 : phrase.at + 6]
    return [word.text for word in row[::2]] == [",", "und", ","] and is_name(row[1]) and is_name(row[3])


def _before_court(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "mit Richter am Amtsgericht Dr. Bernd Zeller": a rank that names its place, and the person."""
    at = phrase.at
    row = words[at + 1 : at + 4]
    if phrase.start != at or len(row) < 3 or row[0].low not in ("am", "im", "beim"):
        return False
    is_place = row[1].text[0].isupper() and not row[1].starts_line
    return is_place and (row[2].low in _TITLES or (is_name(row[2]) and _is_full_name(words, at + 3)))


def _is_full_name(words: Sequence[Word], at: int) -> bool:
    if at + 1 < len(words) and words[at + 1].low in PARTICLES and is_name(words[at]):
        return _is_capital(words, at + 2)
    return at + 1 < len(words) and words[at + 1].is_word and words[at + 1].text[0].isupper()


def _in_brackets(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Dr. Ali Rezaei (Teamleiter)"."""
    before = phrase.start - 1
    return (
        before > 1
        and words[before].text == "("
        and is_name(words[before - 2])
        and words[before - 1].text[0].isupper()
    )


def _before_unlisted_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Oberbürgermeister Tido Janssen", "Sänger Mousse T.", "Bürgermeister Hermann gratulierte"."""
    at = phrase.at
    determiner = "" if phrase.determiner is None else words[phrase.determiner].low
    if not phrase.readings & SINGULAR or determiner in _UNNAMED or words[at].in_title:
        return False
    if phrase.start and words[phrase.start - 1].low == "als":
        return False
    second = words[at + 2] if at + 2 < len(words) else None
    if second is not None and len(second.text) == 1 and second.text.isupper() and _is_capital(words, at + 1):
        return True
    if second is not None and _is_told(second) and _is_surname(words, at + 1):
        return True
    if not _may_be_name(words, at + 1, at):
        return False
    if _may_be_name(words, at + 2, at) or (second and second.low in PARTICLES and _is_capital(words, at + 3)):
        return True
    return second is not None and not determiner and not phrase.adjectives and _is_verb(second)


def _is_capital(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].is_word and words[at].text[0].isupper() and not words[at].starts_line


def _is_told(word: Word) -> bool:
    """ "gratulierte": newspapers tell of a named person, ads do not tell."""
    if word.low in STRONG_VERBS:
        return True
    return word.text[0].islower() and word.low.endswith("te") and len(word.low) > 4


def _is_surname(words: Sequence[Word], at: int) -> bool:
    """No department: "Komponist Marschner wirkte", not "Sachbearbeiter Soziales"."""
    low = words[at].low
    return (
        _is_capital(words, at)
        and low not in DEPARTMENTS
        and not words[at].is_caps
        and not low.endswith("ung")
    )


def _is_verb(word: Word) -> bool:
    """ "sagt": what a named person does."""
    return word.text[0].islower() and word.low.endswith("t") and len(word.low) > 3


def _may_be_name(words: Sequence[Word], at: int, role: int) -> bool:
    if at >= len(words):
        return False
    word = words[at]
    if not word.is_word or word.starts_line or word.sentence != words[role].sentence or word.is_inclusive:
        return False
    if is_name(word) or (word.low in SURNAMES and word.text[0].isupper()):
        return True
    if not word.text[0].isupper() or word.is_caps or len(word.text) < 3 or word.low in DEPARTMENTS:
        return False
    if at > role + 1 or not word.text.isascii():
        return True
    return not word.low.endswith(DEPARTMENT_ENDS) or (word.low.endswith("in") and _is_capital(words, at + 1))


def _said_of_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """A verb like "ist" or a comma ties the noun to a man's or woman's name in the same sentence."""
    sentence = words[phrase.at].sentence
    first = phrase.start
    while first > max(0, phrase.start - _NEAR) and words[first - 1].sentence == sentence:
        first -= 1
    last = phrase.at
    while last + 1 < min(len(words), phrase.at + _NEAR) and words[last + 1].sentence == sentence:
        last += 1
    return any(_is_tied(words, phrase, at) for at in _named(words, first, last))


def _named(words: Sequence[Word], first: int, last: int) -> list[int]:
    """Where in a sentence a named person or a man of the family stands."""
    found = []
    for at in range(first, last + 1):
        word = words[at]
        is_kin = word.low in _KIN and word.text[0].isupper()
        if word.low in _TITLES or is_kin or (first == at < last and _is_first_name_alone(words, at)):
            found.append(at)
        elif at < last and word.text[0].isupper() and _is_full_name(words, at):
            known = is_name(word) or (
                at > first and lexicon.find(words[at - 1].text) and is_name(words[at + 1])
            )
            if known or (at > first and (_follows_role(words, at) or _is_introduced(words, at))):
                found.append(at)
    return found


def _is_first_name_alone(words: Sequence[Word], at: int) -> bool:
    """ "Nico ist zehn und Autist": a first name that begins the sentence."""
    return (
        words[at].text in lexicon.names()
        and words[at + 1].low in COPULAS
        and lexicon.find(words[at].text) is None
    )


def _follows_role(words: Sequence[Word], at: int) -> bool:
    role = at - 1
    match = lexicon.find(words[role].text) if words[role].is_word else None
    return match is not None and _may_be_name(words, at, role) and _may_be_name(words, at + 1, role)


def _is_introduced(words: Sequence[Word], at: int) -> bool:
    """ "Neuer Intendant wird Vasco Boenisch": two unknown words with capitals right after the verb."""
    if words[at - 1].low not in COPULAS and words[at - 1].low != "heißt":
        return False
    after = words[at + 2] if at + 2 < len(words) else None
    return _may_be_name(words, at, at - 1) and (after is None or not after.text[0].isupper())


def _is_tied(words: Sequence[Word], phrase: Phrase, name: int) -> bool:
    if words[name].low in ("frau", "fr"):
        return False
    is_before = name < phrase.start
    between = _plain(words[name + 1 : phrase.start] if is_before else words[phrase.at + 1 : name])
    if len(between) > 14 or any(word.text in _BREAKS for word in between):
        return False
    lows = [word.low for word in between]
    if (is_before and _is_called(words, phrase, lows)) or (not is_before and _becomes(words, phrase, lows)):
        return True
    if not is_before and _is_oblique_apposition(words[name], lows):
        return True
    if words[name].low in _KIN:
        return is_before and _is_of_kin(words, phrase, name, lows)
    if phrase.preposition is not None or not phrase.readings & (NS | lexicon.AS):
        return bool(lows) and lows[-1:] == [","] and is_before
    if any(low in COPULAS or low in ("heißt", "lautet") for low in lows):
        oblique = not is_before and _is_oblique(words, name)
        return not oblique and not any(low in ("sie", "wir", "er") for low in lows)
    if is_before:
        if len(lows) > 2 and lows[-1] in CONNECTORS and lexicon.find(between[-2].text):
            lows = lows[:-2]
        ends = [at for at, low in enumerate(lows) if low == ","]
        return bool(ends) and ends[0] <= 3 and len(lows) - ends[0] <= 2
    return _is_apposed(between) and not any(low in COPULAS for low in lows)


def _plain(between: Sequence[Word]) -> list[Word]:
    """Without what stands in brackets: "Ahmed Hassan (42), Taxifahrer"."""
    found: list[Word] = []
    depth = 0
    for word in between:
        depth += word.text == "("
        if not depth or (word.text == "(" and word is between[-1]):
            found.append(word)
        depth -= word.text == ")"
    return found


def _is_apposed(between: Sequence[Word]) -> bool:
    """ "Der Leiter, Branddirektor Rohrberg": a comma, perhaps with another role, before the name."""
    rest = list(between)
    while len(rest) > 1 and (rest[-1].low in _RANKS or (rest[-1].is_word and lexicon.find(rest[-1].text))):
        rest.pop()
    return bool(rest) and rest[-1].text in (",", ":", "(")


def _is_oblique_apposition(name: Word, lows: Sequence[str]) -> bool:
    """ "an den Leiter des Standesamtes, Herrn Dr. Kessler"."""
    return name.low == "herrn" and lows[-1:] == [","] and len(lows) < 7 and "," not in lows[:-1]


def _is_oblique(words: Sequence[Word], name: int) -> bool:
    """ "bei Herrn Kaya" is no predicate."""
    return words[name].low == "herrn" or (name > 0 and words[name - 1].low in PREPOSITIONS)


def _is_called(words: Sequence[Word], phrase: Phrase, lows: Sequence[str]) -> bool:
    """ "Herr Schulze arbeitet als Gärtner", "Paul Krüger wurde zum Vorsitzenden gewählt"."""
    if "," in lows or _OTHERS & set(lows):
        return False
    if lows[-1:] == ["als"] or _is_last(words, phrase):
        return True
    if phrase.determiner is None or words[phrase.determiner].low != "zum":
        return False
    return any(low in COPULAS for low in lows)


def _is_last(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "weil Herr Kaya Teamleiter ist", "Ihr Sohn will Polizist werden"."""
    after = words[phrase.at + 1].low if phrase.at + 1 < len(words) else ""
    return after in COPULAS and phrase.start == phrase.at and bool(phrase.readings & NS)


def _becomes(words: Sequence[Word], phrase: Phrase, lows: Sequence[str]) -> bool:
    """ "Zum neuen Intendanten wurde Vasco Boenisch gewählt"."""
    if phrase.determiner is None or words[phrase.determiner].low != "zum":
        return False
    return len(lows) == 1 and lows[0] in COPULAS


def _is_of_kin(words: Sequence[Word], phrase: Phrase, name: int, lows: Sequence[str]) -> bool:
    """ "Mein Opa war Lokführer": said of a man of the family, who is no object or attribute here."""
    if words[name].low == "mann" and not (
        name and words[name - 1].low in ("mein", "sein", "ihr", "der", "dein")
    ):
        return False
    if any(low in COPULAS for low in lows):
        return not ({"sie", "wir"} & set(lows)) and bool(phrase.readings & NS) and phrase.preposition is None
    return len(lows) == 0 and phrase.start == phrase.at and bool(phrase.readings & NS)


def _names_only_men(words: Sequence[Word], phrase: Phrase) -> bool:
    sentence = words[phrase.at].sentence
    row = [word for word in words[max(0, phrase.at - 20) : phrase.at + 20] if word.sentence == sentence]
    lows = [word.low for word in row]
    return (
        any(low in _MALE for low in lows)
        and not any(low in ("frau", "fr") for low in lows)
        and any(low in COPULAS for low in lows)
        and bool(phrase.readings & PLURAL)
        and lows.count("herr") > 1
    )
