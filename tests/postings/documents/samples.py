"""Files made for the tests, small and by hand."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx
from docx.oxml import OxmlElement

ODT = "urn:oasis:names:tc:opendocument:xmlns"
ODT_NAMESPACES = " ".join(
    [
        *(f'xmlns:{name}="{ODT}:{name}:1.0"' for name in ("office", "text", "table", "style", "drawing")),
        f'xmlns:fo="{ODT}:xsl-fo-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)


def packed(entries: dict[str, bytes | str]) -> bytes:
    """A ZIP file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return buffer.getvalue()


def word(fill) -> bytes:
    """A .docx file that `fill(document)` writes into."""
    document = docx.Document()
    fill(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def deleted_run(paragraph, text: str) -> None:
    """Text that was deleted with change tracking on."""
    deletion, run, words = OxmlElement("w:del"), OxmlElement("w:r"), OxmlElement("w:delText")
    words.text = text
    run.append(words)
    deletion.append(run)
    paragraph._p.append(deletion)


def odt(body: str, styles: str = "", manifest: str = "<manifest/>", prolog: str = "") -> bytes:
    """An .odt file with this body."""
    content = (
        f'<?xml version="1.0"?>{prolog}<office:document-content {ODT_NAMESPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def pdf(operators: str, extra: str = "") -> bytes:
    """A PDF file of one page; F1 is Helvetica, F2 is bold. `extra` goes into the page."""
    stream = zlib.compress(operators.encode("cp1252"))
    fonts = "".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >> "
        for name, base in (("F1", "Helvetica"), ("F2", "Helvetica-Bold"))
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        f"/Resources << /Font << {fonts} >> >> {extra} >>".encode(),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def pdf_lines(lines: list[tuple[str, str, int]]) -> bytes:
    """A PDF page of lines (words, font, size), one under the other; an empty one leaves a gap."""
    parts, y = ["BT"], 800
    for words, font, size in lines:
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        parts.append(f"/{font} {size} Tf 1 0 0 1 70 {y} Tm ({escaped}) Tj")
        y -= size + 4
    return pdf("\n".join([*parts, "ET"]))
