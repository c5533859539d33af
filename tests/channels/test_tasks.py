"""The tasks only call on."""

import pytest

from channels import tasks
from channels.models import Delivery
from outreach.celery import app
from postings.models import Posting


def test_the_names_the_schedule_uses():
    assert {"channels.tasks.deliver_due", "channels.tasks.close_expired"} <= set(app.tasks)
    assert tasks.deliver_due.name == "channels.tasks.deliver_due"


def test_deliver_due_sends(mail_delivery):
    tasks.deliver_due()
    assert Delivery.objects.get(pk=mail_delivery.pk).state == "sent"


@pytest.mark.django_db
def test_close_expired_closes(publish, days):
    posting = publish(deadline=days(1))
    Posting.objects.update(deadline=days(-1))
    tasks.close_expired()
    posting.refresh_from_db()
    assert posting.state == "closed"
