"""What all networks for posts share: how posts are made and sent, and settings of their channels.

An adapter says where its posts hang and how much one may hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from channels import languages
from channels.models import Channel, Delivery
from channels.renditions.fitting import Size
from channels.renditions.post import ad_over_post, ad_post, event_post
from channels.sending import posts
from channels.sending.posts import DELETE
from postings.models import Event, PostingVersion


@dataclass(frozen=True)
class Network:
    """The part of an adapter that makes posts and sends them; `registry` says what each of these is for."""

    #: The way to the network with this channel's address and keys.
    wall: Callable[[Channel], posts.Wall]
    #: What one post may hold there.
    size: Callable[[Channel], Size]

    def render(self, version: PostingVersion, channel: Channel) -> dict[str, Any]:
        """A post about a new ad."""
        return ad_post(version, channel, self.size(channel))

    def render_close(self, version: PostingVersion, channel: Channel) -> dict[str, Any]:
        """What stands there when the ad is over; a second message where a post cannot be changed."""
        return ad_over_post(version, channel, self.size(channel))

    def render_event(self, event: Event, channel: Channel, action: str) -> dict[str, Any]:
        """A post about an event."""
        return event_post(event, channel, action, self.size(channel))

    def send(self, delivery: Delivery) -> dict[str, Any]:
        """A post, an edit or a deletion."""
        return posts.tell(delivery, self.wall(delivery.channel), self.size(delivery.channel))

    def send_bundle(self, deliveries: list[Delivery]) -> dict[str, Any]:
        """A list of ads and events in one post."""
        channel = deliveries[0].channel
        return posts.tell_together(deliveries, self.wall(channel), self.size(channel))

    def show(self, delivery: Delivery) -> str:
        """For the console."""
        return posts.text_of([delivery], self.size(delivery.channel))


class TagOptions(forms.Form):
    """The language of the posts, and words readers can search for."""

    language = forms.ChoiceField(
        label=_("Sprache der Beiträge"),
        choices=lambda: list(languages.names().items()),
        initial="de",
        required=False,
        help_text=_("Überschrift der Stelle und Termine bleiben deutsch."),
    )

    tags = forms.CharField(
        label=_("Schlagwörter"),
        required=False,
        max_length=120,
        help_text=_(
            "Bis zu fünf Wörter, die am Ende jedes Beitrags stehen, zum Beispiel: Stellen, Ausbildung."
        ),
    )


class PostOptions(TagOptions):
    """A network where posts can be changed later."""

    at_end = forms.ChoiceField(
        label=_("Wenn eine Stelle nicht mehr frei ist"),
        choices=[("edit", _("Beitrag ändern: „Nicht mehr frei“")), (DELETE, _("Beitrag löschen"))],
        initial="edit",
        required=False,
    )
