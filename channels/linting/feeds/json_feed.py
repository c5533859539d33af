"""JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels.linting.feeds.atom import long_title
from channels.linting.finding import Finding
from channels.linting.reading import is_moment, lacking
from channels.received.sample import Sample

KINDS = ("json_feed",)
SOURCE = "JSON Feed 1.1"
URL = "https://www.jsonfeed.org/version/1.1/"
VERSION = "https://jsonfeed.org/version/1.1"


def lint(sample: Sample) -> Iterator[Finding]:
    """Required keys of feed and item, dates of RFC 3339."""
    if not sample.file:
        return
    feed = json.loads(sample.file)
    item = feed["items"][0]
    names = [name for name in ("version", "title") if not feed.get(name)]
    names += [] if item.get("id") else ["id"]
    names += [] if item.get("content_html") or item.get("content_text") else ["content_html"]
    yield from lacking(names, receiver=_("Ein Feed-Programm"), source=SOURCE, url=URL)
    if feed.get("version") != VERSION:
        yield Finding(_("Die Fassung des Formats ist nicht die, die im Feed steht."), SOURCE, "must", URL)
    dates = [item[name] for name in ("date_published", "date_modified") if name in item]
    if not all(map(is_moment, dates)):
        yield Finding(
            _("Ein Datum ist nicht so geschrieben, wie Feed-Programme es lesen."), SOURCE, "must", URL
        )
    yield from long_title(item.get("title", ""), SOURCE, URL)
