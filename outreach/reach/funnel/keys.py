"""Keys of the application portal, and whether a report is signed with one that counts."""

from __future__ import annotations

import datetime
import logging

from django.db import transaction
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from channels.sending.secrets import Unreadable
from channels.webhooks.signing import new_key
from outreach.people.models import User
from outreach.reach.funnel.models import PortalKey

logger = logging.getLogger(__name__)

#: How long the old key counts beside the one that replaces it.
OVERLAP = datetime.timedelta(hours=24)
HEADERS = ("webhook-id", "webhook-timestamp", "webhook-signature")


def issue(name: str, by: User) -> tuple[PortalKey, str]:
    """Make a key. Its secret (`whsec_…`) is returned here and never shown again."""
    secret = new_key()
    return PortalKey.objects.create(name=name, secret={"key": secret}, created_by=by), secret


@transaction.atomic
def replace(key: PortalKey, by: User) -> tuple[PortalKey, str]:
    """A new key of the same name; the old one counts for another day, then no more."""
    until = timezone.now() + OVERLAP
    if key.ends_at is None or key.ends_at > until:
        key.ends_at = until
        key.save(update_fields=["ends_at"])
    return issue(key.name, by)


def revoke(key: PortalKey) -> None:
    """The key counts no more, at once."""
    now = timezone.now()
    if key.ends_at is None or key.ends_at > now:
        key.ends_at = now
        key.save(update_fields=["ends_at"])


def signer_of(body: bytes, headers: dict[str, str]) -> PortalKey | None:
    """The key that signed these bytes a moment ago (at most five minutes), if it counts.

    `headers`: the three of Standard Webhooks, in small letters.
    """
    for key in PortalKey.objects.valid(timezone.now()):
        try:
            Webhook(key.secret["key"]).verify(body, headers, json_parse=False)
        except Unreadable:
            logger.error("The portal key %d cannot be decrypted any more (ENCRYPTION_KEYS).", key.pk)
            continue
        except (WebhookVerificationError, ValueError):  # the second: no text, no Base64, no "v1,…"
            continue
        _note_use(key)
        return key
    return None


def _note_use(key: PortalKey) -> None:
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    if key.used_on != today:
        PortalKey.objects.filter(pk=key.pk).update(used_on=today)
