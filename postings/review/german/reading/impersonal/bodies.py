"""Roles of bodies and things: "Die Stadt ist Eigentümer", "Gewinner ist der Einzelhandel"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.impersonal.proper_names import FIRMS
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import DETERMINERS

_ALSO_NOUNS = word_set("gruppe bau stiftung verlag klinik kliniken holding")
_BODIES = word_set("""
    region stadt landeshauptstadt land bund gemeinde gesellschaft verein stiftung universität hochschule
    kirche
    stadtwerke unternehmen kreis landkreis ministerium amt firma
    """)
_NAME_STARTS = word_set("deutsche deutscher städtische städtischer norddeutsche evangelische katholische")
# What a body can be as well as a person.
_ROLES = word_set("""
    partner nachbar gastgeber eigentümer vermieter betreiber veranstalter herausgeber bauherr anbieter
    ausrichter organisator mitveranstalter hersteller lieferant
    förderer sponsor besitzer mieter vorreiter auftraggeber verpächter initiator nutzer
    unterzeichner unterstützer preisträger
    """)
_BODY_ENDS = (
    "stadt",
    "werke",
    "werken",
    "verein",
    "vereine",
    "gesellschaft",
    "firma",
    "firmen",
    "betrieb",
    "betriebe",
    "betrieben",
    "verband",
    "schule",
    "schulen",
    "kirche",
    "museum",
    "theater",
    "bank",
    "kasse",
    "amt",
    "region",
    "land",
    "kreis",
    "gemeinde",
    "stiftung",
    "hochschule",
    "universität",
    "klinik",
    "unternehmen",
    "gmbh",
    "bund",
    "wohlfahrt",
    "agentur",
    "kammer",
    "behörde",
    "ministerium",
    "kommune",
    "kommunen",
    "haus",
    *("café", "zentrum", "büro", "bad", "hof", "initiative", "bücherei", "bibliothek", "archiv"),
    *(
        "ring",
        "club",
        "klub",
        "konzern",
        "versorger",
        "messe",
        "allianz",
        "forum",
        *("netzwerk", "bahn", "post", "telekom"),
        "genossenschaft",
    ),
)
_IS = ("ist", "sind", "war", "waren", "bleibt", "bleiben")
_IS_OR_BECAME = (*_IS, "wurde", "wird")
_TITLES = word_set("herr frau dr prof")
# What a body or a thing can be as well: the last part of a bare noun that opens the sentence.
_ROLE_ENDS = (
    *("gewinner", "verlierer", "sieger", "preisträger", "vorreiter", "mieter", "vermieter", "besitzer"),
    *("eigentümer", "gastgeber", "betreiber", "veranstalter", "ausrichter", "anbieter", "hersteller"),
    *("sponsor", "förderer", "initiator", "auftraggeber", "herausgeber", "partner", "pächter", "nutzer"),
    *("spender", "geldgeber", "bauherr", "käufer", "abnehmer", "verursacher", "auslöser", "eigner"),
    *("gesellschafter", "aktionär"),
)
_SUBJECT_ARTICLES = word_set("der die das ein eine dieser diese dieses jeder jede jedes")
# Subjects that no list of masculine forms knows, and that are people all the same.
_PEOPLE_ENDS = (
    *(
        "person",
        "personen",
        "kraft",
        "kräfte",
        "leitung",
        "mensch",
        "menschen",
        "leute",
        "team",
        "frau",
        "frauen",
    ),
    *(
        "mann",
        "männer",
        "kind",
        "kinder",
        "mitglied",
        "mitglieder",
        "vertretung",
        "führung",
        "hilfe",
        "in",
        "innen",
    ),
    *(
        "eltern",
        "mutter",
        "vater",
        "tochter",
        "sohn",
        "jugendliche",
        "jugendlichen",
        "ende",
        "enden",
        "te",
        "ten",
    ),
    *(
        "chefin",
        "gast",
        "gäste",
        "profi",
        "azubi",
        "stelle",
        "position",
        "rolle",
        "vorsitz",
        "spitze",
        "aufsicht",
    ),
)
_LINKS = ("ist", "sind", "bleibt", "bleiben", "war", "wird", "werden", "als")


def is_role_of_body(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a firm, a town or a thing is what the noun says, and no person."""
    return (
        _is_apposed_firm(words, phrase)
        or _is_said_of_body(words, phrase.at)
        or _is_said_of_thing(words, phrase)
        or _is_body(words, phrase)
        or _is_beside_body(words, phrase)
    )


def _is_apposed_firm(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Unser Partner, die Hanova GmbH": a firm stands beside it, set off by commas."""
    at = phrase.at + 1
    if at + 2 >= len(words) or words[at].text != "," or words[at + 1].low not in DETERMINERS:
        return False
    row = words[at + 2 : at + 7]
    ends = next((place for place, word in enumerate(row) if word.text in ",;.:"), len(row))
    return _has_firm(row[:ends])


def _is_said_of_body(words: Sequence[Word], at: int) -> bool:
    """ "Der Auftraggeber ist die Region Musterland.", "Unsere Partner sind Schulen und Vereine."."""
    said = [word for word in words[at + 1 : at + 12] if word.sentence == words[at].sentence]
    link = next((place for place, word in enumerate(said[:8]) if word.low in _IS_OR_BECAME), None)
    if link is None:
        return False
    if _is_no_persons_role(words, at, said[link + 1 :]):
        return True
    if said[link].low not in _IS:
        return False
    after = said[link + 1 : link + 6]
    if _has_firm(after):
        return True
    if link == 0 and len(after) > 1 and after[0].low in DETERMINERS and after[1].low in _BODIES:
        return True
    nouns = [word for word in after if word.text[0].isupper() and word.low not in _NAME_STARTS]
    is_role = words[at].low in _ROLES or words[at].low.endswith(("partner", "partnern"))
    return is_role and bool(nouns) and nouns[0].low.endswith(_BODY_ENDS)


def _is_no_persons_role(words: Sequence[Word], at: int, after: Sequence[Word]) -> bool:
    """ "Verlierer der Reform sind die Gemeinden", "Gewinner ist der Einzelhandel": no person in the rest."""
    if not words[at].starts_sentence or not words[at].low.endswith(_ROLE_ENDS):
        return False
    ends = next((place for place, word in enumerate(after) if word.text in ",;.:!?"), len(after))
    nouns = [word for word in after[:ends] if word.is_word and word.text[0].isupper()]
    if not nouns or not (
        after[0].low in _SUBJECT_ARTICLES or after[0].text[0].isupper() or nouns[-1] is after[ends - 1]
    ):
        return False
    return not any(
        word.is_inclusive
        or word.low in _TITLES
        or word.low.endswith((*_PEOPLE_ENDS, "familien", "paar", "paare", "schülerin"))
        or lexicon.find(word.text)
        or word.text in lexicon.names()
        for word in nouns
    )


def _is_said_of_thing(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Das Fahrrad ist der Gewinner", "Der Eisvogel gilt als Jäger": the subject is no person."""
    first = phrase.start
    while first and words[first - 1].sentence == words[phrase.at].sentence:
        first -= 1
    row = words[first : phrase.start]
    if _is_row_of_things(row):
        return True
    if len(row) < 3 or row[0].low not in _SUBJECT_ARTICLES or not row[1].text[0].isupper():
        return False
    if row[-1].low not in _IS and not (row[-1].low == "als" and row[-2].low in ("gilt", "galt", "gelten")):
        return False
    subject = row[1].low
    return row[2].low in (*_IS, "gilt", "galt", "gelten") and not (
        subject.endswith(_PEOPLE_ENDS) or lexicon.find(row[1].text)
    )


def _is_row_of_things(row: Sequence[Word]) -> bool:
    """ "Kühlschrank und Thermometer werden": bare things, and the verb that says what they become."""
    verb = next((at for at, word in enumerate(row) if word.low in (*_IS, "werden")), 0)
    if verb < 3 or verb != len(row) - 1 or row[verb - 2].low not in ("und", "oder", "sowie"):
        return False
    nouns = row[:verb:2]
    joints = row[1:verb:2]
    return all(word.text == "," or word.low in ("und", "oder", "sowie") for word in joints) and all(
        word.text[0].isupper()
        and not word.is_inclusive
        and not word.low.endswith(_PEOPLE_ENDS)
        and lexicon.find(word.text) is None
        and word.text not in lexicon.names()
        and word.low not in ("sie", "wir", "du", "er")
        for word in nouns
    )


def _is_body(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der Kulturkreis ist unser Partner": bodies are partners; people are "Ansprechpartner"."""
    at = phrase.start - 1
    if phrase.noun.base != "Partner":
        return False
    if at > 0 and words[at].low == "als" and words[at - 1].low in ("uns", "wir"):
        return True  # "Wir verstehen uns als Partner der Wirtschaft"
    if phrase.determiner is None:
        return False
    return at > 0 and words[at].low in ("ist", "als", "bleibt") and words[at - 1].text[0].isupper()


def _is_beside_body(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Die Stadt ist Eigentümer und Vermieter": a body and what it is, in one clause."""
    if phrase.noun.base.lower().removeprefix("mit") not in _ROLES:
        return False
    row = [
        word for word in words[max(0, phrase.start - 10) : phrase.start] if _is_near(word, words[phrase.at])
    ]
    links = [at for at, word in enumerate(row) if word.low in _LINKS]
    if links and row[-1].low.endswith(_BODY_ENDS):
        return True  # "Der Bund ist Geldgeber, das Land Veranstalter"
    towns = lexicon.lexicon().townspeople
    if links and any(word.text + end in towns for word in row[: links[0]] for end in ("er", "aner")):
        return True  # "Celle ist Gastgeber"
    return bool(links) and any(
        word.text[0].isupper() and word.low.endswith(_BODY_ENDS) for word in row[: links[-1] + 3]
    )


def _has_firm(row: Sequence[Word]) -> bool:
    """ "die Hanova GmbH", "die Keller Gruppe" – not "die größte Gruppe", "den Bau"."""
    return any(
        word.low in FIRMS and (word.low not in _ALSO_NOUNS or (at > 0 and row[at - 1].text[0].isupper()))
        for at, word in enumerate(row)
    )


def _is_near(word: Word, noun: Word) -> bool:
    return word.sentence == noun.sentence and word.is_word
