"""Houses and the public instead of people: "ein Sprecher der Polizei" -> "die Pressestelle der Polizei"."""

from __future__ import annotations

from postings.review.german.replacing.agreement import Context, word_edit
from postings.review.german.vocabulary.lexicon import AS, NS
from postings.review.german.vocabulary.word_lists import listed
from postings.review.model import Edit

_PRESS_OFFICE = "Pressestelle"
# Houses that have one, as a speaker's title begins and as they stand in the genitive.
_HOUSES = {
    "Polizei": "der Polizei",
    "Feuerwehr": "der Feuerwehr",
    "Flughafen": "des Flughafens",
    "Stadt": "der Stadt",
    "Bahn": "der Bahn",
    "Gerichts": "des Gerichts",
    "Klinik": "der Klinik",
    "Klinikums": "des Klinikums",
    "Ministeriums": "des Ministeriums",
    "Landkreis": "des Landkreises",
    "Unternehmens": "des Unternehmens",
    "Behörden": "der Behörde",
}
_BEGINNINGS = tuple(
    listed("""
    polizei feuerwehr flughafen stadt verwaltung landkreis kreis region ministerium klinik klinikum bahn
    behörde staatsanwaltschaft gericht landgericht amtsgericht universität hochschule verkehrsbetriebe
    unternehmen messe netzbetreiber konzern bundespolizei landesamt bundesamt
    """)
)
_ENDS = (
    "ministeriums",
    "präsidiums",
    "inspektion",
    "direktion",
    "verwaltung",
    "gerichts",
    "klinik",
    "behörde",
)
_ARTICLES = ("ein", "der", "einen", "den", "einem", "dem", "eines", "des", "vom")


def of_the_press(context: Context) -> list[Edit] | None:
    """The edits where the speaker of a house that has a press office stands alone."""
    words, phrase = context.words, context.phrase
    base = phrase.noun.base
    if context.is_plural or phrase.adjectives or not base.lower().endswith("sprecher"):
        return None
    if phrase.determiner is None or context.determiner not in _ARTICLES:
        return None
    house = _house(context)
    if house is None:
        return None
    article = "die" if context.reading & (NS | AS) else "der"
    new = f"von {article}" if context.determiner == "vom" else article
    edit = word_edit(words[phrase.determiner], new)
    start, end = context.noun_span
    return [*([edit] if edit else []), Edit(start, end - start, f"{_PRESS_OFFICE}{house}")]


def _house(context: Context) -> str | None:
    """What has to be added: " der Polizei" for a "Polizeisprecher", nothing where the house follows."""
    prefix = context.phrase.noun.base[: -len("sprecher")]
    if prefix in _HOUSES:
        return f" {_HOUSES[prefix]}"
    after = context.words[context.phrase.at + 1 : context.phrase.at + 4]
    if prefix or len(after) < 2 or after[0].low not in ("der", "des"):
        return None
    noun = next((word for word in after[1:] if word.is_word and word.text[0].isupper()), None)
    is_house = noun is not None and (noun.low.startswith(_BEGINNINGS) or noun.low.endswith(_ENDS))
    return "" if is_house else None


def of_volunteers(context: Context) -> list[Edit] | None:
    """ "die ehrenamtlichen Helfer" -> "die Ehrenamtlichen"."""
    words, phrase = context.words, context.phrase
    if phrase.noun.base != "Helfer" or not context.is_plural or len(phrase.adjectives) != 1:
        return None
    adjective = words[phrase.adjectives[0]]
    if phrase.adjectives[0] != phrase.at - 1 or not adjective.low.startswith(("ehrenamtlich", "freiwillig")):
        return None
    end = context.noun_span[1]
    return [Edit(adjective.start, end - adjective.start, adjective.low.capitalize())]


def of_witnesses(context: Context) -> list[Edit] | None:
    """ "Hinweise von Zeugen" -> "Hinweise aus der Bevölkerung"."""
    words, phrase = context.words, context.phrase
    if phrase.noun.base != "Zeuge" or phrase.start != phrase.at or phrase.at < 2:
        return None
    before = words[phrase.at - 1]
    if before.low != "von" or not words[phrase.at - 2].low.startswith("hinweis"):
        return None
    return [Edit(before.start, context.noun_span[1] - before.start, "aus der Bevölkerung")]
