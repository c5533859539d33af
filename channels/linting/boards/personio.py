"""Job boards that read Personio's XML."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels.linting.finding import Finding
from channels.linting.reading import empty, is_moment, lacking
from channels.received.looks.fields import element
from channels.received.sample import Sample

KINDS = ("personio",)
SOURCE = "Personio, XML-Feed offener Positionen"
URL = "https://developer.personio.de/docs/retrieving-open-job-positions"
_REQUIRED = ("id", "subcompany", "office", "name", "employmentType", "createdAt")
_EMPLOYMENT = {"permanent", "intern", "trainee", "freelance"}
_SCHEDULES = {"full-time", "part-time"}


def lint(sample: Sample) -> Iterator[Finding]:
    """Required elements, at least one text, known words in the fields that have a list."""
    position = element(sample)
    if position is None:
        return
    names = empty(position, {name: name for name in _REQUIRED})
    texts = position.findall("jobDescriptions/jobDescription")
    if not any((text.findtext("value") or "").strip() for text in texts):
        names.append("jobDescriptions")
    yield from lacking(names, receiver=_("Die Jobbörse"), source=SOURCE, url=URL)
    if (position.findtext("employmentType") or "permanent") not in _EMPLOYMENT:
        yield Finding(_("Die Art der Beschäftigung hat in diesem Format keinen Namen."), SOURCE, "must", URL)
    schedule = position.findtext("schedule")
    if not schedule:
        yield Finding(
            _("Ob es Vollzeit oder Teilzeit ist, steht nicht im Text. Jobbörsen fragen danach."),
            SOURCE,
            "hint",
            URL,
        )
    elif schedule not in _SCHEDULES:
        yield Finding(_("Die Arbeitszeit hat in diesem Format keinen Namen."), SOURCE, "must", URL)
    if not is_moment(position.findtext("createdAt") or ""):
        yield Finding(_("Das Datum ist nicht so geschrieben, wie Jobbörsen es lesen."), SOURCE, "must", URL)
