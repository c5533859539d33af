"""What posts on all networks have in common: room, facts that were left out, tags, calls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels import languages
from channels.linting.finding import Finding
from channels.received.looks.post import size
from channels.received.sample import Sample
from channels.renditions import factsheet
from channels.renditions.forms.telling import plain
from outreach.profile import city
from postings.documents.cleaning import one_line
from postings.factlist import factlist

KINDS = ()  # spoken for by the networks' own modules
_IN_POSTS = ("pay", "hours", "place", "language", "deadline")
_TAG = re.compile(r"(?<!\w)#\w+")
_CALL = re.compile(r"(?<!\w)@\w")


def room(sample: Sample, *, network: str, source: str, url: str) -> Iterator[Finding]:
    """Too long is refused; what had no room is told."""
    text = str(sample.rendition.get("text") or "")
    taken = size(sample)
    if not text:
        return
    if not taken.holds(text):
        sentence = _("Der Beitrag ist zu lang für {network}: {count} von {limit}.")
        told = sentence.format(network=network, count=taken.measure(text), limit=taken.limit)
        yield Finding(told, source, "must", url)
    if left_out := [label for label, value in _facts(sample) if f"{label}: {value}" not in plain(text)]:
        sentence = _("Für {names} ist bei {network} kein Platz mehr. Ein kürzerer Titel hilft.")
        yield Finding(sentence.format(names=", ".join(left_out), network=network), source, "should", url)
    if text.splitlines()[0].endswith("…"):
        yield Finding(
            _("Vom Titel passt bei {network} nur der Anfang.").format(network=network), source, "should", url
        )


def calls(sample: Sample, *, network: str, source: str, url: str) -> Iterator[Finding]:
    """A name with "@" would ring a stranger's phone: it is written so that it does not."""
    if _CALL.search(one_line(sample.title)):
        sentence = _("Das „@“ im Titel wird auf {network} so geschrieben, dass es niemanden ruft.")
        yield Finding(sentence.format(network=network), source, "hint", url)


def tags(sample: Sample) -> int:
    """How many there are."""
    return len(_TAG.findall(str(sample.rendition.get("text") or "")))


def _facts(sample: Sample) -> list[tuple[str, str]]:
    """Label and value of what a post should say, as this channel words it."""
    if sample.version is None:
        return []
    language = sample.rendition.get("language", "de")
    code = sample.channel.options.get("language") or sample.channel.language
    if language != "de" and code in languages.codes() and code != "de":
        lines = factsheet.lines(sample.facts, languages.get(code), city()["town"])
        return [(line["label"], plain(line["value"])) for line in lines if line["key"] in _IN_POSTS]
    return [(fact["label"], fact["value"]) for fact in factlist(sample.facts) if fact["key"] in _IN_POSTS]
