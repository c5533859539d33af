"""The city's own page of an ad. Serving it is publishing it: there is nothing to send."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from channels.models import Channel
from channels.renditions.jobposting import jobposting
from postings.factlist import factlist
from postings.models import PostingVersion

NAME = _("Stellenseite der Stadt")


def render(version: PostingVersion, channel: Channel | None = None) -> dict[str, Any]:
    """Facts and structured data as approved; the text itself stands in the approved version."""
    return {"facts": factlist(version.facts), "jsonld": jobposting(version)}
