"""A loaded demo city, shared by all tests of a module: each looks at it and leaves it as it was."""

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def city(django_db_setup, django_db_blocker):
    """The log-ins of a city loaded once; everything is rolled back when the module ends."""
    from outreach.demo.load import load

    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def demo(city, db):
    """The city, and a database in which the test's own changes are undone."""
    return city
