"""What the public page of an ad shows, as approved."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from channels import editions, languages, links
from channels.adapters import registry
from channels.languages import Language
from channels.models import Delivery
from channels.public import listing
from channels.public.translated import translated
from channels.renditions import factsheet, html
from channels.renditions.applying import apply_address
from channels.renditions.clean import without_title
from channels.renditions.glossary import glossary
from channels.renditions.jobposting import as_script
from outreach.addresses import absolute
from outreach.profile import city
from postings.documents.cleaning import one_line
from postings.models import Posting, State

PAGE_KIND = "job_page"
#: Headings that belong under "Mehr über die Bewerbung".
_ABOUT_APPLYING = re.compile(
    r"bewerb|kontakt|ansprech|interess|fragen|auswahl|gleichstellung|hinweis|so geht|geht es weiter", re.I
)


def is_open(posting: Posting, today: datetime.date) -> bool:
    """True while people can apply, also in the hours before the nightly closing has run."""
    return posting.state == State.PUBLISHED and (posting.deadline is None or posting.deadline >= today)


def page(posting: Posting, code: str, today: datetime.date) -> dict[str, Any]:
    """Context of the page. A closed ad has neither an apply button nor structured data."""
    version, still_open = posting.approved, is_open(posting, today)
    rendition = approved_rendition(posting)
    parts = html.sections(without_title(version.text, version.title))
    about = [part for part in parts if _ABOUT_APPLYING.search(part.heading)]
    address = absolute(reverse("public:posting", args=[posting.slug]))
    return {
        "posting": posting,
        "title": one_line(version.title),
        "open": still_open,
        "facts": rendition["facts"],
        "elements": rendition.get("elements", []),
        "body": _rendered([part for part in parts if part not in about]),
        "about_applying": _rendered(about),
        "contact": version.facts.get("contact") or {},
        "reference": one_line(version.facts.get("reference") or ""),
        "apply": apply_address(version.facts, city(), code) if still_open else "",
        "jsonld": as_script(rendition["jsonld"]) if still_open else "",
        "canonical": address,
        "languages": other_languages(posting, "de", code),
        "poster": _poster(posting, "de", code) if still_open else "",
        "trust": _trust(posting, "de", code),
        "picture": absolute(reverse("public:picture", args=[posting.slug, "de"])),
        "glossary": glossary(version.facts, version.text, languages.get("de")),
    }


def in_language(posting: Posting, code: str, language: Language, today: datetime.date) -> dict[str, Any]:
    """Context of the page in another language: facts and standard sentences; the ad itself stays German."""
    context, version = page(posting, code, today), posting.approved
    words = editions.current(version, language.code)
    language = words.language
    return {
        **context,
        "lang": language,
        "languages": other_languages(posting, language.code, code),
        "all_jobs": listing.address(language.code, code),
        "poster": _poster(posting, language.code, code) if context["open"] else "",
        "trust": _trust(posting, language.code, code),
        "picture": absolute(reverse("public:picture", args=[posting.slug, language.code])),
        "strings": Strings(language),
        "notice": words.notice.rstrip("."),
        "translated": translated(words),
        "facts": words.lines,
        "sentences": factsheet.sentences(words.present, language),
        "glossary": glossary(version.facts, version.text, language),
        "canonical": absolute(reverse("public:posting_language", args=[posting.slug, language.code])),
    }


def other_languages(posting: Posting, shown: str, code: str) -> list[dict[str, str]]:
    """Links to the page in every other language; the channel's code goes along."""
    query = f"?k={code}" if code else ""
    return [
        {"language": languages.get(each), "address": address(posting, each) + query}
        for each in languages.codes()
        if each != shown
    ]


def _poster(posting: Posting, language: str, code: str) -> str:
    address = reverse("public:poster", args=[posting.slug, language])
    return f"{address}?k={code}" if code else address


def _trust(posting: Posting, language: str, code: str) -> str:
    """Where anybody can check that the ad is real; any of its codes will do."""
    link = posting.links.filter(code=code).first() or posting.links.first()
    return reverse("authenticity:answer", args=[link.code, language]) if link else ""


def address(posting: Posting, language: str) -> str:
    """The path of the page in a language."""
    if language == "de":
        return reverse("public:posting", args=[posting.slug])
    return reverse("public:posting_language", args=[posting.slug, language])


class Strings:
    """Strings without placeholders for templates: `strings.action.apply`."""

    def __init__(self, language: Language, before: str = "") -> None:
        self._language, self._before = language, before

    def __getitem__(self, key: str) -> Strings | str:
        full = f"{self._before}{key}"
        return Strings(self._language, f"{full}.") if not self._before else self._language.text(full)


def code_in(query: dict[str, str]) -> str:
    """The channel's code from the page address, if it is one at all."""
    code = query.get("k", "")
    return code if links.is_code(code) else ""


def approved_rendition(posting: Posting) -> dict[str, Any]:
    """What was stored at approval; made now if the city switched its page off then."""
    stored = Delivery.objects.filter(
        version=posting.approved, channel__kind=PAGE_KIND, action=Delivery.Action.PUBLISH
    ).first()
    return stored.rendition if stored else registry.get(PAGE_KIND).render(posting.approved)


def _rendered(parts: list[html.Section]) -> list[dict[str, SafeString]]:
    return [{"heading": html.inline(part.heading), "html": html.body(part.text)} for part in parts]
