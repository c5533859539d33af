"""Open jobs that are like a closed one, so that nobody ends at a closed door."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postings.models import Posting

_WORD = re.compile(r"\w{4,}")


def similar(posting: Posting, candidates: Iterable[Posting], *, count: int = 3) -> list[Posting]:
    """The open ads nearest to this one, best first; the newest ones if none is near."""
    ranked = sorted(candidates, key=lambda other: nearness(posting, other), reverse=True)
    return [other for other in ranked if other.pk != posting.pk][:count]


def nearness(one: Posting, other: Posting) -> int:
    """Shared words of the title count most, then the kind of work its pay group stands for."""
    shared = _words(one.title) & _words(other.title)
    return 3 * len(shared) + _same(one, other, "apprenticeship") + 2 * (_family(one) == _family(other) != "")


def _words(title: str) -> set[str]:
    return set(_WORD.findall(title.lower()))


def _family(posting: Posting) -> str:
    group = (posting.approved.facts.get("pay_group") or "") if posting.approved else ""
    return group.split(" ")[0]


def _same(one: Posting, other: Posting, fact: str) -> bool:
    return bool(one.approved and other.approved) and bool(
        one.approved.facts.get(fact) and other.approved.facts.get(fact)
    )
