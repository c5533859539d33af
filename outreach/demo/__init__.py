"""The demo city: invented people, partners, ads and numbers, loaded on a first start on the own machine."""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject


def accounts_exist() -> bool:
    """True if an account with a well-known demo log-in is in the database (False before it is migrated)."""
    from outreach.demo.data import logins
    from outreach.people.models import User

    try:
        return User.objects.filter(email__in=[login.email for login in logins()]).exists()
    except DatabaseError:
        return False


def context(request: HttpRequest) -> dict[str, Any]:
    """Template context: `demo`, true if this is the demo city. Asked only by pages for staff."""
    return {"demo": SimpleLazyObject(accounts_exist)}
