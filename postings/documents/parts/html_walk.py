"""Walks over clean HTML and writes our Markdown subset. `html` cleans, this reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from postings.documents.parts.writer import Writer

_BLOCKS = {"p", "div", "section", "article", "main", "blockquote", "dt", "dd", "address", "pre", "figcaption"}
_LISTS = {"ul", "ol"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_CELLS = {"td", "th"}
_INLINE = {"b", "strong", "span", "a", "font"}
#: The elements that mean something to the reader; all others are dropped, their words stay.
TAGS = _BLOCKS | _LISTS | _HEADINGS | _CELLS | _INLINE | {"li", "tr", "table", "br", "hr", "caption"}
_MAX_DEPTH = 400  # of open elements; beyond it the structure is ignored and the words stay
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list\s*:\s*\w+\s+level(\d)", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """An element that is open: what it changes for the characters within."""

    tag: str
    bold: bool = False
    hidden: bool = False
    pre: bool = False
    href: str = ""
    words: str = ""


class Reader(HTMLParser):
    """Walks over clean HTML, without recursion."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.writer = Writer()
        self._open = [_Open("")]
        self._links: list[_Open] = []
        self._lists = 0
        self._items = 0
        self._beyond = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.writer.line_break()
            return
        if tag == "hr":
            self.writer.start("paragraph")
            return
        if len(self._open) > _MAX_DEPTH:
            self._beyond += 1
            return
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "")
        outer = self._open[-1]
        self._open.append(
            _Open(
                tag,
                bold=_is_bold(tag, style, outer.bold),
                hidden=outer.hidden or bool(_HIDDEN.search(style)),
                pre=outer.pre or tag == "pre",
                href=given.get("href", ""),
            )
        )
        if self._open[-1].href:
            self._links.append(self._open[-1])
        self._begin(tag, style, given.get("class", ""))

    def _begin(self, tag: str, style: str, css_class: str) -> None:
        if tag in _HEADINGS or css_class == "MsoTitle":
            self.writer.start("heading")
        elif tag in _BLOCKS:
            self._begin_block(style, css_class)
        elif tag == "li":
            self._items += 1
            self.writer.start("item", max(0, self._lists - 1))
        elif tag in _LISTS:
            self._lists += 1
        elif tag == "tr":
            self.writer.start_row()
        elif tag in _CELLS:
            self.writer.start_cell()
        elif tag in ("table", "caption"):
            self.writer.start("paragraph")

    def _begin_block(self, style: str, css_class: str) -> None:
        word = _WORD_LIST.search(style)
        if word:
            self.writer.start("item", int(word.group(1)) - 1)
        elif self._items:
            self.writer.end()  # a paragraph within a list item: the item goes on
        else:
            self.writer.start("item" if css_class.startswith("MsoListBullet") else "paragraph")

    def handle_endtag(self, tag: str) -> None:
        if self._beyond:
            self._beyond -= 1
        elif len(self._open) > 1 and self._open[-1].tag == tag:
            self._finish(tag, self._open.pop())

    def _finish(self, tag: str, closed: _Open) -> None:
        if tag == "a":
            self._end_link(closed)
        elif tag in _LISTS:
            self._end_list()
        elif tag in _CELLS:
            self.writer.end_cell()
        elif tag == "tr":
            self.writer.end_row()
        elif tag == "li":
            self._items -= 1
            self.writer.start("paragraph")
        elif tag in _HEADINGS:
            self.writer.start("paragraph")
        elif tag in _BLOCKS:
            self._end_block()

    def _end_list(self) -> None:
        self.writer.end()
        self._lists -= 1
        if not self._lists:
            self.writer.start("paragraph")

    def _end_block(self) -> None:
        if self._items:
            self.writer.end()
        else:
            self.writer.start("paragraph")

    def handle_data(self, data: str) -> None:
        here = self._open[-1]
        if here.hidden:
            return
        for link in self._links:
            link.words += data
        if not here.pre:
            self.writer.add(data, bold=here.bold)
            return
        for number, line in enumerate(data.splitlines()):
            if number:
                self.writer.line_break()
            self.writer.add(line, bold=here.bold)

    def _end_link(self, link: _Open) -> None:
        """An address behind other words is written out: people apply there."""
        if link in self._links:
            self._links.remove(link)
        target = link.href.removeprefix("mailto:").partition("?")[0] if "mailto:" in link.href else link.href
        bare = target.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
        if target and not target.startswith("#") and not link.hidden and bare not in link.words:
            self.writer.add(f" ({target})" if link.words.strip() else target)


def _is_bold(tag: str, style: str, outer: bool) -> bool:
    weight = _WEIGHT.search(style)
    if weight:
        value = weight.group(1).lower()
        return value in ("bold", "bolder") or (value.isdigit() and int(value) >= 600)
    return outer or tag in ("b", "strong", "th")
