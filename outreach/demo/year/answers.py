"""What some who applied in the demo year answered on the voluntary page: noisy from the first, sums alone.

Only the last part of the real way in is used (`disclosure.waiting.write`): a blind signature for each would
take as long as the year itself.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterable, Iterator

from outreach.demo.year.applications import Taken
from outreach.demo.year.files import read
from outreach.reach.disclosure import questions, tokens
from outreach.reach.disclosure.models import Tally
from outreach.reach.disclosure.waiting import Answer, Cell, write
from outreach.reach.funnel.steps import Step


def give(taken: Iterable[Taken], today: datetime.date, draw: random.Random) -> int:
    """Answers of some of those who sent an application off before `today`; how many counted."""
    sent = [one.day for step, one in taken if step == Step.FINISHED and one.day < today]
    answering = [day for day in sent if draw.random() < read("portal")["answers"]]
    return write([Answer("", b"", tuple(_cells(tokens.quarter(day), draw))) for day in answering])


def _cells(quarter: str, draw: random.Random) -> Iterator[Cell]:
    """One page: an answer to each question the city asks, made noisy as the browser does."""
    rules = questions.current()
    for question in rules.asked():
        epsilon = rules.epsilon_of(question)
        definition = rules.definition if question == Tally.Question.DISCLOSURE else ""
        yield Cell(quarter, None, question, definition, epsilon, _noisy(question, epsilon, draw))


def _noisy(question: str, epsilon: int, draw: random.Random) -> str:
    shares: dict[str, float] = read("portal")["truth"][question]
    true = draw.choices(list(shares), list(shares.values()))[0]
    if draw.random() < questions.noise(question, epsilon).truth:
        return true
    return draw.choice([other for other in questions.options(question) if other != true])
