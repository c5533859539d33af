"""Clients of the LanguageTool protocol."""

from __future__ import annotations

import pytest

from outreach.people.models import AccessToken
from postings.api.throttles import COUNTS


@pytest.fixture(autouse=True)
def _no_counts():
    COUNTS.clear()


@pytest.fixture
def check(client):
    """check(text="…") -> the answer's JSON; language is German unless given."""

    def post(expect: int = 200, path: str = "/v2/check", **fields: str):
        response = client.post(path, {"language": "de-DE", **fields})
        assert response.status_code == expect, response.content
        return response.json() if expect == 200 else response

    return post


@pytest.fixture
def token(editor) -> str:
    return AccessToken.issue(editor, "LibreOffice")[1]
