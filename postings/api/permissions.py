"""Who may do what: the staff reads, editors write."""

from __future__ import annotations

from typing import Any

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

READERS = ("editor", "approver", "outreach", "reporting", "administrator")


class StaffReadsEditorsWrite(BasePermission):
    """Any role reads; only editors change."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """True if the person's roles allow it."""
        roles = READERS if request.method in SAFE_METHODS else ("editor",)
        return request.user.is_authenticated and request.user.has_role(*roles)
