"""Colours, sizes and type of charts. The colours are those of our pages (KERN-UX), light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

Form = Literal["wide", "narrow", "wide-dark", "narrow-dark"]
FORMS: tuple[Form, ...] = ("wide", "narrow", "wide-dark", "narrow-dark")
#: Pixels; the narrow one fits a phone of 360 pixels with its margins.
WIDTHS = {"wide": 720, "narrow": 328}
SIZE = 15  # of text, pixels
SMALL = 13
LINE = 21
FONT = Path(__file__).parents[3] / "channels/renditions/poster/fonts/NotoSans-Regular.ttf"
BOLD = FONT.with_name("NotoSans-Bold.ttf")
#: What a browser takes if it has it; the PDF has the second one, which we measure with.
FAMILIES = "'Fira Sans', 'Noto Sans', Arial, sans-serif"


class Colours(NamedTuple):
    """Each at least 4.5:1 (text) or 3:1 (bars) against the ground."""

    ground: str
    text: str
    muted: str
    line: str
    bar: str


LIGHT = Colours(ground="#ffffff", text="#171a2b", muted="#535a75", line="#d4d9e8", bar="#1e40a8")
DARK = Colours(ground="#000000", text="#f3f4f8", muted="#b0b7cf", line="#3a3f55", bar="#9db5f5")


def colours(form: Form) -> Colours:
    return DARK if form.endswith("-dark") else LIGHT


def width(form: Form) -> int:
    return WIDTHS[form.removesuffix("-dark")]
