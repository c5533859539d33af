"""An adjective left out: "ein junges und motiviertes Umfeld" -> "ein motiviertes Umfeld"."""

from __future__ import annotations

import re

from postings.review.model import Edit

_ADJECTIVE = re.compile(r"[a-zäöüß-]{2,}?(?P<ending>e|en|er|es|em)")
#: "einen in Deutschland erworbenen Abschluss"
_PARTICIPLE = re.compile(
    r"(?:in|an|aus) [^,;]*? (?:erworben|abgeschlossen|abgelegt|erlangt|absolviert)e[nrms]?"
)
_NEXT = re.compile(
    r"(?:, | und | sowie )(?=[a-zäöüß-]+?(?P<ending>e|en|er|es|em)(?:,| und)? (?!Sie\b|Ih)[A-Za-zÄÖÜäöü])"
)
_BEFORE = re.compile(r"\b[a-zäöüß-]{2,}?(?P<ending>e|en|er|es|em)(?P<joint>, | und | sowie )\Z")
_NOUN_AFTER = re.compile(r" (?P<noun>[A-ZÄÖÜ][\w*:-]+)")
#: How somebody lives: what is left of that is asked of nobody, either.
_LIVING = re.compile(r"Verhältnis|Famili|Partner|Beziehung|Ehe|Leben")
_ARTICLE = re.compile(
    r"\b(?:(?:ein|unser|euer|Unser|Ein)(?:e|em|en|er|es)?|d(?:er|ie|as|em|en)|D(?:er|ie|as|em|en)"
    r"|Ihr(?:e|em|en|er)?) \Z"
)
_HOLDS_ADJECTIVES = re.compile(
    r"(?:\A\s*|\b(?:mit|ohne|für|durch|in|an|auf|aus|von|zu|als|Mit|Als|Für|\w*e|\w*e[nrms]|[Dd]as|[EeKk]in"
    r"|[MmDdSs]ein|[Ii]hr|[Uu]nser)[ ]|[a-zäöüß]+(?:e|en|er|es|em)(?:, | und ))\Z"
)
_TEAMS = re.compile(
    r"(?:\w+-)?(?:Team|Kollegium|Umfeld|Belegschaft|Mannschaft|Truppe|Abteilung|Arbeitsumfeld|Arbeitsklima"
    r"|Atmosphäre|Crew|Betriebsklima)\Z"
)
_SOUGHT = re.compile(r"\b(?:such(?:en|t|e)|gesucht)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:er|erin|[a-zäöü][*:_]in|kraft|kräfte|leitung|Leitung|Begleitung|Verstärkung|Unterstützung|Assistenz"
    r"|ent|entin|istin?|e[nr]?in|ete[nr]?|kollegen?|Kollegen?|personal|Personal|hilfe)\Z"
)
_DENIED = re.compile(r"\b(?:kein\w*|nicht|nie|niemals|nur|ohne|bevorzug\w*|lieber|liebsten|unerwünscht)\b")


def left_out(masked: str, first: int, last: int, start: int, end: int) -> list[Edit] | None:
    """The finding [start, end), if it is one adjective before a noun; None where others lean on it."""
    if _PARTICIPLE.fullmatch(masked, start, end):
        is_inside = _ARTICLE.search(masked[first:start]) and _NOUN_AFTER.match(masked[end:last])
        return [Edit(start, end - start + 1, "")] if is_inside else None
    found = _ADJECTIVE.fullmatch(masked, start, end)
    if not found or _DENIED.search(masked[first:last]):
        return None
    before, after = masked[first:start], masked[end:last]
    if not _HOLDS_ADJECTIVES.search(before):
        return None
    beside = _NEXT.match(after)
    if beside and beside["ending"] == found["ending"] and not _BEFORE.search(before):
        return [Edit(start, end - start + beside.end(), "")]
    noun = _NOUN_AFTER.match(after)
    if not noun or _LIVING.match(noun["noun"]):
        return None
    earlier = _BEFORE.search(before)
    if earlier and earlier["ending"] == found["ending"]:
        joint = len(earlier["joint"])
        return [Edit(start - joint, end - start + joint, "")]
    is_plain = _TEAMS.match(noun["noun"]) or (
        _SOUGHT.search(masked[first:last]) and _ROLE.search(noun["noun"])
    )
    return [Edit(start, end - start + 1, "")] if is_plain and _ARTICLE.search(before) else None
