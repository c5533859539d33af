"""A loaded demo city."""

import pytest


@pytest.fixture
def demo(db, settings):
    """The log-ins of a freshly loaded city; passwords are hashed cheaply."""
    from outreach.demo.load import load

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return load()
