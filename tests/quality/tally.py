"""Counting what was right, with the 95 % interval of each share."""

from __future__ import annotations

import math
from collections import defaultdict


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson)."""
    if not total:
        return 0.0, 1.0
    z, share = 1.96, hits / total
    middle = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return (middle - spread) / (1 + z * z / total), (middle + spread) / (1 + z * z / total)


class Tally:
    """Shares by name, and a story of each miss."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.misses: dict[str, list[str]] = defaultdict(list)

    def add(self, name: str, good: bool, story: str = "") -> None:
        """Count one."""
        self.counts[name][0] += good
        self.counts[name][1] += 1
        if not good and story:
            self.misses[name].append(story)

    def report(self) -> None:
        """Print every share, the overall ones first."""
        for key in sorted(self.counts, key=lambda each: (" · " in each, each)):
            good, total = self.counts[key]
            low, high = wilson(good, total)
            print(f"  {key:44} {good:4}/{total:<4} {good / total:6.1%}  [{low:.1%} … {high:.1%}]")

    def f1(self, precision: str, recall: str) -> float:
        """The harmonic mean of two shares."""
        right, found = self.counts[precision]
        hit, wanted = self.counts[recall]
        if not found or not wanted or not right:
            return 0.0
        return 2 * (right / found) * (hit / wanted) / (right / found + hit / wanted)
