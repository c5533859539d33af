"""From a regular expression to the pieces of words without which it cannot match.

`needs(regex)` gives rows of alternatives: of each row one piece (in small letters) stands in every match.
The first row is the rarest; `anchors(rows)` tells by which pieces of words and by which signs an index finds
it. An expression that needs nothing must be tried everywhere. Where an expression says that a word begins or
ends (`\\b`, a blank, `(?<!\\w)`), an edge stands in its rows: "\\beg\\b" is not looked for in "gegen".
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]  # the standard library's own reader
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

Row = tuple[str, ...]
START, END = "\x02", "\x03"  # marks in a piece: here a word begins, here it ends
_EDGE = "\x04"  # in what is read of an expression: between here and a letter beside it a word begins or ends
_EDGES = (codes.AT_BOUNDARY, codes.AT_BEGINNING, codes.AT_BEGINNING_STRING, codes.AT_END, codes.AT_END_STRING)
_LONGEST = 12  # letters of a piece that are looked at
_DEAR = 1000
_MOST = 160  # alternatives of one row
_MOST_TOGETHER = 24  # alternatives that are written out when pieces are joined
_ROWS = 4
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_NOTHING = frozenset({""})  # what takes up no letter
_RUN = object()  # the code of letters in a row
_LETTER = r"\w"
_OFTEN_LIST = """
    aber alle als an arbeit auch auf aus ausbildung bei bewerb bietet bieten bis das dem den der des die
    dienst durch ein eine einem einen einer eines erfahrung für gern haben hat ich ihr ihre ihren im in
    innen ist keine kenntnis kann können mit nach nicht oder sein sich sie sind stadt stelle suchen team um
    und uns unser unsere von vor werden wir wird zu zum zur über
"""
_OFTEN = frozenset(_OFTEN_LIST.split())
_PLAIN_SIGNS = frozenset(".,:-")
# How often a piece of so many letters stands in a sentence, in parts of a hundred; longer ones: once.
_SHARE = {0: 1000, 1: 300, 2: 90, 3: 30, 4: 10, 5: 4, 6: 2}


class Told(NamedTuple):
    """What must stand in a text for an expression to match."""

    needs: tuple[Row, ...]  # the rarest row first
    words: tuple[Row, ...]  # by which of its words and signs an index finds it
    needs_digit: bool


def told(expression: str, flags: int) -> Told:
    """What must stand in a text for an expression to match."""
    return told_of(parser.parse(expression, flags))


def told_of(items: Iterable[tuple[Any, Any]]) -> Told:
    """The same of an expression that was read already, or of a part of it."""
    items = list(items)
    rows = best_rows(_rows(items))
    return Told(tuple(map(_without_edges, rows)), anchors(rows), has_digit(items))


def needs(regex: re.Pattern[str]) -> tuple[Row, ...]:
    """What must stand in a text for the expression to match, the rarest first."""
    return told(regex.pattern, regex.flags & ~re.DEBUG).needs


def needs_digit(regex: re.Pattern[str]) -> bool:
    """Whether every match holds a digit."""
    return has_digit(parser.parse(regex.pattern, regex.flags & ~re.DEBUG))


def has_digit(items: Iterable[tuple[Any, Any]]) -> bool:
    """The same of an expression that was read already, or of a part of it."""
    for code, argument in items:
        if code is codes.SUBPATTERN and has_digit(argument[3]):
            return True
        if code is codes.BRANCH and all(map(has_digit, argument[1])):
            return True
        if code in _REPEATS and argument[0] > 0 and has_digit(argument[2]):
            return True
        if _is_digit(code, argument) or (code is codes.IN and all(_is_digit(*one) for one in argument)):
            return True
    return False


def _is_digit(code: Any, argument: Any) -> bool:
    if code is codes.RANGE:
        return bool(argument[0] >= ord("0") and argument[1] <= ord("9"))
    if code is codes.LITERAL:
        return chr(argument).isdecimal()
    return bool(code is codes.CATEGORY and argument is codes.CATEGORY_DIGIT)


def _without_edges(row: Row) -> Row:
    return shortened(string.replace(_EDGE, "").strip() for string in row)


def best_rows(rows: Iterable[Iterable[str]]) -> tuple[Row, ...]:
    """The rarest of some rows, each without what holds another piece of it."""
    return rarest(shortened(row) for row in rows)


def rarest(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rarest of some rows of which none has a piece that holds another."""
    costs = {row: cost(row) for row in rows if row}
    return tuple(sorted((row for row in costs if costs[row] < _DEAR), key=costs.__getitem__)[:_ROWS])


def anchors(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows of which every piece has a word or a rare sign to look it up by: these, the rarest first."""
    return rarest(shortened(map(_anchor, row)) for row in rows if all(map(_anchor, row)))


@functools.lru_cache(maxsize=20_000)
def _anchor(string: str) -> str:
    """The best of a string to look it up by: a word of it, with marks where that surely begins and ends, or
    a sign; "" where there is but a letter that may stand in any word.
    """
    found = [
        f"{START if run.start() else ''}{run.group()}{END if run.end() < len(string) else ''}"
        for run in re.finditer(r"\w+", string)
    ]
    found += re.findall(rf"[^\w\s{_EDGE}]", string)
    told = (one for one in found if len(one) > 1 or not one.isalnum())
    return min(told, key=lambda one: (_piece_cost(one), -len(one)), default="")


@functools.lru_cache(maxsize=20_000)
def _word_piece(string: str) -> str:
    """The best piece of a word in a string; "" where there is none of two letters."""
    found = [piece[:_LONGEST] for piece in re.findall(r"\w\w+", string)]
    return min(found, key=lambda piece: cost((piece,)), default="")


@functools.lru_cache(maxsize=20_000)
def marked(part: str) -> str:
    """The best piece of a word of a phrase, with marks where it begins and ends a word; "" if there is none.

    "jung~" -> START + "jung", "team" -> START + "team" + END, "*schicht" -> "schicht" + END
    """
    stem = part.removesuffix("~")
    if stem.isalpha() and len(stem) > 1:  # as most are
        return START + stem + END if stem == part and len(stem) <= _LONGEST else START + stem[:_LONGEST]
    best = _word_piece(re.sub(r"[~*#]", " ", part))
    at = part.find(best)
    if not best or re.search(r"\w", part[at - 1 : at]):
        return best
    begins = at == 0 or part[at - 1] not in "~*#"
    after = part[at + len(best) : at + len(best) + 1]
    return f"{START if begins else ''}{best}{END if not re.fullmatch(r'[~*#]|' + _LETTER, after) else ''}"


def holds(rows: Iterable[Row], lower: str) -> bool:
    """Whether of each row one piece stands in a text in small letters."""
    for row in rows:
        for piece in row:
            if piece in lower:
                break
        else:
            return False
    return True


def cost(row: Row) -> int:
    """How much is to be expected of a row: little for one long rare piece, much for many short ones."""
    return sum(map(_piece_cost, row))


@functools.lru_cache(maxsize=20_000)
def _piece_cost(piece: str) -> int:
    bare = piece.strip(START + END + _EDGE)
    if not any(map(str.isalnum, bare)):
        return _SHARE[1] if bare in _PLAIN_SIGNS else _SHARE[4]
    if bare in _OFTEN:  # as a whole word less often
        return _SHARE[3] if len(piece) > len(bare) + 1 else _SHARE[2]
    return _SHARE.get(len(piece), 1)  # a mark tells as much as a letter


class _Reader:
    """Walks through an expression and collects rows."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.open: frozenset[str] = frozenset({""})  # what the letters read last may be

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> None:
        self._items(items)
        self._close()

    def _items(self, items: Iterable[tuple[Any, Any]]) -> None:
        for item in _in_runs(items):
            self._item(*item)

    def _item(self, code: Any, argument: Any) -> None:
        if code is codes.SUBPATTERN:
            self._items(argument[3])
            return
        exact = _exact(code, argument)
        if exact == _NOTHING:
            return
        if exact is None or "" in exact:
            self._close()
            if exact is None:
                self._inside(code, argument)
            return
        joined = {one + other for one, other in itertools.product(self.open, exact)}
        if len(joined) > max(_MOST_TOGETHER, len(exact)):
            self._close()
            joined = set(exact)
        self.open = frozenset(joined)

    def _inside(self, code: Any, argument: Any) -> None:
        """Rows from within a part that is no fixed piece."""
        if code is codes.BRANCH:
            self._branches(argument[1])
        elif code in _REPEATS and argument[0] > 0:
            inside = _Reader()
            inside._items(argument[2])
            self.rows += inside.rows
            self.open = inside.open  # what the last round ends with goes on
        elif code is codes.ATOMIC_GROUP:
            self.rows += _rows(argument)

    def _branches(self, branches: Iterable[Any]) -> None:
        """The best row of each way, together."""
        together: set[str] = set()
        for branch in branches:
            rows = _rows(branch)
            if not rows:
                return
            best: Row = min(rows, key=cost)
            together.update(best)
        if len(together) <= _MOST:
            self.rows.append(shortened(together))

    def _close(self) -> None:
        row = shortened(map(_edged, self.open))
        self.open = frozenset({""})
        if row and len(row) <= _MOST:
            self.rows.append(row)


def _rows(items: Iterable[tuple[Any, Any]]) -> list[Row]:
    reader = _Reader()
    reader.sequence(items)
    return reader.rows


def _exact(code: Any, argument: Any) -> frozenset[str] | None:
    """Everything a part can match, if that is a short list; letters are small."""
    if code is _RUN:
        return frozenset({argument})
    if code in (codes.AT, codes.ASSERT_NOT):
        return frozenset({_EDGE}) if _is_edge(code, argument) else _NOTHING
    if code is codes.IN:
        return _of_set(argument)
    if code is codes.BRANCH:
        return _union(_exact_sequence(branch) for branch in argument[1])
    if code is codes.SUBPATTERN:
        return _exact_sequence(argument[3])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and argument[1] == 1:
        inside = _exact_sequence(argument[2])
        return inside | {""} if inside is not None and argument[0] == 0 else inside
    return None


def _is_edge(code: Any, argument: Any) -> bool:
    """Whether no letter can stand on one side of a place, so that a word on the other side begins or ends."""
    if code is codes.AT:
        return argument in _EDGES
    items = list(argument[1])  # of "not this": each of several ways is ruled out
    ways = items[0][1][1] if len(items) == 1 and items[0][0] is codes.BRANCH else [items]
    return any(len(way) == 1 and _has_letters(*way[0]) for way in ways)


def _has_letters(code: Any, argument: Any) -> bool:
    """Whether a set of letters holds all that words are made of."""
    return (
        code is codes.IN
        and (codes.CATEGORY, codes.CATEGORY_WORD) in argument
        and argument[0][0] is not codes.NEGATE
    )


def _edged(string: str) -> str:
    """What was read without blanks around it: where one was, a word begins or ends."""
    if not string.replace(_EDGE, "").strip():
        return ""
    begins, ends = string[0].isspace(), string[-1].isspace()
    return f"{_EDGE if begins else ''}{string.strip()}{_EDGE if ends else ''}"


def _in_runs(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The parts of an expression, letters in a row as one string: most of it is letters."""
    run = ""
    for code, argument in items:
        if code is codes.LITERAL:
            run += chr(argument).lower()
            continue
        if run:
            yield _RUN, run
            run = ""
        yield code, argument
    if run:
        yield _RUN, run


def _of_set(items: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    found = set()
    for code, argument in items:
        if code is not codes.LITERAL:
            return None
        found.add(chr(argument).lower())
    return frozenset(found) if len(found) <= 8 else None


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found: set[str] = set()
    for each in sets:
        if each is None:
            return None
        found |= each
    return frozenset(found) if len(found) <= _MOST else None


def _exact_sequence(items: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    found = frozenset({""})
    for code, argument in _in_runs(items):
        exact = _exact(code, argument)
        if exact is None or len(found) * len(exact) > _MOST:
            return None
        found = frozenset(one + other for one, other in itertools.product(found, exact))
    return found


def shortened(strings: Iterable[str]) -> Row:
    """Without the strings that hold another one; nothing where one of them is empty."""
    kept: list[str] = []
    for string in sorted(set(strings), key=lambda one: (len(one), one)):
        if not string:
            return ()
        if not any(shorter in string for shorter in kept):
            kept.append(string)
    return tuple(kept)
