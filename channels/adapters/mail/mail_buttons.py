"""The channel all buttons in partner mails share. Nothing is sent on it: it only lends its code."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from channels.models import Channel
from postings.models import PostingVersion

NAME = _("Knöpfe in Partnerpost")
#: Made by the service itself, not offered in forms.
SYSTEM = True


def render(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """Nothing: the mails themselves are renditions of their own channels."""
    return {}
