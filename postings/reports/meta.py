"""Which engine, rules and words made a report, so that two reports can be compared."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path
from typing import Any

from postings import review
from postings.reports.checked import Options
from postings.review import rulebook

#: The version of this project; a test holds it against pyproject.toml.
ENGINE = "0.1.0"
#: The `$id` of `postings/review/review.schema.json`.
SCHEMA = "urn:outreach:schema:review:1"

_REVIEW = Path(review.__file__).parent


def meta(options: Options) -> dict[str, Any]:
    """The object `meta` of CONTRACT §2."""
    return {
        "schema": SCHEMA,
        "engine": ENGINE,
        "rules": rulebook.load().version,
        "lexicon": lexicon_version(),
        "style": options.style,
        "date": options.date.isoformat(),
        "lang": options.lang,
    }


@functools.cache
def lexicon_version() -> str:
    """A hash of all data files of the review (word lists), by name and content."""
    digest = hashlib.sha256()
    for path in sorted(_REVIEW.glob("*/data/*")):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
