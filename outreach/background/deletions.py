"""The deletion log: what was deleted because its time was over, as numbers per day. Proof without persons."""

from __future__ import annotations

import datetime

from django.db.models import F
from django.utils import timezone

from outreach.models import Deletion

#: So long the log itself is kept.
KEPT = datetime.timedelta(days=3 * 365)


def note(what: str, rows: int) -> None:
    """Add to today's line of a kind; nothing if nothing was deleted."""
    if rows <= 0:
        return
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    line, _made = Deletion.objects.get_or_create(what=what, day=today)
    Deletion.objects.filter(pk=line.pk).update(rows=F("rows") + rows)
    Deletion.objects.filter(day__lt=today - KEPT).delete()
