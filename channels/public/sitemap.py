"""The sitemap of open ads."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator

from outreach.addresses import absolute
from postings.models import Posting


def sitemap_xml(postings: Iterable[Posting]) -> str:
    """`<urlset>` with `lastmod`, as search engines read it."""
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    xml.startDocument()
    xml.startElement("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for posting in postings:
        xml.startElement("url", {})
        xml.addQuickElement("loc", absolute(reverse("public:posting", args=[posting.slug])))
        xml.addQuickElement("lastmod", posting.published_at.isoformat())
        xml.endElement("url")
    xml.endElement("urlset")
    return out.getvalue()
