"""What a webhook says: `{type, timestamp, data}`, made at approval, below 20 kB (see `schema.json`)."""

from __future__ import annotations

import json
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from channels import links
from channels.feeds.naming import event_id, posting_id
from channels.models import Channel, Delivery
from channels.renditions.events.entry import event_entry
from channels.renditions.jobposting import jobposting
from outreach.addresses import absolute
from postings.documents.cleaning import clean_text, one_line
from postings.models import Event, PostingVersion

Action = Delivery.Action
#: Of the body; the receiver's limit is 20 kB.
LARGEST = 19_000
_EVENTS = {
    Action.PUBLISH: "event.announced",
    Action.CHANGE: "event.changed",
    Action.REMIND: "event.reminder",
    Action.CLOSE: "event.cancelled",
}


def job(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """job.published; job.changed if this channel had an earlier version of the ad."""
    earlier = Delivery.objects.filter(channel=channel, version__posting=version.posting)
    known = earlier.exclude(version=version).exclude(state=Delivery.State.CANCELLED).exists()
    data = {
        **_job(version, channel),
        "language": "de",
        "deadline": version.facts.get("deadline"),
        "jobposting": jobposting(version),
    }
    return fitting(message("job.changed" if known else "job.published", data))


def job_closed(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """The end of an ad."""
    return fitting(message("job.closed", _job(version, channel)))


def event(item: Event, channel: Channel, action: str) -> dict[str, Any]:
    """An event: announced, changed, cancelled, or soon."""
    entry = event_entry(item, channel)
    data = {
        "id": event_id(item),
        "url": entry["link"],
        "title": one_line(item.title),
        "language": "de",
        "starts_at": timezone.localtime(item.starts_at).isoformat(),
        "ends_at": timezone.localtime(item.ends_at).isoformat(),
        "place": one_line(item.place),
        "sequence": item.sequence,
        "description": clean_text(item.description).strip(),
        "languages": one_line(item.languages),
        "accessibility": clean_text(item.accessibility).strip(),
        "registration_url": item.registration_url or None,
    }
    if action == Action.CLOSE:
        data["reason"] = clean_text(item.cancel_reason).strip()
    return fitting(message(_EVENTS[Action(action)], data))


def message(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """Type, the moment it happened, and what it is about."""
    moment = timezone.localtime().replace(microsecond=0).isoformat()
    return {"type": kind, "timestamp": moment, "data": data}


def body(said: dict[str, Any]) -> str:
    """The bytes that are signed; the same on every try."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def fitting(said: dict[str, Any]) -> dict[str, Any]:
    """The message below the limit: the longest text is shortened, and `truncated` says so."""
    data = said["data"]
    holder = data.get("jobposting", data)
    whole = holder.get("description", "")
    if not _over(said) or not whole:
        return said
    data["truncated"] = True
    text = Truncator(whole)
    fits, too_long = 0, len(whole)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        holder["description"] = text.chars(middle, html=holder is not data)
        fits, too_long = (fits, middle) if _over(said) else (middle, too_long)
    holder["description"] = text.chars(fits, html=holder is not data) if fits else ""
    return said


def _over(said: dict[str, Any]) -> bool:
    return len(body(said).encode()) > LARGEST


def _job(version: PostingVersion, channel: Channel) -> dict[str, Any]:
    """What names an ad in every message about it."""
    posting = version.posting
    return {
        "id": posting_id(posting),
        "url": links.address(links.code_for(posting, channel, channel.language)),
        "page": absolute(reverse("public:posting", args=[posting.slug])),
        "title": one_line(version.title),
    }
