"""Names of firms, associations, offices and streets that hold a masculine word: no person is meant."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary.lexicon import SINGULAR
from postings.review.german.vocabulary.word_lists import word_set

FIRMS = word_set("""
    gmbh ggmbh ag kg kgaa ohg gbr eg mbh se ug partg partgmbb stiftung gruppe holding verlag
    kliniken klinik bau
    """)
_BUSINESSES = word_set("""
    firma bäckerei metzgerei fleischerei gärtnerei kanzlei apotheke autohaus tischlerei buchhandlung spedition
    druckerei brauerei familie gebrüder brüder hotel gasthaus gasthof restaurant praxis verlag stiftung
    ingenieurbüro kneipe gaststätte lokal café bistro bar pension siedlung haltestelle ortsteil stadtteil
    baugebiet planungsbüro architekturbüro weingut reederei schreinerei möbelhaus modehaus kaufhaus bankhaus
    agentur ehepaar eheleute möbel mode optik elektro blumen getränke foto zoo radio auto
    """)
_ASSOCIATIONS = word_set("""
    bund bundesverband landesverband verband dachverband zentralrat zentralverband vereinigung innung
    partei gesellschaft tag club klub gilde zunft liga kammer ring
    """)
_RULES = (
    "honorarordnung",
    "gebührenordnung",
    "berufsordnung",
    "kammer",
    "versorgungswerk",
    "tarifvertrag",
    "bundesamt",
)
_OFFICES = word_set(
    "fachbereich fachdienst fachgebiet sachgebiet referat dezernat stabsstelle abteilung amt team"
)
_SHOPS_DO = word_set("öffnet schließt liegt beliefert")
_STREETS = word_set("straße platz park allee weg brücke haus stiege")
# Nouns of origin that stand before another noun as adjectives: "Schweizer Käse", "der Deutsche Städtetag".
_ATTRIBUTES = word_set("""
    deutsche deutscher deutschen deutschem schweizer thüringer tiroler luxemburger liechtensteiner südtiroler
    berliner hamburger holländer alte alter junge neue neuen neuer neues
    """)

# "Große", "Wilder": with a capital amid a sentence they begin a name; "Technischer Leiter" is an office.
_DESCRIBED = (
    "Groß",
    "Klein",
    "Wild",
    "Schwarz",
    "Rot",
    "Weiß",
    "Golden",
    "Eisern",
    "Lustig",
    "Fliegend",
    "Tapfer",
)
_ADJECTIVE_ENDS = ("e", "er", "en", "em")


def is_part_of_name(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the noun belongs to the name of a firm, an association or a street."""
    at = phrase.at
    return (
        _is_street(words, at)
        or _is_without_borders(words, at)
        or _is_office(words, phrase)
        or _is_shop(words, phrase)
        or _is_house(words, at)
        or _is_firm(words, at)
        or _is_association(words, at)
        or _is_attribute(words, at)
        or _is_described_with_capital(words, phrase)
    )


def _is_without_borders(words: Sequence[Word], at: int) -> bool:
    """ "Ärzte ohne Grenzen", "Reporter ohne Grenzen"."""
    return [word.low for word in words[at + 1 : at + 3]] == ["ohne", "grenzen"]


def _is_street(words: Sequence[Word], at: int) -> bool:
    """A street that is written in several words: "Straße der Kuriere"."""
    if at < 2 or words[at - 1].low not in ("der", "des", "am", "zum"):
        return False
    return words[at - 2].low in _STREETS


def _is_office(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "der Fachbereich Senioren": what an office is called stands right after the word for it."""
    at = phrase.at
    if at == 0 or phrase.start != at or words[at].starts_line:
        return False
    return words[at - 1].low in _OFFICES and words[at - 1].text[0].isupper()


def _is_shop(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "der Bäcker an der Ecke öffnet um sechs": a shop, by where it is and what it does."""
    if phrase.determiner is None or not phrase.readings & SINGULAR:
        return False
    row = [word.low for word in words[phrase.at + 1 : phrase.at + 5]]
    return row[:3] in (["an", "der", "ecke"], ["um", "die", "ecke"]) and bool(set(row[3:]) & _SHOPS_DO)


def _is_house(words: Sequence[Word], at: int) -> bool:
    """ "Gaststätte Zum Jäger": an article with a capital letter amid a sentence."""
    if at < 2 or words[at].in_title or words[at].is_caps:
        return False
    link = words[at - 1]
    is_named = link.text in ("Zum", "Zur", "Am") or (
        link.text in ("Die", "Der") and not words[at - 2].is_caps
    )
    return is_named and not link.starts_sentence and words[at - 2].text[0].isupper()


def _is_firm(words: Sequence[Word], at: int) -> bool:
    """ "Richter GmbH", "Müller & Partner", "Firma Zimmermann", "Becker und Partner"."""
    word = words[at]
    if _is_before_firm(words, at):
        return True
    if at == 0 or word.starts_line:
        return False
    before = words[at - 1]
    if before.text == "&" or (before.low in _BUSINESSES and before.text[0].isupper()):
        return True
    return word.low == "partner" and before.low == "und" and at > 1 and words[at - 2].text[0].isupper()


def _is_before_firm(words: Sequence[Word], at: int) -> bool:
    for word in words[at + 1 : at + 4]:
        if word.starts_line:
            return False
        if word.low in FIRMS or word.text == "&":
            return True
        if not word.text[0].isupper():
            return False
    return False


def _is_association(words: Sequence[Word], at: int) -> bool:
    """ "Verein Deutscher Ingenieure", "Bund der Steuerzahler"."""
    if at + 1 < len(words) and words[at + 1].low == "jehovas":
        return True
    if at < 2:
        return False
    link = words[at - 1]
    if link.text == "Deutscher" and words[at - 2].text[0].isupper():
        return True
    if not words[at - 2].text[0].isupper():
        return False
    if link.low == "deutscher" and words[at - 2].low in _ASSOCIATIONS:
        return True
    if link.low == "der" and words[at - 2].low in _ASSOCIATIONS:
        return True
    # "der Landesverband Sachsen der Ärzte und Zahnärzte": with its place, and joined to such a name
    if link.low == "der" and at > 2 and words[at - 3].low in _ASSOCIATIONS:
        return True
    if link.low == "für" and words[at - 2].low.endswith(_RULES):
        return True  # "die Honorarordnung für Architekten und Ingenieure"
    return link.low == "und" and words[at - 3].low in ("der", "für") and _is_association(words, at - 2)


def _is_attribute(words: Sequence[Word], at: int) -> bool:
    """ "Schweizer Käse", "der Deutsche Städtetag": an adjective of the noun after it."""
    if words[at].low not in _ATTRIBUTES or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return after.is_word and after.text[0].isupper() and not after.starts_line


def _is_described_with_capital(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "der Große Jäger", "die Siedlung Kleiner Holländer": what is so in a name only has a capital."""
    at = phrase.at - 1
    if at < 1 or words[at].starts_sentence or words[at].starts_line or words[at].in_title:
        return False
    return words[at].text.startswith(_DESCRIBED) and words[at].low.endswith(_ADJECTIVE_ENDS)
