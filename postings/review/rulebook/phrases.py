"""The small language in which rules write down phrases, made into regular expressions.

jung~ dynamisch~ Team     `~` any ending (the replacement may take it over), commas between words are free
[jung~] Team              only what stands in brackets is marked, the rest must be there
toll|super                one of several words;   `sehr?` may be missing
    *schicht | Bewerber*      any beginning or end;   `*` any word
# bis # Jahre             `#` is a number;        `…` up to four words in between
Macher                    a capital asks for a capital, small letters take both
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from postings.review.anchors.literals import Row, marked, rarest, shortened
from postings.review.rulebook.rule import Pattern

SPACE = r",?(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
ENDING = r"(?:e[rnsm]?|n|s)?"
_START = r"(?<![\w-])(?<!\w[*:_/])"
_STOP = r"(?!\w|[*:_/]\w|-\w)"
_NUMBER = r"\d{1,4}(?:[.,]\d{1,2})?"
_GAP = r"(?:[^\s.!?;]{1,60}" + SPACE + r"){0,4}?"
_SIGNS = frozenset("~*#")
# Words of which each way has a letter: what no phrase can be wrong in.
_WAY = r"[*~#]*\w[\w~*#.,/&+–-]*"
_WORD = rf"\[?{_WAY}(?:\|{_WAY})*\??\]?"
_PLAIN = re.compile(rf"{_WORD}(?: (?:… )?{_WORD})*")
_TOKEN = re.compile(r"(?P<open>\[)?(?P<word>[^\[\]]+)(?P<close>\])?")


class PhraseError(ValueError):
    """A phrase that cannot be understood; the message says why."""


class Phrase(Pattern):
    """A phrase of a rule file. To look it up takes its words; its expression is put together when tried."""

    def __init__(self, source: str) -> None:
        super().__init__(source, re.IGNORECASE)

    @functools.cached_property
    def expression(self) -> str:
        """The phrase as a regular expression."""
        return _START + "".join(_pieces(self.source.split(), self.source)) + _STOP

    @functools.cached_property
    def needs(self) -> tuple[Row, ...]:
        """A row of pieces for each word that must be there."""
        return rarest(map(_row, self._required))

    @property
    def words(self) -> tuple[Row, ...]:
        """The same with marks, where each word has a piece that can be looked up."""
        return rarest(map(_marks, self._required))

    @property
    def needs_digit(self) -> bool:
        """Whether a number must be there."""
        return "#" in self.source and any(
            all("#" in part for part in word.split("|")) for word in self._required
        )

    @property
    def _required(self) -> list[str]:
        """The words that must be there, in small letters."""
        bare = [word.strip("[]") for word in self.source.lower().split()]
        return [word for word in bare if word[-1:] != "?" and word not in ("…", "*")]


@functools.lru_cache(maxsize=20_000)
def compile_phrase(source: str) -> Phrase:
    """Read one phrase of a rule file; many rules have the same exceptions."""
    if source.count("[") != source.count("]") or source.count("[") > 1:
        raise PhraseError(
            f"„{source}“: eckige Klammern stehen als ein Paar um die Wörter, die markiert werden"
        )
    if not source.strip():
        raise PhraseError("eine leere Wendung findet nichts; bitte Wörter eintragen oder die Zeile löschen")
    phrase = Phrase(source)
    if not _PLAIN.fullmatch(source):
        _ = phrase.expression  # tells what is wrong with it
    return phrase


@functools.cache
def compiled(sources: tuple[str, ...]) -> tuple[Pattern, ...]:
    """The phrases of a list in a rule's options, read once."""
    return tuple(map(compile_phrase, sources))


class _Counter:
    """Numbers the endings (e1, e2 …) and numbers (n1, n2 …) of one phrase."""

    def __init__(self) -> None:
        self.endings = 0
        self.numbers = 0

    def ending(self) -> str:
        self.endings += 1
        return f"(?P<e{self.endings}>{ENDING})"

    def number(self) -> str:
        self.numbers += 1
        return f"(?P<n{self.numbers}>{_NUMBER})"


def _pieces(words: list[str], source: str) -> Iterator[str]:
    count = _Counter()
    space = ""
    for index, token in enumerate(words):
        match = _TOKEN.fullmatch(token)
        if not match:
            raise PhraseError(f"„{source}“: „{token}“ ist nicht zu lesen")
        opening, word, closing = (
            "(?P<hit>" if match["open"] else "",
            match["word"],
            ")" if match["close"] else "",
        )
        if word == "…":
            if not space or opening or closing or index == len(words) - 1:
                raise PhraseError(f"„{source}“: „…“ steht zwischen zwei Wörtern, nicht am Rand einer Klammer")
            yield f"{SPACE}(?P<w{index + 1}>{_GAP})"
            space = ""
            continue
        body = f"(?P<w{index + 1}>{_alternatives(word.removesuffix('?'), count, source)})"
        if not word.endswith("?"):
            yield f"{space}{opening}{body}{closing}"
            space = SPACE
        elif opening or not space:
            yield f"{space}{opening}(?:{body}{SPACE})?{closing}"
            space = ""
        else:
            yield f"(?:{space}{body})?{closing}"


def _alternatives(word: str, count: _Counter, source: str) -> str:
    parts = word.split("|")
    if word == "*":
        return r"[\w(][\w*:_/.-]{0,40}"
    if not all(part.strip("~*") for part in parts):
        raise PhraseError(f"„{source}“: „{word}“ enthält eine leere Möglichkeit")
    if sum("~" in part for part in parts) > 1:  # the same ending slot for all of them
        stems = "|".join(_literal(part.replace("~", ""), count) for part in parts)
        return f"(?:{stems}){count.ending()}"
    return "|".join(_literal(part, count) for part in parts)


def _literal(part: str, count: _Counter) -> str:
    if _SIGNS.isdisjoint(part):
        return _plain(part)
    pieces = []
    for char_index, char in enumerate(part):
        if char == "~":
            pieces.append(count.ending())
        elif char == "*":
            pieces.append(r"[\w-]{0,40}" if char_index == 0 else r"[\w*:_/-]{0,40}")
        elif char == "#":
            pieces.append(count.number())
        else:
            pieces.append(_character(char))
    return "".join(pieces)


@functools.lru_cache(maxsize=20_000)
def _plain(part: str) -> str:
    return "".join(map(_character, part))


@functools.lru_cache(maxsize=1000)
def _character(char: str) -> str:
    return f"(?-i:{re.escape(char)})" if char.isupper() else re.escape(char)


@functools.lru_cache(maxsize=20_000)
def _row(word: str) -> Row:
    return shortened(map(_longest, word.split("|")))


@functools.lru_cache(maxsize=20_000)
def _marks(word: str) -> Row:
    marks = tuple(map(marked, word.split("|")))
    return marks if all(marks) else ()


def _longest(part: str) -> str:
    return part if part.isalpha() else max(re.split(r"[~*#]", part), key=len)
