"""All facts of an ad in one dictionary; its keys are documented in review.schema.json."""

from __future__ import annotations

import datetime
from typing import Any

from postings.review.facts import application, deadline, german, pay, people, post, working_time
from postings.review.facts.ad import Ad

READERS = (post, pay, working_time, german, people, application)


def facts(ad: Ad, day: datetime.date) -> dict[str, Any]:
    """Every fact; what the ad does not say is None. The pay table is the one of this day."""
    found: dict[str, Any] = {}
    for reader in READERS:
        found.update(reader.facts(ad))
    days = deadline.all_deadlines(ad.analysis)
    found["deadline"] = days[0].date.isoformat() if days else None
    found.update(pay.table(ad, found, day))
    found.update(german.level_needed(ad, found["title"]))
    return found
