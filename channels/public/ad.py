"""What the public page of an ad shows, as approved."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from channels import links
from channels.adapters import registry
from channels.models import Delivery
from channels.renditions import html
from channels.renditions.applying import apply_address
from channels.renditions.clean import without_title
from channels.renditions.jobposting import as_script
from outreach.addresses import absolute
from outreach.profile import city
from postings.documents.cleaning import one_line
from postings.models import Posting, State

PAGE_KIND = "job_page"
#: Headings that belong under "Mehr über die Bewerbung".
_ABOUT_APPLYING = re.compile(
    r"bewerb|kontakt|ansprech|interess|fragen|auswahl|gleichstellung|hinweis|so geht|geht es weiter", re.I
)


def is_open(posting: Posting, today: datetime.date) -> bool:
    """True while people can apply, also in the hours before the nightly closing has run."""
    return posting.state == State.PUBLISHED and (posting.deadline is None or posting.deadline >= today)


def page(posting: Posting, code: str, today: datetime.date) -> dict[str, Any]:
    """Context of the page. A closed ad has neither an apply button nor structured data."""
    version, still_open = posting.approved, is_open(posting, today)
    rendition = _approved_rendition(posting)
    parts = html.sections(without_title(version.text, version.title))
    about = [part for part in parts if _ABOUT_APPLYING.search(part.heading)]
    address = absolute(reverse("public:posting", args=[posting.slug]))
    return {
        "posting": posting,
        "title": one_line(version.title),
        "open": still_open,
        "facts": rendition["facts"],
        "body": _rendered([part for part in parts if part not in about]),
        "about_applying": _rendered(about),
        "contact": version.facts.get("contact") or {},
        "reference": one_line(version.facts.get("reference") or ""),
        "apply": apply_address(version.facts, city(), code) if still_open else "",
        "jsonld": as_script(rendition["jsonld"]) if still_open else "",
        "canonical": address,
    }


def code_in(query: dict[str, str]) -> str:
    """The channel's code from the page address, if it is one at all."""
    code = query.get("k", "")
    return code if links.is_code(code) else ""


def _approved_rendition(posting: Posting) -> dict[str, Any]:
    """What was stored at approval; made now if the city switched its page off then."""
    stored = Delivery.objects.filter(
        version=posting.approved, channel__kind=PAGE_KIND, action=Delivery.Action.PUBLISH
    ).first()
    return stored.rendition if stored else registry.get(PAGE_KIND).render(posting.approved)


def _rendered(parts: list[html.Section]) -> list[dict[str, SafeString]]:
    return [{"heading": html.inline(part.heading), "html": html.body(part.text)} for part in parts]
