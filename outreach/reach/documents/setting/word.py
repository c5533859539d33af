"""A document as a Word file (Office Open XML) that people can go on writing in: styles, no fixed looks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker

from outreach.reach.documents.setting.blocks import Bullets, Chart, Document, Facts, Notice, Table
from outreach.reach.documents.setting.blocks import Heading as HeadingBlock
from outreach.reach.documents.setting.blocks import Paragraph as ParagraphBlock
from outreach.reach.documents.setting.picture import png, size

FOLDER = Path(__file__).with_name("word_parts")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINK = f"{_R}/hyperlink"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
#: Width of the text on A4, in twentieths of a point; one of them is 635 EMU.
_WIDTH = 9360
_EMU = 635
_MADE = (2000, 1, 1, 0, 0, 0)
#: What XML cannot hold.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

W = ElementMaker(namespace=_W, nsmap={"w": _W, "r": _R})
WP = ElementMaker(namespace=_WP, nsmap={"wp": _WP})
A = ElementMaker(namespace=_A, nsmap={"a": _A})
PIC = ElementMaker(namespace=_PIC, nsmap={"pic": _PIC})


def docx(document: Document) -> bytes:
    """The file; the same bytes for the same words."""
    body = _Body(document)
    parts = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in _fixed()}
    parts["[Content_Types].xml"] = parts.pop("content_types.xml")
    parts["_rels/.rels"] = parts.pop("rels.xml")
    parts["word/document.xml"] = _bytes(body.made())
    parts["word/_rels/document.xml.rels"] = _bytes(body.relations())
    parts["docProps/core.xml"] = _bytes(_core(document))
    parts |= {f"word/picture{number}.png": picture for number, picture in enumerate(body.pictures)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):  # "[Content_Types].xml" is first of all names
            archive.writestr(zipfile.ZipInfo(name, _MADE), parts[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _fixed() -> list[Path]:
    return sorted(path for path in FOLDER.rglob("*.xml"))


def _bytes(element: etree._Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


class _Body:
    """The text, and the addresses it links to."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.links: list[str] = []
        self.pictures: list[bytes] = []

    def made(self) -> etree._Element:
        document = self.document
        parts: list[etree._Element] = []
        if document.over:
            parts.append(self.paragraph(document.over, "Over"))
        parts.append(self.paragraph(document.title, "Title"))
        parts.append(self.paragraph(document.day, "Subtitle"))
        for block in document.blocks:
            parts += self.block(block)
        return W.document(W.body(*parts, _section()))

    def relations(self) -> etree._Element:
        kinds = (("rId1", "styles"), ("rId2", "numbering"), ("rId3", "footer"))
        root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
        for key, kind in kinds:
            _relation(root, key, f"{_R}/{kind}", f"{kind}.xml")
        for number, href in enumerate(self.links):
            _relation(root, f"link{number}", _LINK, href).set("TargetMode", "External")
        for number in range(len(self.pictures)):
            _relation(root, f"picture{number}", f"{_R}/image", f"picture{number}.png")
        return root

    def block(self, block) -> Iterable[etree._Element]:
        if isinstance(block, HeadingBlock):
            return [self.paragraph(block.text, f"Heading{block.level}")]
        if isinstance(block, ParagraphBlock):
            return [self.paragraph(block.text, {"small": "Small", "lead": "Lead"}.get(block.style, ""))]
        if isinstance(block, Bullets):
            return [self.paragraph(item, "ListBullet") for item in block.items]
        if isinstance(block, Facts):
            return [part for fact in block.facts for part in self.fact(fact)]
        if isinstance(block, Notice):
            return [self.paragraph(block.title, "NoticeTitle"), self.paragraph(block.text, "Notice")]
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Chart):
            return [self.paragraph(block.caption, "Caption"), self.picture(block)]
        raise TypeError(block)

    def fact(self, fact) -> list[etree._Element]:
        term = self.paragraph(fact.label, "Term")
        if not fact.href:
            return [term, self.paragraph(fact.value, "TermText")]
        self.links.append(fact.href)
        link = W.hyperlink(self.run(fact.value, "Hyperlink"))
        link.set(f"{{{_R}}}id", f"link{len(self.links) - 1}")
        return [term, W.p(self.properties("TermText"), link)]

    def picture(self, chart: Chart) -> etree._Element:
        """The drawing as wide as the text, with its words for those who do not see it."""
        made, number = png(chart.svg), len(self.pictures)
        self.pictures.append(made)
        width, height = size(made)
        return W.p(W.r(W.drawing(_inline(number, _CONTROL.sub("", chart.alt), height / width))))

    def table(self, table: Table) -> list[etree._Element]:
        whole = sum(column.weight for column in table.columns)
        widths = [round(_WIDTH * column.weight / whole) for column in table.columns]
        head = [self.cell(column.text, width, column.numeric, "TableHead")
                for column, width in zip(table.columns, widths, strict=True)]  # fmt: skip
        rows = [
            [
                self.cell(text, width, column.numeric, "TableText")
                for text, column, width in zip(row, table.columns, widths, strict=True)
            ]
            for row in table.rows
        ]
        grid = W.tblGrid(*(W.gridCol({_w("w"): str(width)}) for width in widths))
        repeated = W.trPr(W.cantSplit(), W.tblHeader())
        found = [
            self.paragraph(table.caption, "Caption"),
            W.tbl(
                _table_properties(table.caption, rtl=self.document.direction == "rtl"),
                grid,
                W.tr(repeated, *head),
                *(W.tr(W.trPr(W.cantSplit()), *row) for row in rows),
            ),
        ]
        return [*found, self.paragraph(table.note, "Small")]  # a paragraph keeps two tables apart

    def cell(self, text: str, width: int, numeric: bool, style: str) -> etree._Element:
        size = W.tcW({_w("w"): str(width), _w("type"): "dxa"})
        return W.tc(W.tcPr(size), self.paragraph(text, style, end=numeric))

    def paragraph(self, text: str, style: str = "", *, end: bool = False) -> etree._Element:
        return W.p(self.properties(style, end=end), self.run(text))

    def properties(self, style: str, *, end: bool = False) -> etree._Element:
        found = W.pPr()
        if style:
            found.append(W.pStyle({_w("val"): style}))
        if self.document.direction == "rtl":
            found.append(W.bidi())
        if end:
            found.append(W.jc({_w("val"): "right"}))
        return found

    def run(self, text: str, style: str = "") -> etree._Element:
        properties = W.rPr()
        if style:
            properties.append(W.rStyle({_w("val"): style}))
        if self.document.direction == "rtl":
            properties.append(W.rtl())
        properties.append(W.lang({_w("val"): self.document.language, _w("bidi"): self.document.language}))
        words = W.t(_CONTROL.sub("", text))
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return W.r(properties, words)


def _inline(number: int, alt: str, ratio: float) -> etree._Element:
    wide = _WIDTH * _EMU
    extent = {"cx": str(wide), "cy": str(round(wide * ratio))}
    name = {"id": str(number + 1), "name": f"Picture {number + 1}", "descr": alt}
    blip = A.blip()
    blip.set(f"{{{_R}}}embed", f"picture{number}")
    picture = PIC.pic(
        PIC.nvPicPr(PIC.cNvPr(name), PIC.cNvPicPr()),
        PIC.blipFill(blip, A.stretch(A.fillRect())),
        PIC.spPr(A.xfrm(A.off({"x": "0", "y": "0"}), A.ext(extent)), A.prstGeom(A.avLst(), {"prst": "rect"})),
    )
    return WP.inline(
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        WP.extent(extent),
        WP.docPr(name),
        A.graphic(A.graphicData(picture, {"uri": _PIC})),
    )


def _table_properties(caption: str, *, rtl: bool) -> etree._Element:
    properties = W.tblPr(W.tblStyle({_w("val"): "Figures"}))
    if rtl:
        properties.append(W.bidiVisual())
    properties.append(W.tblW({_w("w"): "5000", _w("type"): "pct"}))
    properties.append(W.tblLook({_w("firstRow"): "1", _w("noHBand"): "1", _w("noVBand"): "1"}))
    properties.append(W.tblCaption({_w("val"): _CONTROL.sub("", caption)}))
    return properties


def _section() -> etree._Element:
    footer = W.footerReference({_w("type"): "default"})
    footer.set(f"{{{_R}}}id", "rId3")
    size = W.pgSz({_w("w"): "11906", _w("h"): "16838"})
    edges = {
        "top": "1247",
        "right": "1273",
        "bottom": "1247",
        "left": "1273",
        "header": "567",
        "footer": "567",
    }
    margins = W.pgMar({_w(name): value for name, value in {**edges, "gutter": "0"}.items()})
    return W.sectPr(footer, size, margins)


def _relation(root: etree._Element, key: str, kind: str, target: str) -> etree._Element:
    return etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=key, Type=kind, Target=target)


def _core(document: Document) -> etree._Element:
    core = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    for name, value in (
        ("title", document.title),
        ("creator", document.author),
        ("language", document.language),
    ):
        etree.SubElement(core, f"{{{_DC}}}{name}").text = _CONTROL.sub("", value)
    return core
