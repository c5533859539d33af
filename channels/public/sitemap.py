"""The sitemap of open ads and coming events."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from django.utils.xmlutils import SimplerXMLGenerator

from outreach.addresses import absolute
from postings.models import Event, Posting


def sitemap_xml(postings: Iterable[Posting], events: Iterable[Event]) -> str:
    """`<urlset>` with `lastmod`, as search engines read it."""
    changed = [(posting.get_absolute_url(), posting.published_at) for posting in postings]
    changed += [(event.get_absolute_url(), event.updated_at) for event in events]
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    xml.startDocument()
    xml.startElement("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for address, moment in changed:
        xml.startElement("url", {})
        xml.addQuickElement("loc", absolute(address))
        xml.addQuickElement("lastmod", moment.isoformat())
        xml.endElement("url")
    xml.endElement("urlset")
    return out.getvalue()
