"""Two people approve at the same moment: together they keep a partner's cap. Where rows can be locked."""

from __future__ import annotations

import threading

import pytest
from django.db import connection
from django.utils import timezone

from channels import publishing
from channels.models import Channel, Delivery, Partner


@pytest.mark.django_db(transaction=True)
def test_two_approvals_at_once_keep_the_cap(make_posting, approver):
    if not connection.features.has_select_for_update:
        pytest.skip("SQLite writes one after the other anyway")
    partner = Partner.objects.create(
        name="Verein", kind="association", status="active", email="v@v.example", weekly_cap=1
    )
    Channel.objects.create(key="verein", name="Mail", kind="email", partner=partner)
    postings = [make_posting(title=f"Stelle {number}") for number in range(4)]
    ready, troubles = threading.Barrier(len(postings)), []

    def approve(posting) -> None:
        try:
            ready.wait(10)
            publishing.approve(posting, by=approver)
        except Exception as trouble:  # told below, in the test's own thread
            troubles.append(trouble)
        finally:
            connection.close()

    threads = [threading.Thread(target=approve, args=[posting]) for posting in postings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert troubles == []
    rows = list(Delivery.objects.filter(channel__partner=partner))
    assert len(rows) == 4
    assert sum(row.due_at <= timezone.now() for row in rows) == 1
    assert len({row.bundle for row in rows if row.bundle}) == 1
