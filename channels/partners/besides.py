"""The partner's first language beside the German, in every mail about an ad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from channels import links
from channels.editions import policy
from channels.editions.policy import Told
from channels.languages import Language
from channels.models import Delivery
from channels.partners.passing_on import forwarding
from channels.renditions.forms import letter, messenger, sheet_text
from channels.renditions.forms.telling import of_told

GERMAN = "de"
_ACTIONS = (Delivery.Action.PUBLISH, Delivery.Action.CHANGE, Delivery.Action.REMIND)


@dataclass(frozen=True)
class Beside:
    """The ad in one language for a mail: to read, and to pass on with the partner's own code."""

    language: Language
    text: str
    html: str
    #: Only an honest sentence: the German above it is all there is.
    only_honest: bool = False
    forward: str = ""
    whatsapp: str = ""


def code_of(delivery: Delivery) -> str:
    """The language: the one the message is about, else the partner's first; "" if there is none."""
    if delivery.version is None or delivery.action not in _ACTIONS:
        return ""
    asked = delivery.rendition.get("language_news", "")
    return asked or next(iter(policy.wanted(delivery.channel)), "")


def told(delivery: Delivery) -> Told | None:
    """What the channel's policy says in that language; None if there is none or it is held."""
    if not (code := code_of(delivery)):
        return None
    found = policy.told(delivery.version, code, delivery.channel.unreviewed)
    return None if found.held else found


def beside(delivery: Delivery, *, short: bool = False) -> Beside | None:
    """The block of the mail; its link carries the code all partner mails share (see `renditions.mail`)."""
    if (found := told(delivery)) is None:
        return None
    if found.honest and found.words and found.words.language.code == GERMAN:
        return Beside(found.asked, found.honest, letter.honest(found.asked, found.honest), only_honest=True)
    posting, channel = delivery.version.posting, delivery.channel
    shared = of_told(found, links.code_for(posting, links.shared_mail_channel(), channel.language))
    own = of_told(found, links.code_for(posting, channel, channel.language))
    return Beside(
        language=found.words.language if found.words else found.asked,
        text=letter.text(shared),
        html=letter.block(shared, short=short),
        forward=sheet_text.text(own).strip(),
        whatsapp=forwarding.whatsapp(messenger.text(own)),
    )


def record(deliveries: list[Delivery]) -> dict[str, Any]:
    """Which edition each mail carried, to be kept with the delivery: what was sent can be proved."""
    sent = []
    for delivery in deliveries:
        found = told(delivery)
        edition = found.words.edition if found and found.words else None
        if found and edition:
            sent.append(
                {
                    "version": edition.version_id,
                    "asked": found.asked.code,
                    "language": edition.language,
                    "edition": edition.number,
                    "sha256": edition.digest,
                }
            )
    return {"languages": sent} if sent else {}
