"""What a retrieval is counted as: what `retrieval` tells of one, and what only many tell together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from outreach.callers import caller, network
from outreach.reach.opening.configuration import CountingRules, counting_rules
from outreach.reach.opening.kinds import Kind
from outreach.reach.opening.pace import Pace
from outreach.reach.opening.repeats import Repeats
from outreach.reach.opening.retrieval import LONGEST_AGENT, kind_of, objects


class Judge:
    """One per process. Holds a number per link, and hashes only where a city de-duplicates."""

    def __init__(self, rules: CountingRules | None = None) -> None:
        rules = rules or counting_rules()
        self.pace = Pace(rules.plausible_per_minute, rules.plausible_per_day)
        self.repeats = Repeats(rules.deduplicate_minutes) if rules.deduplicate_minutes else None

    def kind_of(self, environ: Mapping[str, Any], link: int) -> str:
        """The kind this retrieval of a link is counted under."""
        kind = kind_of(environ)
        if kind in (Kind.PERSON.value, Kind.UNCERTAIN.value) and not self.pace.is_plausible(link):
            return Kind.BURST.value
        if kind != Kind.PERSON.value or self.repeats is None or objects(environ):
            return kind  # whoever objects adds to the plain count and is never told from others
        agent = environ.get("HTTP_USER_AGENT", "")[:LONGEST_AGENT]
        again = self.repeats.is_repeat(link, network(caller(environ)), agent)
        return Kind.REPEAT.value if again else Kind.FIRST.value
