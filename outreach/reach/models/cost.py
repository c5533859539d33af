"""What a channel cost, entered by staff."""

from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ChannelCost(models.Model):
    """Money for a channel, for the ads that began in some whole months."""

    channel = models.ForeignKey(
        "channels.Channel", on_delete=models.CASCADE, related_name="costs", verbose_name=_("Kanal")
    )
    #: The first day of the first and of the last month, both included.
    first = models.DateField(_("von"))
    last = models.DateField(_("bis"))
    amount = models.DecimalField(
        _("Kosten in Euro"), max_digits=9, decimal_places=2, validators=[MinValueValidator(0)]
    )
    note = models.CharField(_("Wofür"), max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["channel__name", "-first"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="cost_period_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.first:%Y-%m}–{self.last:%Y-%m}: {self.amount}"
