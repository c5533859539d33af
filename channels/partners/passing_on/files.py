"""The package as one file: texts, posters, picture, QR codes and a note in plain words, in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.template.loader import render_to_string

from channels import languages
from channels.models import Delivery, HandOff
from channels.partners import page, tokens
from channels.partners.passing_on import packages
from channels.partners.passing_on.archive import file_name, packed
from channels.renditions import qr
from channels.renditions.forms.files import text_file

__all__ = ["file_name", "package_zip"]


def package_zip(delivery: Delivery, wanted: str = "") -> bytes:
    """Everything a volunteer needs, for any device: `.txt`, `.pdf`, `.png`, `.svg`, `.html`.

    `wanted`: a language's code, `packages.ALL`, or "" for German and the partner's own languages.
    """
    codes = _codes(delivery, wanted)
    return packed([*_for_everybody(delivery, codes), *packages.files(delivery, codes)])


def _codes(delivery: Delivery, wanted: str) -> list[str]:
    if wanted == packages.ALL:
        return list(languages.codes())
    return [wanted] if wanted else packages.own_languages(delivery.channel.partner)


def _for_everybody(delivery: Delivery, codes: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    parts = page.parts_of(delivery)
    note = {
        "title": parts.get("title") or delivery.title,
        "folders": delivery.version is not None,
        "waiting": packages.waiting(delivery, codes),
    }
    yield "LIES-MICH.txt", text_file(render_to_string("partner/package/readme.txt", note))
    yield "Text-zum-Weiterleiten.txt", text_file(parts.get("forward", ""))
    yield "Kurztext-fuer-WhatsApp-und-Telegram.txt", text_file(parts.get("messenger", ""))
    yield "QR-Code-zur-Stelle.png", qr.png(parts["scanned"])
    yield "QR-Code-zur-Stelle.svg", qr.svg(parts["scanned"]).encode()
    yield "Nur-fuer-Sie-Erledigt.png", qr.png(tokens.done_address(delivery, HandOff.Way.QR))
