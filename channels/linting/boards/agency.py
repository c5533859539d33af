"""The Bundesagentur für Arbeit (HR-BA-XML): required fields, and what it cuts."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels.linting.finding import Finding
from channels.received.sample import Sample
from channels.renditions.hrba import fields
from channels.renditions.hrba.missing import missing, shortenings
from outreach.profile import city

KINDS = ("ba",)
SOURCE = "Bundesagentur für Arbeit, HR-BA-XML"
URL = "https://www.arbeitsagentur.de/unternehmen/arbeitskraefte/hr-ba-xml-schnittstelle"


def lint(sample: Sample) -> Iterator[Finding]:
    """What is missing keeps the ad away; what is too long is cut."""
    version = sample.version
    if version is None:
        return
    for sentence in missing(version, sample.channel):
        yield Finding(sentence, SOURCE, "must", URL)
    for sentence in shortenings(version):
        yield Finding(sentence, SOURCE, "should", URL)
    profile = city()
    name, street = profile.get("official_name") or profile["name"], profile.get("street") or ""
    for label, text, limit in (
        (_("Namen"), name, fields.COMPANY),
        (_("Straße"), street, fields.STREET),
    ):
        if (shown := fields.shortened(text, limit)) != text:
            sentence = _("Die Bundesagentur kürzt die Angaben der Stadt ({label}) auf: {shown}")
            yield Finding(sentence.format(label=label, shown=shown), SOURCE, "hint", URL)
    if not version.facts.get("deadline"):
        yield Finding(
            _("Ohne Bewerbungsschluss weiß die Bundesagentur nicht, wann die Stelle endet."),
            SOURCE,
            "should",
            URL,
        )
