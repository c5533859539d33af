"""The city's own page of an ad. Serving it is publishing it: there is nothing to send."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from channels.models import Channel
from channels.renditions.jobposting import jobposting
from postings.factlist import factlist
from postings.models import PostingVersion
from postings.review import review

NAME = _("Stellenseite der Stadt")


def render(version: PostingVersion, channel: Channel | None = None) -> dict[str, Any]:
    """Facts and structured data as approved; the text itself stands in the approved version."""
    return {
        "facts": factlist(version.facts),
        "jsonld": jobposting(version),
        "elements": elements_of(version),
    }


def elements_of(version: PostingVersion) -> list[str]:
    """The required elements the text contains: what pages in other languages may promise as well."""
    return list(_present(version.text))


@lru_cache(maxsize=32)
def _present(text: str) -> tuple[str, ...]:
    """Every form in every language asks for the same text."""
    found = review(text).elements
    return tuple(sorted(name for name, element in found.items() if element.state == "present"))
