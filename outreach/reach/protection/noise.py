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

**Zeros** are noisy like all others and hidden below the threshold: a zero that stayed a zero would say
"nobody".
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


def draw(key: str, identity: str, truth: int, epsilon: float, width: int) -> int:
    """The noise of one sum, in -width..width. An empty key draws afresh every time (attack tests only)."""
    message = f"{identity}|{truth}|{epsilon}|{width}".encode()
    drawn = hmac.new(key.encode(), message, hashlib.sha256).digest()[:8] if key else secrets.token_bytes(8)
    place = int.from_bytes(drawn, "big") / _DRAWS
    edges = accumulate(probabilities(epsilon, width))
    return next((k - width for k, edge in enumerate(edges) if place < edge), width)
