"""Print the figures of both halves; `--show NAME` (a part of a figure) prints the misses of the work half."""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from postings.review.rulebook import RULES, load
from tests.quality import annotated, rewriting
from tests.quality.cases import CASES, half, read
from tests.quality.tally import Tally


def main() -> None:
    """The figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("paths", nargs="*", type=Path, help="cases of the form of ours; default: our own")
    options.add_argument("--show", default="", help="print the misses of figures with these words")
    options.add_argument("--rules", type=Path, default=RULES)
    given = options.parse_args()
    halves: dict[str, Tally] = defaultdict(Tally)
    masculine = load(given.rules).in_category("generic-masculine")
    for row in read(given.paths or sorted(CASES.rglob("*.jsonl"))):
        tally = halves[half(row)]
        if "problems" in row:
            rewriting.judge(row, masculine, tally)
        else:
            annotated.judge(row, tally)
    for name, tally in sorted(halves.items(), reverse=True):
        print(name)
        tally.report()
        f1 = tally.f1("missing elements, precision", "missing elements, recall")
        print(f"  {'missing elements, F1':44} {f1:.3f}")
        if name != "held":
            show(tally, [each for each in given.show.split(",") if each])


def show(tally: Tally, wanted: list[str]) -> None:
    """Print the misses of the shares asked for."""
    for key, stories in sorted(tally.misses.items()):
        if any(each in key for each in wanted):
            print(f"\n— {key}", *stories, sep="\n")


if __name__ == "__main__":
    main()
