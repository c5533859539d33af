"""axe in the real browser: no serious or critical finding."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}


def assert_accessible(page: Page) -> None:
    """Fail with every grave finding and the elements it is about."""
    found = Axe().run(page).response["violations"]
    grave = [
        f"{violation['id']} ({violation['impact']}): {violation['help']}\n    "
        + "\n    ".join(node["html"][:200] for node in violation["nodes"][:5])
        for violation in found
        if violation["impact"] in GRAVE
    ]
    assert not grave, f"{page.url}\n" + "\n".join(grave)
