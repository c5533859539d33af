"""Signed-in people and structured data of pages."""

import pytest
from django.test import Client


@pytest.fixture
def outreach(person) -> Client:
    client = Client()
    client.force_login(person("outreach"))
    return client


@pytest.fixture
def reader(person) -> Client:
    client = Client()
    client.force_login(person("reporting"))
    return client
