"""All open ads at once (type F). What is not in it ends there: a stock that shrank waits for a person."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from channels.feeds.guard import held_back
from channels.feeds.options import share
from channels.models import Channel, Delivery
from channels.renditions.hrba import occupations
from channels.renditions.hrba.missing import missing
from channels.renditions.hrba.posting import posting_xml
from postings.models import State

Action = Delivery.Action


@dataclass(frozen=True)
class Stock:
    """What would be in the file, and what the Bundesagentur has of us."""

    rows: list[Delivery]
    known: set[str]
    leaving: set[str]

    def objection(self) -> str:
        """Why it is not sent without a person's word; empty if nothing speaks against it."""
        if not self.rows:
            return _("Die Liste wäre leer. Damit würden dort alle Stellen enden.")
        if not self.leaving:
            return ""
        count, known = len(self.leaving), len(self.known)
        return ngettext(
            "Von %(known)s Stellen bei der Bundesagentur würde %(count)s enden. Bitte prüfen Sie das.",
            "Von %(known)s Stellen bei der Bundesagentur würden %(count)s enden. Bitte prüfen Sie das.",
            count,
        ) % {"count": count, "known": known}

    def postings(self) -> list[str]:
        """The elements, in the order of the ads."""
        return [xml_of(row) for row in self.rows]


def stock(channel: Channel, today: datetime.date | None = None) -> Stock:
    """As of now."""
    today = today or timezone.localdate()
    rows = list(_announced(channel))
    inside = [row for row in rows if _is_open(row, today) and is_complete(row)]
    ended = Delivery.objects.filter(channel=channel, action=Action.CLOSE, state=Delivery.State.SENT)
    gone = {str(number) for number in ended.values_list("version__posting_id", flat=True)}
    sent = [row for row in rows if row.state == Delivery.State.SENT]
    known = {str(row.version.posting_id) for row in sent} - gone
    over = {str(row.version.posting_id) for row in sent if _is_over(row, today)}
    wanted = {str(row.version.posting_id) for row in inside}
    leaving = held_back(served=known, left=set(), wanted=wanted, over=over, share=share(channel))
    return Stock(inside, known - over, leaving)


def is_complete(row: Delivery) -> bool:
    """True if a file can be made with it."""
    return bool(row.rendition.get("xml")) or not missing(row.version, row.channel)


def xml_of(row: Delivery) -> str:
    """As approved; what lacked something then is made now."""
    found = row.rendition.get("xml")
    return found or posting_xml(row.version, row.channel, occupations.occupation(row.version, row.channel))


def _announced(channel: Channel):
    rows = channel.deliveries.filter(action=Action.PUBLISH, version__isnull=False)
    rows = rows.exclude(state=Delivery.State.CANCELLED)
    return rows.select_related("version__posting", "channel").order_by("pk")


def _is_open(row: Delivery, today: datetime.date) -> bool:
    posting = row.version.posting
    return (
        posting.state == State.PUBLISHED
        and posting.approved_id == row.version_id
        and not _is_over(row, today)
    )


def _is_over(row: Delivery, today: datetime.date) -> bool:
    last = row.version.posting.deadline
    return last is not None and last < today
