"""A feed that receivers fetch. Serving it is publishing it: there is nothing to send."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from channels.models import Channel
from postings.models import PostingVersion

NAME = _("Feed (Atom)")


def render(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Nothing of its own: the feed entry that every channel has is all there is (`channels.feeds`)."""
    return {}
