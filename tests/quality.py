"""How good the generic-masculine engine is: `python -m tests.quality [FILE.jsonl …]`.

Without files: our own cases (tests/postings/review/cases/*.jsonl), split by a hash of their text into the
half we work with ("work") and the half we only measure ("held"). With files: each of the form of our cases.
`--show recall,precision,star,pair,neutral,untouched` prints the misses of the work half (or of the files).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from postings.review import review
from postings.review.fixing import apply, chosen
from postings.review.model import Finding, Style
from postings.review.rulebook import RULES, Rule, load

CASES = Path(__file__).parent / "postings" / "review" / "cases"
STYLES: tuple[Style, ...] = ("star", "pair", "neutral")
Row = dict[str, Any]


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if not total:
        return 0.0, 1.0
    z, share = 1.96, hits / total
    middle = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return (middle - spread) / (1 + z * z / total), (middle + spread) / (1 + z * z / total)


def half(row: Row) -> str:
    """Which half a case belongs to, for good."""
    return "held" if hashlib.sha256(row["text"].encode()).digest()[0] % 2 else "work"


def read(paths: Iterable[Path]) -> list[Row]:
    """The cases of some files."""
    return [
        json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()
    ]


def place(text: str, quote: str, occurrence: int) -> tuple[int, int]:
    """Where a quote stands."""
    at = -1
    for _ in range(occurrence):
        at = text.index(quote, at + 1)
    return at, at + len(quote)


class Tally:
    """Counts of one half: what was found, what was rewritten exactly, what was left alone."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.misses: dict[str, list[str]] = defaultdict(list)

    def add(self, name: str, good: bool, story: str) -> None:
        """Count one."""
        self.counts[name][0] += good
        self.counts[name][1] += 1
        if not good:
            self.misses[name].append(story)


def judge(row: Row, rules: list[Rule], tally: Tally) -> None:
    """Measure one case."""
    text = row["text"]
    problems = [place(text, each["quote"], each.get("occurrence", 1)) for each in row["problems"]]
    found = list(review(text, style="star", rules=rules).findings)
    spans = [(each.offset, each.offset + each.length) for each in found]
    for start, end in problems:
        good = any(a < end and start < b for a, b in spans)
        tally.add("recall", good, f"missed «{text[start:end]}»: {text}")
    for start, end in spans:
        good = any(a < end and start < b for a, b in problems)
        tally.add("precision", good, f"false «{text[start:end]}»: {text}")
    for style in STYLES:
        new = rewritten(text, style, rules)
        if not problems:
            if style == "star":
                tally.add("untouched", new == text and not found, f"touched: {new}")
        elif row.get(style):
            good = new in row[style]
            tally.add(style, good, f"{style}:\n    got  {new}\n    want {row[style][0]}")
            if row.get("kind"):
                tally.add(f"{style} · {row['kind']}", good, "")


def rewritten(text: str, style: Style, rules: list[Rule]) -> str:
    """The text with the first safe replacement of every finding."""
    findings: tuple[Finding, ...] = review(text, style=style, rules=rules).findings
    return apply(text, chosen(findings, "generic-masculine"))


def report(name: str, tally: Tally) -> None:
    """Print one half."""
    print(name)
    for key in sorted(tally.counts, key=lambda each: (" · " in each, each)):
        good, total = tally.counts[key]
        low, high = wilson(good, total)
        print(f"  {key:28} {good:4}/{total:<4} {good / total:6.1%}  [{low:.1%} … {high:.1%}]")


def main() -> None:
    """The figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("paths", nargs="*", type=Path)
    options.add_argument("--show", default="")
    options.add_argument("--rules", type=Path, default=RULES)
    chosen_options = options.parse_args()
    rules = load(chosen_options.rules).in_category("generic-masculine")
    rows = read(chosen_options.paths or sorted(CASES.glob("*.jsonl")))
    halves: dict[str, Tally] = defaultdict(Tally)
    for row in rows:
        judge(row, rules, halves["files" if chosen_options.paths else half(row)])
    for name, tally in sorted(halves.items(), reverse=True):
        report(name, tally)
        if name != "held":
            for wanted in filter(None, chosen_options.show.split(",")):
                print(*tally.misses[wanted], sep="\n")


if __name__ == "__main__":
    main()
