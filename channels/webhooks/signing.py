"""Keys of a receiver and the headers that prove a message is ours (Standard Webhooks v1)."""

from __future__ import annotations

import base64
import datetime
import secrets
from typing import Any

from standardwebhooks import Webhook

from channels.models import Channel

PREFIX = "whsec_"
_BYTES = 32


def new_key() -> str:
    """`whsec_` and 32 random bytes."""
    return PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode()


def keys(channel: Channel, now: datetime.datetime) -> list[str]:
    """The key in force, and for a while after a change the one before."""
    kept = channel.secrets
    until = kept.get("old_key_until")
    old_counts = until and now < datetime.datetime.fromisoformat(until)
    return [kept["key"], *([kept["old_key"]] if old_counts else [])]


def with_new_key(kept: dict[str, Any], now: datetime.datetime, overlap: datetime.timedelta) -> dict[str, Any]:
    """The channel's secrets after a change of keys."""
    old = {"old_key": kept["key"], "old_key_until": (now + overlap).isoformat()} if "key" in kept else {}
    rest = {name: value for name, value in kept.items() if not name.startswith("old_key")}
    return {**rest, **old, "key": new_key()}


def headers(channel: Channel, uid: str, body: str, now: datetime.datetime) -> dict[str, str]:
    """Id (the same on every try), moment of this try, one signature per key."""
    moment = now.astimezone(datetime.UTC)
    signatures = [Webhook(key).sign(uid, moment, body) for key in keys(channel, now)]
    return {
        "Content-Type": "application/json",
        "webhook-id": uid,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
