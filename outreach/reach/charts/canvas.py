"""A sheet to draw on in pixels, by matplotlib, as SVG with text as text and without inline styles."""

from __future__ import annotations

import io
import os
import re
import threading
from contextlib import ExitStack
from functools import lru_cache
from types import TracebackType
from typing import Any, Literal

from django.conf import settings

from outreach.reach.charts import theme

#: matplotlib keeps its settings in one place for the whole process.
_one_at_a_time = threading.RLock()
_STYLE = re.compile(r' style="([^"]*)"')
_RULES = {
    "svg.fonttype": "none",
    "svg.hashsalt": "outreach",
    "font.family": ["Noto Sans"],
    "hatch.linewidth": 2.0,
    "path.simplify": False,
}
Align = Literal["left", "center", "right"]


class Sheet:
    """`with Sheet(width, height, colours) as sheet: sheet.text(…); sheet.svg(title)`. Pixels, y down."""

    def __init__(self, width: float, height: float, colours: theme.Colours) -> None:
        self.width, self.height, self.colours = width, height, colours
        self._open = ExitStack()

    def __enter__(self) -> Sheet:
        self._open.enter_context(_one_at_a_time)
        matplotlib = _matplotlib()
        self._open.enter_context(matplotlib.rc_context(_RULES))
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure

        self._figure = Figure(figsize=(self.width / 72, self.height / 72), dpi=72)
        FigureCanvasSVG(self._figure)
        self._figure.patch.set_facecolor(self.colours.ground)
        axes = self._axes = self._figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, self.width)
        axes.set_ylim(self.height, 0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def text(self, x: float, y: float, words: str, *, align: Align = "left", **look: Any) -> None:
        """Words with their baseline at y. `look`: size, bold, muted."""
        self._axes.text(
            x,
            y,
            words.replace("$", r"\$"),
            ha=align,
            va="baseline",
            fontsize=look.get("size", theme.SIZE),
            fontweight="bold" if look.get("bold") else "normal",
            color=self.colours.muted if look.get("muted") else self.colours.text,
        )

    def box(self, x: float, y: float, width: float, height: float, *, sure: bool) -> None:
        """A rectangle: solid for what is sure, hatched with an edge for what may be."""
        from matplotlib.patches import Rectangle

        if width <= 0 or height <= 0:
            return
        look = {"facecolor": self.colours.bar} if sure else {"facecolor": "none", "hatch": "//"}
        patch = Rectangle((x, y), width, height, edgecolor=self.colours.bar, linewidth=1, **look)
        self._axes.add_patch(patch)

    def line(self, x1: float, y1: float, x2: float, y2: float, *, strong: bool = False) -> None:
        self._axes.plot(
            [x1, x2],
            [y1, y2],
            color=self.colours.muted if strong else self.colours.line,
            linewidth=1,
            zorder=0,
        )

    def arrow(self, x: float, y: float, height: float) -> None:
        """An open end: it may go on beyond x."""
        points = [[x, y], [x + height / 2, y + height / 2], [x, y + height]]
        self._axes.plot(*zip(*points, strict=True), color=self.colours.bar, linewidth=2)

    def svg(self, title: str) -> str:
        """The drawing; its own description is its title."""
        out = io.StringIO()
        self._figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Title": title})
        return _clean(out.getvalue())


@lru_cache(maxsize=1)
def _matplotlib() -> Any:
    """Imported when the first chart is drawn: it takes two seconds. Its cache of fonts lies with our data."""
    os.environ.setdefault("MPLCONFIGDIR", str(settings.DATA_DIR / "matplotlib"))
    import matplotlib
    from matplotlib import font_manager

    for path in (theme.FONT, theme.BOLD):
        font_manager.fontManager.addfont(path)
    return matplotlib


@lru_cache(maxsize=4096)
def text_width(words: str, size: float = theme.SIZE, *, bold: bool = False) -> float:
    """How many pixels the words take."""
    with _one_at_a_time:
        _matplotlib()
        from matplotlib import font_manager

        font = font_manager.get_font(str(theme.BOLD if bold else theme.FONT))
        font.set_size(size, 72)
        font.set_text(words, 0.0)
        return font.get_width_height()[0] / 64


def _clean(drawing: str) -> str:
    """Without document type, metadata and inline styles, which our content security policy forbids."""
    drawing = drawing[drawing.index("<svg") :]
    drawing = re.sub(r"<metadata>.*?</metadata>\s*", "", drawing, flags=re.DOTALL)
    drawing = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>\s*", "", drawing, flags=re.DOTALL)
    drawing = re.sub(r' transform="rotate\(-0 [^)]*\)"', "", drawing)
    drawing = re.sub(
        r'(<svg[^>]*?)width="([\d.]+)pt" height="([\d.]+)pt"', r'\1width="\2" height="\3"', drawing
    )
    drawing = drawing.replace(" version=", ' role="img" stroke-linejoin="round" version=', 1)
    return _STYLE.sub(lambda found: _attributes(found[1]), drawing)


def _attributes(style: str) -> str:
    """`fill: #fff; stroke: none` as attributes, which mean the same in SVG."""
    pairs = (rule.split(":", 1) for rule in style.split(";") if ":" in rule)
    named = {name.strip(): value.strip() for name, value in pairs}
    if "font-family" in named:
        named["font-family"] = theme.FAMILIES
    return "".join(f' {name}="{value}"' for name, value in named.items())
