"""All channels at once: how it looks there, and what that receiver's rules say about it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from channels.editions.policy import effects
from channels.linting import Finding, lint
from channels.models import Channel
from channels.received import looks
from channels.received.looks import Look
from channels.received.sample import Sample, of_event, of_version, takes
from postings.models import Event, PostingVersion

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Received:
    """One channel: how it looks there (None if there is nothing to see), what its rules find."""

    channel: Channel
    look: Look | None = None
    findings: list[Finding] = field(default_factory=list)
    #: What becomes of each language its people speak, a sentence each.
    languages: list[str] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """True if the receiver would not take it like this."""
        return any(finding.severity == "must" for finding in self.findings)


def of_posting(version: PostingVersion, channels: Iterable[Channel]) -> list[Received]:
    """The ad on these channels; those with nothing to show and nothing to say are left out."""
    return _gathered((channel, lambda one: of_version(version, one)) for channel in channels)


def of_invitation(event: Event, channels: Iterable[Channel]) -> list[Received]:
    """The invitation on the channels that would get it."""
    fitting = [channel for channel in channels if takes(channel, event)]
    return _gathered((channel, lambda one: of_event(event, one)) for channel in fitting)


def sample(make: Callable[[], Sample]) -> Sample:
    """One sample; the codes made for its links are not kept."""
    with transaction.atomic():
        made = make()
        made.file  # noqa: B018 - written while the codes are there
        transaction.set_rollback(True)
    return made


def _gathered(wanted: Iterable[tuple[Channel, Callable[[Channel], Sample]]]) -> list[Received]:
    with transaction.atomic():
        found = list(_each(wanted))
        transaction.set_rollback(True)  # rendering makes codes for links: those of the approval are others
    return [one for one in found if one.look or one.findings]


def _each(wanted: Iterable[tuple[Channel, Callable[[Channel], Sample]]]) -> Iterator[Received]:
    for channel, make in wanted:
        try:
            with transaction.atomic():
                made = make(channel)
                told = effects(made.version, channel) if made.version and channel.partner else []
                yield Received(channel, looks.look(made), lint(made), told)
        except Exception:  # one medium's mistake hides no other
            log.exception("channel %s cannot be previewed", channel.pk)
            yield Received(channel, None, [_broken()])


def _broken() -> Finding:
    return Finding(
        _("Für diesen Kanal lässt sich nichts erzeugen. Bitte wenden Sie sich an die Technik."),
        _("eigene Prüfung"),
        "must",
    )
