"""Indeed's XML feed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels.linting.finding import Finding
from channels.linting.reading import empty, is_moment, is_page, lacking
from channels.linting.titles import beyond_the_job
from channels.received.looks.fields import element
from channels.received.sample import Sample

KINDS = ("indeed",)
SOURCE = "Indeed, XML feed reference"
URL = "https://docs.indeed.com/indeed-apply/xml-feed"
_REQUIRED = (
    "title", "date", "referencenumber", "requisitionid", "url", "company", "city", "state", "country",
    "description",
)  # fmt: skip
_ENTITY = re.compile(r"&(?:[a-z]+|#\d+|#x[0-9a-f]+);", re.I)


def lint(sample: Sample) -> Iterator[Finding]:
    """Required elements, a bare title, no HTML entities, pay if the ad names it."""
    job = element(sample)
    if job is None:
        return
    names = empty(job, {name: name for name in _REQUIRED})
    yield from lacking(names, receiver="Indeed", source=SOURCE, url=URL)
    title = job.findtext("title") or ""
    yield from beyond_the_job(title, sample, receiver="Indeed", source=SOURCE, url=URL, employment=True)
    if _ENTITY.search(job.findtext("description") or ""):
        yield Finding(_("Im Text stehen HTML-Zeichen, die Indeed nicht lesen kann."), SOURCE, "must", URL)
    if not is_moment(job.findtext("date") or ""):
        yield Finding(_("Das Datum ist nicht so geschrieben, wie Indeed es liest."), SOURCE, "must", URL)
    if not is_page(job.findtext("url") or ""):
        yield Finding(_("Der Link führt nicht auf eine Seite im Netz."), SOURCE, "must", URL)
    if not (job.findtext("salary") or "").strip():
        yield Finding(
            _("Die Stelle nennt kein Gehalt in Euro, also steht auch bei Indeed keines."),
            SOURCE,
            "hint",
            URL,
        )
