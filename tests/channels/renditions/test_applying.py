"""The apply link: which one, and what it carries."""

import pytest

from channels.renditions.applying import apply_address

CITY = {"apply_url": "https://portal.example/?a=1", "apply_code_parameter": "kanal"}
CODE = "bcdfghjk"


@pytest.mark.parametrize(
    ("facts", "code", "address"),
    [
        ({}, "", "https://portal.example/?a=1"),
        ({}, CODE, f"https://portal.example/?a=1&kanal={CODE}"),
        ({}, "no code!", "https://portal.example/?a=1"),
        ({"apply_url": "https://x.example/j#top"}, CODE, f"https://x.example/j?kanal={CODE}#top"),
        ({"apply_url": "https://x.example/?kanal=old"}, CODE, f"https://x.example/?kanal={CODE}"),
        ({"apply_url": "javascript:alert(1)"}, "", "https://portal.example/?a=1"),
        ({"apply_url": "//evil.example"}, "", "https://portal.example/?a=1"),
        ({"apply_email": "jobs@stadt.example"}, CODE, "mailto:jobs@stadt.example"),
        ({"apply_email": "jobs@stadt.example", "apply_url": "https://x.example/"}, "", "https://x.example/"),
    ],
)
def test_addresses(facts, code, address):
    assert apply_address(facts, CITY, code) == address


def test_a_city_without_portal_has_no_button():
    assert apply_address({}, {}, CODE) == ""


def test_without_a_parameter_nothing_is_added():
    assert apply_address({}, {"apply_url": "https://p.example/"}, CODE) == "https://p.example/"
