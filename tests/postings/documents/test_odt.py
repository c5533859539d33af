import pytest
from odfdo import Document, Header, List, Paragraph

from postings.documents import DocumentError, extract
from tests.postings.documents import samples

BOLD = (
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    '</style:style><style:style style:name="T2" style:parent-style-name="T1"/>'
    '<style:style style:name="T3"><style:text-properties fo:font-weight="normal"/></style:style>'
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<text:h text:outline-level="2">Ihre Aufgaben</text:h><text:p>Text</text:p>',
         "## Ihre Aufgaben\n\nText"),
        ('<text:p text:style-name="P1">Titel</text:p>', "## Titel"),
        ("<text:list><text:list-item><text:p>eins</text:p><text:list><text:list-item><text:p>zwei</text:p>"
         "</text:list-item></text:list></text:list-item></text:list><text:p>aus</text:p>",
         "- eins\n  - zwei\n\naus"),
        ('<text:p>sehr <text:span text:style-name="T2">fett</text:span>!</text:p>', "sehr **fett**!"),
        ('<text:p text:style-name="T1">alles <text:span text:style-name="T3">nicht</text:span></text:p>',
         "**alles** nicht"),
        ("<text:p>a<text:s/>b<text:tab/>c<text:line-break/>d</text:p>", "a b c\nd"),
        ("<text:tracked-changes><text:p>weg</text:p></text:tracked-changes><text:p>da</text:p>", "da"),
        ("<text:p>da<office:annotation><text:p>Kommentar</text:p></office:annotation></text:p>", "da"),
        ("<table:table><table:table-row><table:table-cell><text:p>Entgelt</text:p></table:table-cell>"
         "<table:table-cell><text:p>E 9b</text:p></table:table-cell></table:table-row></table:table>",
         "Entgelt: E 9b"),
        ('<text:p><text:a xlink:href="https://a.example/x">hier</text:a> '
         '<text:a xlink:href="mailto:a@b.example?subject=x">a@b.example</text:a></text:p>',
         "hier (https://a.example/x) a@b.example"),
    ],
)  # fmt: skip
def test_what_is_read(body, text):
    assert extract("a.odt", samples.odt(body, BOLD)).text == text


def test_a_document_by_odfdo(tmp_path):
    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, "Sachbearbeitung"))
    document.body.append(Paragraph("Wir suchen Sie."))
    document.body.append(List(["beraten", "entscheiden"]))
    document.save(str(tmp_path / "a.odt"))
    text = extract("a.odt", (tmp_path / "a.odt").read_bytes()).text
    assert text == "## Sachbearbeitung\n\nWir suchen Sie.\n\n- beraten\n- entscheiden"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (samples.odt("", manifest="<manifest><encryption-data/></manifest>"), "password"),
        (samples.packed({"encrypted-package": b"x"}), "password"),
        (samples.odt("&a;", prolog='<!DOCTYPE x [<!ENTITY a "b">]>'), "damaged"),
        (samples.odt("<text:section>" * 500 + "</text:section>" * 500), "damaged"),
        (samples.packed({"content.xml": "<a/>"}), "damaged"),
        (samples.odt("<text:p/>"), "no-text"),
    ],
)
def test_what_is_refused(data, code):
    with pytest.raises(DocumentError) as caught:
        extract("a.odt", data)
    assert caught.value.code == code
