"""HTML files, and what browsers paste from Word, LibreOffice and web pages."""

from __future__ import annotations

import codecs
import re

import nh3

from postings.documents import text as plain
from postings.documents.parts.html_walk import TAGS, Reader

_CODE = {"script", "style", "head", "title", "noscript", "template", "iframe", "object", "xml"}
_CONTROLS = {"nav", "button", "select", "textarea", "audio", "video", "svg", "math", "canvas"}
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


def extract(data: bytes) -> str:
    """The text of an HTML file, in the character set that it declares."""
    declared = _DECLARED.search(data[:4096])
    name = declared.group(1).decode("ascii") if declared else "utf-8"
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or not _known(name):
        name = "utf-8"
    if name.lower().replace("-", "") == "utf8":
        return from_html(plain.extract(data))
    return from_html(data.decode(name, errors="replace"))


def _known(name: str) -> bool:
    try:
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return False
    return True


def from_html(html: str) -> str:
    """HTML -> our Markdown subset. Scripts, comments, hidden parts and Word's own tags leave nothing."""
    clean = nh3.clean(
        html.encode("utf-8", "ignore").decode("utf-8"),
        tags=TAGS,
        clean_content_tags=_CODE | _CONTROLS,
        attributes={"*": {"style", "class"}, "a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
    reader = Reader()
    reader.feed(clean)
    reader.close()
    return reader.writer.result()
