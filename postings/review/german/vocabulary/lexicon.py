"""Person nouns, their feminine partners, and which case and number a form may stand for.

The data is built by `data/build.py`; it is read on first use. A compound is known by its head
("Schichtleiter" by "Leiter") unless a longer ending says it is a thing ("Drehleiter").
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"

# Case and number as bits, so that a form's readings are one number.
NS, GS, DS, AS, NP, GP, DP, AP = (1 << bit for bit in range(8))
SINGULAR = NS | GS | DS | AS
PLURAL = NP | GP | DP | AP
NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE = NS | NP, GS | GP, DS | DP, AS | AP
ANY = SINGULAR | PLURAL

_SECOND = (NS | DS | AS, GS, NP | GP | AP, DP)
# Endings of the weak classes: (ending, readings).
_ENDINGS: dict[str, tuple[tuple[str, int], ...]] = {
    "er": (("", NS | DS | AS | NP | GP | AP), ("s", GS), ("n", DP)),
    "en": (("", NS), ("en", GS | DS | AS | PLURAL)),
    "n": (("", NS), ("n", GS | DS | AS | PLURAL)),
    "or": (("", NS | DS | AS), ("s", GS), ("en", PLURAL)),
    "e": (("", NS | DS | AS), ("s", GS), ("es", GS), ("e", NP | GP | AP), ("en", DP)),
    "s": (("", NS | DS | AS), ("s", GS | PLURAL)),
    "u": (("", NS | DS | AS), ("s", GS), ("es", GS)),
    # One form for everyone, which an article makes masculine: "jeder Azubi".
    "same": (("", NS | DS | AS),),
    "ling": (("", NS | DS | AS), ("s", GS), ("e", NP | GP | AP), ("en", DP)),
    "man": (("", NS | DS | AS), ("s", GS), ("es", GS)),
    # Like adjectives; feminine and plural readings of the form are not ours.
    "adj": (("r", NS), ("", NS), ("n", GS | DS | AS), ("m", DS)),
    "beamt": (("r", NS | GP), ("", NS | NP | AP), ("n", GS | DS | AS | PLURAL), ("m", DS)),
}


# Forms that end many words of other kinds: "Erdkunde" is no customer, but "Bahnkunden" are.
_NO_HEADS = frozenset({"kunde"})
# First words of titles that are written apart: "Scrum Master".
_FIRST_PARTS = frozenset({"scrum", "keynote"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A masculine person noun and its feminine partner, as they stand in a text (compound and all)."""

    base: str
    kind: str
    feminine: str
    plural: str = ""
    head: str = ""

    @property
    def is_adjectival(self) -> bool:
        """Whether the masculine declines like an adjective."""
        return self.kind in ("adj", "beamt")

    def feminine_form(self, reading: int) -> str:
        """The feminine form."""
        if self.kind == "adj":
            return self.feminine + ("n" if reading & (GS | DS | DP) else "")
        if reading & PLURAL:
            return self.feminine + ("nen" if self.feminine.endswith("in") else "en")
        return self.feminine

    @property
    def plural_form(self) -> str:
        """The plural where its stem changes."""
        if self.kind == "man":
            return self.base[:-4] + ("Männer" if self.base == "Mann" else "männer")
        return self.plural


@dataclass(frozen=True, slots=True)
class Match:
    """A word read as a form of a person noun; `readings` are bits."""

    noun: Noun
    readings: int


class Lexicon:
    """The person nouns by their forms."""

    def __init__(self) -> None:
        self.forms: dict[str, tuple[Noun, int]] = {}
        self.heads: dict[str, tuple[Noun, int]] = {}
        self.townspeople: set[str] = set()
        self.stops = frozenset((DATA / "stops.txt").read_text(encoding="utf-8").split())
        for line in (DATA / "persons.tsv").read_text(encoding="utf-8").splitlines():
            self._add(line.split("\t"))
        self.longest = max(map(len, self.heads))

    def _add(self, fields: list[str]) -> None:
        base, kind = fields[0], fields[1]
        is_head = not kind.startswith("!")
        if kind.startswith("!@"):
            self.townspeople.add(base)
        is_ending = kind.startswith("+")
        kind = kind.lstrip("!@+")
        plural = fields[3] if len(fields) > 3 else ""
        feminine = (fields[2] if len(fields) > 2 else "") or _usual_feminine(base, kind)
        noun = Noun(base, kind, feminine, plural, base)
        for form, bits in _forms(noun):
            if is_ending:
                self.heads.setdefault(form.lower(), (noun, bits))
                continue
            known = self.forms.get(form)
            if known is None or known[0] is noun:
                self.forms[form] = (noun, (known[1] if known else 0) | bits)
                if is_head and form.lower() not in _NO_HEADS:
                    self.heads[form.lower()] = self.forms[form]

    def find(self, word: str) -> Match | None:
        """What a capitalised word stands for, if it is a masculine person noun."""
        exact = self.forms.get(word)
        if exact is not None and "-" in word:
            return Match(*exact)
        if word.startswith("TV-"):
            return None  # a collective agreement: "TV-Ärzte"
        if "-" in word and word.lower() in self.stops:
            return None  # "WLAN-Controller"
        stem, joint, last = word.rpartition("-")
        found = self._simple(last)
        if found is None or not joint:
            return found
        return Match(_prefixed(found.noun, stem + joint, keep=True), found.readings)

    def _simple(self, word: str) -> Match | None:
        low = word.lower()
        exact = self.forms.get(word)
        if exact is not None and low not in self.stops:
            return Match(*exact)
        if low in self.stops:
            return None
        for at in range(max(2, len(low) - self.longest), len(low) - 3):
            ending = low[at:]
            if ending in self.stops:
                return None
            found = self.heads.get(ending)
            if found is not None:
                return Match(_prefixed(found[0], word[:at]), found[1])
        return None


def _usual_feminine(base: str, kind: str) -> str:
    if kind == "adj":
        return base[:-1]
    if kind == "same":
        return base
    if kind == "man":
        return base[:-4] + ("Frau" if base == "Mann" else "frau")
    return base + "in"


def _forms(noun: Noun) -> Iterator[tuple[str, int]]:
    stem = noun.base[:-1] if noun.is_adjectival else noun.base
    for ending, bits in _ENDINGS[noun.kind]:
        yield stem + ending, bits
    if noun.base.lower().endswith("herr"):
        yield noun.base + "n", GS | DS | AS
    if noun.plural_form:
        yield noun.plural_form, NP | GP | AP
        yield noun.plural_form + "n", DP


def _prefixed(noun: Noun, prefix: str, keep: bool = False) -> Noun:
    def join(word: str) -> str:
        return prefix + (word if keep else word[:1].lower() + word[1:]) if word else ""

    return Noun(join(noun.base), noun.kind, join(noun.feminine), join(noun.plural), noun.head)


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    return Lexicon()


@functools.lru_cache(maxsize=20_000)
def find(word: str) -> Match | None:
    """What a word stands for, if it is a masculine person noun; words in capitals are read as usual ones."""
    if len(word) > 60:
        return None
    return lexicon().find(word)


def find_apart(first: str, word: str) -> Match | None:
    """What the second word of "scrum Master" stands for; alone it may be a thing."""
    if first not in _FIRST_PARTS:
        return None
    found = find(f"{first.capitalize()}-{word}")
    if found is None:
        return None
    cut, noun = len(first) + 1, found.noun
    apart = Noun(noun.base[cut:], noun.kind, noun.feminine[cut:], noun.plural, noun.head)
    return Match(apart, found.readings)


@functools.cache
def names() -> frozenset[str]:
    """First names and surnames."""
    return frozenset((DATA / "names.txt").read_text(encoding="utf-8").split())
