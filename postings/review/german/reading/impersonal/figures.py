"""Masculine words that mean nobody here: things in a row of things, devices, cases, sayings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postings.review.german.reading.named.names import is_name
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import SINGULAR
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS

# What can be a thing as well as a person.
_EITHER = word_set("""
    läufer anleger broker sprinter springer reiter wächter begleiter starter empfänger spender sammler
    schläger wanderer heizer wender dealer agent controller client worker wärter jäger taucher helfer retter
    zuspieler verfolger mitnehmer planer beschleuniger erzeuger verbraucher fänger führer halter
    sprecher schneider former reiniger schwimmer radierer editor zerstörer neuer
    """)
# Heads of many names of animals: "Gartenbaumläufer, Kleiber und Waldkauz"
_ANIMALS = word_set("läufer springer taucher fänger schwimmer schwärmer räuber")
# "Nibelungen, Kaiser, Bischöfe": of history and tales
_OF_OLD = word_set("""
    kaiser könige könig königin ritter fürsten herzöge päpste nibelungen götter göttinnen feen hexen kasper
    drachen pharaonen römer kelten germanen wikinger gladiatoren prinzessin prinzessinnen riesen zwerge
    """)
_PEOPLE_ENDS = (
    *(
        "person",
        "personen",
        "kraft",
        "kräfte",
        "leute",
        "menschen",
        "kinder",
        "eltern",
        "innen",
        "frauen",
        "männer",
    ),
    *(
        "mädchen",
        "jungs",
        "azubis",
        "teams",
        "fans",
        "profis",
        "gäste",
        "familien",
        "jugendliche",
        "ende",
        "te",
        "sie",
    ),
    *("wir", "ich", "mitglieder", "paare", "väter", "mütter", "damen", "herren", "söhne", "töchter"),
)
_THING_ENDS = (
    *(
        "wagen",
        "tag",
        "gerät",
        "fahrzeug",
        "maschine",
        "boot",
        "schiff",
        "teppich",
        "programm",
        "software",
        "figur",
    ),
    *("stein", "teil", "brett", "bus", "dienst", "balken", "kanister", "mittel"),
)
_SEEN_IN = ("Bürger", "Schüler", "Mitarbeiter", "Bewohner")  # "im Bürger den Menschen sehen"
# "einen digitalen Assistenten": a program
_DIGITAL = ("digital", "virtuell", "automatisch", "elektronisch", "ki-")
_PROGRAMS = (
    "assistent",
    "agent",
    "berater",
    "helfer",
    "manager",
    "planer",
    "begleiter",
    "kalender",
    "trainer",
)
_MODELS = (
    *("modell", "gerät", "bus", "app", "fahrzeug", "version", "maschine", "anlage", "software", "system"),
    *("brücke", "halle", "zug", "bahn", "programm", "wagen", "auto", "scanner", "rechner", "drucker"),
)
_LIES = ("liegt", "hängt", "klemmt", "streikt", "piept", "knarrt", "quietscht")
# What receives or reads by itself, after a first part that says by which technique.
_RECEIVERS = word_set("empfänger leser geber schreiber melder sender")
_TECHNIQUES = (
    *("gps", "gnss", "funk", "radio", "melde", "ukw", "sat", "satelliten", "digital", "fernseh", "rundfunk"),
    *("dab", "rfid", "usb", "infrarot", "wlan", "barcode", "qr", "chip", "alarm", "navigations", "karten"),
)
_SAYINGS = {
    "Meister": "übung macht den meister",
    "Kunde": "kunde ist könig",
    "Koch": "köche verderben den brei",
    "Schmied": "seines glückes schmied",
    "Schuster": "schuster, bleib",
}
_SHORTEST = 4  # words before the noun: "Biber und Igel sind"
_ENOUGH = 2  # members of a row that are no people, where none is known to be a thing


def is_figure(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the noun means no living person."""
    return (
        _is_among_things(words, phrase)
        or _is_called_thing(words, phrase)
        or _is_in_or_lies(words, phrase)
        or _is_said_of_unknown(words, phrase)
        or _is_violent(words, phrase)
        or _is_of_saying(words, phrase)
        or _is_receiver(phrase)
        or _is_program(words, phrase)
        or _is_older_model(words, phrase)
        or _is_handset(words, phrase)
        or _is_case(words, phrase)
        or any(word.low in _OF_OLD for word in members(words, phrase))
    )


def _is_receiver(phrase: Phrase) -> bool:
    """ "GPS-Empfänger", "Funkempfänger": a device; who gets "Sozialhilfe" is a person."""
    low, head = phrase.noun.base.lower(), phrase.noun.head.lower()
    first = low.removesuffix(head).rstrip("-")
    return head in _RECEIVERS and first in _TECHNIQUES


def _is_program(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "einen digitalen Assistenten": what helps without being a person; "digitale Helfer"."""
    is_digital = any(words[at].low.startswith(_DIGITAL) for at in phrase.adjectives)
    return is_digital and phrase.noun.base.lower().endswith(_PROGRAMS)


def _is_older_model(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der neue Bus ist leiser als sein Vorgänger", "der Nachfolger des Modells": a thing's."""
    if phrase.noun.base not in ("Vorgänger", "Nachfolger") or not phrase.readings & SINGULAR:
        return False
    at, sentence = phrase.at, words[phrase.at].sentence
    of = words[at + 1 : at + 4] if at + 1 < len(words) and words[at + 1].low in ("des", "der") else []
    owned = phrase.determiner is not None and words[phrase.determiner].low.startswith(("sein", "ihr"))
    before = words[max(0, phrase.start - 10) : phrase.start] if owned else []
    near = [word for word in (*of, *before) if word.sentence == sentence and word.text[0].isupper()]
    return any(word.low.endswith(_MODELS) or word.low.removesuffix("s").endswith(_MODELS) for word in near)


def _is_handset(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Sie sind am Hörer", "Sie nehmen den Hörer ab": of a telephone."""
    if phrase.noun.base != "Hörer" or phrase.determiner is None or phrase.start < 1:
        return False
    low = words[phrase.determiner].low
    if low in ("am", "zum"):
        return words[phrase.start - 1].low not in ("nah", "nahe", "dicht")
    after = [word.low for word in words[phrase.at + 1 : phrase.at + 4]]
    return low == "den" and any(one in ("ab", "auf", "abnehmen", "auflegen", "hand") for one in after)


def _is_case(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Herzinfarkt beim Rentner, Fieber beim Kleinkind": cases in a row, each of one person."""
    at, first = phrase.at, phrase.start
    if first < 1 or words[first].low != "beim" or at != first + 1 or at + 1 >= len(words):
        return False
    if not words[first - 1].text[0].isupper() or words[at + 1].text not in ",.":
        return False
    is_first = words[first - 1].starts_sentence or (first > 1 and words[first - 2].text == ",")
    row = [word for word in words[max(0, at - 12) : at + 12] if word.sentence == words[at].sentence]
    return is_first and sum(word.low in ("beim", "bei", "im") for word in row) > 1


def _is_violent(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Gewalt durch den Partner": in a shelter for women it is mostly a man's."""
    row = [word.low for word in words[max(0, phrase.start - 2) : phrase.at]]
    return phrase.noun.base.endswith(("Partner", "partner")) and any("gewalt" in low for low in row)


def _is_of_saying(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Übung macht den Meister": what everybody knows by heart."""
    said = _SAYINGS.get(phrase.noun.base)
    if said is None:
        return False
    return said in " ".join(word.low for word in words[max(0, phrase.at - 3) : phrase.at + 4])


def _is_among_things(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Träger, Pfeiler und Läufer", "Anleger, Poller und Stromzähler"."""
    if phrase.noun.base.lower() not in _EITHER and phrase.noun.head.lower() not in _ANIMALS:
        return False
    row = list(members(words, phrase))
    if any(not _is_no_person(word) for word in row):
        return False
    return len(row) >= _ENOUGH or any(word.low in lexicon.lexicon().stops for word in row)


def _is_called_thing(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der Sprinter ist unser Lieferwagen"."""
    if phrase.noun.base.lower() not in _EITHER:
        return False
    after = [
        word for word in words[phrase.at + 1 : phrase.at + 9] if word.sentence == words[phrase.at].sentence
    ]
    link = next((place for place, word in enumerate(after) if word.low in ("ist", "sind", "heißt")), None)
    if link is None:
        return False
    noun = next((word for word in after[link + 1 :] if word.text[0].isupper()), None)
    if noun is None or noun.low.endswith(_THING_ENDS):
        return noun is not None
    is_one = after[link].low == "ist" and after[link + 1].low in ("ein", "eine") and after[link + 2] is noun
    return is_one and phrase.start != phrase.at and _is_no_person(noun)


def _is_in_or_lies(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Im Planer steht der Urlaub", "der Läufer liegt im Flur": a thing holds or lies, no person does."""
    if not phrase.readings & SINGULAR:
        return False
    before = words[phrase.at - 1].low if phrase.at else ""
    if before == "im" and phrase.noun.kind == "er" and phrase.noun.head not in _SEEN_IN:
        return True
    if phrase.noun.base.lower() not in _EITHER:
        return False
    after = words[phrase.at + 1].low if phrase.at + 1 < len(words) else ""
    return before in ("im", "ins") or (phrase.start != phrase.at and after in _LIES)


def _is_said_of_unknown(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Biber, Fischotter und Eisvogel sind Bewohner des Auenwalds": a row of what is no person."""
    first = phrase.start
    while first and words[first - 1].sentence == words[phrase.at].sentence:
        first -= 1
    row = words[first : phrase.start]
    if len(row) < _SHORTEST or row[-1].low not in ("sind", "als"):
        return False
    verb = next((place for place, word in enumerate(row) if word.low in ("sind", "gelten")), 0)
    nouns = [word for word in row[:verb] if word.text != "," and word.low not in CONNECTORS]
    return len(nouns) >= _ENOUGH and all(word.text[0].isupper() and _is_no_person(word) for word in nouns)


def _is_no_person(word: Word) -> bool:
    return not (
        word.is_inclusive or lexicon.find(word.text) or is_name(word) or word.low.endswith(_PEOPLE_ENDS)
    )


def members(words: Sequence[Word], phrase: Phrase) -> Iterator[Word]:
    """The other nouns of the row this one stands in."""
    yield from _members(words, phrase.start, -1)
    yield from _members(words, phrase.at, 1)


def _members(words: Sequence[Word], at: int, step: int) -> Iterator[Word]:
    """The nouns joined to this place by commas and "und", to one side of it."""
    while True:
        joint = at + step
        if not 0 <= joint < len(words) or words[joint].sentence != words[at].sentence:
            return
        if words[joint].text != "," and words[joint].low not in CONNECTORS:
            return
        noun = joint + step
        while 0 <= noun < len(words) and step > 0 and words[noun].is_word and words[noun].text[0].islower():
            noun += step
        if not 0 <= noun < len(words) or not words[noun].text[0].isupper():
            return
        yield words[noun]
        at = noun
        while step < 0 and at and words[at - 1].is_word and words[at - 1].text[0].islower():
            if words[at - 1].low in CONNECTORS:
                break
            at -= 1
