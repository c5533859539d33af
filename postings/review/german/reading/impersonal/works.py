"""Figures of works: of stone, in a picture, in a tale, in the title of a play. No living person is meant."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary.lexicon import SINGULAR
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import DETERMINERS

_MATERIALS = word_set("""
    blech holz stein metall stahl bronze papier pappe pappmaché plastik ton glas stoff marmor sandstein
    beton kunststoff gips porzellan edelstahl eisen granit schnee silber gold messing wachs legosteinen
    """)
_WORKS = (
    *("gedicht", "märchen", "roman", "wappen", "gemälde", "sage", "fresko", "relief", "mosaik", "ballade"),
    *("puppenspiel", "schattenspiel", "volkslied", "kinderlied", "kirchenfenster"),
)
# "die Alten Meister", "des Unbekannten Soldaten": written large amid a sentence, with their noun.
_NAMED = {
    "alte": ("meister",),
    "freie": ("wähler",),
    "unbekannte": ("soldat", "matrose"),
    "barmherzige": ("samariter",),
    "fliegende": ("holländer", "händler"),
    "eingebildete": ("kranke",),
}
_ART = (
    "werke",
    "werken",
    "bilder",
    "bildern",
    "gemälde",
    "gemälden",
    "drucke",
    "stiche",
    "zeichnungen",
    "skizzen",
)
# What shows somebody, and what tells of somebody.
_PICTURES = (
    *(
        "gemälde",
        "skulptur",
        "statue",
        "plastik",
        "relief",
        "fresko",
        "mosaik",
        "wandbild",
        "ölbild",
        "büste",
    ),
    *(
        "holzschnitt",
        "kupferstich",
        "zeichnung",
        "kirchenfenster",
        "altarbild",
        "wappen",
        "denkmal",
        "siegel",
    ),
    *("aquarell", "grabstein", "standbild", "bronzefigur", "holzfigur", "brunnenfigur"),
)
_TALES = (
    *("märchen", "sage", "legende", "fabel", "ballade", "musical", "oper", "operette", "novelle", "krimi"),
    *(
        "thriller",
        "roman",
        "film",
        "theaterstück",
        "komödie",
        "hörspiel",
        "puppenspiel",
        "gedicht",
        "singspiel",
    ),
    *("erzählung", "bilderbuch", "kinderbuch", "tragödie", "lustspiel", "ballett", "spielfilm", "schwank"),
)
_TITLED = (
    *_TALES,
    *_PICTURES,
    "buch",
    "stück",
    "ausstellung",
    "lied",
    "serie",
    "spiel",
    "bild",
    "revue",
    "song",
)
_SHOWING = word_set("zeigt zeigen stellt darstellt abgebildet dargestellt")
_TELLING = word_set("erzählt handelt schildert berichtet spielt folgt begleitet dreht")
_ABOUT = word_set("von vom über um mit")
_LARGE = word_set("Der Die Das Den Dem")
_BACK = 9


def is_of_work(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the noun is a figure of a work, or stands in its title."""
    return (
        _is_made(words, phrase.at)
        or _is_told(words, phrase.at)
        or _is_known_work(words, phrase)
        or _is_old_master(words, phrase)
        or _is_in_title(words, phrase)
        or _is_title(words, phrase)
        or _is_whose_work(words, phrase)
        or _is_shown(words, phrase)
    )


def _is_made(words: Sequence[Word], at: int) -> bool:
    """ "ein Begleiter aus Blech", "der Wächter aus rotem Sandstein"."""
    row = [word.low for word in words[at + 1 : at + 4]]
    return row[:1] == ["aus"] and any(low in _MATERIALS for low in row[1:])


def _is_told(words: Sequence[Word], at: int) -> bool:
    """ "der Gärtner im Gedicht von Goethe", "der Ritter in unserem Wappen"."""
    row = words[at + 1 : at + 4]
    if not row or row[0].low not in ("im", "in", "aus", "auf"):
        return False
    noun = next((word for word in row[1:] if word.text[0].isupper()), None)
    return noun is not None and noun.low.endswith(_WORKS)


def _is_known_work(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "die Sammlung der Alten Meister"; of "Unbekannten Soldaten" the first word, too."""
    at = phrase.at
    for first, second in ((at - 1, at), (at, at + 1)):
        if first < 0 or second == len(words):
            continue
        nouns = _NAMED.get(words[first].low.rstrip("nrms"), ())
        if words[first].text[0].isupper() and words[second].low.startswith(nouns or "\0"):
            return True
    return False


def _is_old_master(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Werke alter Meister", "Bilder niederländischer Meister": of painters long dead."""
    if phrase.noun.base != "Meister" or not phrase.adjectives:
        return False
    row = [word.low for word in words[max(0, phrase.start - 3) : phrase.start]]
    return any(low.endswith(_ART) for low in row)


def _is_in_title(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Im Puppentheater läuft Der Räuber Hotzenplotz": an article with a capital amid a sentence."""
    at = phrase.start
    if at < 1 or words[at].text not in _LARGE or words[at].starts_sentence or words[at].in_title:
        return False
    before = words[at - 1]
    return before.is_word and before.text[0].islower() and words[at].sentence == before.sentence


def _is_title(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der Prophet heißt das Buch", "Der Geizige ist der Titel des Stücks"."""
    row = words[phrase.at + 1 : phrase.at + 6]
    if not words[phrase.start].starts_sentence or len(row) < 3 or row[0].low not in ("heißt", "hieß"):
        return False
    noun = next((word for word in row[1:] if word.text[0].isupper()), None)
    return row[1].low in DETERMINERS and noun is not None and noun.low.endswith(_TITLED)


def _is_whose_work(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "die Skulptur eines Schiffers", "das Märchen vom Fischer", "ein Musical über den Rattenfänger"."""
    start = phrase.start
    if phrase.determiner is None or not phrase.readings & SINGULAR or start < 1:
        return False
    article = words[phrase.determiner].low
    if phrase.preposition is not None:
        work = phrase.preposition - 1
        is_about = words[phrase.preposition].low in _ABOUT
    else:
        work = start - 1
        is_about = article in ("eines", "vom")
    if not is_about or work < 0 or not words[work].text[0].isupper():
        return False
    return words[work].low.rstrip("s").endswith((*_TALES, *_PICTURES))


def _is_shown(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Das Gemälde zeigt einen alten Schäfer", "Der Film erzählt von einem Lehrer"."""
    start, sentence = phrase.start, words[phrase.at].sentence
    if phrase.determiner is None or not phrase.readings & SINGULAR:
        return False
    row = [word for word in words[max(0, start - _BACK) : start] if word.sentence == sentence]
    nouns = [word.low for word in row if word.text[0].isupper()]
    lows = {word.low for word in row}
    if lows & _SHOWING and any(low.endswith((*_PICTURES, "bild", "bilder", "figur")) for low in nouns):
        return True
    return bool(lows & _TELLING) and any(low.endswith(_TALES) for low in nouns)
