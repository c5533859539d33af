"""Other services through apprise: each says how much it takes."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels.linting.finding import Finding
from channels.linting.social.posts import room
from channels.received.sample import Sample

KINDS = ("apprise_url",)
SOURCE = "Apprise"
URL = "https://github.com/caronc/apprise/wiki"


def lint(sample: Sample) -> Iterator[Finding]:
    """Room and left-out facts."""
    yield from room(sample, network=_("diesem Dienst"), source=SOURCE, url=URL)
