"""Programs that ask: with a token, with a session, with nothing."""

from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from outreach.people.models import AccessToken, User
from postings import workflow
from postings.api.throttles import COUNTS
from postings.models import Posting

AD = "Sachbearbeitung Wohngeld\n\nWir suchen einen Bewerber für ein junges, dynamisches Team."


@pytest.fixture(autouse=True)
def _no_counts():
    """Every test begins without anything asked before."""
    COUNTS.clear()


def client_of(user: User | None) -> APIClient:
    """A program with a token of this person."""
    client = APIClient(raise_request_exception=False)
    if user is not None:
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {AccessToken.issue(user, 'Test')[1]}")
    return client


@pytest.fixture
def api(editor) -> APIClient:
    return client_of(editor)


@pytest.fixture
def anonymous() -> APIClient:
    return client_of(None)


@pytest.fixture
def posting(editor) -> Posting:
    return workflow.create(by=editor, title="Sachbearbeitung", text=AD)
