"""A channel's ads as job XML for Indeed: every open job in full, in CDATA, with no HTML entities."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext_lazy as _
from lxml import etree

from channels.feeds import naming
from channels.feeds.contents import Content, Item
from channels.feeds.entries import render
from channels.feeds.options import GuardOptions
from channels.feeds.xml import add, add_known, document
from outreach.addresses import base

__all__ = ["render", "write"]

NAME = _("Stellen als XML (Indeed)")
FILE = "jobs.xml"
MIME = "application/xml; charset=utf-8"
CARRIES = ("ads",)
PLACE = 5
ABOUT = _("Für Indeed: alle offenen Stellen mit vollem Text.")
OPTIONS = GuardOptions
OWN = True  # other channels' jobs.xml has the usual shape

_JOB_TYPES = {
    "FULL_TIME": "fulltime",
    "PART_TIME": "parttime",
    "TEMPORARY": "temporary",
    "APPRENTICE": "apprenticeship",
}
_PERIODS = {"month": "per month", "hour": "per hour", "year": "per year"}
_AMPERSAND = re.compile(r"&(?:amp;)+")
#: What is no markup must not become any: angle brackets of the text turn into look-alikes.
_PLAIN = {"&lt;": "‹", "&gt;": "›", "&quot;": '"', "&#x27;": "'", "&#39;": "'"}


def write(content: Content) -> bytes:
    """Partial feeds are refused, so every open ad is in it."""
    root = etree.Element("source")
    add(root, "publisher", naming.publisher())
    add(root, "publisherurl", base())
    add(root, "lastBuildDate", content.updated.isoformat(timespec="seconds"))
    for item in content.items:
        _job(root, item)
    return document(root)


def _job(root: etree._Element, item: Item) -> None:
    entry, job = item.entry, etree.SubElement(root, "job")
    address = entry["address"]
    for name, value in {
        "title": entry["bare_title"],
        "date": item.published.isoformat(timespec="seconds"),
        "referencenumber": item.uid,
        "requisitionid": entry["reference"],
        "url": entry["link"],
        "company": entry["organisation"],
        "city": address["town"],
        "state": address["region"],
        "country": address["country"],
        "postalcode": address["postal_code"],
        "streetaddress": address["street"],
        "description": without_entities(entry["html"]),
        "salary": _salary(entry["pay"]),
        "jobtype": ", ".join(_JOB_TYPES[term] for term in entry["employment"]),
        "expirationdate": entry["deadline"],
    }.items():
        add_known(job, name, value, cdata=True)


def without_entities(html: str) -> str:
    """HTML as Indeed wants it: characters instead of entities."""
    text = _AMPERSAND.sub("&", html)
    for entity, character in _PLAIN.items():
        text = text.replace(entity, character)
    return text


def _salary(pay: dict[str, Any]) -> str:
    """ "3303.85 - 4409.39 EUR per month"; only real amounts with a known period."""
    amounts = [f"{amount:.2f}" for amount in dict.fromkeys([pay["min"], pay["max"]]) if amount]
    period = _PERIODS.get(pay["period"] or "")
    return f"{' - '.join(amounts)} EUR {period}" if amounts and period else ""
