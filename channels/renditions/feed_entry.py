"""An ad as a feed entry: the same text and facts for every format of feed."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from channels import links
from channels.models import Channel
from channels.renditions import html
from channels.renditions.clean import without_title
from postings.documents.cleaning import one_line
from postings.factlist import factlist
from postings.models import PostingVersion


def feed_entry(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Title, tracked link of the channel, one-line summary and the whole ad as HTML."""
    facts = factlist(version.facts)
    link = links.address(links.code_for(version.posting, channel, channel.language))
    return {
        "title": one_line(version.title),
        "link": link,
        "language": channel.language,
        "summary": " · ".join(f"{fact['label']}: {fact['value']}" for fact in facts),
        "html": _content(facts, without_title(version.text, version.title), link),
    }


def _content(facts: list, text: str, link: str) -> str:
    rows = format_html_join("", "<li><strong>{}:</strong> {}</li>", ((f["label"], f["value"]) for f in facts))
    listed = format_html("<ul>{}</ul>", rows) if facts else ""
    more = format_html('<p><a href="{}">{}</a></p>', link, _("Zur Stelle und zur Bewerbung"))
    return f"{listed}\n{html.render(text)}\n{more}"
