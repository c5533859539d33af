"""schema.org JobPosting, as search engines read it (FORMATS §2). Only what the ad or the profile says."""

from __future__ import annotations

import datetime
import json
from typing import Any

from django.urls import reverse
from django.utils import timezone

from channels.renditions import html
from channels.renditions.clean import bare_title, without_title
from outreach.addresses import absolute
from outreach.profile import city
from postings import factlist
from postings.documents.cleaning import one_line
from postings.models import PostingVersion

_UNITS = {"month": "MONTH", "hour": "HOUR", "year": "YEAR"}


def jobposting(version: PostingVersion) -> dict[str, Any]:
    """The ad as a dictionary for JSON-LD; unknown facts have no key."""
    facts, posting = version.facts, version.posting
    known = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": bare_title(version.title),
        "description": str(html.render(without_title(version.text, version.title), level=3)),
        "datePosted": timezone.localdate(posting.published_at).isoformat() if posting.published_at else None,
        "validThrough": valid_through(facts.get("deadline")),
        "employmentType": employment_types(facts),
        "hiringOrganization": _organisation(),
        "jobLocation": location(facts.get("place")),
        "identifier": _typed(
            "PropertyValue", name=organisation_name(), value=facts.get("reference") or posting.slug
        ),
        "baseSalary": base_salary(facts),
        "jobStartDate": facts.get("start_date"),
        "workHours": factlist.hours(facts) or None,
        "totalJobOpenings": facts.get("openings"),
        "applicationContact": _contact(facts.get("contact") or {}),
        "directApply": False,  # the button leads to the city's portal, the form is there
        "url": absolute(reverse("public:posting", args=[posting.slug])),
    }
    return {key: value for key, value in known.items() if value not in (None, "", [], {})}


def as_script(data: dict[str, Any]) -> str:
    """JSON that cannot end its `<script>` element."""
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def valid_through(deadline: str | None) -> str | None:
    """The end of the last day, in the city's time zone."""
    if not deadline:
        return None
    last = datetime.datetime.combine(datetime.date.fromisoformat(deadline), datetime.time(23, 59, 59))
    return timezone.make_aware(last).isoformat()


def employment_types(facts: dict[str, Any]) -> list[str]:
    """FULL_TIME, PART_TIME, TEMPORARY, as far as the ad says so."""
    named = {"FULL_TIME": "full_time", "PART_TIME": "part_time", "TEMPORARY": "limited"}
    return [term for term, fact in named.items() if facts.get(fact)]


def base_salary(facts: dict[str, Any]) -> dict[str, Any] | None:
    """Only from real amounts with a known period; a pay group alone is no amount."""
    low, high, unit = facts.get("pay_min"), facts.get("pay_max"), _UNITS.get(facts.get("pay_period") or "")
    if not unit or not (low or high):
        return None
    value = _typed("QuantitativeValue", minValue=low, maxValue=high, unitText=unit)
    return _typed("MonetaryAmount", currency="EUR", value=value)


def _typed(kind: str, **properties: Any) -> dict[str, Any]:
    return {"@type": kind, **{key: value for key, value in properties.items() if value}}


def organisation_name() -> str:
    """Who employs, as the city calls itself officially."""
    return city().get("official_name") or city()["name"]


def _organisation() -> dict[str, Any]:
    return _typed("Organization", name=organisation_name(), sameAs=city().get("website"))


def location(place: str | None) -> dict[str, Any]:
    """The city's address; with a workplace of its own named in the ad, no street is claimed."""
    profile = city()
    town = profile.get("town") or profile["name"]
    elsewhere = one_line(place or "") not in {"", town, profile["name"]}
    address = _typed(
        "PostalAddress",
        streetAddress=None if elsewhere else profile.get("street"),
        postalCode=None if elsewhere else profile.get("postal_code"),
        addressLocality=town,
        addressRegion=profile.get("region"),
        addressCountry=profile.get("country", "DE"),
    )
    return _typed("Place", name=one_line(place or "") if elsewhere else None, address=address)


def _contact(contact: dict[str, Any]) -> dict[str, Any] | None:
    if not any(contact.values()):
        return None
    return _typed(
        "ContactPoint",
        name=contact.get("name"),
        telephone=contact.get("phone"),
        email=contact.get("email"),
    )
