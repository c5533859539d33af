"""The built files: complete, local, small."""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
STATIC = ROOT / "outreach/static"
FIRST_VISIT = 200_000  # bytes, without compression


def test_a_first_public_visit_is_small():
    fonts = sum(
        (STATIC / f"fonts/fira-sans-latin-{weight}-normal.woff2").stat().st_size for weight in (400, 600)
    )
    assert fonts + (STATIC / "css/public.css").stat().st_size < FIRST_VISIT - 20_000  # the page itself


def test_styles_name_only_files_that_are_there():
    for sheet in (STATIC / "css").glob("*.css"):
        css = sheet.read_text(encoding="utf-8")
        addresses = re.findall(r"url\(\"?([^\")]+)", css)
        local = [address for address in addresses if not address.startswith("data:")]
        assert local and all((sheet.parent / address).is_file() for address in local)


def test_every_class_of_a_public_template_is_styled():
    """An icon or component that public.css leaves out would be invisible."""
    css = (STATIC / "css/public.css").read_text(encoding="utf-8")
    files = [*(ROOT / "templates/public").glob("*.html"), *(ROOT / "templates/legal").glob("*.html")]
    used = set(
        re.findall(r"kern-(?:icon|btn|alert|badge|card)--[a-z-]+", "".join(f.read_text() for f in files))
    )
    assert {name for name in used if not name.endswith("-") and f".{name}" not in css} == set()


def test_lock_file_names_no_registry():
    lock = json.loads((ROOT / "outreach/frontend/package-lock.json").read_text(encoding="utf-8"))
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
    assert "http" not in json.dumps([p.get("integrity") for p in lock["packages"].values()])
