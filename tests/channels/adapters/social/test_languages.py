"""Posts in a language nobody reviewed: marked, German with an honest sentence, or held until the review."""

from __future__ import annotations

import pytest

from channels import delivery as outbox
from channels import languages, publishing
from channels.adapters.social import telegram
from channels.models import Approval, Channel, Delivery
from channels.publishing import approving
from channels.renditions.post import ad_over_post
from channels.translating import sentences

pytestmark = pytest.mark.django_db
TURKISH = languages.get("tr")


@pytest.fixture
def channel(in_chat) -> Channel:
    in_chat.options = {**in_chat.options, "language": "tr"}
    in_chat.save()
    return in_chat


def posted(publish, channel: Channel, how: str) -> Delivery:
    Channel.objects.filter(pk=channel.pk).update(unreviewed=how)
    publish()
    return Delivery.objects.get(channel=channel)


def review(code: str) -> None:
    for sentence in sentences.of(code):
        sentences.review(code, sentence.key, by="Anna Nowak")
    publishing.languages.sentences_reviewed(code, by="Anna Nowak")


def test_marked(publish, channel):
    text = posted(publish, channel, "marked").rendition["text"]
    assert text.startswith("Yeni iş") and TURKISH.text("notice.unreviewed") in text


def test_german_with_an_honest_sentence(publish, channel):
    text = posted(publish, channel, "german").rendition["text"]
    assert "Bezahlung" in text and TURKISH.text("sentence.only_german") in text


def test_a_held_post_goes_when_the_language_is_reviewed(publish, channel, chat):
    row = posted(publish, channel, "hold")
    outbox.sweep()
    row.refresh_from_db()
    assert row.state == "waiting" and "Wartet, bis jemand Türkisch geprüft hat." in row.error
    assert not chat.messages
    review("tr")
    row.refresh_from_db()
    assert "held" not in row.rendition and row.error == ""
    assert TURKISH.text("notice.unreviewed") not in row.rendition["text"]
    outbox.sweep()
    row.refresh_from_db()
    assert row.state == "sent"
    compared = approving.compare(Approval.objects.get())
    assert compared.intact
    assert [one.as_approved for one in compared.renditions if one.channel == channel] == [None]


def test_the_end_is_marked_too(publish, channel):
    row = posted(publish, channel, "marked")
    text = ad_over_post(row.version, row.channel, telegram.SIZE)["text"]
    assert TURKISH.text("notice.closed").rstrip(".") in text and TURKISH.text("notice.unreviewed") in text
