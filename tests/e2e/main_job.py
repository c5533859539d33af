"""The main job, from a pasted ad to a counted click, as people do it in a browser."""

from __future__ import annotations

import json
import re
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.service import Service

WORD_AD = (Path(__file__).parent / "word_ad.html").read_text(encoding="utf-8")
PASSWORD = "ein-langes-passwort-26"
CAST = {
    "editor": "editor@stadt.example",
    "approver": "approver@stadt.example",
    "reporting": "report@stadt.example",
}
PARTNER = "verein@partner.example"


def populate(service: Service) -> None:
    """Three people, a partner with a mail channel, and the city's public feed."""
    service.shell(
        f"""
from outreach.people.models import User, RoleAssignment
from channels.models import Channel, Partner
for role, email in {CAST!r}.items():
    user = User.objects.create_user(email, email, {PASSWORD!r}, first_name=role.title(), last_name="Test")
    RoleAssignment.objects.create(user=user, role=role)
partner = Partner.objects.create(name="E2E-Verein", kind="association", status="active", email={PARTNER!r})
Channel.objects.create(key="e2e-verein", name="E2E-Verein per Mail", kind="email", partner=partner)
Channel.objects.create(
    key="e2e-feed", name="E2E-Feed", kind="atom", public=True, options={{"events": True}}
)
"""
    )


def sign_in(page: Page, service: Service, role: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{service.address}/konto/login/")
    page.locator("input[name=login]").fill(CAST[role])
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda url: "/konto/login/" not in url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def paste_from_word(page: Page, service: Service) -> None:
    """Step 1: paste, and see findings with reason, source and replacement, and what is missing."""
    page.goto(f"{service.address}/ausschreibungen/neu/")
    paste(page, WORD_AD)
    expect(page.locator(".cm-content")).to_contain_text("Ihre Aufgaben")
    page.locator("main button[type=submit][value=save], main form button.kern-btn--primary").first.click()
    page.wait_for_url(re.compile(r"/ausschreibungen/\d+/"))
    expect(page.locator(".cm-content .o-mark, .cm-content .cm-lintRange").first).to_be_visible()
    card = card_of(page, "Muttersprache Deutsch")
    card.get_by_text("Warum?").click()
    expect(card).to_contain_text("8 AZR 402/15")
    expect(card.locator("[data-replacement]").first).to_be_visible()
    page.get_by_role("link", name=re.compile("^Pflichtangaben|^Pflichtangaben ")).or_(
        page.get_by_role("tab", name=re.compile("Pflichtangaben"))
    ).first.click()
    expect(page.locator("[data-id='element:disability_clause']")).to_contain_text("fehlt")
    page.get_by_role("link", name=re.compile("^Hinweise")).or_(
        page.get_by_role("tab", name=re.compile("^Hinweise"))
    ).first.click()


def paste(page: Page, html: str) -> None:
    """What a browser does when somebody pastes from Word."""
    editor = page.locator(".cm-content")
    editor.click()
    editor.evaluate(
        """(node, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            data.setData("text/plain", "nur Text");
            const event = {clipboardData: data, bubbles: true, cancelable: true};
            node.dispatchEvent(new ClipboardEvent("paste", event));
        }""",
        html,
    )


def card_of(page: Page, quote: str):
    return page.locator(f'article[data-quote="{quote}"]').first


def fix_ignore_save(page: Page) -> None:
    """Step 2: take replacements, ignore one finding with a reason, save, hand over."""
    card_of(page, "Bürger").locator("button[data-replacement='0']").click()
    expect(page.locator(".cm-content")).not_to_contain_text("die Bürger am")
    expect(card_of(page, "Bürger")).to_have_count(0)
    card = page.locator("article.o-finding:not(.o-finding--decided)").first
    finding = card.get_attribute("data-id")
    card.get_by_text("Ignorieren …").click()
    card.locator("textarea").fill("Mit der Fachstelle geklärt.")
    card.get_by_role("button", name="Mit diesem Grund ignorieren").click()
    expect(page.locator(f'article[data-id="{finding}"].o-finding--decided')).to_contain_text(
        "Mit der Fachstelle"
    )
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Gespeichert als Version 2")).to_be_visible()
    page.get_by_role("button", name="Zur Freigabe geben").click()
    expect(page.get_by_text("wartet jetzt auf die Freigabe")).to_be_visible()


def approve(page: Page, url: str) -> str:
    """Step 3: a second person approves. Returns the public address."""
    page.goto(url)
    form = page.locator("section#freigeben")
    form.locator("textarea").fill("Die offenen Punkte sind besprochen.")
    form.get_by_role("button", name="Freigeben und veröffentlichen").click()
    expect(page.get_by_text("Die Ausschreibung ist veröffentlicht.")).to_be_visible()
    return page.get_by_role("link", name="Öffentliche Seite").get_attribute("href")


def check_public_page(page: Page, service: Service, path: str) -> dict:
    """Step 4a: the public page, without a cookie, with valid JobPosting data."""
    visitor = page.context.browser.new_context()
    public = visitor.new_page()
    public.goto(f"{service.address}{path}")
    expect(public.get_by_role("heading", level=1)).to_contain_text("Wohngeld")
    expect(public.get_by_role("link", name="Jetzt bewerben").first).to_be_visible()
    data = json.loads(public.locator('script[type="application/ld+json"]').text_content())
    assert visitor.cookies() == []
    visitor.close()
    return data


def fetch(url: str, **headers: str) -> bytes:
    request = urllib.request.Request(url, headers=headers)  # noqa: S310
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
        return answer.read()
