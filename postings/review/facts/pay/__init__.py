"""Pay: the group in all spellings of the field, amounts in euros, and what the pay tables say."""

from __future__ import annotations

import datetime
from typing import Any

from postings.review.facts.ad import Ad
from postings.review.facts.pay.amounts import Amount, amounts
from postings.review.facts.pay.groups import groups
from postings.review.facts.pay.tables import Range, no_range, range_of

__all__ = ["Amount", "Range", "amounts", "facts", "groups", "range_of", "table"]

_FULL_TIME = 35


def facts(ad: Ad) -> dict[str, Any]:
    """pay_group, pay_min, pay_max, pay_period."""
    found: dict[str, Any] = {
        "pay_group": next(iter(groups(ad)), None),
        "pay_min": None,
        "pay_max": None,
        "pay_period": None,
    }
    every = amounts(ad)
    every = [amount for amount in every if not amount.later] or every
    if every:
        best = next((amount for amount in every if amount.low < amount.high), every[0])
        found.update(pay_min=best.low, pay_max=best.high, pay_period=best.period)
        same = [amount for amount in every if amount.period == best.period]
        if best.low == best.high and len(same) > 1:
            found.update(pay_min=min(a.low for a in same), pay_max=max(a.high for a in same))
    return found


def table(ad: Ad, found: dict[str, Any], day: datetime.date) -> dict[str, Any]:
    """pay_table: what the table says about the group, and whether the ad's amounts can be true."""
    every = groups(ad)
    known = next((known for known in (range_of(name, day) for name in every) if known), None)
    if not known:
        return {"pay_table": no_range(every[0]) if every else None, "pay_fits_table": None}
    return {"pay_table": known.as_dict(), "pay_fits_table": _fits(known, found) if len(every) == 1 else None}


def _fits(known: Range, found: dict[str, Any]) -> bool | None:
    hours = found.get("hours")
    if found["pay_period"] != "month" or found.get("apprenticeship") or (hours and hours < _FULL_TIME):
        return None
    return known.fits(found["pay_min"], found["pay_max"])
