"""Answers wait a little in memory and are added up together: a sum that grows tells no moment.

At most `SECONDS` of answers are lost when a process is killed without warning. Nothing of an answer but the
sums it adds to, and its token's digest, is ever kept; both are written in one transaction, so that no token
is used up without its answer and none counts twice, whichever process it came to.
"""

from __future__ import annotations

import logging
from collections import Counter
from typing import NamedTuple

from django.db import transaction
from django.db.models import F

from outreach.reach.disclosure import spending
from outreach.reach.disclosure.models import Spent, Tally
from outreach.reach.gathering import Gathering

logger = logging.getLogger(__name__)

SECONDS = 30.0
MOST = 5000


class Cell(NamedTuple):
    """The sum an answer adds one to."""

    quarter: str
    posting: int | None
    question: str
    definition: str
    epsilon: int
    answer: str


class Answer(NamedTuple):
    """What one page sent: one cell per question. Without a token the digest is empty."""

    key: str  # the quarter whose key signed the token
    digest: bytes
    cells: tuple[Cell, ...]


class Full(Exception):  # noqa: N818 - it reads as what it is
    """The database was away for so long that nothing more fits."""


class Waiting(Gathering):
    """This process's answers."""

    name = "answers"

    def __init__(self, seconds: float = SECONDS) -> None:
        super().__init__(seconds)

    def _forget(self) -> None:
        super()._forget()
        self._answers: list[Answer] = []

    def __len__(self) -> int:
        return len(self._answers)

    def add(self, answer: Answer) -> bool:
        """Take an answer; False if its token waits here already. Without the timer it is written at once."""
        with self._lock:
            if answer.digest and any(answer.digest == other.digest for other in self._answers):
                return False
            if len(self._answers) >= MOST:
                raise Full
            self._answers.append(answer)
        if self._thread is None:
            self.flush()
        return True

    def flush(self) -> bool:
        """Write what waits. False if the database did not take it; it is then kept for the next time."""
        with self._writing:
            with self._lock:
                taken, self._answers = self._answers, []
            if not taken:
                return True
            try:
                write(taken)
            except Exception as error:
                with self._lock:
                    self._answers = taken + self._answers
                logger.warning("Answers cannot be written (%s); they are kept.", type(error).__name__)
                return False
            return True


@transaction.atomic
def write(answers: list[Answer]) -> int:
    """Add them up; a token that was used before counts nothing. Returns how many counted."""
    fresh: set[bytes] = set()
    for key in sorted({answer.key for answer in answers if answer.digest}):
        digests = [answer.digest for answer in answers if answer.digest and answer.key == key]
        fresh |= spending.spend(Spent.Kind.TOKEN, key, digests)
    counted: list[Answer] = []
    for answer in answers:
        if not answer.digest or answer.digest in fresh:
            fresh.discard(answer.digest)
            counted.append(answer)
    sums = Counter(cell for answer in counted for cell in answer.cells)
    for cell in sorted(sums, key=str):
        _add(cell, sums[cell])
    return len(counted)


def _add(cell: Cell, number: int) -> None:
    row, _made = Tally.objects.get_or_create(
        quarter=cell.quarter,
        posting_id=cell.posting,
        question=cell.question,
        definition=cell.definition,
        epsilon=cell.epsilon,
        answer=cell.answer,
    )
    Tally.objects.filter(pk=row.pk).update(total=F("total") + number)


waiting = Waiting()
