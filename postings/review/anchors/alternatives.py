"""The ways in which an expression can match, each looked for on its own.

"online|per Post|an das \\w*amt" is slow to try at every letter of a sentence, and hardly says which words
it needs. Each way by itself says more (see `literals`), so only the one or two whose words stand there are
tried; and where it holds small letters only, it is tried on the sentence in small letters, in which `re` can
leap to where a match may begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]  # the standard library's own reader
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from postings.review.anchors.literals import told_of

# What a bar between two ways must not be taken from: escapes, sets of letters, groups.
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_ANY_WHERE = frozenset({codes.AT, codes.ANY, codes.CATEGORY, codes.NEGATE, codes.GROUPREF})


class Alternative:
    """One way in which an expression can match."""

    __slots__ = ("_flags", "_is_small", "_regex", "_source", "needs", "needs_digit", "owner", "words")

    def __init__(self, owner: int, source: str, flags: int, tree: Iterable[tuple[Any, Any]]) -> None:
        self.owner = owner  # the number of the whole expression
        self.needs, self.words, self.needs_digit = told_of(tree)
        self._source = source
        self._is_small = bool(flags & re.IGNORECASE) and is_small(tree)
        self._flags = flags & ~re.IGNORECASE if self._is_small else flags
        self._regex: re.Pattern[str] | None = None

    def begin(self, text: str, lower: str) -> int | None:
        """Where its first match in a text begins; `lower` is the text in small letters."""
        if self._regex is None:  # most are never asked for
            self._regex = re.compile(self._source, self._flags)
        found = self._regex.search(lower if self._is_small else text)
        return found.start() if found else None


def alternatives(owner: int, expression: str, flags: int) -> tuple[Alternative, ...]:
    """The ways of an expression, or the whole as the only one."""
    tree = parser.parse(expression, flags)
    sources = [] if flags & re.VERBOSE else list(_split(expression))
    trees = tree[0][1][1] if len(tree) == 1 and tree[0][0] is codes.BRANCH else []
    if len(sources) != len(trees):
        return (Alternative(owner, expression, flags, tree),)
    return tuple(Alternative(owner, source, flags, own) for source, own in zip(sources, trees, strict=True))


def _split(expression: str) -> Iterator[str]:
    """The parts between the bars that stand in no group."""
    depth = start = 0
    for piece in _PIECE.finditer(expression):
        if piece.group() == "(":
            depth += 1
        elif piece.group() == ")":
            depth -= 1
        elif piece.group() == "|" and not depth:
            yield expression[start : piece.start()]
            start = piece.end()
    yield expression[start:]


def small(text: str) -> str:
    """In small letters as `re.IGNORECASE` sees them, as long as before."""
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()


def is_small(items: Iterable[tuple[Any, Any]]) -> bool:
    """Whether every letter in an expression is small, so that it finds the same in small letters."""
    return all(_is_small(code, argument) for code, argument in items)


def _is_small(code: Any, argument: Any) -> bool:
    if code in (codes.LITERAL, codes.NOT_LITERAL):
        return small(chr(argument)) == chr(argument)
    if code is codes.RANGE:
        first, last = argument
        return last - first < 0x100 and all(small(chr(one)) == chr(one) for one in range(first, last + 1))
    if code is codes.IN:
        return is_small(argument)
    if code is codes.BRANCH:
        return all(map(is_small, argument[1]))
    if code is codes.SUBPATTERN:
        _, added, taken, inside = argument
        return not added and not taken and is_small(inside)
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return is_small(argument[1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return is_small(argument[2])
    return code in _ANY_WHERE
