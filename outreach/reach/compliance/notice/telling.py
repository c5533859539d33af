"""The privacy notice of one language as blocks: what it says follows the running settings."""

from __future__ import annotations

import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from channels import languages
from channels.languages import Language
from outreach import profile
from outreach.reach.compliance import running
from outreach.reach.compliance.notice import wording
from outreach.reach.documents.setting import Bullets, Document, Fact, Facts, Heading, Paragraph
from outreach.reach.documents.setting.blocks import Block


class _Words:
    """Sentences of one language with their numbers filled in."""

    def __init__(self, language: Language, numbers: dict[str, str]) -> None:
        self.own, self.language, self.numbers = wording.words(language.code), language, numbers

    def __call__(self, key: str) -> str:
        return self.own[key].format(**self.numbers)


def notice(code: str) -> str:
    """That a machine translated it and nobody reviewed it, or who did; empty for German."""
    language = languages.get(code)
    if code == wording.TEMPLATE:
        return ""
    found = wording.review(code)
    if found is None:
        return language.text("notice.unreviewed")
    return language.text("notice.reviewed", name=found.by, day=language.day(found.on))


def address(code: str) -> str:
    """The page of a language; German has the plain address."""
    return reverse("legal:privacy") if code == wording.TEMPLATE else reverse("legal:privacy_in", args=[code])


def document(code: str, today: datetime.date | None = None) -> Document:
    """The notice as it is true now. KeyError for a language there is none in."""
    if code not in wording.codes():
        raise KeyError(code)
    language, facts, city = languages.get(code), running.reach(), profile.city()
    say = _Words(language, {
        "threshold": str(facts.threshold), "days": str(facts.sign_up_days), "hours": str(facts.session_hours),
    })  # fmt: skip
    day = language.day(today or timezone.localdate())
    return Document(
        title=say("title"),
        author=city["official_name"],
        language=language.tag,
        direction=language.direction,
        day=day,
        over=city["official_name"],
        blocks=(
            *_about_the_text(code, say),
            Paragraph(say("lead"), "lead"),
            *_visitors(say, facts),
            *_others(say),
            *_who(say, city),
        ),
    )


def _about_the_text(code: str, say: _Words) -> list[Block]:
    told = notice(code)
    return [Paragraph(f"{_plain(told)}. {say('binding')}", "small")] if told else []


def _visitors(say: _Words, facts: running.Reach) -> list[Block]:
    again = "count.memory" if facts.deduplicate_minutes else "count.again"
    counted = ("count.once", "count.browser", again, "count.objection", "count.release")
    found: list[Block] = [
        Heading(say("open.heading")),
        Paragraph(say("open.text")),
        Paragraph(say("open.flood")),
        Heading(say("count.heading")),
        Paragraph(say("count.why")),
        Bullets(tuple(map(say, counted))),
        Paragraph(say("count.code")),
    ]
    if facts.asks_applicants:
        found += [
            Heading(say("answers.heading")),
            Paragraph(say("answers.text")),
            Paragraph(say("answers.noise")),
        ]
    return found


def _others(say: _Words) -> list[Block]:
    return [
        Heading(say("barrier.heading")),
        Paragraph(say("barrier.text")),
        Heading(say("partner.heading")),
        Paragraph(say("partner.stored")),
        Paragraph(say("partner.end")),
        Paragraph(say("partner.page")),
        Heading(say("staff.heading")),
        Paragraph(say("staff.text")),
    ]


def _who(say: _Words, city: dict[str, Any]) -> list[Block]:
    privacy = city["privacy"]
    place = f"{privacy['controller']}, {city['street']}, {city['postal_code']} {city['town']}"
    officer = f"{privacy['officer']}, {privacy['officer_email']}"
    return [
        Heading(say("who.heading")),
        Facts((
            Fact(say("who.controller"), place, language="de"),
            Fact(say("who.phone"), city["phone"], language="de"),
            Fact(say("who.email"), city["email"], f"mailto:{city['email']}", "de"),
            Fact(say("who.officer"), officer, f"mailto:{privacy['officer_email']}", "de"),
        )),
        Heading(say("rights.heading")),
        Paragraph(say("rights.list")),
        Paragraph(say("rights.counters")),
        Facts((Fact(say("rights.complaint"), privacy["authority"], privacy["authority_url"], "de"),)),
    ]  # fmt: skip


def _plain(text: str) -> str:
    """Without isolating marks: page and typesetter find directions themselves."""
    return text.replace("\u2068", "").replace("\u2069", "")
