"""Codes and keys are dots in previews."""

import pytest

from channels.received.masking import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://a.example/l/2345bcdf", "https://a.example/l/…"),
        ("https://a.example/q/2345bcdf.", "https://a.example/q/…."),
        ('<a href="https://a.example/partner/eyJh.b-c/x">', '<a href="https://a.example/partner/…">'),
        ("https://a.example/stellen/x/?k=2345bcdf", "https://a.example/stellen/x/?k=…"),
        ("https://a.example/feeds/geheim/atom.xml", "https://a.example/feeds/…/atom.xml"),
        ("https://a.example/stellen/", "https://a.example/stellen/"),
    ],
)
def test_masked(text, shown):
    assert masked(text) == shown
