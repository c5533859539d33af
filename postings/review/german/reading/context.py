"""Which reading of an ambiguous phrase is meant: singular or plural, and which case."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading import neighbours, titles
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.agreement import before_partitive
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import (
    AP,
    AS,
    DATIVE,
    DP,
    DS,
    GENITIVE,
    GP,
    GS,
    NP,
    NS,
    PLURAL,
    SINGULAR,
)
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import (
    CONNECTORS,
    COPULAS,
    DATIVE_VERBS,
    DETERMINERS,
    PREPOSITIONS,
    VERBS,
)

_ACCUSATIVE = word_set("für durch ohne gegen um")
_OFTEN_MANY = word_set("""
    Beschäftigter Auszubildender Studierender Geflüchteter Jugendlicher Erwachsener Betroffener
    Angehöriger Ehrenamtlicher Interessierter Teilnehmender Mitarbeitender Lernender Lehrender
    Freiwilliger Beteiligter Deutscher Verwandter Versicherter Schwerbehinderter Pflegebedürftiger
    Forschender Bewerbender Nutzender Verantwortlicher Anwesender Reisender
    """)
_MODALS = word_set("möchten wollen sollten können müssen möchte will sollte kann muss dürfen möchtest willst")
_ONE = word_set("sie du er ich man wer jemand")
_HELPING = word_set("helfen hilft danken dankt begegnen dienen dient")
_PLACES = word_set("neben zwischen unter hinter vor")
_WITH_GENITIVE = word_set("bedarf bedürfen bedurfte gedenken gedenkt")
# "Stellenausschreibung hauptamtlicher Bürgermeister": no genitive
_ADVERTISED = word_set("beruf stellenausschreibung stellenangebot stellenanzeige ausschreibung")


def choose(words: Sequence[Word], phrase: Phrase, known: dict[int, int]) -> tuple[int, bool]:
    """One reading as a bit, and whether it is certain; `known` are the readings of nouns before."""
    readings, certain = phrase.readings, phrase.is_certain
    if readings & SINGULAR and readings & PLURAL:
        readings, sure = _number(words, phrase, known)
        certain = certain and sure
    elif readings & PLURAL:
        readings = _case_beside(words, phrase, known) & readings or readings
    elif phrase.determiner is None and not phrase.adjectives and phrase.preposition is None:
        readings = _inherited(words, phrase, known) & readings or readings
    return _first(readings, words, phrase), certain


def _number(words: Sequence[Word], phrase: Phrase, known: dict[int, int]) -> tuple[int, bool]:
    readings = phrase.readings
    if phrase.determiner is not None:
        low = words[phrase.determiner].low
        if readings & NS and readings & GP:
            if beside := _joined_to(words, phrase, known) & (NS | GP):
                return beside, True
            return (readings & GP, True) if _is_genitive(words, phrase) else (readings & NS, True)
        if readings & (AS | DS) and readings & DP and low not in ("dem", "einem"):
            return (readings & PLURAL, False) if _is_dative(words, phrase) else (readings & SINGULAR, False)
        return readings & SINGULAR or readings, False
    inherited = _inherited(words, phrase, known)
    if inherited and readings & inherited:
        return readings & inherited, True
    return _bare_number(words, phrase)


def _case_beside(words: Sequence[Word], phrase: Phrase, known: dict[int, int]) -> int:
    """ "aus einem Meister, drei Gesellen": the case of the person noun before the comma or "und"."""
    at = phrase.start - 1
    if at < 1 or (words[at].low not in CONNECTORS and words[at].text != ","):
        return 0
    before = known.get(at - 1, 0)
    return next((case for case in (DATIVE, GENITIVE) if before & case), 0)


def _joined_to(words: Sequence[Word], phrase: Phrase, known: dict[int, int]) -> int:
    """The reading of the person noun before "und der …", if one stands there."""
    before = phrase.start - 1
    if before < 1 or words[before].low not in CONNECTORS or phrase.adjectives:
        return 0
    return known.get(before - 1, 0)


def is_joined_to_one(words: Sequence[Word], phrase: Phrase, known: dict[int, int]) -> bool:
    """ "als Beamten oder Angestellten": without an article, joined to an accusative singular."""
    if phrase.determiner is not None or phrase.adjectives:
        return False
    return bool(_joined_to(words, phrase, known) & AS and phrase.readings & AS)


def means_many(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether "den Beschäftigten" is a dative plural, which includes everyone already."""
    if phrase.determiner is None and not phrase.adjectives:
        return words[phrase.at].low.endswith("er") and _is_genitive_of_many(words, phrase)
    if phrase.determiner is None:
        return _means_many_bare(words, phrase)
    low = words[phrase.determiner].low
    if not DETERMINERS.get(low, 0) & DP:
        return False
    if phrase.preposition is not None and words[phrase.preposition].low in _ACCUSATIVE:
        return False
    return phrase.noun.base in _OFTEN_MANY or _is_dative(words, phrase)


def _means_many_bare(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "die Einarbeitung neuer Beschäftigter", "wir bieten neuen Beschäftigten"."""
    last = words[phrase.adjectives[-1]].low
    if last.endswith("er"):
        return phrase.preposition is None and _is_genitive_of_many(words, phrase)
    return last.endswith("en") and _is_dative(words, phrase)


def _bare_number(words: Sequence[Word], phrase: Phrase) -> tuple[int, bool]:
    readings = phrase.readings
    if phrase.adjectives and readings & NS and words[phrase.adjectives[-1]].low.endswith("er"):
        if readings & GP and _is_genitive_attribute(words, phrase):
            return GP, True
        return NS, True
    if titles.are_wanted(words, phrase):
        return readings & PLURAL, True
    is_one = neighbours.is_listed_with_one(words, phrase) or neighbours.is_one_of_a_place(words, phrase)
    is_one = is_one or neighbours.opens_as_predicate(words, phrase)
    is_of_many = neighbours.is_joined_to_many(words, phrase.start) or _is_listed_object(words, phrase)
    if is_one or (_is_single(words, phrase) and not is_of_many):
        return readings & SINGULAR, True
    if phrase.preposition is not None and words[phrase.preposition].low == "zwischen":
        return (readings, True) if readings & DP else (readings & DS or readings, True)
    if titles.is_title(words, phrase) or titles.is_wanted(words, phrase) or titles.is_marked(words, phrase):
        return readings & SINGULAR, False
    return readings & PLURAL, not phrase.adjectives or not readings & AS


def _is_listed_object(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Sie sind Ansprechpartner für Vereine und Sportler": of what "für" governs, no predicate."""
    return phrase.preposition is not None and phrase.preposition != phrase.start - 1


def _is_single(words: Sequence[Word], phrase: Phrase) -> bool:
    """After "als", or said of one: "Sie sind Ansprechpartner"."""
    before = phrase.start - 1
    if before >= 0 and words[before].low in ("als", "pro", "je", "per"):
        is_amount = before > 0 and words[before - 1].low in ("mehr", "weniger")
        return not is_amount and not neighbours.is_what_many_pretend(words, phrase)
    if before >= 0 and words[before].low in ("gelernter", "staatlich"):
        return True
    clause = _clause_before(words, phrase.start)
    if titles.is_listed_alone(words, phrase) or _is_second_after_as(words, phrase):
        return True
    is_wished = bool(clause) and clause[-1].low == "werde"
    if is_wished or _is_said_at_end(words, phrase, clause) or neighbours.is_learned(words, phrase, clause):
        return True
    lows = [word.low for word in clause] or [""]
    goes_on = lows[0] in ("und", "oder") or lows[0] in COPULAS or lows[0] in VERBS
    if goes_on and _polite_before(words, phrase.start):
        lows = ["sie", *lows]
    if not any(low in COPULAS for low in lows) or _speaks_of_many(clause):
        return False
    if neighbours.is_before_infinitive(words, phrase.at):
        return False
    if neighbours.is_said_of_one(phrase, clause):
        return True
    if not _speaks_to_one(clause) and lows[0] != "sie" and {"wir", "alle", "die"} & set(lows):
        return False
    return any(
        low in ("sie", "du", "ich", "er", "wer", "jeder", "ist", "bin", "bist", "wird") for low in lows
    ) and (all(word.low not in PREPOSITIONS for word in clause[-1:]))


def _is_second_after_as(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "als Führungskraft oder Projektleiter": one, as the noun before it."""
    at = phrase.start - 1
    if at < 2 or words[at].low != "oder" or phrase.adjectives or not words[at - 1].text[0].isupper():
        return False
    return words[at - 2].low == "als" and lexicon.find(words[at - 1].text) is None


def _speaks_of_many(clause: Sequence[Word]) -> bool:
    """ ", sie sind Laienrichter": "sie" with a small letter within the sentence, and a verb in the plural."""
    texts = [word.text for word in clause]
    return "sie" in texts and any(text in ("sind", "waren", "werden", "wurden", "bleiben") for text in texts)


def _speaks_to_one(clause: Sequence[Word]) -> bool:
    """ "Am Ende legen Sie die Prüfung ab und werden …": polite "Sie" within a clause, or "du"."""
    return any((word.text == "Sie" and not word.starts_sentence) or word.low == "du" for word in clause)


def _ends_with_being(words: Sequence[Word], at: int) -> bool:
    """Whether "sein" or "werden" closes the clause: "Sie möchten Erzieher werden"."""
    for word in words[at + 1 : at + 11]:
        if word.sentence != words[at].sentence or word.text in ",;:":
            return False
        if word.low in ("sein", "werden", "bleiben"):
            return True
    return False


def _polite_before(words: Sequence[Word], at: int) -> bool:
    """Whether the sentence speaks to "Sie" before this place."""
    sentence = words[at].sentence
    for back in range(at - 1, max(-1, at - 30), -1):
        if words[back].sentence != sentence:
            return False
        if words[back].text in ("Sie", "Du", "du"):
            return True
    return False


def _is_said_at_end(words: Sequence[Word], phrase: Phrase, clause: Sequence[Word]) -> bool:
    """ "Wenn Sie Raucher sind": the verb comes last."""
    lows = {word.low for word in clause}
    if lows & _MODALS and lows & _ONE and _ends_with_being(words, phrase.at):
        return True
    after = words[phrase.at + 1 : phrase.at + 2]
    if not after or after[0].low not in COPULAS or not clause:
        return False
    if clause[-1].low in ("wer", "jemand", "man"):
        return True
    return clause[-1].low in ("sie", "du", "ich", "er") and after[0].low != "ist"


def _is_genitive_of_many(words: Sequence[Word], phrase: Phrase) -> bool:
    return _is_genitive_attribute(words, phrase) or neighbours.is_among_genitives(words, phrase)


def _is_genitive_attribute(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "die Einarbeitung neuer Mitarbeiter": a noun stands right before; "Es bedarf neuer Mitarbeiter"."""
    if phrase.start == 0 or words[phrase.start].starts_sentence:
        return False
    before = words[phrase.start - 1]
    if neighbours.is_noun(before) and before.low not in _ADVERTISED:
        return not _is_predicate_of(words, phrase.start - 1)
    return any(word.low in _WITH_GENITIVE for word in _clause_before(words, phrase.start))


def _is_predicate_of(words: Sequence[Word], at: int) -> bool:
    """ "Für Familien ist die Bibliothek wichtiger Partner": the noun there is the subject of "ist"."""
    return at > 1 and words[at - 1].low in DETERMINERS and words[at - 2].low in ("ist", "bleibt", "wird")


def _clause_before(words: Sequence[Word], at: int) -> list[Word]:
    found: list[Word] = []
    for back in range(at - 1, max(-1, at - 9), -1):
        word = words[back]
        if word.sentence != words[at].sentence or word.text in ",;:.!?()–":
            break
        found.insert(0, word)
    return found


def _is_genitive(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether "der Bewerber" belongs to a noun before it."""
    if phrase.adjectives:
        return words[phrase.adjectives[-1]].low.endswith("en")
    if phrase.preposition is not None:
        return bool(PREPOSITIONS[words[phrase.preposition].low] & (GS | GP))
    if phrase.start == 0 or words[phrase.start].starts_sentence:
        return False
    before = words[phrase.start - 1]
    if not before.is_word:
        return False
    if before_partitive(words, phrase.start):
        return True
    if before.low in CONNECTORS and phrase.start > 2:
        return _is_genitive_before(words, phrase.start - 3)
    return neighbours.is_noun(before)


def _is_genitive_before(words: Sequence[Word], at: int) -> bool:
    """ "die Wünsche der Kinder und der Lehrer": "der" there belongs to a noun, too."""
    if words[at].low == "des" or neighbours.is_pair_in_genitive(words, at + 1):
        return True
    is_phrase = words[at].low == "der" and not words[at].starts_sentence and words[at + 1].text[0].isupper()
    return is_phrase and at > 0 and neighbours.is_noun(words[at - 1])


def _is_dative(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether "den Kollegen" is a dative plural."""
    if phrase.preposition is not None:
        low = words[phrase.preposition].low
        return low in _PLACES or not PREPOSITIONS[low] & AS
    if neighbours.is_beside_dative(words, phrase.start):
        return True
    sentence = words[phrase.at].sentence
    for step in (-1, 1):
        at = phrase.at + step
        while 0 <= at < len(words) and words[at].sentence == sentence and words[at].text not in ";:,":
            if words[at].low in DATIVE_VERBS:
                return True
            at += step
    return False


def _inherited(words: Sequence[Word], phrase: Phrase, known: dict[int, int]) -> int:
    """The readings that fit a person noun this one is joined to ("Leiter oder Stellvertreter")."""
    at = phrase.start - 1
    if at < 1 or (words[at].low not in CONNECTORS and words[at].text not in ",/"):
        return 0
    for back in range(at - 1, max(-1, at - 5), -1):
        if back in known:
            number = SINGULAR if known[back] & SINGULAR else PLURAL
            return known[back] if known[back] & phrase.readings else number
        if words[back].low in COPULAS or words[back].text in ".;:" or _opens_row(words, back, at):
            return 0
    return 0


def _opens_row(words: Sequence[Word], back: int, at: int) -> bool:
    """ "Ansprechpartner für Vereine und Sportler": what "und" joins is what "für" governs."""
    is_row = back == at - 2 and words[back + 1].text[0].isupper()
    return is_row and words[back].low in PREPOSITIONS and lexicon.find(words[back + 1].text) is None


def _first(readings: int, words: Sequence[Word], phrase: Phrase) -> int:
    ends = words[phrase.adjectives[-1]].low[-2:] if phrase.adjectives else ""
    if readings & AS and phrase.determiner is None and ends == "en":
        return AS
    before = words[phrase.start - 1].low if phrase.start else ""
    if before in _HELPING and not neighbours.has_subject(words, phrase.start - 1):
        before = ""
    order: tuple[int, ...] = (NS, NP, AS, AP, DS, DP, GS, GP)
    if phrase.preposition is not None or before in _HELPING:
        order = (AS, AP, DS, DP, GS, GP, NS, NP) if phrase.preposition is not None else (DP, DS, *order)
    return next((bit for bit in order if readings & bit), readings)
