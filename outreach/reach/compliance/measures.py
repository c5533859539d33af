"""Technical and organisational measures, as the running settings have them."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from outreach.reach.compliance import running, words
from outreach.reach.documents.setting import Fact


def measures(language: str = "de") -> list[Fact]:
    """What is off is said to be off."""
    machines, reach, shared = running.machines(), running.reach(), words.load("shared", language)
    text = shared["measure"]
    told = {
        "hosts": text["hosts_told"].format(
            address=machines.public_url or shared["no_address"], hosts=", ".join(machines.hosts)
        ),
        "encrypted": text["encrypted_yes"] if machines.encrypted else text["encrypted_no"],
        "access": text["access_told"].format(
            length=_password_length(),
            attempts=settings.ACCOUNT_RATE_LIMITS["login_failed"],
            hours=reach.session_hours,
        ),
        "database": text["database_told"].format(database=machines.database),
        "logs": text["logs_told"].format(level=machines.log_level),
        "public": text["public_told"],
        "outgoing": text["outgoing_told"] + (text["outgoing_plain"] if settings.OUTGOING_PLAIN_HTTP else ""),
        "release": _release(reach, shared),
        "sending": text["sending_off"]
        if machines.console
        else text["sending_by"].format(host=machines.mail_host or shared["no_mail"]),
    }
    return [Fact(text[name], said) for name, said in told.items()]


def _password_length() -> int:
    for one in settings.AUTH_PASSWORD_VALIDATORS:
        if "min_length" in one.get("OPTIONS", {}):
            return int(one["OPTIONS"]["min_length"])
    return 0


def _release(reach: running.Reach, shared: dict[str, Any]) -> str:
    text, off = shared["measure"], ", ".join(reach.switched_off)
    told = text["release_told"].format(
        threshold=reach.threshold,
        persons_threshold=reach.persons_threshold,
        method=shared["method"][reach.method],
        base=reach.base,
        delay=reach.delay(shared),
        settle_weeks=reach.settle_weeks,
    )
    return told + (text["release_off"].format(off=off) if off else "")
