"""Looks into a PDF for what PDF/UA-1 (ISO 14289-1) asks of its structure.

veraPDF, the usual judge, was not to be had (no package of Debian, PyPI or npm holds it, and Maven Central was
out of reach), so this is our own check of what a machine can check without it: claims, tags, languages,
alternatives, fonts, order of headings. It is no certificate: contrast, sense of the alternatives and
correctness of the reading order need a person, or a test of their own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

STANDARD = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
    "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
    "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link",
    "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
}  # fmt: skip
#: Operators that leave a mark on the sheet.
_PAINTS = {
    b"Tj",
    b"TJ",
    b"'",
    b'"',
    b"Do",
    b"S",
    b"s",
    b"f",
    b"F",
    b"f*",
    b"B",
    b"B*",
    b"b",
    b"b*",
    b"sh",
    b"EI",
}


def faults(pdf: bytes) -> list[str]:
    """What is missing, a few words each; an empty list if nothing is."""
    reader = PdfReader(io.BytesIO(pdf))
    root = reader.trailer["/Root"]
    return [
        *_claims(reader, root),
        *_tree(root),
        *(fault for page in reader.pages for fault in _content(page, reader)),
        *(fault for page in reader.pages for fault in _fonts(page.get("/Resources", {}))),
    ]


def _claims(reader: PdfReader, root: DictionaryObject) -> Iterator[str]:
    if not _is_true(root.get("/MarkInfo", {}), "/Marked"):
        yield "not marked as tagged"
    if _is_true(root.get("/MarkInfo", {}), "/Suspects"):
        yield "tags are suspect"
    if not str(root.get("/Lang", "")).strip():
        yield "no language"
    if not _is_true(root.get("/ViewerPreferences", {}), "/DisplayDocTitle"):
        yield "title is not displayed"
    if not str(reader.metadata.title if reader.metadata else "").strip():
        yield "no title"
    metadata = root["/Metadata"].get_object().get_data().decode() if "/Metadata" in root else ""
    if not re.search(r"pdfuaid:part(?:>|=[\"'])\s*1\b", metadata):
        yield "does not claim PDF/UA-1"
    if "dc:title" not in metadata:
        yield "no dc:title"
    if reader.is_encrypted:
        yield "encrypted"


def _is_true(holder: DictionaryObject, key: str) -> bool:
    """pypdf's false is an object, and so true in itself."""
    found = holder.get(key, False)
    return bool(getattr(found, "value", found))


def elements(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every structure element in reading order."""
    waiting = _kids(root["/StructTreeRoot"].get_object()) if "/StructTreeRoot" in root else []
    while waiting:
        element = waiting.pop(0)
        yield element
        waiting = _kids(element) + waiting


def _kids(element: DictionaryObject) -> list[DictionaryObject]:
    kids = element.get("/K", [])
    listed = kids.get_object() if not isinstance(kids, ArrayObject) else kids
    found = [kid.get_object() for kid in (listed if isinstance(listed, ArrayObject) else [listed])]
    return [kid for kid in found if isinstance(kid, DictionaryObject) and "/S" in kid]


def _tree(root: DictionaryObject) -> Iterator[str]:
    found = list(elements(root))
    if not found:
        yield "no structure tree"
        return
    tree = root["/StructTreeRoot"].get_object()
    if "/ParentTree" not in tree:
        yield "no parent tree"
    roles = {str(key)[1:]: str(value)[1:] for key, value in tree.get("/RoleMap", {}).items()}
    before = 0
    for element in found:
        kind = str(element["/S"])[1:]
        kind = roles.get(kind, kind)
        if kind not in STANDARD:
            yield f"unknown tag {kind}"
        if kind in {"Figure", "Formula"} and not str(element.get("/Alt", "")).strip():
            yield f"{kind} without alternative"
        if level := re.fullmatch(r"H([1-6])", kind):
            if int(level[1]) > before + 1:
                yield f"heading {level[1]} after {before}"
            before = int(level[1])


def _content(page: DictionaryObject, reader: PdfReader) -> Iterator[str]:
    if "/StructParents" not in page:
        yield "page without its place in the structure"
    depth: list[bool] = []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in {b"BDC", b"BMC"}:
            depth.append(_is_told(operands) or (bool(depth) and depth[-1]))
        elif operator == b"EMC":
            depth.pop()
        elif operator in _PAINTS and not (depth and depth[-1]):
            yield f"{operator.decode()} neither tagged nor artifact"
            return


def _is_told(operands: list[Any]) -> bool:
    """True for an artifact and for content with a place in the structure tree."""
    if str(operands[0]) == "/Artifact":
        return True
    return len(operands) > 1 and isinstance(operands[1], DictionaryObject) and "/MCID" in operands[1]


def _fonts(resources: DictionaryObject) -> Iterator[str]:
    for name, font in resources.get("/Font", {}).items():
        font = font.get_object()
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        described = inner.get("/FontDescriptor", {})
        if not any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"font {name} not embedded"
        if "/ToUnicode" not in font:
            yield f"font {name} without Unicode"
    for form in resources.get("/XObject", {}).values():
        yield from _fonts(form.get_object().get("/Resources", {}))
