"""Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator

from defusedxml import ElementTree
from django.utils.translation import gettext as _

from channels.linting.finding import Finding
from channels.linting.reading import empty, is_moment, lacking
from channels.received.sample import Sample

KINDS = ("atom",)
SOURCE = "RFC 4287, The Atom Syndication Format"
URL = "https://www.rfc-editor.org/rfc/rfc4287"
_A = "{http://www.w3.org/2005/Atom}"
_LONG_TITLE = 150


def lint(sample: Sample) -> Iterator[Finding]:
    """Required elements of feed and entry, a link, dates that programs read."""
    if not sample.file:
        return
    feed = ElementTree.fromstring(sample.file)
    entry = feed.find(f"{_A}entry")
    required = {f"{_A}{name}": name for name in ("id", "title", "updated")}
    names = empty(feed, required) + empty(entry, required)
    if feed.find(f"{_A}author/{_A}name") is None and entry.find(f"{_A}author/{_A}name") is None:
        names.append("author")
    relations = {link.get("rel", "alternate") for link in feed.findall(f"{_A}link")}
    if "self" not in relations:
        names.append("link rel=self")
    if entry.find(f"{_A}content") is None and entry.find(f"{_A}link") is None:
        names.append("content")
    yield from lacking(names, receiver=_("Ein Feed-Programm"), source=SOURCE, url=URL)
    moments = [node.findtext(f"{_A}updated") or "" for node in (feed, entry)]
    if not all(map(is_moment, moments)):
        yield Finding(
            _("Ein Datum ist nicht so geschrieben, wie Feed-Programme es lesen."), SOURCE, "must", URL
        )
    yield from long_title(entry.findtext(f"{_A}title") or "", SOURCE, URL)


def long_title(title: str, source: str, url: str) -> Iterator[Finding]:
    """Readers show one or two lines."""
    if len(title) > _LONG_TITLE:
        sentence = _("Der Titel hat {count} Zeichen. Feed-Programme zeigen davon nur den Anfang.")
        yield Finding(sentence.format(count=len(title)), source, "hint", url)
