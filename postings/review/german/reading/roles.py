"""What a sentence says of a man or woman it names: "Herr Kaya ist Leiter", "Thomas Höffner, bisher Arzt"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.names import TITLES, is_full_name, is_name, may_be_name
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import NS, PLURAL, SINGULAR
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS, COPULAS, PREPOSITIONS

_NEAR = 40
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


def is_role(words: Sequence[Word], phrase: Phrase) -> bool:
    """A verb like "ist" or a comma ties the noun to a man's or woman's name in the same sentence."""
    if not phrase.readings & SINGULAR:
        return _names_only_men(words, phrase)
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
        if word.low in TITLES or is_kin or (first == at < last and _is_first_name_alone(words, at)):
            found.append(at)
        elif at < last and word.text[0].isupper() and is_full_name(words, at):
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
    return match is not None and may_be_name(words, at, role) and may_be_name(words, at + 1, role)


def _is_introduced(words: Sequence[Word], at: int) -> bool:
    """ "Neuer Intendant wird Vasco Boenisch": two unknown words with capitals right after the verb."""
    if words[at - 1].low not in COPULAS and words[at - 1].low != "heißt":
        return False
    after = words[at + 2] if at + 2 < len(words) else None
    return may_be_name(words, at, at - 1) and (after is None or not after.text[0].isupper())


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
