"""Nothing behind the first middleware knows an address; only trusted proxies are believed."""

from __future__ import annotations

import ipaddress

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from outreach.middleware.origin import LOOPBACK, OriginMiddleware, pseudonym

ADDRESS = "203.0.113.77"


@pytest.fixture
def passed():
    """passed(**META) -> the request as views see it."""

    def send(path: str = "/", **meta: str):
        seen = []
        middleware = OriginMiddleware(lambda request: seen.append(request) or HttpResponse())
        middleware(RequestFactory().get(path, **meta))
        return seen[0]

    return send


def test_views_see_a_pseudonym_instead_of_the_address(passed):
    request = passed(REMOTE_ADDR=ADDRESS, REMOTE_PORT="4711", HTTP_X_FORWARDED_FOR="198.51.100.1")
    assert ADDRESS not in str(request.META)
    assert "198.51.100.1" not in str(request.META)
    assert "4711" not in str(request.META)
    assert ipaddress.ip_address(request.META["REMOTE_ADDR"]).is_private


def test_a_pseudonym_tells_callers_apart_within_the_net_that_throttles_look_at():
    assert pseudonym(ADDRESS) == pseudonym(ADDRESS)
    one, other = (ipaddress.ip_network((pseudonym(a), 64), strict=False) for a in (ADDRESS, "203.0.113.78"))
    assert one != other


def test_a_whole_ipv6_net_is_one_caller():
    assert pseudonym("2001:db8:1:2::1") == pseudonym("2001:db8:1:2:ffff::9")
    assert pseudonym("2001:db8:1:2::1") != pseudonym("2001:db8:1:3::1")


class TestForwarded:
    FORWARDED = {
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_FORWARDED_HOST": "stellen.stadt.example",
        "HTTP_X_FORWARDED_FOR": "198.51.100.1",
    }

    def test_strangers_are_not_believed(self, passed, settings):
        settings.TRUSTED_PROXIES = []
        request = passed(REMOTE_ADDR="10.0.0.5", **self.FORWARDED)
        assert not request.is_secure()
        assert request.META.get("HTTP_HOST") != "stellen.stadt.example"

    def test_a_trusted_proxy_tells_scheme_and_host(self, passed, settings):
        settings.TRUSTED_PROXIES = [ipaddress.ip_network("10.0.0.0/8")]
        settings.ALLOWED_HOSTS = ["stellen.stadt.example"]
        request = passed(REMOTE_ADDR="10.0.0.5", **self.FORWARDED)
        assert request.is_secure()
        assert request.get_host() == "stellen.stadt.example"

    def test_behind_a_proxy_callers_are_still_told_apart(self, passed, settings):
        settings.TRUSTED_PROXIES = [ipaddress.ip_network("10.0.0.0/8")]
        hops = ["198.51.100.1", "198.51.100.2", "6.6.6.6, 198.51.100.1", "198.51.100.1, 10.0.0.9"]
        seen = [passed(REMOTE_ADDR="10.0.0.5", HTTP_X_FORWARDED_FOR=hop).META["REMOTE_ADDR"] for hop in hops]
        assert seen[0] != seen[1]
        assert seen[0] == seen[2] == seen[3]  # what the caller wrote in front counts for nothing

    def test_loopback_is_only_who_comes_straight(self, passed):
        assert passed(REMOTE_ADDR="127.0.0.1").META[LOOPBACK]
        assert not passed(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.1").META[LOOPBACK]
        assert not passed(REMOTE_ADDR=ADDRESS).META[LOOPBACK]


def test_cookies_are_not_even_read_on_public_pages(passed):
    assert passed("/stellen/", HTTP_COOKIE="sitzung=x").COOKIES == {}
    assert passed("/ausschreibungen/", HTTP_COOKIE="sitzung=x").COOKIES == {"sitzung": "x"}
