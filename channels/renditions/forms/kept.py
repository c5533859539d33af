"""Files as they are handed out: made once for an edition and a link, then the same bytes for everybody."""

from __future__ import annotations

import hashlib

from channels.editions.policy import Told
from channels.models import KeptForm, Link
from channels.renditions.forms.files import LOOKS
from channels.renditions.forms.telling import of_told
from postings.models import Posting


def file(found: Told, link: Link | None, name: str) -> bytes:
    """One of `LOOKS`. What was not approved (a preview), or has no link of its own, is not kept.

    ValueError while the language is held.
    """
    edition = found.words and found.words.edition
    if edition is None or link is None:
        return LOOKS[name](of_told(found, link))
    key = {"edition": edition, "link": link, "form": _form(found, name)}
    if (kept := KeptForm.objects.filter(**key).first()) and kept.content is not None:
        return bytes(kept.content)
    made = LOOKS[name](of_told(found, link))
    if kept is None:
        written = {"content": made, "sha256": hashlib.sha256(made).hexdigest()}
        kept, _made = KeptForm.objects.get_or_create(**key, defaults=written)  # somebody else may be first
    return bytes(kept.content) if kept.content is not None else made


def files(found: Told, link: Link) -> dict[str, bytes]:
    """All forms in one language."""
    return {name: file(found, link, name) for name in LOOKS}


def let_go(posting: Posting) -> None:
    """The ad is closed: what was handed out stays provable by its digest, the files themselves may go."""
    KeptForm.objects.filter(edition__version__posting=posting).update(content=None)


def _form(found: Told, name: str) -> str:
    """German with an honest sentence is another file for each language of that sentence."""
    return f"{name} ({found.asked.code})" if found.honest else name
