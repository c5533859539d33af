"""No sex counts more than another, or the one that is rarer is encouraged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.anchors.tables import Tables
from postings.review.anchors.wording import Wording
from postings.review.elements.clauses import grounds, near
from postings.review.elements.clauses.candidates import CALLS
from postings.review.elements.stating import stated
from postings.review.facts.ad import Ad, Sentence
from postings.review.model import Element

_TABLES = Tables(__file__)
_SEX = _TABLES.wording("sex")
_EQUAL = _TABLES.wording("equal")
_LIKED = _TABLES.pattern("liked")
_BE_ONE = _TABLES.pattern("be_one")
_FEW = _TABLES.pattern("few")
# Of these two in one sentence, wherever an ad says who may apply, mean that each may.
_SEXES = re.compile(
    r"\b(?:(?P<woman>frau(?:en)?|mädchen|damen|weiblich\w*|sie(?=, er\b))"
    r"|(?P<man>m[aä]nn(?:er|ern)?|jungs?|jungen|herren|männlich\w*|er(?=, (?:sie|dey)\b))"
    r"|(?P<other>divers\w*|nicht-?binär\w*|enbys?|trans|inter|agender|queer\w*|dey))\b",
    re.IGNORECASE,
)
_RARER = re.compile(r"\b(?:frauen|männern?|mädchen|jungs|väter)\b", re.IGNORECASE)
_AS_SUCH = _TABLES.pattern("as_such")
_WANTED = _TABLES.pattern("wanted")
_GROUNDS = _TABLES.wording("grounds")
_NAMED_WOMAN = re.compile(
    r"(?<!\beine )(?<!\bein )(?<!oder )(?<!und )\b(?:Frau|Mann)\b(?! (?:und|oder|,)|,? (?:Mann|"
    r"Frau)\b| (?:sind|werden))"
)
_MOCKED = _TABLES.pattern("mocked")
# Who is there, not who may apply: "Auf der Bühne stehen Menschen aller Geschlechter."
_THERE = Wording(
    r"\bwir sind für (?:\w+ )?(?:menschen|leute|familien|kinder)\b[^.;]{0,40}\bda\b|"
    r"\b(?:team|kollegium|amt|dienst) besteht aus\b|"
    r"\b(?:arbeiten|sprechen|reden|beraten|begleiten) mit "
    r"[^.;]{0,80}\bgeschlechtern\b|"
    r"\b(?:stehen|treffen sich|begegnen sich|leben|wohnen|sitzen|lernen|spielen|singen|tanzen) "
    r"(?:\w+ ){0,2}(?:menschen|leute|kinder|jugendliche|familien|gäste)\b",
    re.IGNORECASE,
)
# "Menschen mit Schwerbehinderung oder Gleichstellung": made equal to them by the office.
_BY_OFFICE = re.compile(
    r"(?<=behinderung )(?:oder|und|bzw\.) (?:einer )?gleichstellung\b(?! (?:der|von|aller))", re.IGNORECASE
)
# "Menschen mit Zuwanderungsgeschichte sind unterrepräsentiert": no sex.
_RARE = re.compile(r"unterrepräsent", re.IGNORECASE)
_CAME_HERE = re.compile(
    r"(?:migrations|einwanderungs|zuwanderungs)(?:geschicht|hintergr|biogr)", re.IGNORECASE
)
_OTHERS = re.compile(r"beauftragte|frauenhaus", re.IGNORECASE)
_GUESTS = _TABLES.pattern("guests")
# No ground of the act is named, but all are meant.
_BY_LAW = Wording(
    r"(?:niemand|kein\w* (?:grund|mensch|person))[^.]{0,60}(?:\bAGG\b|gleichbehandlungsgesetz)|"
    r"(?:\bAGG\b|gleichbehandlungsgesetz)[^.]{0,60}(?:niemand|kein\w* (?:mensch|person))",
    re.IGNORECASE,
)
_MANY = 3
_SHORT, _THOUGHT = 25, 120


def equality(ad: Ad, facts: dict[str, object]) -> Element:
    """No sex counts more than another, or the one that is rarer is encouraged."""
    return stated(ad, next((s for s in _equal_candidates(ad) if _equal(ad, s)), None))


def _equal_candidates(ad: Ad) -> Iterator[Sentence]:
    for sentence in ad.sentences:
        if not sentence.asks and not sentence.is_task and not _is_bare_heading(sentence):
            short = len(sentence.text) < _SHORT and sentence.text.endswith("?")
            goes_on = short or (len(sentence.text) < _THOUGHT and grounds.LISTS.search(sentence.text))
            yield _with_the_next(ad, sentence) if goes_on else sentence


def _is_bare_heading(sentence: Sentence) -> bool:
    """A heading without a clause of its own, unlike "Frauen: ausdrücklich erwünscht"."""
    return sentence.kind == "heading" and ": " not in sentence.text


def _with_the_next(ad: Ad, sentence: Sentence) -> Sentence:
    """ "Geschlecht? Alter? Herkunft? Für uns nicht wichtig." is one thought; so are lines of "Egal, …"."""
    end = min(len(ad.analysis.text), sentence.start + _THOUGHT)
    text = (
        ad.analysis.masked[sentence.start : end]
        .split("\n\n" if grounds.LISTS.search(sentence.text) else "\n")[0]
        .rstrip()
    )
    return sentence._replace(text=text, end=sentence.start + len(text))


def _equal(ad: Ad, sentence: Sentence) -> bool:
    text = _BY_OFFICE.sub(" ", sentence.text)
    if _BY_LAW.search(text):
        return True
    if _THERE.search(text) and not CALLS.search(text):
        return False
    listed = grounds.named(text)
    if len(listed) >= _MANY or (
        len(listed) > 1 and (_GROUNDS.search(text) or near.has_clauses(ad, sentence))
    ):
        return bool(_SEX.search(text)) or (len(listed) > 1 and bool(grounds.LISTS.search(text)))
    sex = _SEX.search(text)
    if not sex or _MOCKED.search(text) or _LIKED.search(text):
        return False
    if _CAME_HERE.search(text) and not _SEX.search(_RARE.sub(" ", text)):
        return False
    named = (_names_sexes(text) or _names_the_rarer(text)) and near.has_clauses(ad, sentence)
    if sex.group() in {"Frau", "Mann"} and not named and _NAMED_WOMAN.search(text):
        return False
    if _OTHERS.search(text) or (_GUESTS.search(text) and not CALLS.search(text)):
        return False
    after = ad.after(sentence)
    few = _FEW.search(text)
    if _EQUAL.search(text) or (few and after and _EQUAL.search(after.text)):
        return True
    if few and _RARER.search(text) and _BE_ONE.search(f"{text} {after.text if after else ''}"):
        return "nicht" not in text
    return named


def _names_sexes(text: str) -> bool:
    """Whether it names two sexes, or sex as such: among the clauses, to say that each is meant."""
    named = {found.lastgroup for found in _SEXES.finditer(text)}
    return bool(_AS_SUCH.search(text)) or len(named) > 1


def _names_the_rarer(text: str) -> bool:
    """Whether it names women or men in the plural, and wants more of them."""
    return bool(_RARER.search(text) and (_FEW.search(text) or _WANTED.search(text)))
