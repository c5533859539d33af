"""Codes: one per ad, channel and language; readable; the same for all readers."""

import pytest

from channels import links
from channels.models import Channel, Link


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


@pytest.mark.django_db
def test_the_shared_channel_is_one_and_not_offered():
    assert links.shared_mail_channel() == links.shared_mail_channel()
    assert not Channel.objects.chosen().exists()
