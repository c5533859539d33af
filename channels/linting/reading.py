"""Small questions several receivers' rules ask."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from channels.linting.finding import Finding

_PAGE = re.compile(r"\.pdf(?:$|[?#])", re.I)


def lacking(names: list[str], *, receiver: str, source: str, url: str = "") -> Iterator[Finding]:
    """One finding for all required fields that are empty."""
    if names:
        sentence = _("{receiver} nimmt die Stelle so nicht: Es fehlt {names}.")
        yield Finding(sentence.format(receiver=receiver, names=", ".join(names)), source, "must", url)


def empty(parent: Element, names: dict[str, str]) -> list[str]:
    """Labels of the children (path -> label) without text."""
    return [label for path, label in names.items() if not (parent.findtext(path) or "").strip()]


def is_moment(text: str) -> bool:
    """True for a date and time as RFC 3339 writes them, with a zone."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return False
    return isinstance(found, datetime.datetime) and found.tzinfo is not None


def is_page(address: str) -> bool:
    """True for an absolute web address that is no PDF."""
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not _PAGE.search(address)
