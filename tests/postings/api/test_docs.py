"""The page that shows the description works under our strict CSP."""

from __future__ import annotations

import pytest

from tests import services


def test_the_page_has_nothing_inline(client, db):
    page = client.get("/api/v1/docs/").content.decode()
    assert "<style" not in page
    assert "style=" not in page
    assert page.count("<script src=") == page.count("<script") == 3
    assert "http://" not in page
    assert "https://" not in page


def test_description_as_json_and_yaml(client, db):
    assert client.get("/api/v1/schema/")["Content-Type"].startswith("application/json")
    assert client.get("/api/v1/schema/", HTTP_ACCEPT="application/yaml").content.startswith(b"openapi: 3.1")


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_a_real_browser_shows_it_without_complaint(live_server):
    services.require("chromium")
    from playwright.sync_api import sync_playwright

    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page()
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type == "error" else None
        )
        page.on("requestfailed", lambda request: complaints.append(request.url))
        page.goto(f"{live_server.url}/api/v1/docs/")
        page.wait_for_selector(".opblock", timeout=20_000)
        shown = page.locator(".opblock-summary-path").all_inner_texts()
        browser.close()
    assert any("review" in path for path in shown)
    assert complaints == []
