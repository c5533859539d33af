"""Every page of the demo city in the real browser: accessible, without errors, not wider than a phone."""

from __future__ import annotations

import re
import tomllib

import pytest
from playwright.sync_api import expect

from tests.e2e.accessibility import assert_accessible
from tests.e2e.pictures import open_a_job, sign_in
from tests.e2e.service import ROOT

pytestmark = pytest.mark.long
PUBLIC = [
    "/stellen/",
    "/feeds/",
    "/regeln/",
    "/impressum/",
    "/datenschutz/",
    "/datenschutz/ar/",
    "/offene-daten/",
    "/barrierefreiheit/",
    "/konto/login/",
    "/partner/anmelden/",
    "/partner/link/",
]
STAFF = {
    "editor": [
        "/",
        "/ausschreibungen/",
        "/ausschreibungen/neu/",
        "/ausschreibungen/1/",
        "/veranstaltungen/neu/",
    ],
    "approver": ["/", "/ausschreibungen/3/", "/reichweite/", "/reichweite/schutz/", "/reichweite/dokumente/"],
    "outreach": [
        "/kanaele/",
        "/kanaele/neu/",
        "/kanaele/neu/?kind=webhook",
        "/kanaele/neu/?kind=ba",
        "/kanaele/2/",
        "/kanaele/partner/",
        "/kanaele/partner/neu/",
        "/kanaele/sendungen/",
        "/kanaele/abdeckung/",
        "/kanaele/ausschreibung/2/abdeckung/",
        "/kanaele/ausschreibung/3/vorschau/",
        "/kanaele/ausschreibung/2/",
        "/kanaele/ausschreibung/2/formen/",
        "/kanaele/aushaenge/",
        "/kanaele/veranstaltung/1/",
        "/ausschreibungen/2/nachweis/",
        "/kanaele/partner/4/",
        "/kanaele/partner/einlesen/",
        "/veranstaltungen/",
        "/veranstaltungen/1/",
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
    expect(page.locator("h1"), address).to_have_count(1)
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
    assert len(ads) >= 5  # four ads and an event
    jobs = [path for path in ads if "/termine/" not in path and "/sprache/" not in path]
    sheets = [f"{job}{code}/" for job, code in zip(jobs, ("ar", "vi", "kmr", "de-simple"), strict=False)]
    for path in [*PUBLIC, *ads, *sheets, "/regeln/junges-team/"]:
        look(page, f"{city.address}{path}")
    assert all(cookie["name"] == "formular" for cookie in context.cookies()), (
        "only the sign-in form needs one"
    )
    context.close()


SHOWN = """[...document.querySelectorAll("*")]
    .filter((element) => !element.children.length && element.checkVisibility())
    .map((element) => element.textContent).join("\\n")"""


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("file", ["atom.xml", "rss.xml"])
def test_a_feed_opened_in_the_browser_is_a_page(browser, city, screen, file):
    """Styled XML: what it is, the address to copy, the titles; none of what is for programs."""
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    address = f"{city.address}/feeds/offene-stellen/{file}"
    page.goto(address)
    shown = page.evaluate(SHOWN)
    assert "Das ist ein Feed" in shown
    assert address in shown
    assert "tag:" not in shown and "<p>" not in shown
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.locator("a").click()
    page.wait_for_url(f"{city.address}/stellen/")
    assert [text for text in said if "Content Security Policy" in text] == []
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
    open_a_job(page, city)
    expect(page.get_by_role("link", name="Jetzt bewerben").first).to_be_visible()
    assert context.cookies() == []
    context.close()


def test_the_demo_people_are_the_printed_ones(city):
    people = tomllib.loads((ROOT / "outreach/demo/people.toml").read_text("utf-8"))
    log = city.log.read_text("utf-8")
    assert all(person["email"] in log for person in people["people"])


OWN_PAGES = """
from channels.models import Delivery, Partner
from channels.partners import tokens
for partner in Partner.objects.order_by("pk"):
    if partner.confirmed_at:
        print(f"/partner/{tokens.page_token(partner)}/")
        print(f"/partner/abmelden/{tokens.leaving_token(partner)}/")
sent = Delivery.objects.filter(channel__kind="email", action="publish").first()
print(f"/partner/erledigt/{tokens.done_token(sent)}/")
"""


@pytest.mark.parametrize("screen", SCREENS)
def test_partner_pages(browser, city, screen):
    """Everything open on a page is looked at, too: people do unfold things."""
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    paths = city.shell(OWN_PAGES).split()
    assert len(paths) > 6
    for path in paths:
        look(page, f"{city.address}{path}")
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
        assert_accessible(page)
    assert context.cookies() == []
    context.close()


def test_a_partner_passes_an_ad_on_without_script(browser, city):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(f"{city.address}{city.shell(OWN_PAGES).split()[0]}")
    page.get_by_text("Text kopieren").first.click()
    text = page.locator("textarea").first.input_value()
    assert text.startswith("Neue Stelle") and "/l/" in text
    page.get_by_role("button", name="Angesagt").first.click()
    expect(page.locator("body")).to_contain_text("Danke! Notiert: Angesagt.")
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.locator("body")).to_contain_text("Rückgängig gemacht.")
    context.close()
