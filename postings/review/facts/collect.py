"""All facts of an ad in one dictionary; its keys are documented in review.schema.json."""

from __future__ import annotations

from typing import Any

from postings.review.facts import application, deadline, level, pay, people, post, working_time
from postings.review.facts.ad import Ad

READERS = (post, pay, working_time, level, people, application)


def facts(ad: Ad) -> dict[str, Any]:
    """Every fact; what the ad does not say is None."""
    found: dict[str, Any] = {}
    for reader in READERS:
        found.update(reader.facts(ad))
    days = deadline.all_deadlines(ad.analysis)
    found["deadline"] = days[0].date.isoformat() if days else None
    return found
