"""A city's own sentences for what is missing, from its profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from outreach import profile
from postings.own_sentences import own_sentences

PROFILES = Path(profile.__file__).parent / "profiles"


@pytest.mark.parametrize("file", sorted(PROFILES.glob("*.toml")), ids=lambda file: file.stem)
def test_every_profile_of_ours_is_right(settings, file: Path):
    settings.CITY_PROFILE = file
    assert own_sentences()["values"]["apply_url"].startswith("https://")


def test_a_citys_own_sentence_wins_and_the_rest_stays(settings):
    settings.CITY_PROFILE = PROFILES / "musterstadt.toml"
    found = own_sentences()
    assert found["encouragement"]["sie"].startswith("Menschen mit Einwanderungsgeschichte")
    assert found["encouragement"]["place"] == "clauses"
    assert "[Vorname Nachname]" in found["contact_person"]["sie"]


def test_a_mistake_is_told_with_its_place(settings, tmp_path):
    text = (PROFILES / "musterstadt.toml").read_text("utf-8")
    file = tmp_path / "stadt.toml"
    file.write_text(text.replace("[sentences.encouragement]", "[sentences.ermutigung]"), encoding="utf-8")
    settings.CITY_PROFILE = file
    with pytest.raises(profile.ProfileError, match=r"sentences\.ermutigung"):
        own_sentences()
