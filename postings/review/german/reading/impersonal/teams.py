"""Teams by their place in a league: "der Aufsteiger aus Garbsen", "Tabellenführer" mean no person."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.word_lists import word_set

_ALWAYS = (
    "tabellenführer",
    "rekordmeister",
    "spitzenreiter",
    "ligist",
    "tabellennachbar",
    "vizemeister",
    "serienmeister",
    "pokalverteidiger",
)
_RIVALS = ("aufsteiger", "absteiger", "titelverteidiger", "favorit", "rivale", "gegner")
_SOMETIMES = (
    *("aufsteiger", "absteiger", "titelverteidiger", "gastgeber", "favorit", "außenseiter", "verfolger"),
    *("gegner", "pokalsieger", "herausforderer", "rivale", "kontrahent", "konkurrent", "neuling", "meister"),
    *("nachbar", "vorjahressieger", "mitbewerber", "sieger", "verlierer", "gewinner"),
)
# abbreviations of clubs, and what is told of matches
_CLUBS = word_set("sg sv tsv vfl vfb fc sc tus mtv tv bsv hsv fsv ssv tsg svg bvb dhb dfb vfv spvgg esv psv")
_MATCHES = (
    *("liga", "mannschaft", "halbzeit", "spieltag", "tabelle", "torlos", "treffer", "anpfiff", "abstieg"),
    *("unentschieden", "heimspiel", "auswärtsspiel", "testspiel", "pokalspiel", "punktspiel", "derby"),
    *("recken", "scorpions", "handballer", "fußballer", "aufstiegsspiel", "relegation"),
)
_PEOPLE = ("einzel", "tennis", "marathon", "lauf", "wettbewerb", "schach")


def is_team(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the noun is what a team is called after its place or its part in a match."""
    low = phrase.noun.base.lower()
    if low.endswith(_ALWAYS):
        return True
    if low.endswith(_RIVALS) and [word.low for word in words[phrase.at + 1 : phrase.at + 2]] == ["aus"]:
        return True  # "der Favorit aus Schwerte"
    return low.endswith(_SOMETIMES) and (_is_town(words, phrase.at + 1) or _is_of_match(words, phrase))


def _is_town(words: Sequence[Word], at: int) -> bool:
    """ "Titelverteidiger Kiel ist ausgeschieden": a town bears the title."""
    return at < len(words) and words[at].text + "er" in lexicon.lexicon().townspeople


def _is_of_match(words: Sequence[Word], phrase: Phrase) -> bool:
    sentence = words[phrase.at].sentence
    near = [word for word in words[max(0, phrase.at - 25) : phrase.at + 25] if word.sentence == sentence]
    if any(word.low.startswith(_PEOPLE) for word in near):
        return False
    tells = any(word.low in _CLUBS or _tells_match(word.low) for word in near)
    return tells or _has_score(near) or "im pokal" in " ".join(word.low for word in near)


def _tells_match(low: str) -> bool:
    return low.startswith(_MATCHES) or (
        low.endswith(("liga", "mannschaft", "klasse", "pokal", "spiel"))
        and low not in ("pokal", "wanderpokal")
    )


def _has_score(near: Sequence[Word]) -> bool:
    """ "mit 3:1"."""
    return any(
        near[at].text == ":"
        and near[at - 1].text.isdigit()
        and near[at + 1].text.isdigit()
        and near[at - 1].end == near[at].start
        and near[at + 1].start == near[at].end
        and len(near[at + 1].text) < 3
        for at in range(1, len(near) - 1)
    )
