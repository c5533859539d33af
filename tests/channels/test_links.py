"""Codes: one per ad, channel and language; readable; the same for all readers."""

import pytest

from channels import languages, links
from channels.models import Channel, Link
from channels.renditions.forms.telling import telling


def test_codes_are_readable_and_random():
    codes = {links.new_code() for _count in range(2000)}
    assert len(codes) == 2000
    assert not set("".join(codes)) & set("01oOlIiuv")
    assert all(links.is_code(code) for code in codes)


@pytest.mark.parametrize(
    "text", ["", "short", "UPPER234", "2345678o", "23456789b", "2345678\n", "https://", "23456789\n"]
)
def test_what_is_no_code(text):
    assert not links.is_code(text)


def test_one_code_for_all_readers_of_a_channel(publish, feed_channel, page_channel):
    posting = publish()
    code = links.code_for(posting, feed_channel).code
    assert links.code_for(posting, feed_channel).code == code
    assert links.code_for(posting, page_channel).code != code
    assert links.code_for(posting, feed_channel, "tr").code != code


def test_a_taken_code_is_drawn_again(publish, feed_channel, page_channel, monkeypatch):
    posting = publish()
    taken = Link.objects.get(posting=posting, channel=page_channel).code
    drawn = iter([taken, taken, "bcdfghjk"])
    monkeypatch.setattr(links, "new_code", lambda: next(drawn))
    assert links.code_for(posting, feed_channel, "tr").code == "bcdfghjk"


def test_addresses_for_clicking_and_scanning(publish, feed_channel):
    link = links.code_for(publish(), feed_channel)
    assert links.address(link) == f"https://jobs.neustadt.example/l/{link.code}"
    assert links.address(link, medium="qr") == f"https://jobs.neustadt.example/q/{link.code}"


def test_each_language_of_a_channel_has_its_own_code_that_tells_nobody_when_it_was_asked_for(
    publish, feed_channel
):
    link = links.code_for(publish(), feed_channel)
    Link.objects.filter(pk=link.pk).update(created_at="2026-01-05T09:00:00Z")
    link.refresh_from_db()
    turkish = links.in_language(link, "tr")
    assert (turkish.language, turkish.channel, turkish.posting) == ("tr", feed_channel, link.posting)
    assert turkish.code != link.code
    turkish.refresh_from_db()
    assert turkish.created_at == link.created_at
    assert links.in_language(link, "tr") == links.in_language(turkish, "tr") == turkish
    assert links.in_language(turkish, "de") == link


def test_words_in_another_language_carry_that_languages_code(publish, feed_channel):
    posting = publish()
    link = links.code_for(posting, feed_channel)
    told = telling(posting.approved, link, languages.get("tr"))
    turkish = links.in_language(link, "tr")
    assert (told.link, told.scanned) == (links.address(turkish), links.address(turkish, "qr"))
    assert telling(posting.approved, link, languages.get("de")).link == links.address(link)


@pytest.mark.django_db
def test_the_shared_channel_is_one_and_not_offered():
    assert links.shared_mail_channel() == links.shared_mail_channel()
    assert not Channel.objects.chosen().exists()
