"""The Markdown subset as HTML, with everything else escaped."""

import pytest

from channels.renditions import html
from channels.renditions.clean import bare_title, without_title
from postings.documents.cleaning import clean_text, one_line


def test_headings_lists_bold_and_paragraphs():
    text = "Erste Zeile\nzweite\n\n## Aufgaben\n- **fett** hier\n- zwei\nDanach."
    assert html.render(text) == (
        "<p>Erste Zeile<br>zweite</p>\n<h2>Aufgaben</h2>\n"
        "<ul><li><strong>fett</strong> hier</li><li>zwei</li></ul>\n<p>Danach.</p>"
    )


def test_the_level_of_headings_fits_the_page():
    assert html.render("## A", level=3) == "<h3>A</h3>"


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("**<b>**", "<strong>&lt;b&gt;</strong>"),
        ("Kund*innen und Bürger*innen", "Kund*innen und Bürger*innen"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ('javascript:alert("1")', "javascript:alert(&quot;1&quot;)"),
        ("http://alt.example", "http://alt.example"),
        (
            "Mehr auf https://a.example/x?a=1&b=2.",
            'Mehr auf <a href="https://a.example/x?a=1&amp;b=2" rel="noopener">'
            "https://a.example/x?a=1&amp;b=2</a>.",
        ),
        ("an a.b@c.example.", 'an <a href="mailto:a.b@c.example">a.b@c.example</a>.'),
        (
            "**https://a.example**",
            '<strong><a href="https://a.example" rel="noopener">https://a.example</a></strong>',
        ),
        ("https://a.example/'onmouseover='x", '<a href="https://a.example/" rel="noopener">'
         "https://a.example/</a>&#x27;onmouseover=&#x27;x"),
    ],
)  # fmt: skip
def test_inline(text, markup):
    assert html.inline(text) == markup


def test_sections_are_cut_at_headings():
    parts = html.sections("Einleitung\n## Eins\na\n\n## Zwei")
    assert [(part.heading, part.text) for part in parts] == [("", "Einleitung"), ("Eins", "a"), ("Zwei", "")]


def test_an_empty_text_is_nothing():
    assert html.render("\n \n") == ""


def test_windows_line_ends_and_controls():
    assert html.render("a\r\n\r\nb\x00\x0b") == "<p>a</p>\n<p>b</p>"


def test_reading_direction_cannot_be_turned_but_arabic_stays():
    assert clean_text("\u202eevil\u2066 مرحبا 👩‍🍳") == "evil مرحبا 👩‍🍳"
    assert one_line("a\r\n b\tc\ufffe") == "a b c"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Koch*Köchin (m/w/d)\n\nText", "\nText"),
        ("\n## **Koch*Köchin**\nText", "Text"),
        ("Koch*Köchin gesucht\nText", "Koch*Köchin gesucht\nText"),
        ("Koch*Köchin", ""),
    ],
)
def test_a_line_that_repeats_the_title_is_left_out(text, left):
    assert without_title(text, "Koch*Köchin") == left


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Ingenieur*in (m/w/d)", "Ingenieur*in"),
        ("Pflegefachkraft (w/m/d) in Teilzeit", "Pflegefachkraft in Teilzeit"),
        ("Pflegefachkraft [m|w|d]", "Pflegefachkraft"),
        ("Pflegefachkraft (all genders)", "Pflegefachkraft"),
        ("Sachbearbeitung (Wohngeld)", "Sachbearbeitung (Wohngeld)"),
        ("(m/w/d)", "(m/w/d)"),
    ],
)
def test_bare_titles(title, bare):
    assert bare_title(title) == bare
