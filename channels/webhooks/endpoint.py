"""What becomes of a receiver's address: proven before anything is sent, tested, asked for things again.

Everything that must reach the receiver goes through the outbox, as messages about no ad and no event.
"""

from __future__ import annotations

import datetime
import hmac
import secrets
import uuid

from django.core import signing
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from channels import publishing
from channels.languages.spoken import spoken
from channels.models import Channel, Delivery
from channels.models.delivery import NOTE
from channels.publishing import outbox
from channels.sending import console
from channels.sending.waking import wake_workers
from channels.webhooks import signing as keys
from channels.webhooks.payload import message
from outreach.words.recorded import recorded
from postings.models import State as PostingState

KIND = "webhook"
State, Action = Delivery.State, Delivery.Action
#: How long the old key counts beside a new one.
OVERLAP = datetime.timedelta(hours=24)
#: A receiver may ask for a test so often, and for so many messages again at once.
TEST_PAUSE = datetime.timedelta(seconds=10)
AGAIN_AT_ONCE = 500
_SALT = "channels.webhooks.page"
DONE = (State.SENT, State.FAILED, State.UNCONFIRMED)


def saved(channel: Channel) -> None:
    """A new address is proven first; until then the channel is off."""
    if "key" not in channel.secrets:
        channel.secrets = keys.with_new_key(channel.secrets, timezone.now(), OVERLAP)
    channel.options = {"page": 1, **channel.options}
    channel.save(update_fields=["secrets", "options"])
    if not is_proven(channel):
        ask_for_proof(channel)


def is_proven(channel: Channel) -> bool:
    """True if whoever reads at this address wants our messages (or nothing leaves this machine anyway)."""
    return console.is_on() or channel.options.get("proven") == channel.options.get("address")


def ask_for_proof(channel: Channel) -> None:
    """Send a code to the address; the channel is off until the code comes back."""
    code = secrets.token_hex(4)
    channel.secrets = {**channel.secrets, "code": code}
    channel.active, channel.trouble_since = False, timezone.now()
    with recorded():
        channel.trouble = _(
            "Die Adresse ist noch nicht bestätigt. Wir haben dorthin einen Code gesendet. Er muss als "
            "Antwort zurückkommen oder auf der Seite für die Technik eingetragen werden."
        )
    channel.save(update_fields=["secrets", "active", "trouble", "trouble_since"])
    said = message("endpoint.verification", {"challenge": code})
    outbox.put_note(channel, f"verify:{uuid.uuid4().hex}", {"message": said, "verification": True})
    transaction.on_commit(wake_workers)


def ask_again(channel: Channel) -> bool:
    """Another code, please; False if there was one a moment ago."""
    if is_proven(channel) or _too_soon(channel):
        return False
    with transaction.atomic():
        ask_for_proof(channel)
    return True


@transaction.atomic
def prove(channel: Channel, code: str) -> bool:
    """The code came back: the channel is on. False if it is another one, or the address has changed."""
    fresh = Channel.objects.select_for_update().get(pk=channel.pk)
    wanted = fresh.secrets.get("code")
    if not wanted or not hmac.compare_digest(wanted.encode(), code.strip().lower().encode()):
        return False
    fresh.options = {**fresh.options, "proven": fresh.options.get("address")}
    fresh.secrets = {name: value for name, value in fresh.secrets.items() if name != "code"}
    fresh.active, fresh.trouble, fresh.trouble_since = True, "", None
    fresh.save(update_fields=["options", "secrets", "active", "trouble", "trouble_since"])
    publishing.catch_up(fresh)
    return True


@transaction.atomic
def send_test(channel: Channel) -> bool:
    """Put a test message; False if there was one a moment ago."""
    Channel.objects.select_for_update().get(pk=channel.pk)
    if _too_soon(channel):
        return False
    with translation.override(spoken(channel.language)):
        said = message("endpoint.test", {"text": _("Wenn Sie das lesen, kommt alles an.")})
    outbox.put_note(channel, f"test:{uuid.uuid4().hex}", {"message": said})
    transaction.on_commit(wake_workers)
    return True


def _too_soon(channel: Channel) -> bool:
    notes = channel.deliveries.filter(key__startswith=NOTE)
    return notes.filter(created_at__gt=timezone.now() - TEST_PAUSE).exists()


@transaction.atomic
def new_key(channel: Channel, overlap: datetime.timedelta = OVERLAP) -> str:
    """Change the key; for a while messages are signed with both. The only time anybody sees it."""
    fresh = Channel.objects.select_for_update().get(pk=channel.pk)
    fresh.secrets = keys.with_new_key(fresh.secrets, timezone.now(), overlap)
    fresh.save(update_fields=["secrets"])
    return fresh.secrets["key"]


def done(channel: Channel) -> QuerySet[Delivery]:
    """What the channel has dealt with, without our own notes."""
    return channel.deliveries.telling().filter(state__in=DONE)


@transaction.atomic
def send_again(channel: Channel, since: datetime.datetime | None = None, pk: int | None = None) -> int:
    """Put messages back into the outbox, under their old ids. Returns how many."""
    rows = done(channel).select_related("version__posting", "event").order_by("pk")
    rows = rows.filter(pk=pk) if pk is not None else rows.filter(created_at__gte=since)
    again = [row.pk for row in rows if holds(row)][:AGAIN_AT_ONCE]
    if not again:
        return 0
    transaction.on_commit(wake_workers)
    return Delivery.objects.filter(pk__in=again, state__in=DONE).update(
        state=State.WAITING,
        due_at=timezone.now(),
        attempts=0,
        error="",
        lease_owner="",
        destination=outbox.destination_of(channel),
    )


def holds(row: Delivery) -> bool:
    """False for news that would be wrong by now."""
    if row.action == Action.CLOSE:
        return True
    if row.version:
        posting = row.version.posting
        return posting.state == PostingState.PUBLISHED and posting.approved_id == row.version_id
    return not row.event.cancelled_at and row.event.ends_at > timezone.now()


# --- The page for technicians -----------------------------------------------------------------


def page_key(channel: Channel) -> str:
    """The unguessable part of the page's address; a new generation makes the old address useless."""
    signer = signing.Signer(salt=_SALT, sep=".")
    return signer.sign(f"{channel.pk}.{channel.options.get('page', 1)}").replace(".", "-")


def by_page_key(key: str) -> Channel | None:
    """The channel whose page this is."""
    pk, _dash, _rest = key.partition("-")
    if not pk.isascii() or not pk.isdecimal() or len(pk) > 18:
        return None
    channel = Channel.objects.filter(kind=KIND, pk=int(pk)).select_related("partner").first()
    if channel is None or not hmac.compare_digest(page_key(channel).encode(), key.encode()):
        return None
    return channel


@transaction.atomic
def new_page(channel: Channel) -> None:
    """The page gets another address, the old one is dead."""
    fresh = Channel.objects.select_for_update().get(pk=channel.pk)
    fresh.options = {**fresh.options, "page": fresh.options.get("page", 1) + 1}
    fresh.save(update_fields=["options"])
