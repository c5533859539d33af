"""Job XML as fields, the way a job board reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from django.utils.html import strip_tags

from channels.received.masking import masked
from channels.received.sample import Sample

KINDS = ("indeed", "personio", "ba")
TEMPLATE = "fields.html"
#: Element around one ad.
_ADS = {"indeed": "job", "personio": "position"}
_LONG = 400


def look(sample: Sample) -> dict[str, Any] | None:
    """Every filled field with its name; None if the board would get nothing."""
    root = element(sample)
    return {"fields": list(_fields(root))} if root is not None else None


def element(sample: Sample) -> Element | None:
    """The ad's own element of the file; None if there is none."""
    if sample.kind == "ba":
        xml = sample.rendition.get("xml")
        return ElementTree.fromstring(xml) if xml else None
    return ElementTree.fromstring(sample.file).find(_ADS[sample.kind]) if sample.file else None


def _fields(parent: Element) -> Iterator[dict[str, str]]:
    for child in parent:
        name = child.tag.rpartition("}")[2]
        if child.find("value") is not None:  # a part of the text under its own heading
            yield _field(f"{name}: {child.findtext('name')}", child.findtext("value") or "")
        elif len(child):
            yield from _fields(child)
        elif text := (child.text or "").strip():
            yield _field(name, text)


def _field(name: str, text: str) -> dict[str, str]:
    value = masked(" ".join(strip_tags(text.replace("<", " <")).split()))
    return {"name": name, "value": value[:_LONG] + ("…" if len(value) > _LONG else "")}
