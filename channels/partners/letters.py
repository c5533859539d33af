"""Every mail to a partner: the same frame, why it comes, the way to the own page, and the way out.

What an ad says is rendered when it is approved and kept with the delivery; what belongs to the partner
(links with keys in them, reasons, "done" links) is put around it when the mail goes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from channels import routing
from channels.languages.spoken import spoken
from channels.models import Delivery, Partner
from channels.partners import besides, tokens
from channels.partners.passing_on import forwarding
from channels.renditions.mail import SUBJECT_LENGTH, city_name
from outreach.addresses import base, sender
from outreach.profile import city
from postings.documents.cleaning import clean_text, one_line

#: From here on a mail with several ads leaves the texts to pass on to the partner page.
_MANY = 4
_CALLED_OFF = "called_off"
Action = Delivery.Action


def letter(
    to: Partner | str,
    subject: str | Promise,
    template: str,
    context: dict[str, Any],
    *,
    message_id: str = "",
    language: str = "",
) -> EmailMultiAlternatives:
    """A mail from `channels/email/<template>.txt` and `.html`, ready to be posted.

    To a partner, or to the bare address of somebody who is none yet and asked for this one mail.
    Without a `language` a partner is told in that of their page. A lazy subject is said in it, too.
    """
    partner = to if isinstance(to, Partner) else None
    language = spoken(language or (partner.page_language if partner else ""))
    with translation.override(language):
        subject = str(subject)
        context = {**_frame(partner, language), **context, "subject": subject}
        text = render_to_string(f"channels/email/{template}.txt", context)
        markup = render_to_string(f"channels/email/{template}.html", context)
    mail = EmailMultiAlternatives(
        subject=Truncator(one_line(subject)).chars(SUBJECT_LENGTH),
        body=text.strip() + "\n",
        from_email=sender(),
        to=[one_line(partner.email if partner else str(to))],
        reply_to=[city()["email"]] if city().get("email") else None,
        headers={
            "Auto-Submitted": "auto-generated",
            **(_ways_out(partner) if partner else {}),
            **({"Message-ID": message_id} if message_id else {}),
        },
    )
    mail.attach_alternative(markup, "text/html")
    return mail


def about(delivery: Delivery) -> EmailMultiAlternatives:
    """The mail about one ad or event."""
    with _as_spoken_on(delivery):
        context = {"items": [_item(delivery, compact=False)], "lead": _lead(delivery)}
        return _of(delivery, delivery.rendition["subject"], context, str(delivery.uid))


def about_several(deliveries: Sequence[Delivery]) -> EmailMultiAlternatives:
    """One mail about several ads and events of the same channel: a digest, or what is still open."""
    if len(deliveries) == 1:
        return about(deliveries[0])
    first = deliveries[0]
    with _as_spoken_on(first):
        items = [_item(delivery, compact=len(deliveries) >= _MANY) for delivery in deliveries]
        subject = _several_subject(deliveries)
        groups = [
            (heading, [item for item in items if item["action"] in actions]) for heading, actions in _groups()
        ]
        context = {"items": items, "groups": [group for group in groups if group[1]], "lead": subject}
        return _of(first, subject, context, str(first.bundle or first.uid))


def notice(deliveries: Sequence[Delivery]) -> EmailMultiAlternatives:
    """A few lines: what is new stands on the partner page."""
    first = deliveries[0]
    with _as_spoken_on(first):
        subject = first.rendition["subject"] if len(deliveries) == 1 else _several_subject(deliveries)
        lines = [(_line(delivery), delivery.title) for delivery in deliveries]
        return _of(first, subject, {"lines": lines}, str(first.bundle or first.uid), "letters/notice")


def _as_spoken_on(delivery: Delivery) -> translation.override:
    """Our words around an ad are in the language of its channel."""
    return translation.override(spoken(delivery.channel.language))


def _line(delivery: Delivery) -> str:
    if _is_called_off(delivery):
        return _("Abgesagt")
    if delivery.rendition.get("language_news"):
        return _("Jetzt in einer weiteren Sprache")
    return {
        Action.PUBLISH: _("Neu"),
        Action.CHANGE: _("Geändert"),
        Action.REMIND: _("Zur Erinnerung"),
        Action.CLOSE: _("Nicht mehr frei"),
    }[Action(delivery.action)]


def _of(
    delivery: Delivery, subject: str, context: dict[str, Any], uid: str, template: str = "letters/ads"
) -> EmailMultiAlternatives:
    channel = delivery.channel
    host = urlsplit(base()).hostname
    return letter(
        channel.partner,
        subject,
        template,
        context,
        message_id=f"<{uid}@{host}>",
        language=channel.language,
    )


def _item(delivery: Delivery, *, compact: bool) -> dict[str, Any]:
    """One ad in a mail: what was approved, and around it what only this partner gets."""
    rendition = delivery.rendition
    forward = rendition.get("forward", "")
    return {
        "beside": besides.beside(delivery, short=compact),
        "compact": compact,
        "action": _CALLED_OFF if _is_called_off(delivery) else delivery.action,
        "text": rendition["text"],
        "html": rendition["html"],
        "why": routing.fits(delivery.reasons),
        "forward": "" if compact else forward,
        "whatsapp": forwarding.whatsapp(rendition.get("messenger", "")) if forward else "",
        "done": tokens.done_address(delivery) if forward and delivery.action != Action.CLOSE else "",
    }


def _is_called_off(delivery: Delivery) -> bool:
    """An event that does not take place: this is to be passed on, unlike a job that is gone."""
    return bool(delivery.event_id) and delivery.action == Action.CLOSE


def _lead(delivery: Delivery) -> str:
    if _is_called_off(delivery):
        return _("Abgesagt, bitte weitersagen")
    if delivery.rendition.get("language_news"):
        return _("Jetzt in einer weiteren Sprache")
    return {
        Action.PUBLISH: _("Neu für Ihre Leute"),
        Action.CHANGE: _("Das hat sich geändert"),
        Action.REMIND: _("Zur Erinnerung"),
        Action.CLOSE: _("Bitte nicht mehr weitergeben"),
    }[Action(delivery.action)]


def _groups() -> list[tuple[str, set[str]]]:
    return [
        (_("Zum Weitergeben"), {Action.PUBLISH}),
        (_("Geändert"), {Action.CHANGE}),
        (_("Zur Erinnerung"), {Action.REMIND}),
        (_("Abgesagt, bitte weitersagen"), {_CALLED_OFF}),
        (_("Bitte nicht mehr weitergeben"), {Action.CLOSE}),
    ]


def _several_subject(deliveries: Sequence[Delivery]) -> str:
    """ "3 Stellen und 1 Veranstaltung zum Weitergeben", or what else is in it."""
    new = [delivery for delivery in deliveries if delivery.action == Action.PUBLISH]
    ads, events = sum(1 for row in new if row.version_id), sum(1 for row in new if row.event_id)
    parts = []
    if ads:
        parts.append(ngettext("%(n)d Stelle", "%(n)d Stellen", ads) % {"n": ads})
    if events:
        parts.append(ngettext("%(n)d Veranstaltung", "%(n)d Veranstaltungen", events) % {"n": events})
    if parts:
        return _("%(what)s zum Weitergeben") % {"what": _(" und ").join(parts)}
    return _("%(n)d Nachrichten zu Stellen und Veranstaltungen") % {"n": len(deliveries)}


def _frame(partner: Partner | None, language: str) -> dict[str, Any]:
    frame = {"city": city(), "city_name": city_name(), "language": language}
    if partner is None:
        return frame
    return {
        **frame,
        "partner": clean_text(partner.name),
        "page": tokens.page_address(partner),
        "leave": tokens.leaving_address(partner),
    }


def _ways_out(partner: Partner) -> dict[str, str]:
    """One-click signing out (RFC 8058) needs an https address; the mail server signs both headers."""
    address, host = tokens.leaving_address(partner), urlsplit(base()).hostname
    ways = [f"<{address}>"]
    if city().get("email"):
        ways.append(f"<mailto:{city()['email']}?subject={quote(_('Partnerpost abbestellen'))}>")
    headers = {"List-Id": f"<{tokens.LIST}.{host}>", "List-Unsubscribe": ", ".join(ways)}
    if address.startswith("https://"):
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers
