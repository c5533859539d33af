"""What is said fits the published schema, stays small, and carries nobody's tricks."""

from __future__ import annotations

import json

import jsonschema
import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from channels import webhooks
from channels.models import Channel
from channels.webhooks import payload
from channels.webhooks.endpoint import message
from postings.models import Event
from tests.channels.conftest import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def schema():
    from pathlib import Path

    text = Path(webhooks.__file__).with_name("schema.json").read_text("utf-8")
    found = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(found)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(found, format_checker=checker)


@pytest.fixture
def channel(db) -> Channel:
    return Channel.objects.create(key="h", name="Haken", kind="webhook", options={})


@pytest.fixture
def event(editor, days) -> Event:
    start = timezone.now() + (days(20) - days(0))
    return Event.objects.create(
        title="Tag der\r\noffenen Tür\u202e", created_by=editor,
        starts_at=start, ends_at=start + (days(1) - days(0)),
        place="Rathaus", description="Kommen Sie <b>vorbei</b>.\x0b", cancel_reason="Sturm",
    )  # fmt: skip


def test_ads_fit_the_schema(schema, channel, publish):
    version = publish().approved
    said = payload.job(version, channel)
    schema.validate(said)
    schema.validate(payload.job_closed(version, channel))
    assert said["type"] == "job.published" and said["data"]["jobposting"]["title"]


@pytest.mark.parametrize(
    ("action", "kind"),
    [("publish", "announced"), ("change", "changed"), ("remind", "reminder"), ("close", "cancelled")],
)
def test_events_fit_the_schema(schema, channel, event, action, kind):
    said = payload.event(event, channel, action)
    schema.validate(said)
    assert said["type"] == f"event.{kind}"
    assert said["data"]["title"] == "Tag der offenen Tür"
    assert "\x00" not in said["data"]["description"]


def test_notes_fit_the_schema(schema):
    schema.validate(message("endpoint.verification", {"challenge": "ab12"}))
    schema.validate(message("endpoint.test", {"text": "Hallo"}))


@pytest.mark.parametrize("kind", ["job.gone", "", "event.announced\n"])
def test_the_schema_refuses_what_we_never_send(schema, kind):
    with pytest.raises(jsonschema.ValidationError):
        schema.validate({"type": kind, "timestamp": "2027-01-01T00:00:00Z", "data": {}})


def test_a_later_version_is_a_change(channel, publish, make_posting, approver, editor):
    from channels.models import Delivery
    from postings.models import PostingVersion

    posting = publish()
    assert Delivery.objects.get(channel=channel).rendition["message"]["type"] == "job.published"
    old = posting.approved
    later = PostingVersion.objects.create(
        posting=posting, number=old.number + 1, title=old.title, text=old.text, facts=old.facts, author=editor
    )
    assert payload.job(later, channel)["type"] == "job.changed"


@pytest.mark.parametrize("filling", ["Sie beraten Menschen gut. ", "ä", "🏳️‍🌈", "**x** ", "&<>\"' "])
def test_no_message_is_larger_than_the_limit(schema, channel, publish, filling):
    huge = TEXT + "\n\n" + filling * (60_000 // len(filling.encode()))
    said = payload.job(publish(text=huge).approved, channel)
    schema.validate(said)
    assert len(payload.body(said).encode()) <= payload.LARGEST
    assert said["data"]["truncated"] and len(said["data"]["jobposting"]["description"]) > 1000


@given(st.text(), st.text())
def test_any_text_makes_a_body_that_reads_back(kind, text):
    said = {"type": kind, "data": {"description": text}}
    assert json.loads(payload.body(said)) == said
