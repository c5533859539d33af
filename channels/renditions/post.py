"""An ad or event as a post for chat and social media: what applicants ask first, and the channel's link."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from channels import editions, languages, links
from channels.editions import policy
from channels.editions.policy import Told
from channels.languages.spoken import spoken
from channels.models import Channel, Delivery
from channels.renditions.clean import bare_title
from channels.renditions.fitting import Line, Post, Size, TooSmall, fitted
from channels.renditions.forms.telling import of_told, plain
from outreach.profile import city
from postings import amounts
from postings.documents.cleaning import one_line
from postings.factlist import factlist
from postings.models import Event, Posting, PostingVersion

#: Facts in a post, and which are left out first where room is short.
_SPARE = {"deadline": 0, "pay": 1, "hours": 2, "language": 3, "place": 4}
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_TAG = re.compile(r"\w+")
_MOST_TAGS = 5


def ad_post(version: PostingVersion, channel: Channel, size: Size) -> dict[str, Any]:
    """A new ad: title, pay, hours, place, German level, until when; in the channel's language."""
    title, link = _title(version), _link(version.posting, channel)
    deadline = version.facts.get("deadline")
    until = _("bewerben bis %(day)s") % {"day": amounts.day(deadline)} if deadline else ""
    entry = {"title": title, "until": until, "link": link}
    if words := _in_its_language(version, channel, size):
        return {**words, "entry": {**entry, "until": ""}}
    facts = [fact for fact in factlist(version.facts) if fact["key"] in _SPARE]
    lines = [Line(_quiet(f"{fact['label']}: {fact['value']}"), _SPARE[fact["key"]]) for fact in facts]
    lead = _("Neue Stelle (%(city)s)") % {"city": _city()}
    post = Post(lead, _("Neue Stelle"), title, link, tuple(lines), _tags(channel))
    return {**_rendition(post, size), "entry": entry}


def ad_over_post(version: PostingVersion, channel: Channel, size: Size) -> dict[str, Any]:
    """An ad that ended; the page behind the link shows similar ones."""
    title, link = _title(version), _link(version.posting, channel)
    if (found := _asked(version, channel)) and found.words and not found.honest:
        language = found.words.language
        gone = plain(language.text("notice.closed")).rstrip(".")
        own = links.code_for(version.posting, channel, channel.language)
        link = links.address(links.in_language(own, language.code))
        marked = link if found.reviewed else f"{link}\n({plain(language.text('notice.unreviewed'))})"
        return _rendition(Post(gone, gone, title, marked), size) | {"language": language.tag}
    gone = _("Nicht mehr frei")
    hint = Line(_("Auf der Seite stehen ähnliche Stellen, die noch offen sind."))
    return _rendition(Post(gone, gone, title, link, (hint,)), size)


def _other_language(channel: Channel) -> languages.Language | None:
    """The language of the channel's posts if it is not German."""
    code = channel.options.get("language") or channel.language
    return languages.get(code) if code != "de" and code in languages.codes() else None


def _asked(version: PostingVersion, channel: Channel) -> Told | None:
    """What the channel's policy says in the language of its posts; None where that is German."""
    language = _other_language(channel)
    return policy.told(version, language.code, channel.unreviewed) if language else None


def _in_its_language(version: PostingVersion, channel: Channel, size: Size) -> dict[str, Any]:
    """Empty for German, and where there is no room to say that nobody reviewed the translation."""
    if (found := _asked(version, channel)) is None:
        return {}
    held = {"held": found.asked.code} if found.held else {}  # shown in previews, sent once it is reviewed
    if found.words is None:
        found = replace(found, words=editions.current(version, found.asked.code))
    told = of_told(found, links.code_for(version.posting, channel, channel.language))
    language = told.language
    lines = [
        Line(_quiet(plain(f"{line['label']}: {line['value']}")), _SPARE[line["key"]])
        for line in told.lines
        if line["key"] in _SPARE
    ]
    lead = plain(language.text("text.new_job", city=told.city, title="")).strip().rstrip(":").rstrip()
    link = f"{told.link}\n({plain(told.warning)})" if told.warning else told.link
    try:
        post = Post(lead, "", _quiet(told.title), link, tuple(lines), _tags(channel))
        return {**_rendition(post, size), "language": language.tag, **held}
    except TooSmall:
        return {}


def event_post(event: Event, channel: Channel, action: str, size: Size) -> dict[str, Any]:
    """An event: new, changed, soon, or cancelled."""
    lead = {
        Delivery.Action.CHANGE: _("Termin geändert"),
        Delivery.Action.REMIND: _("Nicht vergessen"),
        Delivery.Action.CLOSE: _("Fällt aus"),
    }.get(action, _("Termin"))
    lines = _cancelled(event) if action == Delivery.Action.CLOSE else _when_and_where(event)
    tags = _tags(channel) if action == Delivery.Action.PUBLISH else ""
    title, link = _quiet(one_line(event.title)), _link(event, channel)
    post = Post(lead, lead, title, link, tuple(lines), tags)
    entry = {"kind": "event", "title": title, "until": _moment(event), "link": link}
    return {**_rendition(post, size), "entry": entry}


def list_post(renditions: list[dict[str, Any]], all_of_them: str, size: Size) -> dict[str, Any]:
    """Several posts as one list; what has no room is behind the link to all of them."""
    entries = [rendition["entry"] for rendition in renditions]
    count, lead = len(entries), _("Gerade offen: %(what)s") % {"what": _counted(entries)}
    for shown in range(count, -1, -1):
        lines = [f"{_heading(entry)}\n{entry['link']}\n" for entry in entries[:shown]]
        rest = count - shown
        if rest and shown:
            lines.append(_("Und %(rest)s weitere:") % {"rest": rest})
        elif not rest:
            lines.append(_("Alle auf einen Blick:"))
        post = Post(lead, lead, "", all_of_them, tuple(Line(line) for line in lines))
        if size.holds(post.text):
            return _as_dict(post)
    return _rendition(Post(lead, lead, "", all_of_them), size)


def _counted(entries: list[dict[str, str]]) -> str:
    """ "3 Stellen und 1 Termin"."""
    events = sum(entry.get("kind") == "event" for entry in entries)
    ads = len(entries) - events
    parts = [
        ngettext("%(count)s Stelle", "%(count)s Stellen", ads) % {"count": ads} if ads else "",
        ngettext("%(count)s Termin", "%(count)s Termine", events) % {"count": events} if events else "",
    ]
    return _(" und ").join(filter(None, parts))


def _heading(entry: dict[str, str]) -> str:
    return ", ".join(filter(None, [entry["title"], entry["until"]]))


def _when_and_where(event: Event) -> list[Line]:
    lines = [
        (_("Wann"), _moment(event), 0),
        (_("Wo"), event.place, 1),
        (_("Sprachen"), event.languages, 2),
        (_("Barrierefreiheit"), event.accessibility, 3),
    ]
    return [Line(_quiet(f"{label}: {one_line(value)}"), spare) for label, value, spare in lines if value]


def _cancelled(event: Event) -> list[Line]:
    lines = [Line(_("Der Termin war geplant für: %(moment)s") % {"moment": _moment(event)})]
    if reason := one_line(event.cancel_reason):
        lines.append(Line(_quiet(_("Grund: %(reason)s") % {"reason": reason}), 1))
    return lines


def _moment(event: Event) -> str:
    start, end = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    until = date_format(end, "H:i") if start.date() == end.date() else f"{amounts.day(end)}, {end:%H:%M}"
    return _("%(start)s bis %(end)s Uhr") % {"start": f"{amounts.day(start)}, {start:%H:%M}", "end": until}


def _rendition(post: Post, size: Size) -> dict[str, Any]:
    return _as_dict(fitted(post, size))


def _as_dict(post: Post) -> dict[str, Any]:
    words = {"head": post.head, "body": post.body, "text": post.text, "markup": post.markup}
    return {**words, "language": _language()}


def _language() -> str:
    """Of the words around the title."""
    return spoken((get_language() or "").partition("-")[0])


def _title(version: PostingVersion) -> str:
    return _quiet(bare_title(version.title))


def _quiet(text: str) -> str:
    """An "@" that calls nobody: networks notify whoever is named so, or everyone in the room."""
    return _MENTION.sub("@\u2060", text)


def _tags(channel: Channel) -> str:
    """ "Neustadt, Jobs" -> "#Neustadt #Jobs"."""
    words = _TAG.findall(one_line(str(channel.options.get("tags", ""))))
    return " ".join(f"#{word}" for word in words[:_MOST_TAGS])


def _link(subject: Posting | Event, channel: Channel) -> str:
    return links.address(links.code_for(subject, channel, channel.language))


def _city() -> str:
    return city().get("official_name") or city()["name"]
