"""Sets a poster with typst: PDF/UA-1, our own fonts only, no network, the same bytes for the same words."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import threading
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import typst

FOLDER = Path(__file__).parent
PAPERS = ("a4", "a3")
#: Nothing on a poster depends on when it was made.
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_NO_GLYPH = re.compile(r"the text (?P<text>\S+) could not be displayed|cannot be displayed", re.I)
_own = threading.local()

Paper = Literal["a4", "a3"]


class PosterError(Exception):
    """The poster cannot be made; the message says why, for the log."""


class MissingCharacters(PosterError):  # noqa: N818 - it reads as what is wrong
    """The text holds characters our fonts lack. They are refused, never printed as blank boxes."""


def pdf(content: dict[str, Any], paper: Paper = "a4") -> bytes:
    """One sheet as PDF/UA-1."""
    if paper not in PAPERS:
        raise ValueError(paper)
    return _compiled(
        "poster", {**content, "paper": paper}, format="pdf", pdf_standards=["ua-1"], timestamp=_MADE
    )


def picture(content: dict[str, Any]) -> bytes:
    """The A4 sheet as PNG, for looking at it on a screen."""
    pdf(content)  # a picture would hide a missing glyph
    return _compiled("poster", {**content, "paper": "a4"}, format="png", ppi=72)


def square(content: dict[str, Any]) -> bytes:
    """A square picture of 1080 × 1080 points as PNG, for messengers and link previews."""
    _compiled("square", content, format="pdf", pdf_standards=["ua-1"])  # a picture would hide a missing glyph
    return _compiled("square", content, format="png", ppi=72)


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """SHA-256 of templates, fonts and typesetter: as long as it is the same, so is what words look like."""
    files = sorted([*FOLDER.glob("*.typ"), *(FOLDER / "fonts").glob("*.ttf")])
    parts = [path.name.encode() + hashlib.sha256(path.read_bytes()).digest() for path in files]
    return hashlib.sha256(b"".join([*parts, version("typst").encode()])).hexdigest()


def _compiled(template: str, content: dict[str, Any], **options: Any) -> bytes:
    data = json.dumps(content, ensure_ascii=False)
    try:
        sheet = _compiler(template).compile(sys_inputs={"data": data}, **options)
    except typst.TypstError as error:
        kind = MissingCharacters if _NO_GLYPH.search(str(error)) else PosterError
        raise kind(str(error)) from error
    if not isinstance(sheet, bytes):
        raise PosterError("the poster does not fit on one sheet")
    return sheet


def _compiler(template: str) -> typst.Compiler:
    """One per thread and template: it keeps what it parsed, and the fonts."""
    compilers = _own.__dict__.setdefault("compilers", {})
    if template not in compilers:
        path = str(FOLDER / f"{template}.typ")
        compilers[template] = typst.Compiler(
            path, root=str(FOLDER), font_paths=_fonts(), ignore_system_fonts=True
        )
    return compilers[template]


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER / "fonts")]
    )
