"""Texts in which an expression matches, made from the expression itself."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from re import _constants as codes  # type: ignore[attr-defined]  # the standard library's own reader
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_TRIES = 60
_MOST = 3  # rounds of a repeat above the least
_CHARS = "aeßÄZxinN09_ -.,;:*/()€§\u0130\u017f\u00e9\t"  # for what a set or a dot leaves open
_CLASSES = {
    codes.CATEGORY_DIGIT: re.compile(r"\d"),
    codes.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    codes.CATEGORY_SPACE: re.compile(r"\s"),
    codes.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    codes.CATEGORY_WORD: re.compile(r"\w"),
    codes.CATEGORY_NOT_WORD: re.compile(r"\W"),
}


def sample(regex: re.Pattern[str], chance: random.Random) -> str:
    """A text with a match; "" where the conditions around the match were met in no try."""
    items = list(parser.parse(regex.pattern, regex.flags & ~re.DEBUG))
    tries = (_mixed(_Writer(chance).all(items), regex, chance) for _ in range(_TRIES))
    return next(filter(regex.search, tries), "")


def _mixed(text: str, regex: re.Pattern[str], chance: random.Random) -> str:
    if not regex.flags & re.IGNORECASE:
        return text
    return "".join(char.swapcase() if chance.random() < 0.2 else char for char in text)


class _Writer:
    """Writes the parts that take up letters; what must stand around them is left to chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.groups: dict[int | None, str] = {}

    def all(self, items: Iterable[tuple[Any, Any]]) -> str:
        return "".join(self._part(code, argument) for code, argument in items)

    def _part(self, code: Any, argument: Any) -> str:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            least, most, inside = argument
            rounds = self.chance.randint(least, min(most, least + _MOST))
            return "".join(self.all(inside) for _ in range(rounds))
        if code is codes.SUBPATTERN:
            self.groups[argument[0]] = self.all(argument[3])
            return self.groups[argument[0]]
        if code is codes.ASSERT:  # often nothing else follows
            return self.all(argument[1]) if argument[0] > 0 and self.chance.random() < 0.5 else ""
        return self._simple(code, argument)

    def _simple(self, code: Any, argument: Any) -> str:
        if code is codes.LITERAL:
            return chr(argument)
        if code is codes.IN:
            return _one_of(argument, self.chance)
        if code is codes.BRANCH:
            return self.all(self.chance.choice(argument[1]))
        if code is codes.ATOMIC_GROUP:
            return self.all(argument)
        if code in (codes.ANY, codes.NOT_LITERAL):
            return self.chance.choice(_CHARS)
        return self.groups[argument] if code is codes.GROUPREF else ""


def _one_of(items: list[tuple[Any, Any]], chance: random.Random) -> str:
    if items[0][0] is codes.NEGATE:
        return chance.choice([char for char in _CHARS if not any(_holds(char, *one) for one in items[1:])])
    code, argument = chance.choice(items)
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.RANGE:
        return chr(chance.randint(*argument))
    return chance.choice([char for char in _CHARS if _holds(char, code, argument)])


def _holds(char: str, code: Any, argument: Any) -> bool:
    if code is codes.LITERAL:
        return ord(char) == argument
    if code is codes.RANGE:
        return bool(argument[0] <= ord(char) <= argument[1])
    return bool(_CLASSES[argument].match(char))
