"""A document as PDF/UA-1 by typst: our own fonts only, no network, the same bytes for the same words."""

from __future__ import annotations

import datetime
import json
import re
import threading
from functools import lru_cache
from pathlib import Path

import typst

from channels.renditions.poster import sheet
from outreach.reach.documents.setting.blocks import Document

FONTS = sheet.FOLDER / "fonts"
TEMPLATE = Path(__file__).with_name("document.typ")
#: Nothing in the file tells when it was made; the day it is about stands in its text.
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_NO_GLYPH = re.compile(r"could not be displayed|cannot be displayed", re.I)
_own = threading.local()


class SettingError(Exception):
    """The document cannot be set; the message says why, for the log."""


def pdf(document: Document) -> bytes:
    """The document as tagged PDF. Raises `SettingError`.

    One character our fonts lack, in a title somebody typed, must not cost a whole report: it is told as "?".
    """
    data = json.dumps(document.as_data(), ensure_ascii=False)
    try:
        return _compiled(data)
    except typst.TypstError as error:
        if not _NO_GLYPH.search(str(error)):
            raise SettingError(str(error)) from error
    try:
        return _compiled("".join(sign if ord(sign) in _glyphs() else "?" for sign in data))
    except typst.TypstError as error:
        raise SettingError(str(error)) from error


def _compiled(data: str) -> bytes:
    made = compiler(TEMPLATE).compile(
        sys_inputs={"data": data}, format="pdf", pdf_standards=["ua-1"], timestamp=_MADE
    )
    if not isinstance(made, bytes):
        raise SettingError("typst gave no file")
    return made


@lru_cache(maxsize=1)
def _glyphs() -> frozenset[int]:
    """Every character one of our fonts can draw."""
    from matplotlib.ft2font import FT2Font  # only here: rarely needed, slow to import

    faces = [FT2Font(str(path)) for path in sorted(FONTS.glob("*-Regular.ttf"))]
    return frozenset(code for face in faces for code in face.get_charmap())


def compiler(template: Path) -> typst.Compiler:
    """One per thread and template: it keeps what it parsed, and the fonts."""
    own: dict[Path, typst.Compiler] = vars(_own).setdefault("compilers", {})
    if template not in own:
        own[template] = typst.Compiler(
            str(template), root=str(template.parent), font_paths=fonts(), ignore_system_fonts=True
        )
    return own[template]


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Those of the posters, the only ones in our files."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
