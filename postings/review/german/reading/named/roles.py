"""What a sentence says of a man or woman it names: "Herr Kaya ist Leiter", "Thomas Höffner, bisher Arzt"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.cutting.excuses import first_names
from postings.review.german.reading.impersonal.figures import members
from postings.review.german.reading.named.names import TITLES, is_full_name, is_name, may_be_name
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import NS, PLURAL, SINGULAR
from postings.review.german.vocabulary.name_words import STRONG_VERBS
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import (
    CONNECTORS,
    CONTRACTIONS,
    COPULAS,
    DETERMINERS,
    NO_ADJECTIVES,
    PREPOSITIONS,
)

_NEAR = 40
_SHORT, _CLAUSE = 6, 10
_NO_FIRST_NAMES = ("en", "em", "es", "er", "te", "ne", "le", "re", "ige", "che", "ung")
_ONE_VERBS = word_set(
    "ist hat wird bleibt sagt lobt warnt erklärt betont sieht hält leitet begrüßt verweist war"
)
_NO_NAMES = ("ung", "ungen", "heit", "keit", "schaft", "tion", "innen", "kräfte", "leute", "gäste")
_MALE = word_set("herr herrn hr")
_KIN = word_set("""
    vater opa großvater bruder sohn enkel onkel neffe mann ehemann schwiegervater schwiegersohn schwager
    papa vati urgroßvater stiefvater pflegevater cousin junge bub kerl witwer bräutigam
    väter großväter brüder brüdern söhne söhnen
    """)
# "Jeder Fahrer wird von Karsten Ahrens begrüßt": nobody who has a name
_EACH = ("jede", "kein")
_OTHERS = word_set("sie wir du uns euch jemanden jemand ich man")
_APPOINTING = word_set(
    "wählte wählten bestimmte ernannte ernannten berief beriefen machte kürte kürten bestellte"
)
_BREAKS = (";", "“", "”", "„", '"', "«", "»")
# what stands before a title: "Ltd. Rechtsdirektor"
_RANKS = word_set(". ltd stellv leitender stellvertretender städtischer erster")


def is_role(words: Sequence[Word], phrase: Phrase) -> bool:
    """A verb like "ist" or a comma ties the noun to a man's or woman's name in the same sentence."""
    if not phrase.readings & SINGULAR:
        return _names_only_men(words, phrase)
    if phrase.determiner is not None and words[phrase.determiner].low.startswith(_EACH):
        return False
    sentence = words[phrase.at].sentence
    first = phrase.start
    while first > max(0, phrase.start - _NEAR) and words[first - 1].sentence == sentence:
        first -= 1
    last = phrase.at
    while last + 1 < min(len(words), phrase.at + _NEAR) and words[last + 1].sentence == sentence:
        last += 1
    return (
        _is_set_off(words, phrase)
        or _is_what_became(words, phrase, first)
        or any(_is_tied(words, phrase, at) for at in _named(words, first, last))
    )


def _is_set_off(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Pumpe, Leiter des Amtes, erinnerte daran": between commas after the word that opens the sentence."""
    at = phrase.start - 1
    if at < 1 or words[at].text != "," or not words[at - 1].starts_sentence:
        return False
    name = words[at - 1]
    if not name.is_word or lexicon.find(name.text) or name.low in DETERMINERS or name.low.endswith(_NO_NAMES):
        return False
    if name.low in NO_ADJECTIVES or name.is_caps or name.in_title or not phrase.readings & NS:
        return False
    end = phrase.at + 1
    while end < len(words) and words[end].sentence == name.sentence and words[end].text not in ",.;:!?":
        end += 1
    after = words[end + 1] if end + 1 < len(words) and words[end].text == "," else None
    return after is not None and after.sentence == name.sentence and _is_one_verb(after)


def _is_what_became(words: Sequence[Word], phrase: Phrase, first: int) -> bool:
    """ "Irmisch wurde Schützenkönig": who opens the sentence without an article has this name."""
    name, verb = words[first], words[min(first + 1, phrase.at)]
    if phrase.start != phrase.at or not first + 1 < phrase.at < first + _CLAUSE or not phrase.readings & NS:
        return False
    is_dated = verb.low == "war" and (
        words[phrase.at - 1].text.isdigit() or (name.text in lexicon.names() or _is_listed(words, phrase))
    )
    if (
        not (is_dated or verb.low in ("wurde", "bleibt", "blieb", "wird"))
        or name.low in DETERMINERS
        or name.in_title
    ):
        return False
    is_function = name.low in NO_ADJECTIVES or name.low in PREPOSITIONS or name.low in CONTRACTIONS
    if is_function or not name.is_word or name.is_caps or lexicon.find(name.text) or name.text == "Man":
        return False
    return not name.low.endswith(_NO_NAMES) and not words[phrase.at - 1].text[0].isupper()


def _is_listed(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Leibniz war Philosoph, Mathematiker und Bibliothekar": several things that one was."""
    row = [word for word in members(words, phrase) if lexicon.find(word.text)]
    return len(row) > 1


def _is_one_verb(word: Word) -> bool:
    """ "erinnerte", "sprach", "hat": a verb in the singular."""
    if not word.text[0].islower():
        return False
    return (
        word.low in STRONG_VERBS or word.low in _ONE_VERBS or (word.low.endswith("te") and len(word.low) > 4)
    )


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
            if (
                known
                or (at > first and (_follows_role(words, at) or _is_introduced(words, at)))
                or (at == first and _opens_with_name(words, at))
            ):
                found.append(at)
    return found


def _is_first_name_alone(words: Sequence[Word], at: int) -> bool:
    """ "Nico ist zehn und Autist", "Ibrahim begann als Helfer": a first name that begins the sentence."""
    if words[at].text not in lexicon.names() or lexicon.find(words[at].text) is not None:
        return False
    after = words[at + 1]
    return after.low in COPULAS or (words[at].text in first_names() and _tells_of_one(after))


def _tells_of_one(word: Word) -> bool:
    """ "wollte", "begann", "will", or a comma: what follows a name that opens a sentence."""
    return word.text == "," or word.low in ("will", "möchte", "kann") or _is_one_verb(word)


def _opens_with_name(words: Sequence[Word], at: int) -> bool:
    """ "Sewan Latchinian, der neue Intendant, …": two unknown words with capitals, and a comma."""
    if at + 3 >= len(words) or words[at + 2].text != "," or words[at].is_caps or words[at].in_title:
        return False
    first = words[at].low
    if first in DETERMINERS or first in PREPOSITIONS or first in NO_ADJECTIVES or first in CONTRACTIONS:
        return False
    return not first.endswith(_NO_FIRST_NAMES) and not any(
        lexicon.find(word.text) or word.low.endswith(_NO_NAMES) for word in words[at : at + 2]
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
    between = _between(words, phrase, name)
    if len(between) > 14 or any(word.text in _BREAKS for word in between):
        return False
    lows = [word.low for word in between]
    if (is_before and _is_called(words, phrase, lows)) or (not is_before and _becomes(words, phrase, lows)):
        return True
    if not is_before and (_is_oblique_apposition(words[name], lows) or _is_his_part(words, phrase, name)):
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


def _between(words: Sequence[Word], phrase: Phrase, name: int) -> Sequence[Word]:
    """What stands between name and noun; "hat als Vorsitzender und Trainer" ends with "als"."""
    if name > phrase.start:
        return _plain(words[phrase.at + 1 : name])
    between = _plain(words[name + 1 : phrase.start])
    if len(between) > 2 and between[-1].low in CONNECTORS and between[-3].low == "als":
        return between[:-2]
    return between


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


def _is_his_part(words: Sequence[Word], phrase: Phrase, name: int) -> bool:
    """ "Als Moderator führte Frank Hofmann durch den Abend": a verb stands between, and his name after it."""
    as_ = phrase.start - 1
    if as_ < 0 or words[as_].low != "als" or not words[as_].starts_sentence:
        return False
    if name - (words[phrase.at + 2].low == "sich") != phrase.at + 2:
        return False
    verb = words[phrase.at + 1]
    return verb.text[0].islower() and verb.low not in COPULAS and words[name].low not in _OTHERS


def _is_oblique(words: Sequence[Word], name: int) -> bool:
    """ "bei Herrn Kaya" is no predicate."""
    return words[name].low == "herrn" or (name > 0 and words[name - 1].low in PREPOSITIONS)


def _is_called(words: Sequence[Word], phrase: Phrase, lows: Sequence[str]) -> bool:
    """ "Herr Schulze arbeitet als Gärtner", "Paul Krüger wurde zum Vorsitzenden gewählt"."""
    if "," in lows[:2] and lows[-1:] == ["als"] and len(lows) < _SHORT and _OTHERS.isdisjoint(lows):
        return True  # "Thomas Höffner, bislang als Arzt tätig, übernimmt"
    if lows[:1] == [","] and lows[-1:] in (["will"], ["wollte"], ["möchte"]) and _is_last(words, phrase):
        return True  # "Timo, 19, Azubi im zweiten Jahr, will Elektroniker werden"
    if "," in lows or _OTHERS & set(lows):
        return False
    if lows[-1:] == ["als"] or _is_last(words, phrase):
        return True
    if phrase.determiner is None or words[phrase.determiner].low != "zum":
        return False
    return any(low in COPULAS for low in lows) or len(lows) == 1  # "Gewählt wurde Stefan Hoppe zum …"


def _is_last(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "weil Herr Kaya Teamleiter ist", "Ihr Sohn will Polizist werden"."""
    after = words[phrase.at + 1].low if phrase.at + 1 < len(words) else ""
    return after in COPULAS and phrase.start == phrase.at and bool(phrase.readings & NS)


def _becomes(words: Sequence[Word], phrase: Phrase, lows: Sequence[str]) -> bool:
    """ "Zum neuen Intendanten wurde Vasco Boenisch gewählt", "Zum Nachfolger wählte der Rat Stefan Hoppe"."""
    if phrase.determiner is None or words[phrase.determiner].low != "zum" or not lows:
        return False
    if lows[0] in _APPOINTING and words[phrase.start].starts_sentence:
        return len(lows) < _SHORT
    return len(lows) == 1 and lows[0] in COPULAS


def _is_certain_one(words: Sequence[Word], name: int) -> bool:
    """ "ihr Mann", "der Mann", "der gesuchte Mann"."""
    before = [word.low for word in words[max(0, name - 2) : name]]
    is_described = len(before) > 1 and before[0] == "der" and before[1].endswith("e")
    return is_described or before[-1:] in (["mein"], ["sein"], ["ihr"], ["der"], ["dein"])


def _is_of_kin(words: Sequence[Word], phrase: Phrase, name: int, lows: Sequence[str]) -> bool:
    """ "Mein Opa war Lokführer": said of a man of the family, who is no object or attribute here."""
    if words[name].low == "mann" and not _is_certain_one(words, name):
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
