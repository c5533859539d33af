"""`{% load received %}`: how a channel shows an ad or event, in the preview."""

from __future__ import annotations

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from channels.languages.spoken import spoken
from channels.models import Channel
from channels.received import gathering
from channels.received.gathering import Received
from postings.models import Event, Posting

register = template.Library()


@register.simple_tag
def show_look(one: Received, subject: Posting | Event) -> SafeString:
    """The look in its own template, with the addresses of its frame and its poster."""
    if one.look is None:
        return SafeString("")
    place, wanted = [subject.pk, one.channel.pk], one.look.context
    about = "event" if isinstance(subject, Event) else "posting"
    added = {
        "one": one,
        "frame": reverse(f"channels:seen_{about}", args=place) if wanted.get("framed") else "",
        "picture": reverse("channels:seen_poster", args=place) if wanted.get("poster") else "",
    }
    told_in = {"lang": spoken(one.channel.language)}
    return SafeString(render_to_string(one.look.template, {**told_in, **wanted, **added}))


@register.simple_tag
def refusing(posting: Posting) -> list[Received]:
    """The channels whose receivers would not take the ad as it is: for the person who approves."""
    channels = Channel.objects.receiving().chosen().select_related("partner")
    return [one for one in gathering.of_posting(posting.current, channels) if one.refused]
