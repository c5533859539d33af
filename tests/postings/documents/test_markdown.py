import pytest

from postings.documents import extract


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("# Titel\n### Unter ##\n", "## Titel\n## Unter\n"),
        ("Titel\n=====\nText", "## Titel\nText"),
        ("Unter\r\n---\r\nText", "## Unter\r\nText"),
        ("* eins\n+ zwei\n  * drei", "- eins\n- zwei\n  - drei"),
        ("__fett__ und **fett**", "**fett** und **fett**"),
        ("[Portal](https://a.example/x) und [a@b.example](mailto:a@b.example)",
         "Portal (https://a.example/x) und a@b.example"),
        ("<https://a.example>", "https://a.example"),
        ("![Logo](logo.png)Text", "Text"),
        ("Text <!-- nicht\nhier --> da", "Text  da"),
        ("1\\. Januar, \\*", "1. Januar, *"),
        ("Kolleg*innen und Lehrer*innen, Schüler_innen", "Kolleg*innen und Lehrer*innen, Schüler_innen"),
        ("#hashtag\n- eins\n---\n- zwei", "#hashtag\n- eins\n---\n- zwei"),
        ("Unser Subset\r\n\r\n## Titel\r\n\r\n- eins\r\n", "Unser Subset\r\n\r\n## Titel\r\n\r\n- eins\r\n"),
    ],
)  # fmt: skip
def test_other_spellings_become_our_subset(written, read):
    assert extract("a.md", written.encode()).text == read


def test_an_open_comment_hides_nothing():
    assert extract("a.md", b"Text <!-- und mehr").text == "Text <!-- und mehr"
