"""What this service does, read from the settings it runs with: one place, so that all papers agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings

from channels.adapters import registry
from channels.models import Channel, PartnerRequest
from channels.partners.participation.requests import VALID
from outreach.background.periodic import KEPT
from outreach.reach import counting
from outreach.reach.disclosure import questions
from outreach.reach.funnel.models import PortalKey
from outreach.reach.opening.configuration import counting_rules
from outreach.reach.protection import settings as release_settings


@dataclass(frozen=True)
class Reach:
    """How visits are counted and figures are released."""

    threshold: int
    persons_threshold: int
    base: int
    #: "rounding" or "cell-key".
    method: str
    #: Days from the end of a week to the release of its figures.
    delay_days: int
    #: Weeks from the end of a quarter to its release.
    settle_weeks: int
    #: Protections that are switched off (only tests should).
    switched_off: tuple[str, ...]
    #: Minutes a device counts once per link, in memory; 0: every visit counts.
    deduplicate_minutes: int
    #: Days after a month's end on which its day counters are summed up and deleted.
    days_kept: int
    seconds_between_writes: float
    #: Whether applicants are asked voluntary questions.
    asks_applicants: bool
    sign_up_days: int
    invitation_days: int
    session_hours: int
    periodic_days: int

    def delay(self, text: Mapping[str, str]) -> str:
        """In the words of the papers: "1 Tag", "3 Tage"."""
        return text["one_day"] if self.delay_days == 1 else text["days"].format(days=self.delay_days)


def reach() -> Reach:
    """Raises `profile.ProfileError` with a sentence if the profile holds a value that cannot be used."""
    rules, shown = counting_rules(), release_settings.current()
    return Reach(
        threshold=shown.threshold,
        persons_threshold=shown.persons_threshold,
        base=shown.base,
        method=shown.method,
        delay_days=shown.delay_days,
        settle_weeks=shown.settle_weeks,
        switched_off=tuple(name for name, on in vars(shown.protections).items() if not on),
        deduplicate_minutes=rules.deduplicate_minutes,
        days_kept=rules.days_kept,
        seconds_between_writes=counting.SECONDS_BETWEEN_WRITES,
        asks_applicants=questions.current().asks,
        sign_up_days=VALID[PartnerRequest.Purpose.SIGN_UP].days,
        invitation_days=VALID[PartnerRequest.Purpose.INVITE].days,
        session_hours=settings.SESSION_COOKIE_AGE // 3600,
        periodic_days=KEPT.days,
    )


def takes_reports() -> bool:
    """Whether an application portal may report numbers."""
    return PortalKey.objects.exists()


@dataclass(frozen=True)
class Machines:
    """Where the service runs and what it talks to."""

    public_url: str
    hosts: tuple[str, ...]
    database: str
    broker: str
    #: Empty: none is set.
    mail_host: str
    log_level: str
    encrypted: bool
    console: bool


def machines() -> Machines:
    """From the environment's settings; no passwords, no user names."""
    return Machines(
        public_url=settings.PUBLIC_URL,
        hosts=tuple(settings.ALLOWED_HOSTS),
        database="SQLite" if settings.SQLITE else "PostgreSQL",
        broker=urlsplit(settings.CELERY_BROKER_URL).scheme,
        mail_host=_mail_host(),
        log_level=settings.LOGGING["root"]["level"],
        encrypted=settings.PUBLIC_URL.startswith("https://"),
        console=settings.DELIVERY_CONSOLE,
    )


def _mail_host() -> str:
    if settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        return settings.EMAIL_HOST
    return ""


class Ways(NamedTuple):
    """One kind of channel in use: its name, how many are switched on, the hosts they reach."""

    kind: str
    count: int
    hosts: tuple[str, ...]


def ways() -> list[Ways]:
    """Kinds of active channels, by name. A kind whose file is gone is named by its key."""
    found: dict[str, list[Channel]] = {}
    for channel in Channel.objects.active().order_by("kind", "pk"):
        found.setdefault(channel.kind, []).append(channel)
    rows = [
        Ways(
            _name(kind),
            len(channels),
            tuple(sorted({host for one in channels if (host := _host(kind, one))})),
        )
        for kind, channels in found.items()
    ]
    return sorted(rows)


def _name(kind: str) -> str:
    adapter = registry.find(kind)
    return str(adapter.NAME) if adapter else kind


def _host(kind: str, channel: Channel) -> str:
    """The machine messages go to; empty for what is only served."""
    adapter = registry.find(kind)
    if adapter is None or not hasattr(adapter, "send"):
        return ""
    for key in ("address", "server", "homeserver", "host", "url"):
        value = str(channel.options.get(key, "") or "")
        if value:
            return urlsplit(value).hostname or value
    return _mail_host() if kind in ("email", "package") else ""
