"""The stub server in its own process, and a page that collects what goes wrong in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def stub() -> Iterator[str]:
    """The address of a fresh stub server."""
    command = [sys.executable, "-m", "tests.outreach.frontend.stub", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.fixture
def page(browser, stub) -> Iterator:
    """A page on the stub server; errors in its console fail the test."""
    context = browser.new_context(
        base_url=stub, locale="de-DE", viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(5000)
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))

    def listen(message) -> None:
        if message.type == "error" and "favicon" not in message.location.get("url", ""):
            trouble.append(message.text)

    page.on("console", listen)
    page.trouble = trouble
    yield page
    context.close()
    assert not trouble


@pytest.fixture
def workplace(page):
    """The page of an ad, with the editor started."""
    page.goto("/ausschreibungen/1/")
    page.locator(".cm-content").wait_for()
    return page
