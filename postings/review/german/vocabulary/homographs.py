"""Words of the same form that are no people: the ladder, countries, inhabitants' names as adjectives."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.vocabulary import degrees, lexicon
from postings.review.german.vocabulary.lexicon import DP, Noun
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import (
    CONNECTORS,
    CONTRACTIONS,
    DETERMINERS,
    NO_ADJECTIVES,
    PREPOSITIONS,
    QUANTITIES,
    VERBS,
)

# Feminine words of the same form: the ladder, the tidings.
FEMININE = ("Leiter", "Kunde")
_OF_MANY = ("der", "des", "von", "aller", "unserer", "dieser", "und", "sind")
_TOWNS_AFTER = (
    "mehr",
    "weniger",
    "tausende",
    "hunderte",
    "die",
    "den",
    "alle",
    "viele",
    "manche",
    "einige",
    "mehrere",
    "zahlreiche",
    "etliche",
    "wenige",
)
# "ein gebürtiger Holsteiner": no horse.
_BORN = word_set(
    "gebürtiger gebürtigen gebürtige waschechter waschechten waschechte alteingesessene alteingesessener"
)
# To wait, written large: no "Wart", who looks after a house.
_WAITING = ("warten", "abwarten", "aufwarten", "zuwarten")
_LIKE_COUNTRIES = ("Pole", "Schwede", "Ungar", "Niedersachse", "Sachse", "Westfale", "Schwabe")
# Things by what stands around them: beginnings of words of the same sentence.
_COOKING = word_set(
    "Grieche Italiener Chinese Türke Thailänder Inder Spanier Kroate Mexikaner Japaner Vietnamese"
)
_THING_SIGNS = {
    "Reiniger": (
        *(
            "verwenden",
            "verwendet",
            "dosier",
            "konzentrat",
            "verdünn",
            "etikett",
            "flasche",
            "schwamm",
            "lappen",
        ),
        *("aggressiv", "mild", "scharf", "sauer", "saure", "alkalisch", "biologisch", "chemisch", "giftig"),
        *(
            "umweltfreund",
            "umweltschon",
            "putzmittel",
            "seife",
            "eimer",
            "tücher",
            "handschuh",
            "wisch",
            "staubsauger",
        ),
    ),
    "Anleger": ("schiff", "fähr", "boot", "hafen", "ufer", "steg", "kai", "dampfer"),
    "Segler": ("mauer", "schiff", "mast", "takel", "nist", "werft", "boot", "thermik"),
    "Spüler": ("geschirr", "räum", "tabs", "programm", "defekt", "steck", "maschine"),
    "Cutter": ("messer", "schere", "kling", "karton", "werkzeug", "folie", "laser"),
    "Friese": ("pferd", "hengst", "stute", "reit", "fassade", "stuck", "säule"),
    "Moderator": ("reaktor", "neutron", "graphit", "kernkraft", "uran"),
    "Läufer": ("teppich", "matte", "flur", "schach", "rutsch", "treppen"),
    "Schwimmer": ("pumpe", "vergaser", "tauchpumpe", "ventil", "spülkasten", "tank"),
    "Pirat": ("fraktion", "partei", "landtag", "koalition", "prozent", "rat", "bezirksrat"),
    "Holländer": ("rollte", "spielplatz", "kinderfahrzeug"),
    "Spender": (
        "handschuh",
        "beutel",
        "hundekot",
        "hundebeutel",
        "seife",
        "papier",
        "handtuch",
        "handtüch",
        "desinfektion",
        "eingäng",
        "nachfüll",
    ),
    "Empfänger": ("sender", "funk", "antenne", "signal", "gps", "gnss", "tachymeter", "vermess"),
    "Reiter": ("menü", "klick", "karteikart", "registerkart", "browser"),
    "Springer": ("schach",),
    "Bauer": ("schach",),
    "Sprinter": ("park", "halteverbot", "lieferwagen", "transporter", "fahrbahn", "laderaum", "kennzeichen"),
    "Boxer": ("hund", "welpe", "dackel", "terrier", "tierheim", "rüde", "pudel", "labrador", "sennen"),
    "Amerikaner": (
        "schokolade",
        "glasur",
        "zuckerguss",
        "blech",
        "tüte",
        "gebäck",
        "krapfen",
        "kuchen",
        "teig",
        "torte",
        "brötchen",
        *("bäckerei", "buffet", "büfett", "muffin", "waffel", "schnecken", "krapfen", "konditor", "theke"),
        *("teilchen", "gebacken", "puderzucker", "plätzchen", "berliner", "brezel", "kaffee"),
    ),
    "Leiter": ("widerstand", "stromleit", "spannungsfrei", "stromführ", "isolierung"),
    "Radler": ("alster", "fass", "biergarten", "alkoholfrei"),
    "Isländer": ("weide", "haflinger", "gestüt", "pony", "pferd"),
    "Araber": ("weide", "haflinger", "gestüt", "hengst"),
    "Heizer": ("sauna", "ofen", "defekt"),
    "Hörer": ("greif", "telefon", "leg", "auflegen", "aufgelegt", "abheben", "abgehoben", "audio"),
    "Wächter": ("kohlenmonoxid", "gas", "druck", "temperatur", "ofen"),
}
# What stands beside a ladder in a list, and what a conductor does.
_TOOLS = (
    *(
        "eimer",
        "besen",
        "werkzeug",
        "gerüst",
        "hammer",
        "schaufel",
        "putz",
        "reinigungs",
        "wischm",
        "seil",
        "helm",
    ),
    *("schlauch", "bohr", "pinsel", "kehr", "lappen", "staubsauger", "karre", "schubkarre", "säge", "spaten"),
    *("handschuh", "koffer", "zange", "axt", "äxte", "kanister", "tritt", "hocker", "dreh", "zollstock"),
    "anhänger",
)
_WIRING = word_set("messen messe misst verlegen verlegst klemmen isolieren anklemmen")


def is_other_word(words: Sequence[Word], at: int, noun: Noun) -> bool:
    """Whether "Polen" is the country here, "Berliner" an adjective, "Senior" a part of an English title."""
    return (
        _is_country(words, at, noun)
        or _is_of_town(words, at, noun)
        or _is_restaurant(words, at, noun)
        or _is_bare_ladder(words, at, noun)
        or _is_among_tools(words, at, noun)
        or words[at].low in _WAITING
        or _is_notion(words, at, noun)
        or _is_thing_here(words, at, noun)
        or (noun.base == "Müller" and not _is_among_occupations(words, at))
        or degrees.is_no_person(words, at, noun)
    )


def _is_among_occupations(words: Sequence[Word], at: int) -> bool:
    """ "Winzer, Müller und Bäcker": two more in the row at least, and no surname that names nobody else."""
    row = list(range(at, -1, -2)), list(range(at, len(words), 2))
    found = 0
    for places, step in zip(row, (-1, 1), strict=True):
        for place in places[1:]:
            joint = words[place - step]
            if not (joint.text == "," or joint.low in CONNECTORS) or not words[place].is_word:
                break
            if lexicon.find(words[place].text) is None:
                return False
            found += 1
    return found > 1


def _is_restaurant(words: Sequence[Word], at: int, noun: Noun) -> bool:
    """ "Wir treffen uns beim Griechen", "der Italiener an der Ecke"."""
    if noun.base not in _COOKING or at == 0:
        return False
    after = [word.low for word in words[at + 1 : at + 4]]
    is_house = words[at - 1].low in ("der", "dem", "den", "zum", "beim", "vom", "ein", "einen")
    at_corner = after in (["an", "der", "ecke"], ["um", "die", "ecke"])
    return words[at - 1].low in ("beim", "zum") or (is_house and at_corner)


def _is_bare_ladder(words: Sequence[Word], at: int, noun: Noun) -> bool:
    """ "auf Leitern", "Leitern und Tritte" – but "mit Leitern anderer Ämter"; "messen Leiter durch"."""
    if noun.base != "Leiter" or at == 0:
        return False
    before = [word.low for word in words[max(0, at - 2) : at]]
    if words[at].low == "leiter":
        return before[-1] in _WIRING
    if words[at].low != "leitern" or "auf" in before:
        return words[at].low == "leitern"
    after = words[at + 1].low if at + 1 < len(words) else ""
    is_of_many = after in _OF_MANY[:-2] or (after.endswith("er") and words[at + 1].text[0].islower())
    return before[-1] not in DETERMINERS and not is_of_many


def _is_among_tools(words: Sequence[Word], at: int, noun: Noun) -> bool:
    """ "Leiter, Eimer und Reinigungswagen", "ein Leiter leitet Strom"."""
    if noun.base != "Leiter":
        return False
    after = [word.low for word in words[at + 1 : at + 4] if word.low not in DETERMINERS]
    before = [word.low for word in words[max(0, at - 3) : at] if word.low not in DETERMINERS][-2:]
    if after[:1] == ["leitet"] and after[1:] and after[1].startswith(("strom", "wärme", "elektr")):
        return True
    beside = (after[:1], after[1:2]), (before[-1:], before[:-1])
    return any(
        joint and other and (joint[0] == "," or joint[0] in CONNECTORS) and other[0].startswith(_TOOLS)
        for joint, other in beside
    )


def _is_notion(words: Sequence[Word], at: int, noun: Noun) -> bool:
    """ "Ausdruck im Deutschen", "aus dem Deutschen übersetzen"; "im Einzelnen" is an adverb as well."""
    if noun.base not in ("Deutscher", "Einzelner") or at == 0:
        return False
    before = words[at - 1].low
    return before in ("im", "ins", "vom") or (before == "dem" and at > 1 and words[at - 2].low == "aus")


def _is_thing_here(words: Sequence[Word], at: int, noun: Noun) -> bool:
    signs = _THING_SIGNS.get(noun.base.rpartition("-")[2])
    if signs is None:
        return False
    near = words[max(0, at - 12) : at + 12]
    return any(word.sentence == words[at].sentence and word.low.startswith(signs) for word in near)


def is_done(words: Sequence[Word], readings: int, determiner: int | None) -> bool:
    """ "beim Malern und Tapezieren", "das Tischlern": what one does, in the form of a dative plural."""
    if readings != DP or determiner is None:
        return False
    return words[determiner].low == "das" or words[determiner].low in CONTRACTIONS


def is_ladder(words: Sequence[Word], at: int, noun: Noun, determiner: int | None) -> bool:
    """ "Die Leiter lehnt an der Wand": a feminine homograph, where nothing says that people are meant."""
    if noun.base not in FEMININE or determiner is None:
        return False
    if words[determiner].low == "der" and at == determiner + 1:
        return _is_listed_with_dative(words, determiner)
    if words[determiner].low != "die" or words[at].low not in ("leiter", "kunde"):
        return False
    after = words[at + 1 : at + 9]
    if after and after[0].low in _OF_MANY:
        return False
    for word in after:
        if word.text in ".,;:" or word.sentence != words[at].sentence:
            break
        if word.text[:1].islower() and word.low.endswith("en") and word.low not in NO_ADJECTIVES - VERBS:
            return False
        if word.low in ("sind", "können", "sollen", "müssen"):
            return False
    return True


def _is_listed_with_dative(words: Sequence[Word], at: int) -> bool:
    """ "mit dem Bagger, der Leiter und dem Radlader"."""
    if at < 3 or not (words[at - 1].text == "," or words[at - 1].low in CONNECTORS):
        return False
    return (
        words[at - 3].low in ("dem", "einem", "der", "einer")
        and words[at - 2].text[0].isupper()
        and (at > 3 and words[at - 4].low in PREPOSITIONS)
    )


def _is_country(words: Sequence[Word], at: int, noun: Noun) -> bool:
    """Whether "Polen" is the country: nothing before it says that it is people."""
    if noun.base.rpartition("-")[2] not in _LIKE_COUNTRIES or words[at].text == noun.base:
        return False
    if at + 1 < len(words) and _is_capital(words[at + 1]):
        return True  # "die Niedersachsen Ports"
    before = words[at - 1].low if at else ""
    if _is_beside_people(words, at):
        return False
    return (
        before not in ("die", "den", "der", "dem", "des", "einem", "einen", "eines")
        and before not in QUANTITIES
    )


def _is_beside_people(words: Sequence[Word], at: int) -> bool:
    """ "Rumänen und Polen": joined to people who are none of a country's name."""
    for joint, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if not (0 <= other < len(words)) or words[joint].low not in CONNECTORS:
            continue
        match = lexicon.find(words[other].text)
        if match is not None and match.noun.kind == "n" and match.noun.base not in _LIKE_COUNTRIES:
            return True
    return False


def _is_one_in_some(words: Sequence[Word], at: int) -> bool:
    """ "jeder dritte Berliner", "jeder Berliner"."""
    low = words[at - 1].low if at else ""
    if low in ("jeder", "jeden", "jedem", "kein", "keinem", "keinen"):
        return True
    return at > 1 and words[at - 2].low in ("jeder", "jeden", "jedem") and low.endswith(("te", "ten"))


def _is_of_town(words: Sequence[Word], at: int, noun: Noun) -> bool:
    """Whether "Berliner" is an adjective, a team or a dish: people only where it says "viele Berliner"."""
    after = words[at + 1] if at + 1 < len(words) else None
    if noun.base == "Senior":
        return _is_capital(after) and words[at].text == "Senior"
    if noun.base not in lexicon.lexicon().townspeople:
        return False
    before = words[at - 1].low if at else ""
    if (before in _BORN or _is_one_in_some(words, at)) and not _is_capital(after):
        return False
    is_counted = before[:1].isdigit() and len(before) > 1
    return _is_capital(after) or not (is_counted or before in _TOWNS_AFTER or before[:-1] in _TOWNS_AFTER)


def _is_capital(word: Word | None) -> bool:
    return word is not None and (word.text[0].isupper() or word.text[0].isdigit()) and not word.starts_line
