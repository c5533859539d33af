"""An ad or event as a package to pass on: texts, link and QR code of the partner's own.

Most partners have no machine that could take anything in; a person forwards, puts up or reads out.
"""

from __future__ import annotations

from typing import Any

from channels import languages, links
from channels.models import Channel, Link
from channels.renditions.forms import messenger
from channels.renditions.forms.telling import telling
from channels.renditions.mail import forward_text
from postings.documents.cleaning import one_line
from postings.models import PostingVersion


def package(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """All parts of an ad's package in German, as approved; other languages come from its editions."""
    link = links.code_for(version.posting, channel, channel.language)
    short = messenger.text(telling(version, link, languages.get("de")))
    return parts(link, version.title, forward_text(version, channel), short)


def parts(link: Link, title: str, forward: str, short: str) -> dict[str, Any]:
    """A package of these texts, with the ways to its link. `short` keeps within `messenger.UNITS`."""
    return {
        "title": one_line(title),
        "forward": forward,
        "messenger": short,
        "link": links.address(link),
        "scanned": links.address(link, "qr"),
    }
