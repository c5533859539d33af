"""The city's page as Google's job search shows it: the card made from the structured data."""

from __future__ import annotations

from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from channels.received.sample import Sample
from postings.factlist import factlist

KINDS = ("job_page",)
TEMPLATE = "search.html"
_SNIPPET = 220


def look(sample: Sample) -> dict[str, Any] | None:
    """Title, employer, place, pay, kind of employment, the first lines; None for events."""
    data = sample.rendition.get("jsonld")
    if not data:
        return None
    address = data["jobLocation"]["address"]
    types = {"FULL_TIME": _("Vollzeit"), "PART_TIME": _("Teilzeit"), "TEMPORARY": _("befristet")}
    facts = {fact["key"]: fact["value"] for fact in factlist(sample.facts)}
    return {
        "title": data["title"],
        "organisation": data["hiringOrganization"]["name"],
        "place": ", ".join(
            dict.fromkeys(filter(None, [data["jobLocation"].get("name"), address.get("addressLocality")]))
        ),
        "pay": facts.get("pay", "") if "baseSalary" in data else "",
        "types": [str(types[one]) for one in data.get("employmentType", [])],
        "until": parse_datetime(data["validThrough"]) if "validThrough" in data else None,
        "snippet": Truncator(" ".join(strip_tags(data["description"].replace("<", " <")).split())).chars(
            _SNIPPET
        ),
        "poster": True,
    }
