"""Debian's Chromium, driven by Playwright: one for all tests of a run, since its loop cannot run twice."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

from tests import services

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def program() -> str:
    """Where Chromium is."""
    return next(path for name in services.CHROMIUM if (path := shutil.which(name)))


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """The browser; a test opens its own context in it."""
    services.require("chromium")
    # Playwright's own loop runs in this thread; the tests' rare use of the ORM is synchronous all the same.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=20_000)  # a busy machine is no failure
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        yield browser
        browser.close()
