"""Nobody but the releases reads true counts, and pages read the released tables alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
#: Models and modules that hold true counts. Whoever imports one could show it.
COUNTS = {
    "Counter", "MonthCount", "Rollup", "outreach.reach.rollups", "outreach.reach.rollups.counting",
    "outreach.reach.releases.openings",
}  # fmt: skip
#: Who writes counts, sums them up, invents them for the demo city, or makes releases of them.
MAY = (
    "outreach/reach/releases/",
    "outreach/reach/rollups/",
    "outreach/reach/models/",
    "outreach/reach/counting",
    "outreach/reach/tasks.py",  # runs the folding
    "outreach/reach/funnel/",
    "outreach/reach/disclosure/",
    "outreach/reach/compliance/retention.py",  # how many rows are overdue for deletion, not what they count
    "outreach/reach/attacks/running/",  # knows the truth to judge what an attack found; the attacks do not
    "outreach/reach/rollups/",
    "outreach/demo/",
    "outreach/bench/",
)
#: Frozen rows: read by `released`, written by `releases`.
FROZEN = {"Release", "ReleasedFigure"}
FROZEN_MAY = (
    "outreach/reach/releases/",
    "outreach/reach/released/",
    "outreach/reach/models/",
    "outreach/reach/attacks/running/",  # knows the truth to judge what an attack found; the attacks do not
    "outreach/reach/rollups/",
    "outreach/demo/",
    "outreach/bench/",  # invents five years to measure how fast reports are
)
CODE = sorted(path for top in ("outreach", "channels", "postings") for path in (ROOT / top).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Modules, and names of `outreach.reach…` taken out of them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("outreach.reach"):
            found |= {node.module, *(alias.name for alias in node.names)}
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize(("names", "may"), [(COUNTS, MAY), (FROZEN, FROZEN_MAY)], ids=["counts", "frozen"])
def test_only_these_modules_touch_them(names, may):
    wrong = [
        f"{path.relative_to(ROOT)}: {', '.join(sorted(taken))}"
        for path in CODE
        if not str(path.relative_to(ROOT)).startswith(may) and (taken := imported(path) & names)
    ]
    assert wrong == [], "figures are read from outreach.reach.released"


def test_the_search_finds_what_is_there(tmp_path):
    file = tmp_path / "page.py"
    file.write_text("from outreach.reach.models import Counter\nfrom outreach.reach import rollups\n")
    assert len(imported(file) & COUNTS) == 2
