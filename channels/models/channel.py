"""A way on which ads travel: the city's job page, a feed, mail to a partner."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from channels.models.encrypted import EncryptedJSONField
from channels.models.partner import Partner


def kind_choices() -> list[tuple[str, str]]:
    """The adapters found on disk; a function, so that a new one makes no migration."""
    from channels.adapters import registry

    return registry.choices()


def offered_kinds() -> list[tuple[str, str]]:
    """The adapters people may choose."""
    from channels.adapters import registry

    return registry.offered()


class ChannelQuerySet(models.QuerySet["Channel"]):
    def active(self) -> ChannelQuerySet:
        return self.filter(active=True)

    def receiving(self) -> ChannelQuerySet:
        """Active channels that belong to nobody or to a partner who takes part, without spare ways."""
        return self.usable().exclude(options__has_key="spare")

    def usable(self) -> ChannelQuerySet:
        """Those, and ways that are only used if another fails (`channels.delivery.detours`)."""
        taking_part = models.Q(partner=None) | models.Q(partner__status=Partner.Status.ACTIVE)
        return self.active().filter(taking_part)

    def chosen(self) -> ChannelQuerySet:
        """Channels people made, without those the service itself needs."""
        return self.filter(kind__in=[kind for kind, _name in offered_kinds()])

    def public(self) -> ChannelQuerySet:
        """Channels whose feeds are listed for everyone."""
        return self.active().filter(public=True)


class Channel(models.Model):
    """One channel has one code per ad for all its readers, never one per person."""

    class Unreviewed(models.TextChoices):
        """What goes out in a language whose words nobody reviewed yet."""

        MARKED = "marked", _("Schicken und kennzeichnen: „maschinell übersetzt, nicht geprüft“")
        GERMAN = "german", _("Deutsch schicken, mit einem ehrlichen Satz dazu")
        SIMPLE = "simple", _("Einfaches Deutsch schicken, mit einem ehrlichen Satz dazu")
        HOLD = "hold", _("Mit dieser Sprache warten, bis jemand sie geprüft hat")

    key = models.SlugField(max_length=64, unique=True)  # in addresses; unguessable for private ones
    name = models.CharField(_("Name"), max_length=120, unique=True)
    kind = models.CharField(_("Medium"), max_length=40, choices=kind_choices)
    partner = models.ForeignKey(
        "channels.Partner", on_delete=models.PROTECT, null=True, blank=True, related_name="channels"
    )
    language = models.CharField(_("Sprache"), max_length=20, default="de")
    #: The default sends: facts and numbers are the same in all languages, the mark says what the words are
    #: worth, German stands beside them and binds, and to wait would leave out those it is all for.
    unreviewed = models.CharField(
        _("Wenn eine Sprache noch nicht geprüft ist"),
        max_length=10,
        choices=Unreviewed.choices,
        default=Unreviewed.MARKED,
    )
    public = models.BooleanField(_("öffentlich"), default=False)
    active = models.BooleanField(_("aktiv"), default=True)
    #: Belongs to the adapter's own form.
    options = models.JSONField(default=dict, blank=True)
    #: Tokens, passwords, certificates; encrypted, never shown again, never logged.
    secrets = EncryptedJSONField(default=dict, blank=True)
    #: Why nothing goes out any more, in plain words: the receiver is gone or failed for days.
    trouble = models.CharField(max_length=500, blank=True)
    trouble_since = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ChannelQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
