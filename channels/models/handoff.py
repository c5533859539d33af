"""What partners did with a package: forwarded it, put it up, announced it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class HandOff(models.Model):
    """One tap of a partner, on the page, in a mail or by QR. Says what was done, not which person did it."""

    class How(models.TextChoices):
        FORWARDED = "forwarded", _("Weitergeleitet")
        PUT_UP = "put_up", _("Ausgehängt")
        ANNOUNCED = "announced", _("Angesagt")

    class Way(models.TextChoices):
        PAGE = "page", _("Partnerseite")
        MAIL = "mail", _("E-Mail")
        QR = "qr", _("QR-Code")

    delivery = models.ForeignKey("channels.Delivery", on_delete=models.CASCADE, related_name="handoffs")
    how = models.CharField(max_length=10, choices=How.choices)
    way = models.CharField(max_length=5, choices=Way.choices)
    at = models.DateTimeField(default=timezone.now)
    #: For what hangs somewhere: where and until when, if the partner says so; a place, never a person.
    place = models.CharField(_("Ort"), max_length=120, blank=True)
    until = models.DateField(_("Bis"), null=True, blank=True)
    #: When the partner took it down again.
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["delivery", "how"], name="handed_off_once")]

    def __str__(self) -> str:
        return f"{self.delivery}: {self.how}"
