"""The life of a post: made, corrected, answered, ended. Every network for posts is a `Wall`.

An ad that is over is taken from its post (edited, or deleted where the channel wants that), so that nobody
applies in vain. A change of an event is *also* told by a new post: nobody reads an old one again.
"""

from __future__ import annotations

from typing import Any, Protocol

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from channels.delivery import delivery_told
from channels.models import Delivery
from channels.renditions.fitting import Size
from channels.renditions.post import list_post
from channels.sending.errors import SendError, Unconfirmed
from outreach.addresses import absolute
from postings.models import State

Content = dict[str, Any]
Remote = dict[str, Any]
Action = Delivery.Action
DELETE = "delete"


class Wall(Protocol):
    """Where posts hang. `edit` and `delete` are False where that is not possible (any more)."""

    #: Under this name `post` gives back what edits and answers need.
    key: str

    def post(self, content: Content, uid: str, answer_to: Remote | None = None) -> Remote:
        """A new post; what names it later."""
        ...

    def edit(self, remote: Remote, content: Content, uid: str) -> bool:
        """Other words in the same post. True also if the post is gone: then nothing is left to say."""
        ...

    def delete(self, remote: Remote, uid: str) -> bool:
        """No post any more."""
        ...


def tell(delivery: Delivery, wall: Wall, size: Size) -> Remote:
    """Bring this news to the wall; returns the ids to store."""
    uid = str(delivery.uid)
    told = None if delivery.action == Action.PUBLISH else delivery_told(delivery)
    if told is None or not told.remote.get(wall.key):
        return wall.post(delivery.rendition, uid)
    if delivery.event_id:
        if delivery.action != Action.REMIND:
            wall.edit(told.remote, _now_there(delivery, told, size), f"{uid}-edit")
        return wall.post(delivery.rendition, uid, told.remote)
    return _replace(delivery, told, wall, size)


def tell_together(deliveries: list[Delivery], wall: Wall, size: Size) -> Remote:
    """Several ads and events in one post; later news of them go to their own posts."""
    first = deliveries[0]
    if len(deliveries) == 1:
        return tell(first, wall, size)
    if first.action != Action.PUBLISH:
        return _one_by_one(deliveries, wall, size)
    return wall.post(_list(deliveries, size), str(first.bundle or first.uid))


def text_of(deliveries: list[Delivery], size: Size) -> str:
    """The words as the receiver will read them."""
    if len(deliveries) == 1:
        return deliveries[0].rendition.get("text", "")
    return _list(deliveries, size)["text"]


def _one_by_one(deliveries: list[Delivery], wall: Wall, size: Size) -> Remote:
    """Every post gets its own news. If one of them fails, nobody knows of all of them."""
    remote: Remote = {}
    for number, delivery in enumerate(deliveries):
        try:
            remote = tell(delivery, wall, size)
        except SendError as error:
            if not number:
                raise
            raise Unconfirmed(str(error)) from error
    return remote


def _replace(delivery: Delivery, told: Delivery, wall: Wall, size: Size) -> Remote:
    """The ad's own post gives way; in a list only its line does."""
    uid, content = str(delivery.uid), _now_there(delivery, told, size)
    if content is delivery.rendition and _to_delete(delivery) and wall.delete(told.remote, f"{uid}-delete"):
        return {**told.remote, "how": "deleted"}
    if wall.edit(told.remote, content, f"{uid}-edit"):
        return {**told.remote, "how": "edited"}
    return {**wall.post(delivery.rendition, uid, told.remote), "how": "answered"}


def _to_delete(delivery: Delivery) -> bool:
    return delivery.action == Action.CLOSE and delivery.channel.options.get("at_end") == DELETE


def _now_there(delivery: Delivery, told: Delivery, size: Size) -> Content:
    """What the post says from now on: the news, or the list without (or with the new words of) this one."""
    others = _others(told) if told.bundle else []
    if not others:
        return delivery.rendition
    return _list(others if delivery.action == Action.CLOSE else [*others, delivery], size)


def _others(told: Delivery) -> list[Delivery]:
    """What else stands in the same list and is still open."""
    rows = Delivery.objects.filter(bundle=told.bundle, channel=told.channel_id, action=Action.PUBLISH)
    open_ads = Q(version__posting__state=State.PUBLISHED)
    coming = Q(event__cancelled_at=None, event__ends_at__gt=timezone.now())
    return list(rows.filter(open_ads | coming).exclude(pk=told.pk).order_by("pk"))


def _list(deliveries: list[Delivery], size: Size) -> Content:
    everything = absolute(reverse("public:postings"))
    return list_post([delivery.rendition for delivery in deliveries], everything, size)
