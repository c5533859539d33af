"""A drawing as a picture, for files that know no SVG."""

from __future__ import annotations

from pathlib import Path

import typst

from outreach.reach.documents.setting.pdf import SettingError, compiler

TEMPLATE = Path(__file__).with_name("picture.typ")
_PPI = 150


def png(svg: str) -> bytes:
    """The drawing at 150 dots per inch, as wide as the text of a page. Raises `SettingError`."""
    try:
        made = compiler(TEMPLATE).compile(sys_inputs={"svg": svg}, format="png", ppi=_PPI)
    except typst.TypstError as error:
        raise SettingError(str(error)) from error
    if not isinstance(made, bytes):
        raise SettingError("typst gave no picture")
    return made


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels."""
    return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])
