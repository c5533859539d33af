"""Matcher `sentences`: how a sentence is built. A rule names a check and the most that it allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from postings.review.anchors.alternatives import small
from postings.review.cutting.masking import Line
from postings.review.matchers.scan import Match, Scan
from postings.review.rulebook import Rule

_WORD = re.compile(r"\w[\w*:-]*")
_LONGEST = 2000
_CONJUNCTION = re.compile(
    r"\b(?:dass|weil|wenn|falls|obwohl|während|nachdem|bevor|damit|sodass|indem|wodurch|wobei|womit|wofür|"
    r"deren|dessen|sofern|soweit|ob)\b"
)
_RELATIVE = re.compile(
    r",\s(?:(?:in|mit|für|auf|bei|zu|von|aus|an) )?(?:die|der|das|dem|den|denen|was|wer|wie|wo)\s"
)
_FINITE = re.compile(r"\b[a-zäöüß]+(?:en|t|ten|te|ist|sind|war|hat)$")
_BREAK = re.compile(r"[,;:.!?–]")
# The verbs that split most often in ads, with the parts that end the sentence.
_SPLIT = {
    "nehm": "entgegen wahr teil vor auf ab an",
    "stell": "sicher bereit ein aus fest dar zusammen vor",
    "führ": "durch ein aus fort",
    "bereit": "vor nach auf",
    "setz": "um ein fort durch",
    "arbeit": "zusammen mit ein aus",
    "bring": "ein mit voran",
    "leit": "an ab weiter ein",
    "leg": "vor fest an ab",
    "wert": "aus",
    "wirk": "mit hin",
    "teil": "mit ein zu auf",
    "weis": "ein an nach hin",
    "geb": "weiter heraus ab ein",
    "bau": "auf aus ab um",
    "hol": "ein ab",
    "wend": "an",
    "pack": "an mit",
    "richt": "ein aus her",
    "schließ": "ab an",
}
_ENDS = sorted({end for ends in _SPLIT.values() for end in ends.split()})
_LONGEST_TAIL = 20
_TAIL = re.compile(rf"\b({'|'.join(_ENDS)})[.!]?$")
_VERB = re.compile(rf"\b({'|'.join(_SPLIT)})(?:e?n|e?t)\b", re.IGNORECASE)


def find(rule: Rule, scan: Scan) -> Iterator[Match]:
    """Where more stands than the rule allows."""
    return CHECKS[rule.options["check"]](scan, int(rule.options["most"]))


def words(scan: Scan, most: int) -> Iterator[Match]:
    """Sentences with more words."""
    for start, (length, count) in scan.analysis.masked_sentences.each(_size):
        if count > most and length < _LONGEST:
            yield Match(start, start + length, note=f"{count} Wörter")


def _size(piece: str) -> tuple[tuple[int, int]]:
    """Letters and words of a sentence."""
    return ((len(piece), len(_WORD.findall(piece))),)


def clauses(scan: Scan, most: int) -> Iterator[Match]:
    """Sentences with more subordinate clauses."""
    masked = scan.analysis.masked
    for start, end in scan.analysis.sentences:
        if end - start > most * 40 and end - start < _LONGEST and masked.count(",", start, end) > most:
            sentence = masked[start:end]
            if len(_CONJUNCTION.findall(sentence)) + _relative_clauses(sentence) > most:
                yield Match(start, end)


def _relative_clauses(sentence: str) -> int:
    """How many clauses begin with a pronoun and end in a verb: ", die warten," but not ", die Kitas,"."""
    count = 0
    for pronoun in _RELATIVE.finditer(sentence):
        stop = _BREAK.search(sentence, pronoun.end())
        count += bool(_FINITE.search(sentence[pronoun.end() : stop.start() if stop else None]))
    return count


def list_items(scan: Scan, most: int) -> Iterator[Match]:
    """List items with more words."""
    sizes = dict(scan.analysis.rows.each(_size))
    for line in scan.analysis.lines:
        if line.kind == "bullet" and sizes[line.start][1] > most:
            yield Match(line.start, line.end)


def paragraphs(scan: Scan, most: int) -> Iterator[Match]:
    """Paragraphs with more words, each marked at its first sentence."""
    for start, end in _paragraphs(scan.analysis.lines):
        if end - start > most * 3 and len(_WORD.findall(scan.analysis.masked, start, end)) > most:
            first, last = scan.analysis.sentence_at(start)
            if last < end:  # a paragraph of one sentence is a long sentence
                yield Match(max(first, start), last)


def _paragraphs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    end = 0
    for line in lines:
        if line.kind == "text":
            start, end = line.start if start is None else start, line.end
        elif start is not None:
            yield start, end
            start = None
    if start is not None:
        yield start, end


def split_verbs(scan: Scan, most: int) -> Iterator[Match]:
    """The second part of a verb that stands more words behind the first."""
    for by, (start, end, words_between) in scan.analysis.masked_sentences.each(_split_verb):
        if words_between > most:
            yield Match(by + start, by + end)


def _split_verb(sentence: str) -> tuple[tuple[int, int, int], ...]:
    """Where the second part of a split verb stands, and how many words stand between it and the first."""
    tail = _TAIL.search(sentence, max(0, len(sentence) - _LONGEST_TAIL)) if len(sentence) < _LONGEST else None
    verb = _VERB.search(sentence) if tail else None
    if not tail or not verb or tail[1] not in _SPLIT[small(verb[1])].split():
        return ()
    between = sentence[verb.end() : tail.start()]
    if _BREAK.search(between.replace(",", "")):
        return ()
    return ((tail.start(), tail.end(1), len(_WORD.findall(between))),)


CHECKS: dict[str, Callable[[Scan, int], Iterator[Match]]] = {
    "words": words,
    "clauses": clauses,
    "list-item": list_items,
    "paragraph": paragraphs,
    "split-verb": split_verbs,
}
