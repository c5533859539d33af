"""The Bundesagentur für Arbeit (HR-BA-XML): files with new, changed and ended ads, by day only."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from channels.adapters.agency_options import AgencyOptions
from channels.models import Channel, Delivery
from channels.renditions.hrba import occupations
from channels.renditions.hrba.load import DIFFERENCE, FULL, files
from channels.renditions.hrba.missing import missing, shortenings
from channels.renditions.hrba.posting import UPDATE, entry_id, posting_xml
from channels.renditions.hrba.stock import is_complete, stock, xml_of
from channels.sending.agency import Agency
from channels.sending.errors import SendError
from outreach.words.recorded import recorded
from postings.models import PostingVersion

NAME = gettext_lazy("Bundesagentur für Arbeit")
ABOUT = gettext_lazy(
    "Nötig sind ein betreutes Konto mit Kooperationsvereinbarung, ein Zertifikat mit PIN und das "
    "Berufsverzeichnis. Alles bekommt die Stadt von der Bundesagentur."
)
HOURS = (datetime.time(7), datetime.time(19))
REPEATABLE = True  # an entry's number stays the same: a second file with it changes nothing
SINGLY = True  # a new channel gets every open ad
OPTIONS = AgencyOptions
Action = Delivery.Action


def render(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """The ad's element, or what it lacks: then it can be sent once that is there."""
    about = {"id": entry_id(version, channel)}
    if lacking := missing(version, channel):
        return {**about, "missing": lacking}
    return {**about, "xml": posting_xml(version, channel, occupations.occupation(version, channel))}


def render_close(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """The number to delete."""
    return {"id": entry_id(version, channel)}


def render_full(channel: Channel, *, agreed: bool) -> dict[str, Any]:
    """All open ads at once. `agreed`: a person wants it although many would end by it."""
    with recorded():
        return {"title": _("Alle offenen Stellen"), "agreed": agreed}


def send(delivery: Delivery) -> dict[str, Any]:
    """A file with one entry, or with all open ads."""
    return _send_full(delivery) if delivery.version is None else send_bundle([delivery])


def send_bundle(deliveries: list[Delivery]) -> dict[str, Any]:
    """One file (type D) with all these entries."""
    channel = deliveries[0].channel
    gone = [row.rendition["id"] for row in deliveries if row.action == Action.CLOSE]
    postings = [_xml(row) for row in deliveries if row.action != Action.CLOSE]
    return _uploaded(channel, DIFFERENCE, postings, gone)


def together(delivery: Delivery) -> str | None:
    """What is due at the same time goes in one file; an ad that lacks something fails alone."""
    alone = delivery.version_id is None or delivery.rendition.get("missing")
    return None if alone else f"ba:{delivery.channel_id}"


def show(delivery: Delivery) -> str:
    """For the console."""
    lacking = delivery.rendition.get("missing")
    if delivery.version is None:
        return "\n".join(row.title for row in stock(delivery.channel).rows)
    return "\n".join(lacking) if lacking else delivery.rendition.get("xml") or delivery.rendition["id"]


def lane(channel: Channel) -> str:
    """Files of one account go one after the other."""
    return f"ba/{channel.options.get('supplier', channel.pk)}"


def check(channel: Channel) -> list[str]:
    """Whether the door opens, and whether the catalogue is there."""
    found = Agency(channel).check()
    if not occupations.entries():
        found.append(_("Das Berufsverzeichnis fehlt noch. Ohne es kann keine Stelle dorthin."))
    return found


def check_item(version: PostingVersion, channel: Channel) -> list[str]:
    """What would keep this ad from going there, and what is cut."""
    return [*missing(version, channel), *shortenings(version)]


def _xml(delivery: Delivery) -> str:
    if not is_complete(delivery):
        raise SendError(" ".join(missing(delivery.version, delivery.channel)), permanent=True)
    xml = xml_of(delivery)
    if delivery.action == Action.CHANGE:
        return xml.replace("<Action>1</Action>", f"<Action>{UPDATE}</Action>")
    return xml


def _send_full(delivery: Delivery) -> dict[str, Any]:
    channel, everything = delivery.channel, stock(delivery.channel)
    objection = everything.objection()
    if objection and not delivery.rendition.get("agreed"):
        raise SendError(objection, permanent=True)
    return _uploaded(channel, FULL, everything.postings(), [])


def _uploaded(channel: Channel, kind: str, postings: list[str], gone: list[str]) -> dict[str, Any]:
    made = files(channel.options.get("supplier", ""), kind, postings, gone, timezone.now())
    Agency(channel).upload(made)
    return {"file": made[-1].name, "count": len(postings)}
