"""The record of an approval: it covers everything, notices every change, and survives new templates."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from channels import publishing
from channels.adapters import registry
from channels.models import Approval, Channel, Delivery
from channels.publishing import approving
from postings import workflow
from postings.models import PostingVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def approval(publish, mail_channel, feed_channel) -> Approval:
    publish()
    return Approval.objects.get()


def fresh(approval: Approval) -> approving.Comparison:
    return approving.compare(Approval.objects.get(pk=approval.pk))


def test_an_approval_leaves_a_record_that_agrees(approval):
    compared = fresh(approval)
    assert compared.intact
    assert [one.as_approved for one in compared.renditions] == [True, True]
    assert approval.content["text"]["facts"]["pay_group"] == "E 9b"
    assert approval.content["approved_by"] == "approver@stadt.example"


def test_one_changed_letter_is_noticed(approval):
    version = PostingVersion.objects.get(pk=approval.version_id)
    PostingVersion.objects.filter(pk=version.pk).update(text=version.text + ".")
    assert not fresh(approval).text
    assert not fresh(approval).intact


def test_a_changed_fact_rendition_or_record_is_noticed(approval):
    PostingVersion.objects.update(facts={**approval.version.facts, "pay_group": "E 8"})
    assert not fresh(approval).text
    PostingVersion.objects.update(facts=approval.version.facts)
    row = Delivery.objects.get(channel__kind="email")
    Delivery.objects.filter(pk=row.pk).update(rendition={**row.rendition, "subject": "Anders"})
    assert [one.as_approved for one in fresh(approval).renditions] == [False, True]
    Delivery.objects.filter(pk=row.pk).update(rendition=row.rendition)
    Approval.objects.update(content={**approval.content, "comment": "ja"})
    assert not fresh(approval).record


def test_a_new_template_changes_nothing_that_was_approved(approval, monkeypatch, editor):
    """What is sent is what was stored; the approval is not opened again."""
    monkeypatch.setattr(registry.get("email"), "render", lambda version, channel: {"text": "neue Vorlage"})
    assert fresh(approval).intact
    assert "neue Vorlage" not in Delivery.objects.get(channel__kind="email").rendition["text"]


def test_a_channel_that_came_later_is_told_apart(approval):
    feed = Channel.objects.create(key="neu", name="Neu", kind=Channel.objects.get(key="alle-stellen").kind)
    publishing.catch_up(feed)
    compared = fresh(approval)
    assert compared.intact
    assert [one.as_approved for one in compared.renditions] == [True, True, None]


def test_decisions_and_comment_stand_in_it(make_posting, approver, editor):
    posting = make_posting()
    workflow.ignore(posting, by=editor, finding="x", rule="jung", quote="junges Team", reason="Zitat")
    publishing.approve(posting, by=approver, comment="Besprochen.")
    content = Approval.objects.get().content
    assert content["comment"] == "Besprochen."
    assert content["decisions"] == [
        {"rule": "jung", "quote": "junges Team", "reason": "Zitat", "by": "editor@stadt.example"}
    ]


def test_a_refused_approval_leaves_no_record(make_posting, editor):
    with pytest.raises(workflow.Refused):
        publishing.approve(make_posting(), by=editor)
    assert not Approval.objects.exists()


@pytest.fixture
def reader(person) -> Client:
    client = Client()
    client.force_login(person("reporting"))
    return client


def test_the_page_and_the_file_say_the_same(approval, reader):
    pk = approval.version.posting_id
    page = reader.get(reverse("publishing:record", args=[pk])).text
    assert "Alles ist so hinausgegangen, wie es freigegeben wurde" in page
    assert approval.digest in page
    response = reader.get(reverse("publishing:record_file", args=[pk]))
    assert (
        response["Content-Disposition"]
        == f'attachment; filename="freigabe-{approval.version.posting.slug}.json"'
    )
    exported = json.loads(response.content)
    assert approving.digest(exported["approved"]) == exported["digest"] == approval.digest
    for one in exported["renditions"]:
        assert approving.digest(one["rendition"]) == one["sha256"]
    Delivery.objects.update(rendition={})
    assert "Etwas stimmt nicht" in reader.get(reverse("publishing:record", args=[pk])).text


def test_without_an_approval_there_is_nothing_to_prove(make_posting, reader):
    posting = make_posting()
    assert "Noch nicht freigegeben" in reader.get(reverse("publishing:record", args=[posting.pk])).text
    assert reader.get(reverse("publishing:record_file", args=[posting.pk])).status_code == 404
