"""Codes in memory: right, bounded, and no way to hammer the database."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from channels.models import Link
from outreach.reach.opening.directory import Directory, Target, Unavailable, look_up


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
