"""How good the review is on cases of our own: `python -m tests.quality [FILE.jsonl …]`, `make quality`.

Two kinds of cases lie in tests/postings/review/cases: sentences with gold rewrites (`problems`, `star`,
`pair`, `neutral`) and annotated ads and sentences (`findings`, `traps`, `neutral`, `missing`, `unjudged`:
categories nobody marked). Each belongs by a hash of its text to the half we work with ("work") or to the
half we only measure ("held"), for good.
"""

from __future__ import annotations

from tests.quality.cases import CASES, half

__all__ = ["CASES", "half"]
