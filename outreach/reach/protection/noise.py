"""Cell-key noise: keyed, so that the same sum always gets the same noise, however often and in however many
tables.

**The table of probabilities.** A published sum is truth + k with k in -width..width and p(k) proportional to
exp(-epsilon x |k|): the two-sided geometric distribution (discrete Laplace), cut off at `width`. Cut off, so
that bounds stay honest (the truth lies within `width`, always).

**What it costs.** One retrieval more or less changes the probability of any output by at most the factor
exp(epsilon), except at the cut, where an output can become impossible: with probability p(width) (`tail`).
So a table in which a retrieval counts in m sums has the privacy loss m x epsilon. Losses of tables add up; a
year has a budget (`outreach.reach.releases.budget`).

**The key.** k is drawn by HMAC-SHA-256 over the identity of the sum (which atoms) and its true count, with a
key from the settings. Asking again gives no second draw, so averaging gains nothing; a sum whose count
changed gets other noise, therefore it is used for closed periods only, never for a count that is published
while it grows: there the *change* of the noise would tell that one retrieval came in.

**Zeros** are noisy like all others and hidden with the small numbers: a zero that stayed a zero would say
"nobody" (the cell keys of the Zensus 2022 keep zeros, and every number they show says "somebody").

**What is shown** is a number of at least threshold + `width`. A noisy 6 with a width of 5 stands for 1 to 11:
it would say of a sum that may be protected "not nobody", which a 4 hidden in the same table does not say. So
from one step on every number that can be read is certainly at least the threshold, and everything else is
hidden in one bracket from 0 to threshold + 2 x `width` - 1, the same whatever the noise was: its upper end is
not the noisy value by another name. Turned round for every count and noise in
`tests/outreach/reach/protection/test_noisy_sums.py`.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import secrets
from functools import lru_cache
from itertools import accumulate

_DRAWS = 2**64


@lru_cache(maxsize=16)
def probabilities(epsilon: float, width: int) -> tuple[float, ...]:
    """p(k) for k = -width … width."""
    weights = [math.exp(-epsilon * abs(k)) for k in range(-width, width + 1)]
    return tuple(weight / sum(weights) for weight in weights)


def tail(epsilon: float, width: int) -> float:
    """How likely the noise is as large as it can be (in one direction)."""
    return probabilities(epsilon, width)[0]


def least_shown(threshold: int, width: int) -> int:
    """The smallest noisy number that is shown: no count below the threshold leads to it."""
    return threshold + width


def most_hidden(threshold: int, width: int) -> int:
    """The largest count that can be hidden."""
    return least_shown(threshold, width) - 1 + width


def draw(key: str, identity: str, truth: int, epsilon: float, width: int) -> int:
    """The noise of one sum, in -width..width. An empty key draws afresh every time (attack tests only)."""
    message = f"{identity}|{truth}|{epsilon}|{width}".encode()
    drawn = hmac.new(key.encode(), message, hashlib.sha256).digest()[:8] if key else secrets.token_bytes(8)
    place = int.from_bytes(drawn, "big") / _DRAWS
    edges = accumulate(probabilities(epsilon, width))
    return next((k - width for k, edge in enumerate(edges) if place < edge), width)
