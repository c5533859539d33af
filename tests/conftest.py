"""What every test may use: people of each role, and an ad."""

from __future__ import annotations

import os
import tempfile

# Before Django reads its settings: nothing of a test touches the checkout's own data.
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="outreach-tests-"))
os.environ.setdefault("DELIVERY_CONSOLE", "false")  # for processes that tests start

import pytest
from hypothesis import settings

from outreach.people.models import Role, RoleAssignment, User
from tests.browser import browser

__all__ = ["browser"]

# No example has a time limit: the first one may load the language data on a slow machine. A check of a
# change tries the same examples each time, as the library's own profile for CI does; people try new ones.
settings.register_profile("outreach", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("outreach")


@pytest.fixture
def person(db):
    """person("editor", name="Ada") -> User with these roles and the password "geheim-genug"."""

    def make(*roles: str, name: str = "") -> User:
        handle = name or "-".join(roles) or "nobody"
        user = User.objects.create_user(handle, f"{handle}@stadt.example", "geheim-genug")
        RoleAssignment.objects.bulk_create(RoleAssignment(user=user, role=role) for role in roles)
        return user

    return make


@pytest.fixture
def editor(person) -> User:
    return person(Role.EDITOR)


@pytest.fixture
def approver(person) -> User:
    return person(Role.APPROVER)


def pytest_configure() -> None:
    """Real password hashing takes a quarter of a second on purpose; tests have no passwords to protect."""
    from django.conf import settings

    settings.DELIVERY_CONSOLE = False  # messages go to receivers on this machine, for real
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
