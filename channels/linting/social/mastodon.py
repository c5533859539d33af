"""Mastodon: characters of the server, links count 23, tags are read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from channels.linting.finding import Finding
from channels.linting.social.posts import calls, room, tags
from channels.received.sample import Sample

KINDS = ("mastodon",)
SOURCE = "Mastodon, Posting to your profile"
URL = "https://docs.joinmastodon.org/user/posting/"
_MANY_TAGS = 3


def lint(sample: Sample) -> Iterator[Finding]:
    """Room, left-out facts, tags, calls."""
    yield from room(sample, network="Mastodon", source=SOURCE, url=URL)
    yield from calls(sample, network="Mastodon", source=SOURCE, url=URL)
    if (count := tags(sample)) > _MANY_TAGS:
        sentence = _("Es sind {count} Schlagwörter. Wer sich Beiträge vorlesen lässt, hört sie alle.")
        yield Finding(sentence.format(count=count), SOURCE, "hint", URL)
