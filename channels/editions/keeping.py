"""Freezing words at the approval, reading the current ones, recording later ones."""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction

from channels import languages
from channels.editions.digests import digest
from channels.editions.words import Words, made, read
from channels.languages import Language
from channels.models import Edition, Phrasebook
from postings.models import Posting, PostingVersion


@transaction.atomic
def freeze(version: PostingVersion, *, by: str) -> list[Edition]:
    """The approved wording in every language. Called in the approving transaction; a second time: nothing."""
    known = set(version.editions.values_list("language", flat=True))
    frozen: list[Edition] = []
    present = None
    for code in languages.codes():
        if code in known:
            continue
        language = languages.get(code)
        content = made(version, language, present)
        present = content["present"]
        frozen.append(_edition(version, language, content, 1, Edition.Cause.APPROVAL, by))
    return Edition.objects.bulk_create(frozen)


def current(version: PostingVersion, code: str) -> Words:
    """The newest edition; made for the moment, and not stored, where nothing was approved.

    KeyError for a language we have no file for.
    """
    found = (
        version.editions.filter(language=code)
        .select_related("phrasebook", "version__posting")
        .order_by("-number")
        .first()
    )
    if found:
        return read(found)
    language = languages.get(code)
    return Words(language, version, made(version, language))


@transaction.atomic
def renew(posting: Posting, code: str, *, cause: str, by: str) -> Edition | None:
    """Records the words of now for an approved ad, if they differ from the last recorded ones."""
    version = posting.approved
    if version is None or code == "de":
        return None
    Posting.objects.select_for_update().get(pk=posting.pk)  # two people at the desk: one after the other
    last = version.editions.filter(language=code).order_by("-number").first()
    language = languages.get(code)
    content = made(version, language, last.content["present"] if last else None)
    edition = _edition(version, language, content, last.number + 1 if last else 1, cause, by)
    if last and edition.digest == last.digest:
        return None
    edition.save()
    return edition


def _edition(
    version: PostingVersion, language: Language, content: dict[str, Any], number: int, cause: str, by: str
) -> Edition:
    book = _phrasebook(language)
    content = json.loads(json.dumps(content))  # as it will be read again
    return Edition(
        version=version,
        language=language.code,
        number=number,
        cause=cause,
        by=by,
        content=content,
        digest=digest([content, book.digest]),
        phrasebook=book,
    )


def _phrasebook(language: Language) -> Phrasebook:
    name = digest([language.code, language.content])
    return Phrasebook.objects.get_or_create(
        digest=name, defaults={"language": language.code, "content": language.content}
    )[0]
