"""From choosing the medium to the technicians' page and its test message, in the real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.pictures import sign_in
from tests.e2e.test_pages import SCREENS, city, look

__all__ = ["city"]  # a fixture

pytestmark = pytest.mark.long


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("script", [True, False])
def test_a_webhook_is_set_up(browser, city, screen, script):
    width, height = SCREENS[screen]
    name = f"Haken {screen} {script}"
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=script)
    page = context.new_page()
    sign_in(page, city, "outreach")
    page.goto(f"{city.address}/kanaele/neu/")
    page.get_by_label("Webhook").check()
    page.get_by_role("button", name="Weiter").click()
    page.get_by_label("Name").fill(name)
    page.get_by_label("Adresse beim Partner").fill("https://127.0.0.1/inneres")
    page.get_by_role("button", name="Speichern").click()
    expect(page.locator(".kern-error")).to_have_count(1)
    expect(page.get_by_label("Name")).to_have_value(name)
    page.get_by_label("Adresse beim Partner").fill("https://partner.example/stellen")
    page.get_by_role("button", name="Speichern").click()
    page.wait_for_url(lambda url: "/neu/" not in url)
    page.goto(f"{city.address}/kanaele/")
    page.get_by_role("link", name=name).click()
    own = page.locator("a[href*='/empfang/']").get_attribute("href")
    context.close()

    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=script)
    page = context.new_page()
    page.goto(own)
    page.get_by_role("button", name="Testnachricht senden").click()
    expect(page.locator("body")).to_contain_text("Die Testnachricht ist unterwegs")
    page.get_by_role("button", name="Neuen Schlüssel erzeugen").click()
    expect(page.locator("code", has_text="whsec_")).to_have_count(1)
    if script:
        look(page, own)
    assert context.cookies() == []
    context.close()
