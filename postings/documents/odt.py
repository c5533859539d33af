"""OpenDocument texts (.odt): headings, lists, bold, tables, text boxes; no comments or deleted text."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from postings.documents.parts import packages
from postings.documents.parts.writer import Writer

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_SKIPPED = {
    f"{_TEXT}tracked-changes",
    f"{_TEXT}note-citation",
    f"{_TEXT}sequence-decls",
    f"{_TEXT}table-of-content",
    f"{_OFFICE}annotation",
    f"{_OFFICE}forms",
    f"{_OFFICE}binary-data",
}


def extract(data: bytes) -> str:
    """The text of an .odt file."""
    package = packages.Package(data)
    if "encrypted-package" in package.names or b"encryption-data" in _manifest(package):
        raise packages.password()
    root = package.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise packages.damaged()
    styles = [root, package.xml("styles.xml")] if "styles.xml" in package.names else [root]
    reader = _Reader(_Styles(styles))
    reader.read(body)
    return reader.writer.result()


def _manifest(package: packages.Package) -> bytes:
    name = "META-INF/manifest.xml"
    return package.read(name) if name in package.names else b""


class _Styles:
    """Which named styles are bold, and which are titles."""

    def __init__(self, roots: list[Element]) -> None:
        self._parents: dict[str, str] = {}
        self._weights: dict[str, str] = {}
        for root in roots:
            for style in root.iter(f"{_STYLE}style"):
                name = style.get(f"{_STYLE}name", "")
                self._parents[name] = style.get(f"{_STYLE}parent-style-name", "")
                properties = style.find(f"{_STYLE}text-properties")
                weight = None if properties is None else properties.get(f"{_FO}font-weight")
                if weight:
                    self._weights[name] = weight

    def bold(self, name: str) -> bool | None:
        """True or False if the style says so, None if it says nothing."""
        for ancestor in self._line(name):
            weight = self._weights.get(ancestor)
            if weight:
                return weight == "bold" or (weight.isdigit() and int(weight) >= 600)
        return None

    def is_title(self, name: str) -> bool:
        """True for the document's title."""
        return "Title" in self._line(name)

    def _line(self, name: str) -> list[str]:
        line: list[str] = []
        while name and name not in line and len(line) < 20:
            line.append(name)
            name = self._parents.get(name, "")
        return line


class _Reader:
    """Walks over the body. `packages` has made sure that it is not too deep."""

    def __init__(self, styles: _Styles) -> None:
        self.writer = Writer()
        self._styles = styles
        self._lists = 0
        self._bold = False

    def read(self, element: Element) -> None:
        """One element with all that is in it."""
        tag = element.tag
        if tag in _SKIPPED:
            return
        kind = tag.rpartition("}")[2]
        if kind in ("h", "p"):
            self._paragraph(element)
        elif kind == "span":
            self._span(element)
        elif kind == "list":
            self._list(element)
        elif kind == "a":
            self._link(element)
        elif kind in ("s", "tab"):
            self.writer.add(" ")
        elif kind == "line-break":
            self.writer.line_break()
        else:
            self._part(kind, element)

    def _part(self, kind: str, element: Element) -> None:
        """List items, rows and cells; of everything else what is in it."""
        if kind in ("list-item", "list-header"):
            self.writer.start("item", max(0, self._lists - 1))
            self._children(element)
        elif kind == "table-row":
            self.writer.start_row()
            self._children(element)
            self.writer.end_row()
        elif kind == "table-cell":
            self.writer.start_cell()
            self._children(element)
            self.writer.end_cell()
        else:
            self._children(element)

    def _children(self, element: Element) -> None:
        for child in element:
            self.read(child)

    def _inline(self, element: Element) -> None:
        self.writer.add(element.text or "", bold=self._bold)
        for child in element:
            self.read(child)
            self.writer.add(child.tail or "", bold=self._bold)

    def _paragraph(self, element: Element) -> None:
        name = element.get(f"{_TEXT}style-name", "")
        if element.tag.endswith("}h") or self._styles.is_title(name):
            self.writer.start("heading")
        elif not self._lists:
            self.writer.start("paragraph")
        outer, self._bold = self._bold, bool(self._styles.bold(name))
        self._inline(element)
        self._bold = outer
        self.writer.end()

    def _span(self, element: Element) -> None:
        outer = self._bold
        said = self._styles.bold(element.get(f"{_TEXT}style-name", ""))
        self._bold = outer if said is None else said
        self._inline(element)
        self._bold = outer

    def _list(self, element: Element) -> None:
        self._lists += 1
        self._children(element)
        self._lists -= 1
        if not self._lists:
            self.writer.start("paragraph")

    def _link(self, element: Element) -> None:
        self._inline(element)
        target = element.get(f"{_XLINK}href", "")
        if target.startswith("mailto:"):
            target = target.partition("?")[0]
        words = "".join(element.itertext())
        bare = target.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").rstrip("/")
        if target.startswith(("http:", "https:", "mailto:")) and bare not in words:
            self.writer.add(f" ({target.removeprefix('mailto:')})")
