"""Charts of released figures: what they show (`shapes`), how they look (`theme`), how they are drawn.

Drawn on the server, so that page and PDF hold the same picture. Text stays text, nothing is loaded from
elsewhere, and the same figures give the same bytes.
"""

from outreach.reach.charts.drawing import svg
from outreach.reach.charts.shapes import Bar, Bars, Chart, Panel, Trend

__all__ = ["Bar", "Bars", "Chart", "Panel", "Trend", "svg"]
