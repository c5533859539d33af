"""What readers and approving staff see in the browser: a page in Arabic, the previews of all channels."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from channels import languages
from tests.e2e.accessibility import assert_accessible
from tests.e2e.pictures import open_a_job, sign_in
from tests.e2e.test_pages import city, look, paths_linked

__all__ = ["city"]
pytestmark = pytest.mark.long
LONG = re.compile(r".{50}", re.DOTALL)
FITS = "document.documentElement.scrollWidth <= window.innerWidth"


@pytest.mark.parametrize("code", ["ar", "fa", "uk", "vi", "kmr"])
def test_a_page_in_another_language_on_the_smallest_phone_without_script(browser, city, code):
    language = languages.get(code)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{open_a_job(page, city)}{code}/")
    expect(page.locator("html")).to_have_attribute("dir", language.direction)
    for words in ("action.apply", "label.deadline", "label.glossary", "notice.unreviewed"):
        expect(page.get_by_text(language.text(words)).first, words).to_be_visible()
    assert page.evaluate(FITS)
    apply = page.get_by_role("link", name=language.text("action.apply")).bounding_box()
    assert apply["x"] >= 0 and apply["x"] + apply["width"] <= 320 and apply["height"] >= 24
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_and_for_those_who_do_not_see_it(browser, city, code):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    linked = paths_linked(page, city, "/stellen/", r"/stellen/[^?]+/")
    ads = [path for path in linked if "/termine/" not in path and "/sprache/" not in path]
    look(page, f"{city.address}{ads[0]}{code}/")
    context.close()


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize(
    "path", ["/kanaele/ausschreibung/3/vorschau/", "/kanaele/veranstaltung/1/vorschau/"], ids=["ad", "event"]
)
def test_previews_with_everything_unfolded(browser, city, width, path):
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    sign_in(page, city, "approver")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(f"{city.address}{path}")
    page.evaluate("document.querySelectorAll('main details').forEach(fold => fold.open = true)")
    frames = page.locator("iframe")
    for number in range(frames.count()):
        frames.nth(number).scroll_into_view_if_needed()
        inside = page.frame_locator("iframe").nth(number).locator("body")
        expect(inside).to_have_text(LONG, timeout=30_000)
    assert frames.count() > 1
    assert page.evaluate(FITS)
    assert_accessible(page)
    assert said == []
    context.close()


def test_without_a_list_of_occupations_the_page_says_what_to_do(browser, city):
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    sign_in(page, city, "outreach")
    look(page, f"{city.address}/kanaele/ausschreibung/3/beruf/")
    expect(page.get_by_text("Die Liste der Berufe fehlt noch")).to_be_visible()
    context.close()
