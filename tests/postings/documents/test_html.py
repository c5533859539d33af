"""HTML from files, from Word's and LibreOffice's clipboard, and from people with bad intentions."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.documents import extract, from_html

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:"";} --></style></head><body><!--StartFragment-->
<p class=MsoTitle>Sachbearbeitung Wohngeld (m/w/d)<o:p></o:p></p>
<p class=MsoNormal><b><span style='font-size:11.0pt'>Ihre&nbsp;Aufgaben:<o:p></o:p></span></b></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New
Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Sie bear&shy;beiten <b>Anträge</b> auf
Wohngeld<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>o<span>&nbsp;</span></span><!--[endif]-->am Telefon</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>1.</span>zählen</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Wir freuen uns.</p><!--EndFragment--></body></html>"""


def test_word_pastes_titles_bold_and_lists():
    assert from_html(WORD) == (
        "## Sachbearbeitung Wohngeld (m/w/d)\n\n**Ihre Aufgaben:**\n\n"
        "- Sie bearbeiten **Anträge** auf Wohngeld\n  - am Telefon\n- zählen\n\nWir freuen uns."
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Titel</h1><h3>Unter</h3><p>Text</p>", "## Titel\n\n## Unter\n\nText"),
        ("<ul><li>eins<ul><li>zwei</li></ul></li><li><p>drei</p></li></ul>", "- eins\n  - zwei\n- drei"),
        ("<ul><li><p>eins</p><p>weiter</p></li><li>zwei</li></ul>", "- eins\n  weiter\n- zwei"),
        ("<ul><p>ohne li</p></ul>danach", "ohne li\n\ndanach"),
        ("<p>• eins</p><p>·&nbsp;&nbsp;zwei</p><p>– drei</p>", "- eins\n- zwei\n- drei"),
        ("<p>eins<br>zwei<br><br>drei</p>", "eins\nzwei\n\ndrei"),
        ("<p>ein <b> fettes </b><strong>Wort</strong>.</p>", "ein **fettes Wort**."),
        ("<p><b>eins<br>zwei</b></p>", "**eins**\n**zwei**"),
        ("<h2><b>fett</b></h2>", "## fett"),
        ("<b style='font-weight:normal'><p>Google <span style='font-weight:700'>Docs</span></p></b>",
         "Google **Docs**"),
        ("<p><b>, </b>Komma</p>", ", Komma"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<pre>eins\nzwei</pre>", "eins\nzwei"),
        ("<table><tr><th>Entgelt</th><td>E 9b</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>",
         "**Entgelt**: E 9b\n\na | b | c"),
        ("<table><tr><td>Frist:</td><td>heute</td></tr></table>", "Frist: heute"),
        ("<table><tr><td><h2>Links</h2><ul><li>x</li></ul></td><td><p>1</p><p>2</p></td></tr></table>",
         "## Links\n\n- x\n\n1\n\n2"),
        ("<p><a href='https://a.example/x'>hier</a>, <a href='mailto:a@b.example?subject=x'>a@b.example</a>",
         "hier (https://a.example/x), a@b.example"),
        ("<p><a href='https://www.a.example/'>a.example</a> <a href='#oben'>nach oben</a></p>",
         "a.example nach oben"),
        ("<p>sichtbar<span style='display: none'>geheim</span></p>", "sichtbar"),
        ("<p>Kolleg*innen &amp; 3 &lt; 4</p>", "Kolleg*innen & 3 < 4"),
        ("nur Text", "nur Text"),
        ("", ""),
    ],
)  # fmt: skip
def test_html_becomes_our_subset(html, text):
    assert from_html(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>gut",
        "gut<script src=x>",
        "<style>b{}</style>gut<svg><script>alert(1)</script></svg>",
        "<iframe srcdoc='<script>x</script>'></iframe>gut<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>gut</a>",
        "<title>böse</title>gut<noscript>böse</noscript><template>böse</template>",
        "<!-- böse --><p onclick='x'>gut</p><textarea>böse</textarea>",
    ],
)
def test_script_leaves_nothing(html):
    assert from_html(html) == "gut"


@given(st.text(alphabet="<>/=!-\"' abptdlriuohn1&;#\n", max_size=200))
def test_any_soup_gives_some_text(soup):
    text = from_html(soup)
    assert text == text.strip("\n")


@pytest.mark.parametrize(
    "tag", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<a href='https://x.example'>"]
)
def test_deep_and_large_html_is_read_in_time(tag):
    start = time.monotonic()
    assert "unten" in from_html(tag * 3000 + "unten")
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=windows-1252><p>Größe</p>".encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>Größe</p>".encode("cp1252"),
        "<p>Größe</p>".encode(),
        "<p>Größe</p>".encode("utf-16"),
        "<meta charset=windows-1252><p>Größe</p>".encode("utf-8-sig"),
        "<meta charset=kenn-ich-nicht><p>Größe</p>".encode(),
        "<meta charset=zlib><p>Größe</p>".encode(),
    ],
)
def test_files_are_read_in_their_character_set(data):
    assert extract("a.html", data).text == "Größe"
