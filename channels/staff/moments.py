"""Moments as staff reads them."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def moment(value: datetime.datetime) -> str:
    """15. Januar 2027, 14:30 Uhr"""
    return _("{moment} Uhr").format(moment=date_format(timezone.localtime(value), "j. F Y, H:i"))
