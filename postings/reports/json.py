"""Reports as JSON; `postings/review/review.schema.json` describes them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from postings.reports.checked import Checked


def render(texts: Sequence[Checked], meta: dict[str, Any]) -> str:
    """All texts in one document."""
    document = {"meta": meta, "texts": [checked.as_dict() for checked in texts]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
