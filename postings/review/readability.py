"""How hard a text is to read: Flesch-Amstad, Wiener Sachtextformel, LIX, for the text and each section.

Sentences are made plain first: abbreviations written out, no full stop within, list items as sentences.
Syllables are counted by vowel sounds: by hyphenation, as textstat counts, "aber" has one and "Mitarbeiter"
five.

Each section has a target on the scale of Flesch-Amstad, where 60 to 70 is plain German and 30 to 50 is hard.
The targets are ours, no norm: about half of our exemplary ads reach them. What a city offers can be said in
plain words (55); tasks and demands carry the words of a trade (50); beginning and end hold names of offices,
numbers and the clauses that the law asks for (45).
"""

from __future__ import annotations

import functools
import re
from typing import Any, NamedTuple

from postings.review.anchors.alternatives import small
from postings.review.anchors.wording import Wording
from postings.review.costliest import costliest, reasons
from postings.review.cutting.surface import Surface
from postings.review.facts.ad import Ad, Sentence
from postings.review.facts.sections import Kind
from postings.review.memory import remembered

TARGETS: dict[Kind, int] = {"tasks": 50, "profile": 50, "offer": 55, "apply": 45, "": 45}
_FEW_WORDS = 10
_WORD = re.compile(r"[^\W_]+(?:[*:'’.-][^\W_]+)*")
_ABBREVIATIONS = {
    "z. B.": "zum Beispiel",
    "d. h.": "das heißt",
    "u. a.": "unter anderem",
    "i. d. R.": "in der Regel",
    "u. ä.": "und ähnliche",
    "o. ä.": "oder ähnliche",
    "bzw.": "beziehungsweise",
    "ggf.": "gegebenenfalls",
    "ca.": "zirka",
    "inkl.": "inklusive",
    "gem.": "gemäß",
    "Nr.": "Nummer",
    "Abs.": "Absatz",
    "Tel.": "Telefon",
    "Dr.": "Doktor",
    "usw.": "und so weiter",
    "etc.": "und so weiter",
}
_ABBREVIATED = Wording(
    r"(?<!\w)(?:" + "|".join(re.escape(key).replace(r"\ ", " ?") for key in _ABBREVIATIONS) + r")",
    re.IGNORECASE,
)
_WRITTEN_OUT = {key.replace(" ", "").lower(): words for key, words in _ABBREVIATIONS.items()}
_STOPS_INSIDE = re.compile(r"[.!?…:;]+(?=.)")
# One sound each; "i" before "e" is heard apart in Familie, Ferien, Studie and at the end of Energien.
_NUCLEUS = re.compile(
    r"(?<=famil)i|(?<=fer)i(?=e)|(?<=stud)i|(?<=med)i|(?<=lin)i(?=e)|(?<=immobil)i|(?<=mater)i|"
    r"(?<=kriter)i|"
    r"(?<=präm)i|(?<=ser)i(?=e[ n]?)|i(?=en$)|[aou](?=e?$)|äu(?!m$)|eu(?!ms?$)|ea(?=m)|"
    r"au|ei|ai|ey|ay|ie|ee|oo|aa|ou|[aeiouyäöüáéèêàâíóú]"
)
_LONGEST = 200_000


def measure(ad: Ad, surface: Surface) -> dict[str, Any]:
    """words, sentences, flesch_amstad, wiener, lix, grade, costliest, and the same for each section."""
    sections = _sections(ad.sentences)
    read = {section.start: _read(section.sentences) for section in sections}
    every = [one for part in read.values() for one in part]
    figures = _figures(every)
    figures["grade"] = _grade(figures["flesch_amstad"], figures["words"])
    figures["costliest"] = _costliest(every, ad, surface)
    figures["sections"] = [
        {
            "heading": section.heading,
            "offset": surface.span(section.start, 0)[0],
            "kind": section.kind or None,
            **_judged(_figures(read[section.start]), TARGETS[section.kind]),
            "costliest": _costliest(read[section.start], ad, surface),
        }
        for section in sections
        if section.sentences
    ]
    return figures


class _Section(NamedTuple):
    heading: str
    start: int
    kind: Kind
    sentences: list[Sentence]


def _sections(sentences: list[Sentence]) -> list[_Section]:
    """By headings; what follows the last list without one is a section as well."""
    sections: list[_Section] = []
    for sentence in sentences:
        if sentence.kind == "heading":
            sections.append(_Section(" ".join(sentence.text.split()), sentence.start, sentence.section, []))
            continue
        if not sections or (sections[-1].kind and not sentence.section):
            sections.append(_Section("", sentence.start, sentence.section, []))
        sections[-1].sentences.append(sentence)
    return sections


def _judged(figures: dict[str, Any], target: int) -> dict[str, Any]:
    """The figures with target and reached; too few words are not judged."""
    judged = figures["words"] >= _FEW_WORDS
    return {**figures, "target": target, "reached": figures["flesch_amstad"] >= target if judged else None}


def _costliest(read: list[_Read], ad: Ad, surface: Surface) -> dict[str, Any] | None:
    """The sentence that lowers Flesch-Amstad most, with its place and what makes it costly."""
    found = costliest([(one.counts.words, one.counts.syllables) for one in read])
    if found is None:
        return None
    sentence, counts = read[found.number]
    offset, length = surface.span(sentence.start, sentence.end - sentence.start)
    return {
        "quote": ad.quote(sentence),
        "offset": offset,
        "length": length,
        "words": counts.words,
        "flesch_amstad": _formulas(counts)["flesch_amstad"],
        "gain": found.gain,
        "reasons": reasons(ad.quote(sentence), _words(sentence.text), counts.syllables),
    }


@remembered
def _words(sentence: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(sentence)))


def plain(sentence: str) -> str:
    """A sentence as it can be counted: no abbreviation, no full stop but the last."""
    sentence = sentence.strip()
    if "." in sentence and _ABBREVIATED.search(sentence):
        sentence = _ABBREVIATED.regex.sub(lambda m: _WRITTEN_OUT[small(m.group().replace(" ", ""))], sentence)
    sentence = _STOPS_INSIDE.sub(" ", sentence)
    return " ".join(sentence.rstrip(".!?…:;, ").split()) + "."


class _Counts(NamedTuple):
    """What the formulas need of a sentence, or of several together."""

    sentences: int
    words: int
    syllables: int
    many: int
    single: int
    long: int


class _Read(NamedTuple):
    sentence: Sentence
    counts: _Counts


def _read(sentences: list[Sentence]) -> list[_Read]:
    """The sentences with words in them; of a huge text the first ones."""
    size = 0
    read: list[_Read] = []
    for sentence in sentences:
        size += len(sentence.text)
        counts = _counts(sentence.text)
        if counts.words and size <= _LONGEST:
            read.append(_Read(sentence, counts))
    return read


def _figures(read: list[_Read]) -> dict[str, Any]:
    if not read:
        return {"words": 0, "sentences": 0, "flesch_amstad": None, "wiener": None, "lix": None}
    total = _Counts(*map(sum, zip(*(one.counts for one in read), strict=True)))
    return {"words": total.words, "sentences": total.sentences, **_formulas(total)}


def _count(sentence: str) -> _Counts:
    words = _words(sentence)
    counted = [syllables(word) for word in words]
    return _Counts(
        1,
        len(words),
        sum(counted),
        many=len([number for number in counted if number >= 3]),
        single=counted.count(1),
        long=len([word for word in words if len(word) > 6]),
    )


_counts = remembered(_count)


def _formulas(counts: _Counts) -> dict[str, float]:
    length = counts.words / counts.sentences
    share = 100 / counts.words
    many, single, long = counts.many * share, counts.single * share, counts.long * share
    return {
        "flesch_amstad": round(180 - length - 58.5 * counts.syllables / counts.words, 1),
        "wiener": round(0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * single - 0.875, 1),
        "lix": round(length + long, 1),
    }


@functools.lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Syllables of a German word: its vowel sounds ("aber" 2, "Idee" 2, "Mitarbeiter" 4, "Familie" 4)."""
    if any(char.isdigit() for char in word):
        return sum(char.isdigit() for char in word)  # as one says it: a syllable or more for each
    if len(word) > 1 and word.isupper():
        return len(word)  # spelt out: EG, SGB
    return max(1, len(_NUCLEUS.findall(word.lower().replace("qu", "kw"))))


def _grade(flesch: float | None, words: int) -> str | None:
    if flesch is None or words < 10:
        return None
    return "leicht" if flesch >= 60 else "mittel" if flesch >= 40 else "schwer"
