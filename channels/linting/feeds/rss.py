"""RSS 2.0, and what Empfehlungsbund asks for."""

from __future__ import annotations

import email.utils
from collections.abc import Iterator

from defusedxml import ElementTree
from django.utils.translation import gettext as _

from channels.linting.feeds.atom import long_title
from channels.linting.finding import Finding
from channels.linting.reading import empty, is_page, lacking
from channels.received.sample import Sample

KINDS = ("rss",)
SOURCE = "RSS 2.0 Specification"
URL = "https://www.rssboard.org/rss-specification"


def lint(sample: Sample) -> Iterator[Finding]:
    """Required elements, a date of RFC 822, a link to a page."""
    if not sample.file:
        return
    channel = ElementTree.fromstring(sample.file).find("channel")
    item = channel.find("item")
    names = empty(channel, {name: name for name in ("title", "link", "description")})
    if not (item.findtext("title") or item.findtext("description")):
        names.append("title")
    names += empty(item, {"guid": "guid", "link": "link", "pubDate": "pubDate"})
    yield from lacking(names, receiver=_("Ein Feed-Programm"), source=SOURCE, url=URL)
    try:
        email.utils.parsedate_to_datetime(item.findtext("pubDate") or "")
    except ValueError:
        yield Finding(
            _("Ein Datum ist nicht so geschrieben, wie Feed-Programme es lesen."), SOURCE, "must", URL
        )
    if not is_page(item.findtext("link") or ""):
        yield Finding(_("Der Link führt nicht auf eine Seite im Netz."), SOURCE, "must", URL)
    yield from long_title(item.findtext("title") or "", SOURCE, URL)
