"""Writing two genders in one: the signs, the endings, the feminine half of a phrase."""

from __future__ import annotations

import re

from postings.review.german.vocabulary.lexicon import AS, DS, GS, NS, PLURAL, Noun
from postings.review.german.vocabulary.words import CONTRACTIONS, UNINFLECTED

_POLITE = re.compile(r"(?<=[*:_/ ])ihr(?:e[nmrs]?)?\b")
SIGNS = {"star": "*", "colon": ":", "underscore": "_", "slash": "/"}
_ARTICLE = {NS: "die", AS: "die", DS: "der", GS: "der"}


def merged(masculine: str, feminine: str, sign: str) -> str:
    """Both forms in one: "eine*n", "der*die", "gute*r"."""
    if masculine == feminine:
        return masculine
    if masculine[3:].startswith(("jenig", "selb")):
        return masculine[:3] + sign + feminine
    if masculine.startswith(feminine):
        return feminine + sign + masculine[len(feminine) :]
    if feminine.startswith(masculine):
        return masculine + sign + feminine[len(masculine) :]
    return masculine + sign + feminine


def feminine_determiner(low: str, reading: int) -> str:
    """The feminine form of a masculine singular determiner."""
    if low in ("der", "den", "dem", "des"):
        return _ARTICLE[reading]
    if low in CONTRACTIONS:
        return "zur" if low == "zum" else f"{CONTRACTIONS[low]} der"
    if low in UNINFLECTED:
        return low
    if low[3:].startswith(("jenig", "selb")):
        return _ARTICLE[reading] + low[3:].removesuffix("n") + ("n" if reading & (DS | GS) else "")
    stem = low
    if low == "euer":
        stem = "eur"
    elif low not in ("ein", "mein", "dein", "sein", "ihr", "unser", "kein", "irgendein"):
        stem = low[:-2]
    return stem + ("e" if reading & (NS | AS) else "er")


def feminine_adjective(low: str, determiner: str, reading: int) -> str:
    """The feminine form of a masculine singular adjective."""
    stem = low[:-1] if low.endswith("e") else low[:-2]
    if reading & (NS | AS):
        return stem + "e"
    return stem + ("er" if not determiner else "en")


def is_strong(determiner: str) -> bool:
    """Whether a nominative after this determiner ends as in "ein Angestellter"."""
    return not determiner or determiner in (
        "ein",
        "kein",
        "irgendein",
        "mein",
        "dein",
        "sein",
        "ihr",
        "unser",
        "euer",
    )


def noun(masculine: str, noun: Noun, reading: int, sign: str) -> str:
    """The noun in one word for all genders."""
    if noun.kind == "same":
        return masculine
    if noun.kind == "adj":
        return merged(masculine, noun.feminine_form(reading), sign)
    if noun.kind == "man":
        if reading & PLURAL:
            return noun.base[:-4] + "leute" + ("n" if masculine.endswith("n") else "")
        return masculine + sign + noun.feminine_form(reading)
    plural = bool(reading & PLURAL)
    stem = noun.feminine[:-2]
    if sign == "/":
        if stem != noun.base:
            return masculine + "/" + noun.feminine_form(reading)
        return stem + ("/-innen" if plural else "/-in")
    return stem + sign + ("innen" if plural else "in")


def with_case_of(new: str, old: str) -> str:
    """Write a new word as the old one was: all capitals, or a capital first."""
    if len(old) > 2 and old.isupper():
        return new.upper()
    if old[:1].isupper() and new[:1].islower():
        new = new[:1].upper() + new[1:]
    if old.startswith("Ihr"):
        new = _POLITE.sub(lambda match: match.group().replace("ihr", "Ihr"), new)
    return new
