"""The occupation of an ad and its title in a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from channels.esco.choosing import chosen
from channels.esco.files import GERMAN, Table, codes, rows
from channels.esco.matching import matched
from postings.models import PostingVersion


@dataclass(frozen=True)
class Occupation:
    """`label`: the German name in ESCO. `by_person`: somebody chose it; else the title is that name."""

    uri: str
    label: str
    by_person: bool = False


def occupation(version: PostingVersion) -> Occupation | None:
    """What the ad is about: a person's choice first, then the one occupation of that name; else nothing."""
    if not codes():
        return None
    choice = chosen(version.posting)
    uri = choice.uri if choice else matched(version.title)
    label = _labels(rows(GERMAN)).get(uri, "")
    return Occupation(uri, label, by_person=choice is not None) if label else None


def title_in(version: PostingVersion, code: str) -> str:
    """The official title in a language; empty where there is none, and for German: the ad's own binds."""
    if code in {GERMAN, "de-simple"} or code not in codes():
        return ""
    found = occupation(version)
    return _labels(rows(code)).get(found.uri, "") if found else ""


@lru_cache(maxsize=32)
def _labels(found: Table) -> dict[str, str]:
    return {row.uri: row.label for row in found}
