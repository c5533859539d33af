"""What data/neutral.txt says may stand for a noun."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

from postings.review.german.vocabulary import verbs
from postings.review.german.vocabulary.lexicon import DATA, PLURAL, SINGULAR, Noun
from postings.review.german.vocabulary.word_lists import word_set

_GAP = "…"
_SELF = "~"
_CONDITIONS = word_set("""
    der ein isch prep bare für teil unterricht mit ideal unbekannt frei artikel
    stelle zahl offen gericht aufruf doppelt davon allein suche fürs polizei ehrenamt freiwillig verein
    """)
_ONLY_PLURAL = frozenset({"c", "cn"})


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a line of neutral.txt."""

    kind: str
    singular: str
    plural: str = ""
    adjective: str = ""
    readings: int = SINGULAR | PLURAL
    is_good: bool = False
    is_safe: bool = True
    condition: str = ""


@functools.cache
def _table() -> dict[str, tuple[Option, ...]]:
    table: dict[str, tuple[Option, ...]] = {}
    for line in (DATA / "neutral.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            nouns, _, entries = line.partition(" =")
            made = tuple(_option(entry.strip()) for entry in entries.split("|") if entry.strip())
            table |= dict.fromkeys(nouns.split(), made)
    return table


def _option(entry: str) -> Option:
    option = Option("", "")
    while True:
        first, _, rest = entry.partition(" ")
        if first == "+":
            option = replace(option, is_good=True)
        elif first == "?":
            option = replace(option, is_safe=False)
        elif first in ("sg", "pl"):
            option = replace(option, readings=SINGULAR if first == "sg" else PLURAL)
        elif first in _CONDITIONS:
            option = replace(option, condition=first)
        else:
            break
        entry = rest
    kind, _, words = entry.partition(" ")
    adjective = ""
    if kind == "a":
        adjective, _, words = words.rpartition(" ")
    singular, _, plural = words.replace("_", " ").partition("/")
    readings = PLURAL if kind in _ONLY_PLURAL else option.readings
    return replace(
        option, kind=kind, singular=singular, plural=plural, adjective=adjective, readings=readings
    )


@functools.lru_cache(maxsize=5000)
def options(noun: Noun) -> tuple[Option, ...]:
    """What is known for a noun: its own entry, else that of its longest last part; then what always helps."""
    found = _found(noun.base)
    if found == ():
        return ()
    if noun.kind == "adj" and not any(option.kind == "p" for option in found or ()):
        found = (*(found or ()), *_adjectival(noun))
    if noun.base.endswith("kaufmann") or noun.base == "Kaufmann":
        found = (*(found or ()), _merchants(noun))
    found = found or _of_verb(noun.base)
    return (*found, *_persons(found))


def _found(base: str) -> tuple[Option, ...] | None:
    table = _table()
    if base in table:
        return tuple(_whole(option, "", base) for option in table[base] if option.condition != "teil")
    if base.startswith("Diplom-"):
        return None  # a degree: "Studium als Diplom-Ingenieur"
    for at in range(1, len(base) - 3):
        last = base[at:]
        key = last[:1].upper() + last[1:]
        if key in table:
            return tuple(_whole(option, base[:at], base) for option in table[key] if _lends(option)) or None
    return None


def _lends(option: Option) -> bool:
    """Whether it serves compounds, too."""
    words = option.singular + option.adjective
    if option.condition == "teil":
        return True
    return words.startswith("-") or option.adjective.startswith("-") or _GAP in words or _SELF in words


def _of_verb(base: str) -> tuple[Option, ...]:
    """ "Planschende" for a "Planscher" that no line knows, where the verb is known."""
    stem = base.removesuffix("er")
    if stem == base or not verbs.is_infinitive(stem.lower() + "en"):
        return ()
    return (Option("p", stem + "ende", readings=PLURAL),)


def _merchants(noun: Noun) -> Option:
    """ "Veranstaltungskaufmänner" are "Veranstaltungskaufleute"."""
    new = noun.base.removesuffix("mann") + "leute"
    return Option("f", new, new, readings=PLURAL)


def _adjectival(noun: Noun) -> tuple[Option, ...]:
    """ "jeder Auszubildende" -> "alle Auszubildenden"."""
    return (Option("p", noun.base[:-1], readings=SINGULAR),)


def _persons(found: tuple[Option, ...]) -> tuple[Option, ...]:
    """ "Teilnehmende" in the plural gives "eine teilnehmende Person" in the singular."""
    if any(option.kind == "a" and option.readings & SINGULAR for option in found):
        return ()
    return tuple(
        Option(
            "a",
            "Person",
            "Personen",
            option.singular[:1].lower() + option.singular[1:-1],
            SINGULAR,
            is_safe=option.is_safe,
        )
        for option in found
        if option.kind == "p"
        and option.condition != "offen"
        and option.singular.endswith("e")
        and " " not in option.singular
    )[:1]


def _whole(option: Option, prefix: str, base: str) -> Option:
    def join(word: str) -> str:
        word = word.replace(_SELF, base)
        if _GAP in word:
            before, _, last = word.partition(_GAP)
            return before + join("-" + last)
        if not word.startswith("-"):
            return word
        if prefix.endswith("-") or not prefix:
            return prefix + word[1:2].upper() + word[2:]
        return prefix[:1].upper() + prefix[1:] + word[1:]

    adjective = option.adjective
    if adjective.startswith("-"):
        adjective = prefix.lower() + adjective[1:]
    return replace(option, singular=join(option.singular), plural=join(option.plural), adjective=adjective)
