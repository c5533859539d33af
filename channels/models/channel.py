"""A way on which ads travel: the city's job page, a feed, mail to a partner."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def kind_choices() -> list[tuple[str, str]]:
    """The adapters found on disk; a function, so that a new one makes no migration."""
    from channels.adapters import registry

    return registry.choices()


class ChannelQuerySet(models.QuerySet["Channel"]):
    def active(self) -> ChannelQuerySet:
        return self.filter(active=True)

    def public(self) -> ChannelQuerySet:
        """Channels whose feeds are listed for everyone."""
        return self.active().filter(public=True)


class Channel(models.Model):
    """One channel has one code per ad for all its readers, never one per person."""

    key = models.SlugField(max_length=64, unique=True)  # in addresses; unguessable for private ones
    name = models.CharField(_("Name"), max_length=120, unique=True)
    kind = models.CharField(_("Medium"), max_length=40, choices=kind_choices)
    partner = models.ForeignKey(
        "channels.Partner", on_delete=models.CASCADE, null=True, blank=True, related_name="channels"
    )
    language = models.CharField(_("Sprache"), max_length=20, default="de")
    public = models.BooleanField(_("öffentlich"), default=False)
    active = models.BooleanField(_("aktiv"), default=True)
    #: Belongs to the adapter's own form.
    options = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ChannelQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
