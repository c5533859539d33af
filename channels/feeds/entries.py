"""What the Atom and RSS adapters share: no rendition of their own, and a feed that people can read too."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.utils.feedgenerator import Stylesheet
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from channels.feeds.contents import Content, Item
from channels.feeds.naming import publisher
from channels.models import Channel
from outreach.addresses import absolute
from outreach.profile import city
from postings.models import Event, PostingVersion

XHTML = "http://www.w3.org/1999/xhtml"
STYLE = "css/feed.css"


def render(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Nothing of its own: the feed entry that every channel has is all there is."""
    return {}


def render_event(event: Event, channel: Channel, action: str) -> dict[str, Any]:
    """Nothing of its own either: events have a feed entry, too."""
    return {}


def subtitle() -> str:
    """What the feed is about."""
    return _("Offene Stellen: {city}").format(city=publisher())


def stylesheets() -> list[Stylesheet]:
    """Lets browsers show the feed as a page. CSS: browsers have dropped XSLT, and the policy allows it."""
    return [Stylesheet(static(STYLE), mimetype="text/css", media="all")]


def add_note(handler: SimplerXMLGenerator, content: Content) -> None:
    """A few words for people who open the feed in a browser; feed readers skip this namespace."""
    handler.startElement("html:div", {"xmlns:html": XHTML, "class": "note"})
    handler.addQuickElement("html:h1", _("Das ist ein Feed"))
    words = _(
        "Mit dieser Adresse zeigt ein Feed-Programm oder Ihre Website neue Stellen von selbst an. "
        "Kopieren Sie sie dafür:"
    )
    handler.addQuickElement("html:p", words)
    handler.addQuickElement("html:code", content.address)
    handler.startElement("html:p", {})
    handler.addQuickElement("html:a", _("Stellen als Seite ansehen"), {"href": absolute("/stellen/")})
    handler.endElement("html:p")
    handler.endElement("html:div")


def categories(item: Item) -> list[str]:
    """Words to sort entries by."""
    return [_("Veranstaltung") if item.is_event else _("Stelle"), *item.entry.get("categories", [])]


def author_email() -> str | None:
    """Whom to ask about the feed."""
    return city().get("email")
