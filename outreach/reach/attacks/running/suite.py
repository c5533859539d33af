"""Runs all attacks and says which succeeded."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from outreach.reach.attacks import registry
from outreach.reach.attacks.knowledge.claims import Claim, describe
from outreach.reach.attacks.knowledge.publication import Printed
from outreach.reach.attacks.registry import Outlook
from outreach.reach.attacks.running.judging import Judge, is_right

#: An attack that guesses has succeeded if this share of its claims is right, and not by one stroke of luck.
GUESSED, LEAST = 0.8, 3
#: So many examples are told.
EXAMPLES = 5


@dataclass
class Outcome:
    """What became of one attack."""

    name: str
    title: str
    about: str
    succeeded: bool
    claims: int
    #: Claims that are true and about something protected; wrong ones; those nobody can decide.
    right: int
    wrong: int
    undecided: int
    learned: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
    seconds: float = 0.0


def run(outlook: Outlook, judge: Judge | None, names: list[str] | None = None) -> list[Outcome]:
    """All attacks (or those named), one after the other."""
    chosen = {name: module for name, module in registry.all().items() if names is None or name in names}
    tables = {(table.name, table.until): table for table in outlook.publication.tables}
    outcomes = []
    for name, module in chosen.items():
        start = time.perf_counter()
        found = module.attack(outlook)
        outcome = _judged(found.claims, judge, tables)
        outcome.name, outcome.title, outcome.about = name, str(module.NAME), str(module.ABOUT)
        outcome.learned = found.learned
        outcome.seconds = round(time.perf_counter() - start, 2)
        outcomes.append(outcome)
    return outcomes


def _judged(claims: list[Claim], judge: Judge | None, tables: dict[tuple[str, object], Printed]) -> Outcome:
    verdicts = [(claim, is_right(claim, judge)) for claim in claims]
    right = [claim for claim, verdict in verdicts if verdict]
    guesses = [verdict for claim, verdict in verdicts if not claim.certain]
    lucky = sum(1 for verdict in guesses if verdict)
    succeeded = any(claim.certain for claim in right) or (lucky >= LEAST and lucky >= GUESSED * len(guesses))
    return Outcome(
        name="",
        title="",
        about="",
        succeeded=succeeded,
        claims=len(claims),
        right=len(right),
        wrong=sum(1 for _claim, verdict in verdicts if verdict is False),
        undecided=sum(1 for _claim, verdict in verdicts if verdict is None),
        examples=[_example(claim, tables) for claim in right[:EXAMPLES]],
    )


def _example(claim: Claim, tables: dict[tuple[str, object], Printed]) -> str:
    if claim.quantity is None:
        return claim.sentence
    where = describe(claim.quantity, tables.get((claim.quantity.table, claim.quantity.until)))
    if claim.lower == claim.upper:
        return _("{where}: genau {number}").format(where=where, number=claim.lower)
    return _("{where}: zwischen {lower} und {upper}").format(
        where=where, lower=claim.lower, upper=claim.upper
    )
