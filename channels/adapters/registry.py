"""Finds the adapters: `adapters/<group>/<kind>.py`. Dropping a file in is all it takes.

An adapter has `NAME` and `render(version, channel) -> dict`, and as much of this as its medium knows:

- `send(delivery) -> dict | None`: what must be sent (served media have none); what it returns becomes
  `delivery.remote`. `delivery.action` says publish, change, remind or close; for all but the first,
  `channels.delivery.delivery_told(delivery).remote` holds the ids of the post.
- `send_bundle(deliveries) -> dict | None`: several rows of one channel in one message.
- `render_close(version, channel)`, `render_event(event, channel, action)`; absent: not told of it.
- `lane(channel) -> str`: messages of one lane go one after the other (default: one lane per channel).
- `RATE = Rate(per_second=…, burst=…)`, `HOURS = (from, until)`: how fast and when along a lane.
- `REPEATABLE`: True if the receiver recognises a uid it had before; a timedelta: for so long.
- `FALLBACK`: rank as a partner's next way if another fails (webhook, chat 10, e-mail 50, package 90).
- `OPTIONS` (a form: the kind's settings; fields marked by `options.secret(…)` are kept encrypted),
  `ABOUT` (a sentence above it), `saved(channel)` (called after a person stored the channel).
- `check(channel) -> list[str]`: what a person learns from "Verbindung prüfen";
  `check_item(version, channel)`: what keeps an ad from going there, or is cut there;
  `together(delivery)`: what `send_bundle` takes in one go (default: rows of one bundle).
- `render_full(channel, agreed=…)`: once a week everything that is open, as a row about no ad in particular.
- `show(delivery) -> str`: text for the console twin (`sending.console`), `OWN_TWIN`: it has one by itself.
- `SINGLY`: a new receiver gets what is open already, in a message for each (programs).
- `SPEAKS`: it tells ads in its receiver's languages, so a channel of it says what to do with unreviewed ones.
- `NEEDS_PARTNER`, `SYSTEM` (made by the service, not offered in forms).
"""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from channels import adapters
from channels.sending.errors import SendError

if TYPE_CHECKING:
    from collections.abc import Hashable

    from channels.models import Channel, Delivery
    from postings.models import PostingVersion


@dataclass(frozen=True)
class Rate:
    """How fast a lane may be: on average, and how many at once after a rest."""

    per_second: float
    burst: int = 1


@lru_cache(maxsize=1)
def all() -> dict[str, ModuleType]:
    """Kind (the module's name) -> module."""
    found: dict[str, ModuleType] = {}
    for group in pkgutil.iter_modules(adapters.__path__):
        if not group.ispkg:
            continue
        package = importlib.import_module(f"{adapters.__name__}.{group.name}")
        for module in pkgutil.iter_modules(package.__path__):
            found[module.name] = importlib.import_module(f"{package.__name__}.{module.name}")
    return found


def get(kind: str) -> ModuleType:
    """The adapter of a kind; KeyError if its file is gone."""
    return all()[kind]


def find(kind: str) -> ModuleType | None:
    """The adapter of a kind, or None if its file is gone."""
    return all().get(kind)


def choices() -> list[tuple[str, str]]:
    """Kind and name of every adapter, for the model field."""
    return [(kind, module.NAME) for kind, module in sorted(all().items())]


def offered() -> list[tuple[str, str]]:
    """Kind and name of the adapters people may choose."""
    return [(kind, name) for kind, name in choices() if not is_system(kind)]


def grouped() -> list[tuple[str, list[tuple[str, str]]]]:
    """The adapters people may choose, by their folder (group), by name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, name in sorted(offered(), key=lambda one: str(one[1]).casefold()):
        found.setdefault(all()[kind].__name__.split(".")[-2], []).append((kind, name))
    return list(found.items())


def sends(kind: str) -> bool:
    """False for media that are only served, such as a page or a feed."""
    return hasattr(find(kind), "send")


def lane(channel: Channel) -> str:
    """The lane of a channel's messages: `adapter.lane(channel)`, else one of its own."""
    own = getattr(find(channel.kind), "lane", None)
    with suppress(SendError):  # its secrets cannot be read: told when it is sent, never at the approval
        if own:
            return own(channel)
    return f"channel:{channel.pk}"


def is_system(kind: str) -> bool:
    return getattr(find(kind), "SYSTEM", False)


def needs_partner(kind: str) -> bool:
    return getattr(find(kind), "NEEDS_PARTNER", False)


def speaks(kind: str) -> bool:
    """True if ads go there in other languages than German, too."""
    return getattr(find(kind), "SPEAKS", False)


def is_repeatable(kind: str, age: datetime.timedelta | None = None) -> bool:
    """True if the receiver recognises a message it got `age` ago (or just now)."""
    repeatable = getattr(find(kind), "REPEATABLE", False)
    if isinstance(repeatable, datetime.timedelta):
        return age is None or age < repeatable
    return bool(repeatable)


def always_recognises(kind: str) -> bool:
    """True if a second send does no harm, however late."""
    return is_repeatable(kind, datetime.timedelta.max)


def bundles(kind: str) -> bool:
    """True if several messages of a channel can go as one."""
    return hasattr(find(kind), "send_bundle")


def together(delivery: Delivery) -> Hashable:
    """Rows of a channel and action with the same answer go as one message; None: it goes alone."""
    own = getattr(find(delivery.channel.kind), "together", None)
    return own(delivery) if own else delivery.bundle


def takes_full_loads(channel: Channel) -> bool:
    """True if this channel's receiver wants everything that is open once in a while."""
    return hasattr(find(channel.kind), "render_full")


def can_check(kind: str) -> bool:
    """True if its receivers can be asked whether they know us."""
    return hasattr(find(kind), "check")


def check(channel: Channel) -> list[str]:
    """What is wrong between us and the receiver, in sentences; nothing is sent."""
    return find(channel.kind).check(channel) if can_check(channel.kind) else []


def check_item(version: PostingVersion, channel: Channel) -> list[str]:
    """What keeps this ad from going on this channel, or what is cut there, in sentences."""
    own = getattr(find(channel.kind), "check_item", None)
    return own(version, channel) if own else []


def rate(kind: str) -> Rate | None:
    """The pace of this kind's lanes; None: as fast as they go."""
    return getattr(find(kind), "RATE", None)


def hours(kind: str) -> tuple[datetime.time, datetime.time] | None:
    """The local time of day in which receivers of this kind take anything in."""
    return getattr(find(kind), "HOURS", None)


def fallback_rank(kind: str) -> int | None:
    """Where this kind stands among a partner's ways; None: it takes no other's place."""
    return getattr(find(kind), "FALLBACK", None)


def is_deadline_told(kind: str) -> bool:
    """True if who was told of an ad knows when it ends by itself."""
    return getattr(find(kind), "DEADLINE_TOLD", False)


def takes_events(kind: str) -> bool:
    return hasattr(find(kind), "render_event")
