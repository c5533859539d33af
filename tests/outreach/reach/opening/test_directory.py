"""Codes in memory: right, bounded, and no way to hammer the database."""

from __future__ import annotations

import datetime
from contextlib import suppress

import pytest
from django.db import OperationalError
from django.utils import timezone

from channels import links
from channels.models import Link
from outreach.reach.opening.directory import Directory, Target, Unavailable, look_up
from postings.models import Event, Posting, State


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Table:
    """A database with some codes, that counts how often it is asked."""

    def __init__(self, **codes: Target) -> None:
        self.codes, self.queries, self.away = codes, 0, False

    def __call__(self, code: str) -> Target | None:
        self.queries += 1
        if self.away:
            raise OperationalError
        return self.codes.get(code)


HOUR = datetime.timedelta(hours=1)
DAY = 24 * HOUR
TARGET = Target(7, "/stellen/wohngeld/?k=k7m2pxwd")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def table():
    return Table(k7m2pxwd=TARGET)


@pytest.fixture
def directory(table, clock):
    return Directory(table, clock=clock, most_known=3, most_unknown=3, fruitless_per_second=10)


def test_look_up(link):
    assert look_up("k7m2pxwd") == Target(link.pk, "/stellen/wohngeld/?k=k7m2pxwd")
    assert look_up("fremdweg") is None


def test_look_up_of_a_language(link):
    Link.objects.create(code="x4x4x4x4", posting=link.posting, channel=link.channel, language="tr")
    assert look_up("x4x4x4x4").location == "/stellen/wohngeld/tr/?k=x4x4x4x4"


def test_a_known_code_is_asked_for_once(directory, table):
    assert [directory.find("k7m2pxwd") for _ in range(3)] == [TARGET] * 3
    assert table.queries == 1


def test_a_known_code_is_refreshed_after_some_minutes(directory, table, clock):
    directory.find("k7m2pxwd")
    clock.now += 301
    table.codes.clear()
    assert directory.find("k7m2pxwd") is None
    assert directory.known == {}


def test_a_new_code_works_at_once_although_another_was_unknown(directory, table):
    assert directory.find("neu22222") is None
    table.codes["neu33333"] = TARGET
    assert directory.find("neu33333") == TARGET


def test_a_code_asked_for_too_early_works_after_a_second(directory, table, clock):
    assert directory.find("neu22222") is None
    table.codes["neu22222"] = TARGET
    assert directory.find("neu22222") is None
    assert table.queries == 1
    clock.now += 1
    assert directory.find("neu22222") == TARGET


@pytest.mark.parametrize(
    "code",
    [
        "",
        "abc",
        "a" * 17,
        "k7m2 pxw",
        "k7m2/pxw",
        "//boese.example",
        "k7m2pxwd\r\nX: y",
        "kündigen",
        "%2e%2e",
    ],
)
def test_malformed_codes_never_reach_the_database(directory, table, code):
    assert directory.find(code) is None
    assert table.queries == 0


def test_guessing_fills_no_memory_and_is_slowed_down_for_the_database(directory, table, clock):
    directory.find("k7m2pxwd")
    refused = 0
    for number in range(5000):
        try:
            directory.find(f"rat{number:05}")
        except Unavailable:
            refused += 1
    assert table.queries == 1 + 10
    assert refused == 5000 - 10
    assert len(directory.unknown) <= 3
    assert directory.find("k7m2pxwd") == TARGET  # readers are not slowed down
    clock.now += 1
    assert directory.find("rat99999") is None  # a second later it goes on


def test_after_a_restart_every_real_code_is_found_whatever_the_rush(directory, table):
    for number in range(500):
        table.codes[f"code{number:04}"] = TARGET
        assert directory.find(f"code{number:04}") == TARGET


def test_known_codes_are_bounded_and_the_oldest_goes(directory, table):
    for number in range(5):
        table.codes[f"code{number}"] = TARGET
        directory.find(f"code{number}")
    assert list(directory.known) == ["code2", "code3", "code4"]


def test_a_database_that_is_away(directory, table, clock):
    directory.find("k7m2pxwd")
    clock.now += 301
    table.away = True
    assert directory.find("k7m2pxwd") == TARGET  # what was known still works
    with pytest.raises(Unavailable):
        directory.find("neu22222")
    assert table.queries == 2  # and the second one did not even try
    clock.now += 1
    table.away = False
    assert directory.find("neu22222") is None


@pytest.fixture
def event(editor):
    now = timezone.now()
    return Event.objects.create(
        slug="tag", title="Tag", description="D", starts_at=now, ends_at=now + HOUR, place="P",
        created_by=editor,
    )  # fmt: skip


def test_an_event_leads_to_its_own_page(link, event, django_assert_num_queries):
    other = Link.objects.create(code="bcdfghjk", event=event, channel=link.channel)
    with django_assert_num_queries(1):
        assert look_up("bcdfghjk") == Target(other.pk, "/stellen/termine/tag/?k=bcdfghjk")


class TestAfterTheEnd:
    """The page says kindly that it is over; nothing is counted any more."""

    def test_an_ad_that_is_closed(self, link):
        assert look_up("k7m2pxwd").counts
        Posting.objects.update(state=State.CLOSED)
        assert look_up("k7m2pxwd") == Target(link.pk, "/stellen/wohngeld/?k=k7m2pxwd", counts=False)

    @pytest.mark.parametrize(("days", "counts"), [(-1, False), (0, True), (1, True)])
    def test_an_ad_whose_deadline_has_passed(self, link, days, counts):
        Posting.objects.update(state=State.PUBLISHED, deadline=timezone.localdate() + days * DAY)
        assert look_up("k7m2pxwd").counts is counts

    def test_an_event_that_is_over_or_called_off(self, link, event):
        Link.objects.create(code="bcdfghjk", event=event, channel=link.channel)
        assert look_up("bcdfghjk").counts
        Event.objects.update(cancelled_at=timezone.now())
        assert not look_up("bcdfghjk").counts
        Event.objects.update(cancelled_at=None, ends_at=timezone.now() - HOUR)
        assert not look_up("bcdfghjk").counts


class TestGuessing:
    """What a code's length is worth. Words in `Directory` rest on these numbers."""

    def test_a_code_has_38_bits(self):
        assert len(set(links.ALPHABET)) ** links.LENGTH > 2**38

    def test_a_guesser_hardly_ever_meets_a_code(self):
        codes_in_use = 1_000_000
        guesses_a_day = Directory().fruitless_per_second * 24 * 60 * 60
        hits_a_day = guesses_a_day * codes_in_use / len(links.ALPHABET) ** links.LENGTH
        assert hits_a_day < 13  # one every two hours, spread over a million links

    def test_codes_come_from_the_systems_randomness_and_differ(self):
        codes = [links.new_code() for _ in range(2_000)]
        assert len(set(codes)) == len(codes)
        for position in range(links.LENGTH):  # every sign everywhere
            assert {code[position] for code in codes} == set(links.ALPHABET)

    def test_what_was_not_ours_and_what_was_refused_is_told(self, directory, table):
        for number in range(15):
            with suppress(Unavailable):
                directory.find(f"rat{number:05}")
        directory.find("x")
        assert (directory.not_ours, directory.refused) == (11, 5)
