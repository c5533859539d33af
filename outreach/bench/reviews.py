"""How long the review takes, against alex and spaCy's bare German tokenizer, all in the same run."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import spacy
from django.conf import settings

from outreach.bench import ads
from outreach.bench.fresh import Fresh
from postings.review import review
from postings.review.memory import forget

COUNT = 200
ALEX = Path(__file__).parent / "alex"
HOW_TO_INSTALL = "alex fehlt (npm --prefix outreach/bench/alex ci)"


class Row(NamedTuple):
    """The texts of one kind: words in all, and seconds for each."""

    name: str
    words: int
    seconds: Sequence[float]

    @property
    def median(self) -> float:
        """Seconds of the text in the middle."""
        return statistics.median(self.seconds)

    @property
    def speed(self) -> float:
        """Words per second."""
        return self.words / sum(self.seconds)


class Figures(NamedTuple):
    """Everything that is measured of the review."""

    ads: Row
    unseen: Row
    again: Row
    tokenizer: Row
    alex: Row | None
    fresh: Fresh

    @property
    def to_tokenizer(self) -> float:
        """The review of an ad in times of the bare tokenizer."""
        return self.ads.median / self.tokenizer.median

    @property
    def to_alex(self) -> float | None:
        """Words per second in times of alex."""
        return self.ads.speed / self.alex.speed if self.alex else None


def measure(count: int = COUNT) -> Figures:
    """Every ad is read once; the first half warms up, the second is measured."""
    texts = ads.texts(count)
    fresh = _fresh(texts)
    half = count // 2
    forget()
    read = _row("Prüfung", texts, review, half)
    unseen = _row("Prüfung, jeder Satz neu", texts, _anew, half)
    changed = [ads.edited(text, number) for number, text in enumerate(texts[half:])]
    pairs = zip(texts[half:], changed, strict=True)
    again = Row("Nachprüfung nach einer Änderung", _words(changed), [_after(*pair) for pair in pairs])
    tokenizer = _row("spaCy, nur Tokenizer", texts, spacy.blank("de"), half)
    return Figures(read, unseen, again, tokenizer, _alex(texts, half), fresh)


def _row(name: str, texts: Sequence[str], work: Callable[[str], object], warm: int) -> Row:
    seconds = [_seconds(work, text) for text in texts]
    return Row(name, _words(texts[warm:]), seconds[warm:])


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    work(text)
    return time.perf_counter() - start


def _anew(text: str) -> None:
    """The review without a sentence remembered."""
    forget()
    review(text)


def _after(text: str, changed: str) -> float:
    review(text)
    return _seconds(review, changed)


def _words(texts: Sequence[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _fresh(texts: Sequence[str]) -> Fresh:
    command = [sys.executable, "-m", "outreach.bench.fresh"]
    made = _run(command, texts)
    return Fresh(*json.loads(made))


def _alex(texts: Sequence[str], warm: int) -> Row | None:
    """alex on English texts of the same lengths; None where it is not installed."""
    node = shutil.which("node")
    if not node or not (ALEX / "node_modules" / "alex").is_dir():
        return None
    english = [ads.english(len(text.split()), number) for number, text in enumerate(texts)]
    seconds = json.loads(_run([node, str(ALEX / "run.mjs")], english))
    return Row("alex 11 (englisch)", _words(english[warm:]), seconds[warm:])


def _run(command: list[str], texts: Sequence[str]) -> str:
    done = subprocess.run(  # noqa: S603  (a fixed command)
        command, input=json.dumps(texts), capture_output=True, text=True, check=True, cwd=settings.BASE_DIR
    )
    return done.stdout
