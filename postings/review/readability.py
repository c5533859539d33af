"""How hard a text is to read: Flesch-Amstad, Wiener Sachtextformel, LIX, for the text and each section.

Sentences are made plain first: abbreviations written out, no full stop within, list items as sentences.
Syllables are counted by vowel sounds: by hyphenation, as textstat counts, "aber" has one and "Mitarbeiter"
five.
"""

from __future__ import annotations

import functools
import re
from typing import Any, NamedTuple

from postings.review.cutting.surface import Surface
from postings.review.facts.ad import Ad, Sentence
from postings.review.memory import remembered

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
_ABBREVIATED = re.compile(
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
    """words, sentences, flesch_amstad, wiener, lix, grade, and the same for each section."""
    sections = _sections(ad.sentences)
    figures = _figures([sentence for _, _, part in sections for sentence in part])
    figures["grade"] = _grade(figures["flesch_amstad"], figures["words"])
    figures["sections"] = [
        {"heading": heading, "offset": surface.span(offset, 0)[0], **_figures(part)}
        for heading, offset, part in sections
        if part
    ]
    return figures


def _sections(sentences: list[Sentence]) -> list[tuple[str, int, list[Sentence]]]:
    sections: list[tuple[str, int, list[Sentence]]] = []
    for sentence in sentences:
        if sentence.kind == "heading":
            sections.append((" ".join(sentence.text.split()), sentence.start, []))
            continue
        if not sections:
            sections.append(("", sentence.start, []))
        sections[-1][2].append(sentence)
    return sections


def plain(sentence: str) -> str:
    """A sentence as it can be counted: no abbreviation, no full stop but the last."""
    sentence = sentence.strip()
    if "." in sentence:
        sentence = _ABBREVIATED.sub(lambda m: _WRITTEN_OUT[m.group().replace(" ", "").lower()], sentence)
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


def _figures(sentences: list[Sentence]) -> dict[str, Any]:
    size = 0
    rows: list[_Counts] = []
    for sentence in sentences:
        size += len(sentence.text)
        counts = _counts(sentence.text)
        if counts.words and size <= _LONGEST:
            rows.append(counts)
    if not rows:
        return {"words": 0, "sentences": 0, "flesch_amstad": None, "wiener": None, "lix": None}
    total = _Counts(*map(sum, zip(*rows, strict=True)))
    return {"words": total.words, "sentences": total.sentences, **_formulas(total)}


def _count(sentence: str) -> _Counts:
    words = _WORD.findall(plain(sentence))
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
