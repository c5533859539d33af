"""Requests are answered once, however many workers look."""

import datetime

import pytest
from django.utils import timezone

from channels.models import Partner, PartnerRequest
from channels.partners.participation import requests
from channels.sending.errors import SendError
from channels.tasks import answer_requests

Purpose = PartnerRequest.Purpose


def ask(email: str = "a@x.example", **options) -> PartnerRequest:
    requests.put(Purpose.SIGN_UP, email, data={"name": "Verein", "kind": "association"}, **options)
    return PartnerRequest.objects.first()


@pytest.mark.django_db
def test_two_workers_at_once_send_one_mail_each(mailoutbox, monkeypatch):
    for number in range(5):
        ask(f"a{number}@x.example")
    send = requests.post

    def while_another_looks(mail):
        monkeypatch.setattr(requests, "post", send)
        requests.answer_due()  # a second worker, in the middle of the first one's sending
        send(mail)

    monkeypatch.setattr(requests, "post", while_another_looks)
    requests.answer_due()
    assert sorted(mail.to[0] for mail in mailoutbox) == [f"a{number}@x.example" for number in range(5)]


@pytest.mark.django_db
def test_a_worker_that_dies_leaves_the_request_for_later(mailoutbox, monkeypatch):
    ask()

    def die(mail):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(requests, "post", die)
        with pytest.raises(KeyboardInterrupt):
            requests.answer_due()
    requests.answer_due()
    assert mailoutbox == []  # still somebody's
    requests.answer_due(timezone.now() + datetime.timedelta(minutes=11))
    assert len(mailoutbox) == 1


@pytest.mark.django_db
def test_an_address_that_refuses_is_not_tried_for_ever(monkeypatch):
    request = ask()

    def refuse(mail):
        raise SendError("Die Adresse nimmt keine E-Mails an.", permanent=True)

    monkeypatch.setattr(requests, "post", refuse)
    assert requests.answer_due() == 1
    assert requests.answer_due(timezone.now() + datetime.timedelta(days=300)) == 0
    request.refresh_from_db()
    assert request.sent_at is None and "nimmt keine" in request.error


@pytest.mark.django_db
def test_the_periodic_task_sends_and_forgets(mailoutbox):
    old = ask("alt@x.example")
    PartnerRequest.objects.filter(pk=old.pk).update(created_at=timezone.now() - datetime.timedelta(days=8))
    partner = Partner.objects.create(name="R", kind="media", email="r@x.example")
    requests.invite(partner)
    PartnerRequest.objects.filter(partner=partner).update(
        created_at=timezone.now() - datetime.timedelta(days=8)
    )
    answer_requests()
    assert {mail.to[0] for mail in mailoutbox} == {"r@x.example"}
    assert [request.partner for request in PartnerRequest.objects.all()] == [partner]  # waits a month
