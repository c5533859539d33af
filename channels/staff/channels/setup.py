"""Storing channels, with what follows from it; one transaction each."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils.text import slugify

from channels import publishing
from channels.adapters import registry
from channels.models import Channel

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@transaction.atomic
def save_channel(channel: Channel) -> Channel:
    """Store a channel; it gets a new key when it is new or turns public or private."""
    before = Channel.objects.filter(pk=channel.pk).first()
    if before is None or before.public != channel.public:
        channel.key = _readable_key(channel.name) if channel.public else secret_key()
    if channel.active:  # a person switched it on (again): what was, is over
        channel.trouble, channel.trouble_since = "", None
    channel.save()
    if then := getattr(registry.find(channel.kind), "saved", None):
        then(channel)  # what the medium needs besides: a key of its own, a proof …
    publishing.catch_up(channel)
    return channel


def secret_key() -> str:
    """A key nobody can guess, for a feed only its receiver knows."""
    return secrets.token_hex(16)


def _readable_key(name: str) -> str:
    """The name as a key; a second channel of that key gets a number."""
    stem = slugify(name.translate(_UMLAUTS))[:56].strip("-") or "kanal"
    taken = set(Channel.objects.filter(key__startswith=stem).values_list("key", flat=True))
    number, key = 1, stem
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key
