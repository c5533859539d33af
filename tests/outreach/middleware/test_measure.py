"""Figures for monitoring say which group of pages, never which page."""

from __future__ import annotations

import pytest

from outreach import metrics

pytestmark = pytest.mark.django_db


def total(group: str, status: str) -> float:
    return (
        metrics.REGISTRY.get_sample_value("outreach_requests_total", {"group": group, "status": status})
        or 0.0
    )


@pytest.mark.parametrize(
    ("path", "group", "status"),
    [("/impressum/", "legal", "2xx"), ("/stellen/gibtsnicht/", "public", "4xx"),
     ("/gibtsnicht/", "none", "4xx"), ("/ausschreibungen/", "postings", "3xx")],
)  # fmt: skip
def test_answers_are_counted_by_group_and_class(client, path, group, status):
    before = total(group, status)
    client.get(path)
    assert total(group, status) == before + 1


def test_no_label_ever_holds_a_path_or_a_number(client):
    client.get("/stellen/eine-bestimmte-stelle/")
    client.get("/l/abcdef")
    labels = {
        value for family in metrics.REGISTRY.collect() for s in family.samples for value in s.labels.values()
    }
    assert not any("bestimmte" in label or "/" in label or "abcdef" in label for label in labels)
