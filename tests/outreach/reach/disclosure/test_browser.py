"""In a real browser: the RFC's numbers, the noise, and the whole way from a credit to a sum."""

from __future__ import annotations

import datetime
import json
import math
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import expect

from outreach.reach.disclosure import questions, tokens
from outreach.reach.disclosure.estimates import Noise
from tests.e2e.accessibility import assert_accessible
from tests.outreach.reach.disclosure import rfc9474
from tests.outreach.reach.disclosure.conftest import KEY, tallies

SOURCES = Path(__file__).resolve().parents[4] / "outreach/frontend/src/scripts/disclosure"


@pytest.fixture(autouse=True)
def day():
    """Real time: a browser waits in it."""


@pytest.fixture
def modules(browser):
    """A page on which the scripts' sources can be imported."""
    context = browser.new_context()
    page = context.new_page()
    page.route("https://scripts.test/*.js", lambda route: _serve(route))
    page.route(
        "https://scripts.test/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
    )
    page.goto("https://scripts.test/")
    yield page
    context.close()


def _serve(route) -> None:
    name = route.request.url.rpartition("/")[2]
    route.fulfill(body=(SOURCES / name).read_text("utf-8"), content_type="text/javascript")


def test_the_vector_of_the_rfc(modules):
    script = """async ([n, message, salt, inv, signed]) => {
        const { blind, inverse, toBytes } = await import("https://scripts.test/blind.js");
        const number = (hex) => BigInt("0x" + hex), bytes = (hex) => toBytes(number(hex), hex.length / 2);
        const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
        const r = inverse(number(inv), number(n));
        const { blinded, finish } = await blind(bytes(message), number(n), bytes(salt), r);
        let refused = "";
        try { finish(blinded); } catch (error) { refused = error.message; }
        return [hex(blinded), hex(finish(bytes(signed))), refused];
    }"""
    n = f"{int(rfc9474.P, 16) * int(rfc9474.Q, 16):x}"
    told = modules.evaluate(script, [n, rfc9474.MESSAGE, rfc9474.SALT, rfc9474.INVERSE, rfc9474.SIGNED])
    assert told == [rfc9474.BLINDED, rfc9474.SIGNATURE, "not signed"]


def test_inverses(modules):
    script = """async () => {
        const { inverse, power } = await import("https://scripts.test/blind.js");
        return [inverse(3n, 7n), inverse(6n, 9n), power(3n, 5n, 7n)].map(String);
    }"""
    assert modules.evaluate(script) == ["5", "undefined", "5"]


@pytest.mark.parametrize(("options", "epsilon"), [(2, 1.099), (9, 2.0), (3, 0.1)])
def test_the_noise_is_what_estimates_undo(modules, options, epsilon):
    """20,000 draws; six standard deviations are left once in 500 million runs."""
    script = """async ([options, epsilon, draws]) => {
        const { randomise } = await import("https://scripts.test/randomise.js");
        const names = Array.from({ length: options }, (_, number) => `a${number}`), counts = {};
        for (let draw = 0; draw < draws; draw++) {
            const told = randomise("a1", names, epsilon);
            counts[told] = (counts[told] || 0) + 1;
        }
        return names.map((name) => counts[name] || 0);
    }"""
    draws, noise = 20_000, Noise(options, epsilon)
    counts = modules.evaluate(script, [options, epsilon, draws])
    assert sum(counts) == draws
    for number, count in enumerate(counts):
        share = noise.truth if number == 1 else noise.other
        assert abs(count - draws * share) < 6 * math.sqrt(draws * share * (1 - share))


def test_only_answers_there_are(modules):
    script = """async () => {
        const { randomise } = await import("https://scripts.test/randomise.js");
        try { return randomise("x", ["yes", "no"], 1); } catch (error) { return error.message; }
    }"""
    assert modules.evaluate(script) == "no such answer"


@pytest.fixture
def link(live_server, secret, monkeypatch, request):
    """link("tr") -> the address the portal gives one application."""
    monkeypatch.setattr("outreach.reach.disclosure.blindrsa.new_key", lambda: KEY)
    last = tokens.today() + datetime.timedelta(days=30)

    def make(language: str = "de", nonce: str = "bewerbung-000001") -> str:
        return f"{live_server.url}/freiwillig/{language}/#{tokens.make_credit(secret, nonce, last)}"

    return make


@pytest.fixture
def page(browser):
    """A phone. What it complains of and what it sends is kept."""
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.sent, page.trouble = [], []
    page.on("request", lambda request: page.sent.append((request.url, request.post_data or "")))
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    page.on(
        "console", lambda said: page.trouble.append(said.text) if "Security Policy" in said.text else None
    )
    yield page
    context.close()
    assert page.trouble == []


def answer(page, disclosure: str = "yes", heard: str = "friends") -> None:
    page.check(f"#disclosure-{disclosure}")
    page.check(f"#heard-{heard}")
    page.click("button[type=submit]")


@pytest.mark.django_db(transaction=True)
def test_the_whole_way(page, link):
    page.goto(link("tr"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert_accessible(page)
    answer(page)
    page.wait_for_selector('[data-say="thanks"]:not([hidden])')
    expect(page.locator("form")).to_be_hidden()
    page.wait_for_function("() => location.hash === ''")
    told = tallies()
    assert sum(told.values()) == 2
    (body,) = [json.loads(body) for url, body in page.sent if url.endswith("/antwort/")]
    assert set(body) == {"key", "token", "signature", "definition", "posting", "answers"}
    assert all(set(given) == {"answer", "epsilon"} for given in body["answers"].values())
    bought = [json.loads(body) for url, body in page.sent if url.endswith("/unterschrift/")]
    assert body["token"] not in json.dumps(bought)
    assert not [url for url, _body in page.sent if "bewerbung" in url]
    page.goto(link("tr"))
    page.reload()
    answer(page, "no")
    page.wait_for_selector('[data-say="used"]:not([hidden])')
    assert tallies() == told


@pytest.mark.django_db(transaction=True)
def test_a_fault_sends_the_same_noise_again(page, link):
    """Else whoever makes faults could average the noise away."""
    faults = []

    def fail(route) -> None:
        faults.append(json.loads(route.request.post_data)["answers"])
        route.abort()

    page.route("**/antwort/", fail)
    page.goto(link())
    answer(page)
    for _time in range(6):
        page.wait_for_selector('[data-say="trouble"]:not([hidden])')
        page.wait_for_selector("button[type=submit]:not([disabled])")
        page.click("button[type=submit]")
    page.wait_for_function("() => !document.querySelector('button[type=submit]').disabled")
    assert len(faults) >= 6 and all(told == faults[0] for told in faults)
    page.unroute("**/antwort/")
    page.click("button[type=submit]")
    page.wait_for_selector('[data-say="thanks"]:not([hidden])')
    assert sum(tallies().values()) == 2


@pytest.mark.django_db(transaction=True)
def test_nothing_chosen_and_no_credit(page, link):
    page.goto(link())
    page.click("button[type=submit]")
    page.wait_for_selector('[data-say="choose"]:not([hidden])')
    page.click(".o-languages a[lang=en]")
    page.wait_for_url("**/freiwillig/en/#bewerbung*")  # the credit comes along
    page.goto(link().partition("#")[0] + "?neu")
    page.wait_for_selector('[data-say="missing"]:not([hidden])')
    expect(page.locator("form")).to_be_hidden()
    assert [url for url, body in page.sent if body] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.django_db(transaction=True)
def test_the_page_of_the_profile_asks_what_the_profile_says(page, link):
    page.goto(link())
    assert len(questions.current().asked()) == 2
    expect(page.locator("[data-question]")).to_have_count(2)
    assert "migrationsbiografie" in Path(django_settings.CITY_PROFILE).read_text("utf-8")
