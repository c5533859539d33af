"""Takes the pictures of the README from a freshly loaded demo city: `make pictures`."""

from __future__ import annotations

import re
import tempfile
import tomllib
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import FLAGS, program
from tests.e2e.service import ROOT, Service

PICTURES = ROOT / "outreach/demo/pictures"
PEOPLE = tomllib.loads((ROOT / "outreach/demo/people.toml").read_text(encoding="utf-8"))
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def sign_in(page: Page, service: Service, role: str) -> None:
    """As the demo person who holds this role."""
    page.context.clear_cookies()
    person = next(person for person in PEOPLE["people"] if role in person["roles"])
    page.goto(f"{service.address}/konto/login/")
    page.locator("input[name=login]").fill(person["email"])
    page.locator("input[name=password]").fill(PEOPLE["password"])
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda url: "/konto/login/" not in url)
    page.wait_for_load_state("networkidle")


def open_a_job(page: Page, service: Service) -> str:
    """As from the public list; returns its address."""
    page.goto(f"{service.address}/stellen/")
    page.locator("main a[href^='/stellen/']:not([href*='/termine/']):not([href*='/sprache/'])").first.click()
    page.wait_for_url(re.compile("/stellen/[^/]+/"))
    return page.url.split("?")[0]


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")
    print(f"{name}.png")


def take_all(browser: Browser, service: Service) -> None:
    desk = browser.new_context(viewport=DESK).new_page()
    sign_in(desk, service, "editor")
    desk.goto(f"{service.address}/ausschreibungen/?state=draft")
    desk.locator("main a[href*='/ausschreibungen/']").filter(has_text=re.compile("Wohngeld")).first.click()
    desk.locator(".cm-content").wait_for()
    take(desk, "workplace")
    sign_in(desk, service, "reporting")
    desk.goto(f"{service.address}/reichweite/")
    take(desk, "reach")
    phone = browser.new_context(viewport=PHONE, device_scale_factor=2).new_page()
    open_a_job(phone, service)
    take(phone, "job")


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        service = Service(Path(folder)).start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
                take_all(browser, service)
                browser.close()
        finally:
            service.stop()


if __name__ == "__main__":
    main()
