"""What stands on a poster: words and a code, as plain data for the typesetter."""

from __future__ import annotations

from typing import Any

from channels.languages import Language
from channels.renditions import factsheet, qr
from channels.renditions.clean import bare_title, neutral

#: More than these would crowd the sheet.
_FACTS = ("pay", "hours", "place", "language", "deadline", "start", "contract")
#: A title is broken inside a word only if the word would not fit on a line.
_LONGEST_WORD = 32
#: The sheet around the code is white, too.
_QUIET = 2
#: Written as two signs in Persian; the one sign looks the same and stays in one piece.
_HEH_WITH_HAMZA = "\u0647\u0654"
#: Isolates, and the vowel signs of Arabic (fathatan to sukun, superscript alef).
_NEITHER = str.maketrans("", "", "\u2068\u2069\u0670" + "".join(map(chr, range(0x64B, 0x653))))


def content(
    *,
    title: str,
    facts: dict[str, Any],
    present: list[str],
    language: Language,
    link: str,
    qr_link: str,
    city: dict[str, Any],
    notice: str | None = None,
    title_translated: str = "",
    occupation: str = "",
    lines: list[factsheet.Line] | None = None,
    notice_in: Language | None = None,
) -> dict[str, Any]:
    """`link` is for typing, `qr_link` for scanning; `present`: ids of the elements the ad contains.

    `notice` says who reviewed the words; without one they count as not reviewed. `lines`: the facts as
    they were approved; without them they are told now. `notice_in`: the notice's own language if the sheet
    is German for want of a reviewed translation. `occupation`: the official title (ESCO), with its source.
    """
    told = _unreviewed(language) if notice is None else notice
    lines = factsheet.lines(facts, language, city["town"]) if lines is None else lines
    said_in = notice_in or language
    contact = facts.get("contact") or {}
    return {
        "lang": language.tag,
        "direction": language.direction,
        "heading": neutral(title),
        "title": bare_title(title),
        "hyphenate": max(map(len, title.split()), default=0) > _LONGEST_WORD,
        "title_translated": title_translated or occupation,
        "source": language.text("notice.esco") if occupation and not title_translated else "",
        "city": city.get("official_name") or city["name"],
        "facts": [_plain(line) for line in lines if line["key"] in _FACTS],
        "sentences": [printed(sentence) for sentence in factsheet.sentences(present, language)],
        "qr": qr.svg(qr_link, quiet=_QUIET),
        "qr_alt": f"QR-Code: {link}" if language.tag == "de" else f"QR: {link}",
        "scan": printed(language.text("action.scan")),
        "link": shown(link),
        "contact": neutral(", ".join(filter(None, (contact.get("name"), contact.get("phone"))))),
        "contact_label": printed(language.text("label.contact")),
        "notice": printed(told) if notice_in else _with_binding(told, language),
        "notice_lang": said_in.tag,
        "notice_direction": said_in.direction,
        "unreviewed": printed(told),
    }


def shown(link: str) -> str:
    """An address as people type it."""
    return link.removeprefix("https://").removeprefix("http://").rstrip("/")


def _plain(line: factsheet.Line) -> dict[str, str]:
    value, _dot, more = printed(line["value"]).partition(" · ")
    return {
        "key": line["key"],
        "label": printed(line["label"]),
        "value": value,
        "more": more,
        "lang": line["lang"],
    }


def printed(text: str) -> str:
    """Without the isolating marks of right-to-left text: the typesetter finds the directions itself.

    Also without the vowel signs above Arabic letters, which everyday texts leave out: in a PDF each would
    stand twice for those who search or copy.
    """
    return text.replace(_HEH_WITH_HAMZA, "\u06c0").translate(_NEITHER)


def _unreviewed(language: Language) -> str:
    return "" if language.code == "de" else language.text("notice.unreviewed")


def _with_binding(notice: str, language: Language) -> str:
    return printed(f"{notice.rstrip('.')}. {language.text('sentence.binding')}") if notice else ""
