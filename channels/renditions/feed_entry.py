"""An ad as a feed entry: the same text and facts for every format of feed, made at approval."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from channels import links
from channels.models import Channel
from channels.renditions import html
from channels.renditions.applying import apply_address
from channels.renditions.clean import bare_title, without_title
from channels.renditions.jobposting import employment_types, location, organisation_name
from outreach.addresses import absolute
from outreach.profile import city
from postings.documents.cleaning import one_line
from postings.factlist import Fact, factlist
from postings.families import OTHER, families_of, name_of
from postings.models import PostingVersion

#: Ads are written in German; fact sheets in more languages come as renditions of their own.
TEXT_LANGUAGE = "de"


def feed_entry(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Title, tracked link of the channel, one-line summary, the whole ad as HTML, and its facts."""
    facts, listed = version.facts, factlist(version.facts)
    link = links.code_for(version.posting, channel, channel.language)
    text = without_title(version.text, version.title)
    return {
        "title": one_line(version.title),
        "bare_title": bare_title(version.title),
        "link": links.address(link),
        "page": absolute(reverse("public:posting", args=[version.posting.slug])),
        "apply": apply_address(facts, city(), link.code),
        "language": TEXT_LANGUAGE,
        "summary": " · ".join(f"{fact['label']}: {fact['value']}" for fact in listed),
        "more": str(more_html(links.address(link))),
        "html": f"{facts_html(listed)}\n{html.render(text)}\n{more_html(links.address(link))}",
        "sections": _sections(listed, text),
        "facts": {fact["key"]: fact["value"] for fact in listed},
        "deadline": facts.get("deadline"),
        "start": facts.get("start_date"),
        "employment": [*employment_types(facts), *(["APPRENTICE"] if facts.get("apprenticeship") else [])],
        "pay": {key: facts.get(f"pay_{key}") for key in ("group", "min", "max", "period")},
        "address": _address(facts),
        "organisation": organisation_name(),
        "contact": {key: one_line(value) for key, value in (facts.get("contact") or {}).items() if value},
        "categories": _families(version),
        "reference": one_line(facts.get("reference") or version.posting.slug),
    }


def facts_html(facts: list[Fact]) -> str:
    """The facts as a list."""
    rows = format_html_join("", "<li><strong>{}:</strong> {}</li>", ((f["label"], f["value"]) for f in facts))
    return format_html("<ul>{}</ul>", rows) if facts else ""


def more_html(link: str) -> str:
    """The way to the ad's page and from there to the application."""
    return format_html('<p><a href="{}">{}</a></p>', link, _("Zur Stelle und zur Bewerbung"))


def _families(version: PostingVersion) -> list[str]:
    """The job families by name, to sort by."""
    keys = families_of(version.title, version.facts, version.text)
    return [name_of(key) for key in keys if key != OTHER]


def _sections(facts: list[Fact], text: str) -> list[dict[str, str]]:
    """The parts of the ad under their headings, the facts first."""
    parts = [{"name": _("Auf einen Blick"), "html": str(facts_html(facts))}] if facts else []
    for part in html.sections(text):
        name = one_line(part.heading.replace("**", "")) or _("Über die Stelle")
        parts.append({"name": name, "html": str(html.body(part.text))})
    return parts


def _address(facts: dict[str, Any]) -> dict[str, str]:
    """Where the work is, as far as the ad and the city say it."""
    place = location(facts.get("place"))
    known = place["address"]
    return {
        "place": place.get("name", ""),
        "street": known.get("streetAddress", ""),
        "postal_code": known.get("postalCode", ""),
        "town": known["addressLocality"],
        "region": known.get("addressRegion", ""),
        "country": known["addressCountry"],
    }
