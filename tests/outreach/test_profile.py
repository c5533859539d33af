"""The city is a file; a mistake in it names file and key."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from outreach import profile

ROOT = Path(__file__).parents[2]
PROFILES = sorted((ROOT / "outreach/profiles").glob("*.toml"))


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_shipped_profile_is_complete(path):
    assert profile.load(str(path))["name"]


def test_the_second_city_is_used_when_set(settings, client):
    settings.CITY_PROFILE = ROOT / "outreach/profiles/musterstadt.toml"
    page = client.get("/impressum/").content.decode()
    assert "Stadt Musterstadt" in page
    assert "Hannover" not in page


@pytest.mark.parametrize("key", sorted(profile.REQUIRED))
def test_each_missing_key_is_named(tmp_path, key):
    path = tmp_path / "stadt.toml"
    path.write_text(_without(PROFILES[-1].read_text("utf-8"), key), "utf-8")
    with pytest.raises(profile.ProfileError) as error:
        profile.load(str(path))
    assert str(path) in str(error.value)
    assert f"„{key}“" in str(error.value)


def _without(text: str, key: str) -> str:
    """The profile without one key, found by its table and its own name."""
    table, _, name = key.rpartition(".")
    kept, current = [], ""
    for line in text.splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        lost = (current == table and line.startswith(f"{name} =")) or (key == current == "definitions")
        kept.append("" if lost or (key == "definitions" and current == key) else line)
    return "\n".join(kept)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('name = "Musterstadt"', "name = 7", "„name“"),
        ("four_eyes = false", 'four_eyes = "ja"', "„four_eyes“"),
        ('house_style = "colon"', 'house_style = "bunt"', "„house_style“"),
        ('apply_url = "https://', 'apply_url = "javascript:', "„apply_url“"),
        ('id = "einwanderungsgeschichte"', "", "„id“"),
        ('name = "Musterstadt"', "name = Musterstadt", "TOML"),
        ("four_eyes = false", 'four_eyes = false\nevent_lead_weeks = "sechs"', "„event_lead_weeks“"),
        ("four_eyes = false", "four_eyes = false\nevent_reminder_days = [0]", "„event_reminder_days“"),
    ],
)
def test_a_wrong_value_is_told(tmp_path, old, new, says):
    text = PROFILES[-1].read_text("utf-8")
    assert old in text
    path = tmp_path / "stadt.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(profile.ProfileError, match=says):
        profile.load(str(path))


def test_a_missing_or_unreadable_file_is_told(tmp_path):
    with pytest.raises(profile.ProfileError, match="CITY_PROFILE"):
        profile.load(str(tmp_path / "fehlt.toml"))
    (tmp_path / "bytes.toml").write_bytes(b"name = \xff")
    with pytest.raises(profile.ProfileError, match=r"bytes\.toml"):
        profile.load(str(tmp_path / "bytes.toml"))


def test_no_citys_name_stands_in_code():
    names = "|".join(profile.load(str(path))["name"] for path in PROFILES)
    found = subprocess.run(
        ["git", "grep", "-nE", names, "--", "*.py", "templates", "outreach/frontend/src",
         ":!tests", ":!outreach/demo", ":!outreach/checks.py"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    assert found == ""
