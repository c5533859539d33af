"""Certain men without a name: "der 34-jährige Fahrer", "die Radlerin und der Autofahrer", "er ist Koch"."""

from __future__ import annotations

from collections.abc import Sequence

from postings.review.cutting.excuses import first_names
from postings.review.german.reading.scan import Word
from postings.review.german.replacing.phrase import Phrase
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.lexicon import NS, SINGULAR
from postings.review.german.vocabulary.name_words import STRONG_VERBS
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.german.vocabulary.words import CONNECTORS, COPULAS, DETERMINERS

_AGED = word_set("jährige jähriger jährigen jährigem jähriges")
_ONE_MAN = word_set("der den dem des ein einen einem eines ihr sein mein unser")
# "unser jüngster Meister ist 27": one of those who are there
_YOUNGEST = word_set("jüngster ältester jüngste älteste jüngsten ältesten")
# "nach dem Ausscheiden des bisherigen Stelleninhabers": whoever holds the post today
_OF_TODAY = ("derzeitig", "jetzig", "bisherig", "ausscheidend", "scheidend")
_HOLDERS = ("inhaber", "leiter", "meister", "kämmerer", "dezernent", "geschäftsführer", "direktor", "landrat")
_APPOSED = 4
_PERHAPS = word_set("vermutlich offenbar wohl angeblich wahrscheinlich mutmaßlich möglicherweise")
_MEN = word_set("mann männer vater sohn junge jugendlicher jähriger jährige jährigen jährigem")
_DEFINITE = word_set("der den dem des dieser diesen diesem dieses jener unser unseren unserem unseres")
# where only men are: "der Herrenmannschaft fehlen zwei Verteidiger"
_AMONG_MEN = (
    "herrenmannschaft",
    "herrenteam",
    "männermannschaft",
    "männerteam",
    "männerchor",
    "herrenfußball",
)
_OF_MEN = ("prostata", "hodenkrebs", "samenspend")
_CLERGY = ("priester", "bischof", "kaplan", "kardinal", "diakon", "mönch", "pater", "ministrant")
_WOMENS_ARTICLES = word_set("die der eine einer meine meiner ihre ihrer seine seiner unsere unserer")
_ADDRESSED = word_set("sie wir du ihr uns euch dir dich")
# "sagte die Ministerin dem Bürger": one who stands for all
_OFTEN_EVERYBODY = word_set("""
    Bürger Kunde Mieter Steuerzahler Verbraucher Wähler Patient Bewerber Arbeitnehmer Nutzer Schüler
    Stelleninhaber Mitarbeiter Kollege Ansprechpartner Nachfolger
    """)
_BACK, _SHORT = 40, 4
_NO_PAST = word_set("""
    bitte heute erste ersten letzte letzten zweite zweiten dritte dritten gute guten alte alten weite weiten
    rechten echten leichten hinten unten selten mitten bunte bunten könnte könnten sollte sollten möchten
    """)
_PREFIXES = ("über", "unter", "ver", "be", "er", "ent", "zer")


def is_certain_man(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "der 34-jährige Fahrer", "ein 54 Jahre alter Radfahrer", "der Täter, ein Mann aus Celle"."""
    row = words[max(0, phrase.at - 8) : phrase.at]
    if _is_aged(row[-5:]) or _has_age(words, phrase.at) or _is_man(words, phrase):
        return True
    if _is_among_men(words, phrase):
        return True
    if not phrase.readings & SINGULAR:
        return False
    if any(words[at].low in _YOUNGEST for at in phrase.adjectives) or _holds_post(words, phrase):
        return True
    if any(_is_years_old(row, at) for at in range(len(row) - 2)) and _is_one(words, phrase):
        return True
    if _has_first_name(words, phrase.at + 1) or _stands_beside_woman(words, phrase) or _is_he(words, phrase):
        return True
    return _is_called_man(words, _after_attribute(words, phrase.at + 1)) or _is_told_of_man(words, phrase)


def _holds_post(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der derzeitige Stelleninhaber geht in den Ruhestand": one man, whom everyone there knows."""
    if phrase.determiner is None or words[phrase.determiner].low not in _DEFINITE:
        return False
    return phrase.noun.base.lower().endswith(_HOLDERS) and any(
        words[at].low.startswith(_OF_TODAY) for at in phrase.adjectives
    )


def _has_first_name(words: Sequence[Word], at: int) -> bool:
    """ "Unser Hausmeister heißt Wilfried und ist seit 1994 da"."""
    return at + 1 < len(words) and words[at].low == "heißt" and words[at + 1].text in first_names()


def _has_age(words: Sequence[Word], at: int) -> bool:
    """ "ein Radfahrer (31)"."""
    age = [word.text for word in words[at + 1 : at + 5]]
    if len(age) == _APPOSED and age[0] == "," and age[1].isdigit() and age[2:] == ["Jahre", "alt"]:
        return True  # "Der Fahrer, 46 Jahre alt, …"
    age = age[:3]
    return len(age) == 3 and age[0] == "(" and age[2] == ")" and age[1].isdigit() and len(age[1]) == 2


def _is_aged(row: Sequence[Word]) -> bool:
    """ "der 63-jährige", also "ein betrunkener 34-jähriger"."""
    aged = next((at for at, word in enumerate(row) if word.low in _AGED), None)
    return aged is not None and any(word.low in _ONE_MAN for word in row[:aged])


def _is_told_of_man(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Ein Autofahrer kam von der Straße ab. Der 30-Jährige blieb unverletzt."."""
    low = "" if phrase.determiner is None else words[phrase.determiner].low
    if low not in _ONE_MAN and not (low == "" and words[phrase.at].in_title):
        return False
    sentence = words[phrase.at].sentence
    for at in range(phrase.at + 1, min(len(words) - 3, phrase.at + 60)):
        if words[at].sentence > sentence + 2:
            return False
        if words[at].low not in ("der", "den", "dem") or words[at].sentence == sentence:
            continue
        if words[at + 1].text[0].isdigit() and words[at + 3].low in _AGED:
            return True
        if words[at + 1].text == "Mann" and words[at].starts_sentence:
            return True
    return False


def _is_years_old(row: Sequence[Word], at: int) -> bool:
    return row[at].text[0].isdigit() and row[at + 1].low == "jahre" and row[at + 2].low.startswith("alte")


def _is_one(words: Sequence[Word], phrase: Phrase) -> bool:
    return bool(phrase.adjectives) and words[phrase.adjectives[-1]].low.startswith("alte")


def _after_attribute(words: Sequence[Word], at: int) -> int:
    """The place after "des Wagens" in "Der Fahrer des Wagens, ein …"."""
    if at >= len(words) or words[at].low not in ("des", "der", "eines", "einer", "vom", "von"):
        return at
    end = next((place for place in range(at + 1, min(len(words), at + 5)) if words[place].text == ","), at)
    return end if words[end].sentence == words[at].sentence else at


def _is_called_man(words: Sequence[Word], at: int) -> bool:
    """ ", ein 34-jähriger Mann", ", Vater von drei Kindern": an apposition that says it is a man."""
    if [word.low for word in words[at : at + 2]] in ([",", "vater"], [",", "familienvater"]):
        return True
    if at + 2 >= len(words) or words[at].text != "," or words[at + 1].low not in _ONE_MAN:
        return False
    for word in words[at + 2 : at + 8]:
        if word.text[:1].isupper() and word.is_word:
            if word.low == "jahre":
                continue
            return word.low in _MEN or word.low.endswith(("mann", "vater"))
        if word.low in _AGED:
            return True  # ", ein 52-jähriger Familienvater", ", ein 30-jähriger Bremer"
        if word.text in ",;." or word.low in DETERMINERS:
            return False  # ", dem der Mann …": a clause
    return False


def _is_man(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Männliche Erzieher", "der Mann, ein Rentner aus Linden"."""
    if any(words[at].low.startswith("männlich") for at in phrase.adjectives):
        return True
    start = phrase.start
    before = start - 1 if start and words[start - 1].low in _PERHAPS else start
    return (
        before > 1 and words[before - 1].text == "," and words[before - 2].low in _MEN and start < phrase.at
    )


def _stands_beside_woman(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Die Radlerin und der Autofahrer wurden verletzt": told of people, and the woman is called one."""
    at, sentence = phrase.at, words[phrase.at].sentence
    if phrase.determiner is None or phrase.noun.is_adjectival:
        return False
    row = [
        each for each in range(max(0, at - 20), min(len(words), at + 20)) if words[each].sentence == sentence
    ]
    if any(words[each].low in _ADDRESSED and not words[each].text.islower() for each in row):
        return False
    if any(words[each].low in ("wir", "du", "uns", "dir") for each in row):
        return False
    if phrase.noun.base in _OFTEN_EVERYBODY or not any(_is_past(words[each]) for each in row):
        return False
    return any(_is_one_woman(words, each) and _is_within_clause(words, each, at) for each in row)


def _is_within_clause(words: Sequence[Word], first: int, last: int) -> bool:
    """ "die Radlerin und der Autofahrer", "eine Rentnerin und ihr Nachbar": joined by nothing but "und"."""
    between = words[min(first, last) + 1 : max(first, last)]
    is_short = len(between) < _SHORT and all(word.is_word and word.text[0].islower() for word in between)
    return is_short and bool(between) and between[0].low in CONNECTORS


def _is_one_woman(words: Sequence[Word], at: int) -> bool:
    low = words[at].low
    if at < 1 or not low.endswith("in") or words[at].is_inclusive or not words[at].text[0].isupper():
        return False
    stem = words[at].text[:-2]
    is_woman = lexicon.find(stem) is not None or lexicon.find(stem + "er") is not None  # "Kämmerin"
    return is_woman and words[at - 1].low in _WOMENS_ARTICLES


def _is_past(word: Word) -> bool:
    """ "übersah", "stießen", "verabschiedete", "wurden"."""
    low = word.low
    if not word.is_word or not word.text[0].islower():
        return False
    if low in ("wurden", "waren", "hatten") or _is_strong(low):
        return True
    return len(low) > 5 and low.endswith(("te", "ten")) and low not in _NO_PAST


def _is_strong(low: str) -> bool:
    stem = low.removesuffix("en")
    return stem in STRONG_VERBS or any(stem.removeprefix(one) in STRONG_VERBS for one in _PREFIXES)


def _is_he(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Er ist Bauingenieur und arbeitet im Rathaus": "er" has nobody before it but a man with a name."""
    if phrase.determiner is not None or phrase.noun.is_adjectival or not phrase.readings & NS:
        return False
    er = next(
        (at for at in range(phrase.start - 1, max(-1, phrase.start - 5), -1) if words[at].low == "er"), None
    )
    if er is None:
        return False
    between = words[er + 1 : phrase.start]
    if between and not any(word.low in COPULAS for word in between):
        return False
    for at in range(er - 1, max(-1, er - _BACK), -1):
        if words[at].sentence < words[er].sentence - 1:
            break
        if words[at].text in first_names():
            return True
        if words[at].is_word and words[at].text[0].isupper() and lexicon.find(words[at].text):
            return False
    return bool(between) or any(word.low.endswith("in") for word in words[max(0, er - 3) : er])


def _is_among_men(words: Sequence[Word], phrase: Phrase) -> bool:
    """ "Der Herrenmannschaft fehlen zwei Verteidiger", "der Priester der katholischen Gemeinde"."""
    low, at = phrase.noun.base.lower(), phrase.at
    if low.startswith(_OF_MEN):
        return True
    near = [word.low for word in words[max(0, at - 12) : at + 12] if word.sentence == words[at].sentence]
    if low.endswith(_CLERGY) and any(one.startswith("katholisch") for one in near):
        return True
    return any(one.startswith(_AMONG_MEN) for one in near)
