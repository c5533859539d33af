"""Floods are counted apart, repeats only where a city wants it, and nothing about anybody is held."""

from __future__ import annotations

import gc
import os

import pytest

from outreach.reach.opening.configuration import CountingRules
from outreach.reach.opening.judging import Judge
from outreach.reach.opening.pace import Pace
from outreach.reach.opening.repeats import Repeats

PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"  # fmt: skip # noqa: E501
ADDRESS = "203.0.113.7"


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def environ(address: str = ADDRESS, agent: str = PHONE, **headers: str) -> dict[str, str]:
    return {"REQUEST_METHOD": "GET", "REMOTE_ADDR": address, "HTTP_USER_AGENT": agent, **headers}


class TestPace:
    def test_so_many_in_a_minute_and_no_more(self, clock):
        pace = Pace(3, 100, clock=clock)
        assert [pace.is_plausible(1) for _ in range(5)] == [True, True, True, False, False]
        assert pace.is_plausible(2)  # another link has its own
        clock.now += 60
        assert pace.is_plausible(1)

    def test_so_many_in_a_day(self, clock):
        pace = Pace(10, 25, clock=clock)
        taken = 0
        for _minute in range(10):
            taken += sum(pace.is_plausible(1) for _ in range(10))
            clock.now += 60
        assert taken == 25

    def test_bounded_by_links_and_more_links_pass(self, clock):
        pace = Pace(1, 1, most_links=3, clock=clock)
        assert all(pace.is_plausible(link) for link in range(1_000))
        assert pace.watched == 3
        assert not pace.is_plausible(0)

    def test_a_steady_clock_that_starts_at_zero(self, clock):
        clock.now = 0.0
        assert Pace(1, 1, clock=clock).is_plausible(1)


class TestFlood:
    def test_from_one_source_or_many_the_rest_is_counted_apart(self):
        judge = Judge(CountingRules(plausible_per_minute=10))
        kinds = [judge.kind_of(environ(f"203.0.113.{number % 5}"), 1) for number in range(30)]
        # A minute of the steady clock may end in between: then ten more are plausible.
        assert kinds[:10] == ["person"] * 10
        assert kinds.count("burst") >= 10

    def test_uncertain_ones_take_part_and_programs_do_not(self):
        judge = Judge(CountingRules(plausible_per_minute=10))
        assert {judge.kind_of(environ(agent="curl/8.5.0"), 1) for _ in range(30)} == {"bot"}
        assert judge.kind_of(environ(), 1) == "person"
        assert "burst" in [judge.kind_of(environ(agent="-"), 1) for _ in range(40)]


class TestRepeats:
    def test_off_by_default_and_then_nothing_is_held(self):
        judge = Judge(CountingRules())
        assert judge.repeats is None
        assert [judge.kind_of(environ(), 1) for _ in range(3)] == ["person"] * 3

    def test_one_device_one_link_for_some_minutes(self, clock):
        repeats = Repeats(30, clock=clock)
        assert not repeats.is_repeat(1, ADDRESS, PHONE)
        assert repeats.is_repeat(1, ADDRESS, PHONE)
        assert not repeats.is_repeat(2, ADDRESS, PHONE)  # the same device on two links: not connected
        assert not repeats.is_repeat(1, "203.0.113.8", PHONE)
        assert not repeats.is_repeat(1, ADDRESS, "another")
        clock.now += 30 * 60
        assert not repeats.is_repeat(1, ADDRESS, PHONE)
        assert len(repeats) == 1  # and everything before is gone

    def test_the_key_goes_with_what_it_marked(self, clock):
        repeats = Repeats(30, clock=clock)
        repeats.is_repeat(1, ADDRESS, PHONE)
        key, marks = repeats._key, repeats._marks
        clock.now += 30 * 60
        repeats.is_repeat(1, ADDRESS, PHONE)
        assert repeats._key != key and not marks & repeats._marks

    def test_memory_is_bounded(self, clock):
        repeats = Repeats(30, most=100, clock=clock)
        for number in range(1_000):
            repeats.is_repeat(1, f"10.0.{number // 250}.{number % 250}", PHONE)
        assert 0 < len(repeats) <= 100

    def test_no_two_processes_know_the_same(self):
        one, other = Repeats(30), Repeats(30)
        one.is_repeat(1, ADDRESS, PHONE)
        other.is_repeat(1, ADDRESS, PHONE)
        assert not one._marks & other._marks

    def test_a_forked_process_starts_with_nothing(self):
        repeats = Repeats(30)
        repeats.is_repeat(1, ADDRESS, PHONE)
        key = repeats._key
        child = os.fork()
        if child == 0:
            os._exit(0 if len(repeats) == 0 and repeats._key != key else 1)
        assert os.waitpid(child, 0)[1] == 0

    def test_nothing_of_the_request_is_held(self, clock):
        repeats = Repeats(30, clock=clock)
        repeats.is_repeat(1, ADDRESS, PHONE)
        (mark,) = repeats._marks
        assert len(mark) == 8
        held = [repr(value) for value in gc.get_referents(repeats.__dict__)]
        assert not [text for text in [*held, repr(repeats)] if ADDRESS in text or "Android" in text]

    def test_kinds(self):
        judge = Judge(CountingRules(deduplicate_minutes=30))
        assert [judge.kind_of(environ(), 1) for _ in range(3)] == ["first", "repeat", "repeat"]
        assert judge.kind_of(environ("198.51.100.4"), 1) == "first"
        assert judge.kind_of(environ(agent="curl/8.5.0"), 1) == "bot"
        assert judge.kind_of(environ(agent="-"), 1) == "uncertain"

    @pytest.mark.parametrize("header", ["HTTP_SEC_GPC", "HTTP_DNT"])
    def test_whoever_objects_adds_to_the_plain_count_only(self, header):
        judge = Judge(CountingRules(deduplicate_minutes=30))
        assert [judge.kind_of(environ(**{header: "1"}), 1) for _ in range(3)] == ["person"] * 3
        assert len(judge.repeats) == 0
        assert judge.kind_of(environ(), 1) == "first"

    def test_behind_a_proxy_the_caller_is_meant_and_nobody_else_is_believed(self, settings):
        import ipaddress

        settings.TRUSTED_PROXIES = [ipaddress.ip_network("10.0.0.0/8")]
        judge = Judge(CountingRules(deduplicate_minutes=30))
        through = [("10.0.0.1", "198.51.100.1"), ("10.0.0.1", "198.51.100.2"), ("10.0.0.2", "198.51.100.2")]
        kinds = [judge.kind_of(environ(proxy, HTTP_X_FORWARDED_FOR=who), 1) for proxy, who in through]
        assert kinds == ["first", "first", "repeat"]
        made_up = [judge.kind_of(environ(HTTP_X_FORWARDED_FOR=f"192.0.2.{n}"), 1) for n in range(3)]
        assert made_up == ["first", "repeat", "repeat"]

    def test_a_whole_ipv6_network_is_one_caller(self):
        judge = Judge(CountingRules(deduplicate_minutes=30))
        assert [judge.kind_of(environ(f"2001:db8::{n}"), 1) for n in range(1, 3)] == ["first", "repeat"]
