"""The record of an approval: what was approved is what is sent, and everybody may check that.

Its digest covers the text, the facts, the decisions on findings and every rendition as stored for sending.
Templates and fonts may change afterwards: what was rendered stays stored, so the approval still holds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from channels import languages
from channels.editions import digest
from channels.models import Approval, Channel, Delivery, Edition
from channels.renditions import poster
from outreach.people.models import User
from postings.models import Decision, PostingVersion

FORM = 2  # of `content`; raised when its meaning changes


@dataclass(frozen=True)
class Rendition:
    """One form in which the ad went out, compared with what was approved."""

    channel: Channel
    delivery: Delivery
    digest: str
    #: True: as approved. False: differs. None: made later from the approved text, for a new channel.
    as_approved: bool | None


@dataclass(frozen=True)
class Language:
    """The ad in one language, compared with what was approved."""

    edition: Edition
    name: str
    #: True: as approved. False: differs. None: a later edition, after somebody translated or reviewed.
    as_approved: bool | None


@dataclass(frozen=True)
class Comparison:
    """What the database holds today, held against the record."""

    record: bool
    text: bool
    renditions: list[Rendition]
    languages: list[Language]
    #: False: template, fonts or typesetter of posters are newer. New sheets look different and say the same.
    templates: bool

    @property
    def intact(self) -> bool:
        """Nothing differs from what was approved."""
        every = [*self.renditions, *self.languages]
        return self.record and self.text and all(one.as_approved is not False for one in every)


def record(version: PostingVersion, *, by: User, comment: str) -> Approval:
    """Write down what was approved. Called in the approving transaction, after the renditions were made."""
    content = json.loads(json.dumps(_content(version, by, comment)))  # as it will be read again
    return Approval.objects.create(version=version, digest=digest(content), content=content, by=by)


def compare(approval: Approval) -> Comparison:
    """Look whether text, facts and renditions are still the approved ones."""
    version, content = approval.version, approval.content
    approved = {(one["channel"], one["kind"]): one["sha256"] for one in content["renditions"]}
    return Comparison(
        record=digest(content) == approval.digest,
        text=_text(version) == content["text"],
        renditions=[_compared(row, approved) for row in _rows(version)],
        languages=_languages(approval),
        templates=content.get("templates") in (None, poster.fingerprint()),
    )


def export(approval: Approval) -> dict[str, Any]:
    """The record with the renditions in full, for a staff council or an equality officer."""
    compared = compare(approval)
    return {
        "digest": approval.digest,
        "digest_of": "approved, as JSON with sorted keys and without blanks, UTF-8, SHA-256",
        "approved": approval.content,
        "intact": compared.intact,
        "renditions": [
            {
                "channel": one.channel.name,
                "kind": one.channel.kind,
                "sha256": one.digest,
                "as_approved": one.as_approved,
                "sent_at": one.delivery.sent_at.isoformat() if one.delivery.sent_at else None,
                "state": one.delivery.state,
                "rendition": one.delivery.rendition,
            }
            for one in compared.renditions
        ],
        "languages": [_exported(one) for one in compared.languages],
        "templates_as_approved": compared.templates,
    }


def _exported(one: Language) -> dict[str, Any]:
    """An edition in full, and the digests of the files that were handed out of it."""
    edition = one.edition
    return {
        "language": edition.language,
        "edition": edition.number,
        "cause": edition.cause,
        "by": edition.by,
        "made_at": edition.made_at.isoformat(),
        "sha256": edition.digest,
        "as_approved": one.as_approved,
        "words": edition.content,
        "standard_words": edition.phrasebook.content,
        "files": [
            {"form": kept.form, "link": kept.link.code, "sha256": kept.sha256}
            for kept in edition.forms.select_related("link").order_by("pk")
        ],
    }


def _content(version: PostingVersion, by: User, comment: str) -> dict[str, Any]:
    return {
        "form": FORM,
        "posting": {"id": version.posting_id, "slug": version.posting.slug, "version": version.number},
        "text": _text(version),
        "approved_by": by.display_name,
        "comment": comment.strip(),
        "decisions": _decisions(version),
        "renditions": [
            {"channel": row.channel_id, "kind": row.channel.kind, "sha256": digest(row.rendition)}
            for row in _rows(version)
        ],
        "languages": [
            {"language": one.language, "sha256": one.digest, "state": one.content["state"]}
            for one in version.editions.filter(number=1).order_by("language")
        ],
        "templates": poster.fingerprint(),
    }


def _text(version: PostingVersion) -> dict[str, Any]:
    return {"title": version.title, "text": version.text, "facts": version.facts}


def _decisions(version: PostingVersion) -> list[dict[str, str]]:
    rows = Decision.objects.in_force().filter(posting=version.posting).select_related("by").order_by("pk")
    return [
        {"rule": row.rule, "quote": row.quote, "reason": row.reason, "by": row.by.display_name}
        for row in rows
    ]


def _rows(version: PostingVersion) -> list[Delivery]:
    """The ad as it goes out, one row per channel."""
    rows = Delivery.objects.filter(version=version, action=Delivery.Action.PUBLISH)
    return list(rows.select_related("channel").order_by("channel_id", "pk"))


def _compared(row: Delivery, approved: dict[tuple[int, str], str]) -> Rendition:
    now = digest(row.rendition)
    if _is_of_a_later_edition(row):
        return Rendition(row.channel, row, now, None)
    known = approved.get((row.channel_id, row.channel.kind))
    return Rendition(row.channel, row, now, None if known is None else known == now)


def _languages(approval: Approval) -> list[Language]:
    """Every edition: those of the approval as they stand in its record, later ones by themselves."""
    approved = {one["language"]: one["sha256"] for one in approval.content.get("languages", [])}
    rows = approval.version.editions.select_related("phrasebook").order_by("language", "number")
    return [Language(row, _name(row.language), _edition_as_approved(row, approved)) for row in rows]


def _edition_as_approved(edition: Edition, approved: dict[str, str]) -> bool | None:
    now = digest([edition.content, digest([edition.language, edition.phrasebook.content])])
    if now != edition.digest:
        return False
    if edition.number > 1 or edition.language not in approved:
        return None
    return approved[edition.language] == now


def _name(code: str) -> str:
    return languages.get(code).told_name if code in languages.codes() else code


def _is_of_a_later_edition(row: Delivery) -> bool:
    """True if it waited for a review and was made from that edition, which still is as it was recorded."""
    named = row.rendition.get("edition") or {}
    later = Edition.objects.filter(version=row.version_id, digest=named.get("sha256", ""), number__gt=1)
    return bool(named) and later.exists()
