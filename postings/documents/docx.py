"""Word documents, read by mammoth (paragraphs, lists, tables, text boxes; no comments, no deleted text)."""

from __future__ import annotations

import io
from typing import Any

import mammoth

from postings.documents.html import from_html
from postings.documents.parts import packages

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
"""


def extract(data: bytes) -> str:
    """The text of a .docx file."""
    package = packages.Package(data)
    for name in sorted(package.names):
        if name.endswith((".xml", ".rels")) and not name.startswith("customXml/"):
            package.xml(name)  # refuses entity tricks and endless nesting before mammoth parses it
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=_no_image,
            id_prefix="n",
        ).value
    except Exception:  # mammoth raises whatever a broken file makes it stumble over
        raise packages.damaged() from None
    return from_html(html)


def _no_image(_image: Any) -> list[Any]:
    return []
