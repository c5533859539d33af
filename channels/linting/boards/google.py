"""Google's job search, from the structured data of the city's own page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from channels.linting.finding import Finding
from channels.linting.reading import lacking
from channels.linting.titles import beyond_the_job
from channels.received.sample import Sample

KINDS = ("job_page",)
SOURCE = "Google Search Central, JobPosting"
URL = "https://developers.google.com/search/docs/appearance/structured-data/job-posting"
_REQUIRED = ("title", "description", "datePosted", "hiringOrganization", "jobLocation")
#: Property -> what the ad should say.
_RECOMMENDED = {
    "validThrough": "der Bewerbungsschluss",
    "employmentType": "Vollzeit oder Teilzeit",
    "baseSalary": "das Gehalt in Euro",
}
_SHORT = 120


def lint(sample: Sample) -> Iterator[Finding]:
    """Required and recommended properties, the title rule, the day it ends."""
    data = sample.rendition.get("jsonld")
    if not data:
        return
    yield from lacking(_lacking(data), receiver="Google", source=SOURCE, url=URL)
    yield from beyond_the_job(data.get("title", ""), sample, receiver="Google", source=SOURCE, url=URL)
    for name, label in _RECOMMENDED.items():
        if name not in data:
            sentence = _("Google empfiehlt diese Angabe, sie fehlt: {label}.").format(label=label)
            yield Finding(sentence, SOURCE, "should" if name == "validThrough" else "hint", URL)
    yield from _dates(data)
    yield from _description(data)


def _lacking(data: dict[str, Any]) -> list[str]:
    names = [name for name in _REQUIRED if not data.get(name)]
    address = (data.get("jobLocation") or {}).get("address") or {}
    return names if address.get("addressCountry") else [*names, "addressCountry"]


def _dates(data: dict[str, Any]) -> Iterator[Finding]:
    end = parse_datetime(data.get("validThrough", ""))
    if isinstance(end, datetime.datetime) and end < timezone.now():
        yield Finding(
            _("Der Bewerbungsschluss ist vorbei. Google zeigt die Stelle dann nicht."), SOURCE, "must", URL
        )


def _description(data: dict[str, Any]) -> Iterator[Finding]:
    text = strip_tags(data.get("description", "")).strip()
    if text and text.casefold() == data.get("title", "").casefold():
        yield Finding(
            _("Der Text ist derselbe wie der Titel. Google will eine ganze Beschreibung."),
            SOURCE,
            "must",
            URL,
        )
    elif 0 < len(text) < _SHORT:
        yield Finding(
            _("Der Text ist sehr kurz. Google will eine ganze Beschreibung."), SOURCE, "should", URL
        )
