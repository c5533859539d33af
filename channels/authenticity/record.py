"""What the city says about an ad, and signs: which ad, until when, which text, open or closed."""

from __future__ import annotations

import datetime
import hashlib
import json
from typing import Any

from django.urls import reverse

from channels import links
from channels.models import Link
from channels.public.ad import is_open
from outreach.addresses import absolute
from outreach.profile import city
from postings.models import Posting, State

Record = dict[str, Any]


def of_code(code: str, today: datetime.date) -> tuple[Posting, Record] | None:
    """The ad a code stands for, and its record as of today; None for codes we never gave out."""
    if not links.is_code(code):
        return None
    link = Link.objects.filter(code=code, posting__isnull=False).select_related("posting__approved").first()
    posting = link.posting if link else None
    if posting is None or posting.approved is None or posting.state not in {State.PUBLISHED, State.CLOSED}:
        return None
    return posting, _record(posting, code, today)


def canonical(record: Record) -> bytes:
    """The bytes that are signed: sorted keys, no blanks, UTF-8 (as RFC 8785 for these values)."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _record(posting: Posting, code: str, today: datetime.date) -> Record:
    version, profile = posting.approved, city()
    return {
        "code": code,
        "title": version.title,
        "issuer": profile.get("official_name") or profile["name"],
        "page": absolute(reverse("public:posting", args=[posting.slug])),
        "published": posting.published_at.date().isoformat() if posting.published_at else "",
        "deadline": posting.deadline.isoformat() if posting.deadline else "",
        "state": "open" if is_open(posting, today) else "closed",
        "as_of": today.isoformat(),
        "text_sha256": hashlib.sha256(version.text.encode()).hexdigest(),
    }
