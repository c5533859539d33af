"""A feed that receivers fetch. Serving it is publishing it: there is nothing to send."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from channels.models import Channel
from channels.renditions.feed_entry import feed_entry
from postings.models import PostingVersion

NAME = _("Feed (Atom)")


def render(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """The entry as approved; `channels.feeds` serves it."""
    return feed_entry(version, channel)
