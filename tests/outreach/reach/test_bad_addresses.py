"""Wrong, old and hostile addresses: a page in the reader's language, nothing counted, nowhere to be sent."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels import languages
from outreach.reach.counting import Buffer
from outreach.reach.opening import pages
from outreach.reach.opening.configuration import CountingRules
from outreach.reach.opening.directory import Directory, Target, look_up
from outreach.reach.opening.judging import Judge
from outreach.reach.tracked import TrackedLinks
from postings.models import Posting, State
from tests.outreach.reach.test_tracked import Reply, behind

pytestmark = pytest.mark.django_db
OWN = Target(1, "/stellen/wohngeld/?k=k7m2pxwd")
OWN_PAGE = re.compile(r"/stellen/[a-z0-9/-]+/\?k=[A-Za-z0-9_-]{4,16}")


class Quiet(Buffer):
    def start(self) -> None:
        pass


@pytest.fixture
def app():
    return TrackedLinks(behind, Directory(look_up), Quiet(), Judge(CountingRules()))


@pytest.mark.parametrize("code", languages.codes())
def test_the_page_speaks_the_readers_language_and_german_simple_german_and_english(app, code):
    language = languages.get(code)
    reply = Reply(app, "/l/fremdweg", HTTP_ACCEPT_LANGUAGE=code)
    page = reply.body.decode()
    assert reply.status == 404
    assert f'<html lang="{language.tag}" dir="{language.direction}">' in page
    assert f"<h1>{language.text('opening.unknown')}</h1>" in page
    for each in {code, "de", "de-simple", "en"}:
        assert languages.get(each).text("opening.unknown_more") in page
    assert page.count("<h2>") == len({code, "de", "de-simple", "en"}) - 1
    assert (notice := languages.get(code).text("notice.unreviewed")) in page or code == "de", notice
    assert reply.headers["Vary"] == "Accept-Language"
    assert app.buffer.waiting == 0


def test_pages_are_made_once_per_language_whatever_is_asked_for(app):
    pages.forget()
    for number in range(300):
        Reply(app, f"/l/x{number}", HTTP_ACCEPT_LANGUAGE=f"tr;q=0.{number % 9 + 1}, x-{number}")
    assert pages._page.cache_info().currsize == 2  # the unknown one, and the one for too many guesses


def test_an_ad_that_has_ended_is_told_kindly_by_its_page_and_not_counted(app, link):
    Posting.objects.update(state=State.CLOSED)
    reply = Reply(app, "/q/k7m2pxwd")
    assert (reply.status, reply.headers["Location"]) == (302, "/stellen/wohngeld/?k=k7m2pxwd")
    assert app.buffer.waiting == 0


HOSTILE = [
    "//boese.example", "https://boese.example", "/boese.example", "\\boese.example", "%2f%2fboese.example",
    "k7m2pxwd//boese.example", "k7m2pxwd?next=//boese.example", "k7m2pxwd@boese.example", "javascript:x",
    "k7m2pxwd\r\nLocation: https://boese.example", "..%2f..%2fadmin", "k7m2pxwd\x00", "K7M2PXWD", "k7m2pxwd ",
]  # fmt: skip


@pytest.mark.parametrize("code", HOSTILE)
@pytest.mark.parametrize("door", ["/l/", "/q/"])
def test_nobody_is_sent_elsewhere(app, link, door, code):
    reply = Reply(app, door + code, QUERY_STRING="next=https://boese.example&url=//boese.example")
    assert reply.status == 404
    assert "Location" not in reply.headers
    assert app.buffer.waiting == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    path=st.one_of(st.text(max_size=40), st.just("k7m2pxwd"), st.from_regex(r"[A-Za-z0-9_\-/.%:]{0,20}")),
    query=st.text(max_size=40),
    headers=st.dictionaries(
        st.sampled_from(["HTTP_HOST", "HTTP_X_FORWARDED_HOST", "HTTP_REFERER", "HTTP_USER_AGENT"]),
        st.text(max_size=60),
    ),
)
def test_whatever_is_asked_the_answer_leads_to_our_own_pages_only(path, query, headers):
    app = TrackedLinks(behind, Directory({"k7m2pxwd": OWN}.get), Quiet(), Judge(CountingRules()))
    reply = Reply(app, f"/l/{path}", QUERY_STRING=query, **headers)
    assert reply.status in (302, 404)
    if reply.status == 302:
        assert OWN_PAGE.fullmatch(reply.headers["Location"])
    assert not [value for value in reply.headers.values() if "\r" in value or "\n" in value]


@given(slug=st.text(min_size=1, max_size=30), language=st.text(min_size=1, max_size=10))
def test_even_a_strange_slug_stays_below_our_own_path(slug, language):
    from unittest import mock

    row = (1, language, slug, "published", None, None, None, None)
    with mock.patch("channels.models.Link.objects") as rows:
        rows.filter.return_value.values_list.return_value.first.return_value = row
        location = look_up("k7m2pxwd").location
    assert location.startswith("/stellen/") and location.isascii()
    assert not re.search(r"[\s\\]", location)
