"""Every page of the demo city in the real browser: accessible, without errors, not wider than a phone."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.e2e.accessibility import assert_accessible
from tests.e2e.pictures import sign_in
from tests.e2e.service import ROOT

pytestmark = pytest.mark.long
PUBLIC = [
    "/stellen/",
    "/feeds/",
    "/regeln/",
    "/impressum/",
    "/datenschutz/",
    "/barrierefreiheit/",
    "/konto/login/",
]
STAFF = {
    "editor": [
        "/",
        "/ausschreibungen/",
        "/ausschreibungen/neu/",
        "/ausschreibungen/1/",
        "/veranstaltungen/neu/",
    ],
    "approver": ["/", "/ausschreibungen/3/", "/reichweite/", "/reichweite/schutz/"],
    "outreach": [
        "/kanaele/",
        "/kanaele/neu/",
        "/kanaele/partner/",
        "/kanaele/partner/neu/",
        "/veranstaltungen/",
    ],
    "administrator": ["/einstellungen/", "/einstellungen/personen/neu/"],
}
SCREENS = {"desk": (1440, 900), "phone": (360, 780), "320": (320, 640)}


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """The demo city, running."""
    from tests.e2e.service import Service

    service = Service(tmp_path_factory.mktemp("city")).start()
    yield service
    service.stop()


def look(page, address: str) -> None:
    """Open it, and fail on what a person would stumble over."""
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None
    )
    answer = page.goto(address)
    page.wait_for_load_state("networkidle")
    assert answer.status == 200, address
    assert said == [], address
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
        f"{address} is too wide"
    )
    assert page.locator("h1").count() == 1, address
    assert_accessible(page)


def paths_linked(page, service, start: str, pattern: str) -> list[str]:
    page.goto(f"{service.address}{start}")
    links = page.locator("main a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return sorted({link for link in links if re.fullmatch(pattern, link or "")})


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_public_pages(browser, city, screen, scheme):
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    ads = paths_linked(page, city, "/stellen/", r"/stellen/[^?]+/")
    assert len(ads) >= 4
    for path in [*PUBLIC, *ads, "/regeln/junges-team/"]:
        look(page, f"{city.address}{path}")
    assert all(cookie["name"] == "formular" for cookie in context.cookies()), (
        "only the sign-in form needs one"
    )
    context.close()


@pytest.mark.parametrize("screen", ["desk", "phone"])
@pytest.mark.parametrize("role", STAFF)
def test_staff_pages(browser, city, screen, role):
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    sign_in(page, city, role)
    for path in STAFF[role]:
        look(page, f"{city.address}{path}")
    context.close()


def test_a_public_page_works_without_script_and_without_a_cookie(browser, city):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{city.address}/stellen/")
    page.locator("main a[href^='/stellen/']:not([href*='/termine/'])").first.click()
    assert page.get_by_role("link", name="Jetzt bewerben").first.is_visible()
    assert context.cookies() == []
    context.close()


def test_the_demo_people_are_the_printed_ones(city):
    people = tomllib.loads((ROOT / "outreach/demo/people.toml").read_text("utf-8"))
    log = city.log.read_text("utf-8")
    assert all(person["email"] in log for person in people["people"])
