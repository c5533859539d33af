"""A channel's ads as job XML in the shape of Personio, which many job boards read."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from lxml import etree

from channels.feeds.contents import Content, Item
from channels.feeds.entries import render
from channels.feeds.options import GuardOptions
from channels.feeds.xml import add, add_known, document
from outreach.profile import city

__all__ = ["render", "write"]

NAME = _("Stellen als XML (Personio-Format)")
FILE = "jobs.xml"
MIME = "application/xml; charset=utf-8"
CARRIES = ("ads",)
PLACE = 5
ABOUT = _("Für Jobbörsen: alle offenen Stellen mit vollem Text, wie bei Personio.")
OPTIONS = GuardOptions


def write(content: Content) -> bytes:
    """Every open ad in full."""
    root = etree.Element("workzag-jobs")
    for item in content.items:
        _position(root, item)
    return document(root)


def _position(root: etree._Element, item: Item) -> None:
    entry, position = item.entry, etree.SubElement(root, "position")
    add(position, "id", item.number)
    add(position, "subcompany", entry["organisation"])
    add(position, "office", entry["address"]["town"])
    add_known(position, "department", city().get("department"))
    add_known(position, "recruitingCategory", ", ".join(entry.get("categories", [])))
    add(position, "name", entry["bare_title"])
    parts = etree.SubElement(position, "jobDescriptions")
    for section in [*entry["sections"], {"name": _("Bewerbung"), "html": entry["more"]}]:
        part = etree.SubElement(parts, "jobDescription")
        add(part, "name", section["name"])
        add(part, "value", section["html"], cdata=True)
    add(position, "employmentType", "trainee" if "APPRENTICE" in entry["employment"] else "permanent")
    add_known(position, "seniority", "entry-level" if "APPRENTICE" in entry["employment"] else "")
    add_known(position, "schedule", _schedule(entry["employment"]))
    add(position, "createdAt", item.published.isoformat(timespec="seconds"))


def _schedule(employment: list[str]) -> str:
    """Personio knows one of two; an ad that offers both is one for part-time, too."""
    if "PART_TIME" in employment:
        return "part-time"
    return "full-time" if "FULL_TIME" in employment else ""
