"""What the README says is true: files exist, dependencies have their reason, pictures are there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CHANGE_TABLE = README.split("## Where do I change …?")[1].split("\n## ")[0]
BUILT_FROM = README.split("## What it is built from")[1].split("\n## ")[0].lower()
#: Where variables of the environment are read.
READERS = ["outreach/environment.py", "outreach/settings.py", "outreach/rest.py"]
SETTINGS = README.split("### Settings")[1].split("\n### ")[0]
VARIABLE = re.compile(r'\b(?:text|switch|names|keys|read)\("([A-Z_]+)"')
NEEDS = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`([a-z_]+/[^`]*)`", CHANGE_TABLE))))
def test_every_place_to_change_something_exists(path):
    pattern = re.sub(r"<[^>]+>", "*", path).rstrip("/")
    assert list(ROOT.glob(pattern)), path


@pytest.mark.parametrize("need", [Requirement(need).name for need in NEEDS])
def test_every_dependency_is_named_with_its_reason(need):
    assert re.search(rf"(?<![\w-]){re.escape(need.lower())}(?![\w-])", BUILT_FROM)


@pytest.mark.parametrize("picture", re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README))
def test_every_picture_is_there(picture):
    assert (ROOT / picture).stat().st_size > 10_000


@pytest.mark.parametrize("target", re.findall(r"`make ([a-z-]+)`", README))
def test_every_make_target_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "variable",
    sorted({name for file in READERS for name in VARIABLE.findall((ROOT / file).read_text("utf-8"))}),
)
def test_every_setting_is_told(variable):
    assert f"`{variable}`" in SETTINGS
