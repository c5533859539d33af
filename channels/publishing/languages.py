"""A translation written or reviewed after the approval: recorded, then sent where it was waited for."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone, translation

from channels import editions, languages, timing
from channels.adapters import registry
from channels.editions import State, policy
from channels.languages.spoken import spoken
from channels.models import Channel, Delivery, Edition
from channels.publishing import outbox
from channels.renditions.forms.package import package
from channels.renditions.mail import language_mail
from channels.sending.waking import wake_workers
from outreach.words.recorded import recorded
from postings.models import Posting
from postings.models import State as PostingState

Action = Delivery.Action


@transaction.atomic
def translated(posting: Posting, code: str, *, by: str) -> Edition | None:
    """Somebody worked on the ad in a language."""
    edition = editions.renew(posting, code, cause=Edition.Cause.TRANSLATION, by=by)
    _send_on(edition)
    return edition


@transaction.atomic
def sentences_reviewed(code: str, *, by: str) -> list[Edition]:
    """Somebody reviewed standard sentences: every open ad says so from now on."""
    open_now = Posting.objects.open().select_related("approved")
    found = [editions.renew(posting, code, cause=Edition.Cause.SENTENCES, by=by) for posting in open_now]
    for edition in found:
        _send_on(edition)
    return [edition for edition in found if edition]


def _send_on(edition: Edition | None) -> None:
    """A language that is reviewed now goes where it was waited for, and only there."""
    if edition is None or edition.content["state"] != State.REVIEWED:
        return
    if edition.version.posting.state != PostingState.PUBLISHED:
        return
    rows = Delivery.objects.filter(
        version=edition.version,
        action=Action.PUBLISH,
        channel__in=Channel.objects.receiving().filter(unreviewed=Channel.Unreviewed.HOLD),
    )
    for row in rows.select_related("channel__partner", "version__posting"):
        if row.rendition.get("held") == edition.language:
            _release(row, edition)
        elif edition.language in policy.wanted(row.channel) and row.state == Delivery.State.SENT:
            _tell(row, edition)
    transaction.on_commit(wake_workers)


def _release(row: Delivery, edition: Edition) -> None:
    """A post that waited is made anew from the reviewed words, and may go now."""
    adapter = registry.find(row.channel.kind)
    if adapter is None:
        return
    with translation.override(spoken(row.channel.language)):
        made = adapter.render(edition.version, row.channel)
    made |= {"feed_entry": row.rendition.get("feed_entry", {}), "edition": _named(edition)}
    waiting = Delivery.objects.filter(pk=row.pk, state=Delivery.State.WAITING)
    waiting.update(rendition=made, due_at=timezone.now(), error="")


def _tell(row: Delivery, edition: Edition) -> None:
    """A partner who got the German is told that the language is there."""
    channel, code = row.channel, edition.language
    sent = {one["asked"] for one in row.remote.get("languages", []) if one["version"] == edition.version_id}
    if code in sent or not registry.sends(channel.kind) or channel.partner is None:
        return
    language = languages.get(code)
    with translation.override(spoken(channel.language)):
        made = {**package(edition.version, channel), **language_mail(edition.version, channel, language)}
    made |= {"language_news": code, "edition": _named(edition)}
    slot = timing.Planner.of([channel], binding=True).slot(channel, edition.version.posting.deadline)
    name = f"language-{code}"
    put = outbox.put(
        channel, Action.CHANGE, made, version=edition.version, due_at=slot.at, slot=name, bundle=slot.bundle
    )
    if slot.at is None:
        with recorded():
            outbox.hold_back(put, timing.held_back(slot), slot.over)


def _named(edition: Edition) -> dict[str, object]:
    return {"language": edition.language, "number": edition.number, "sha256": edition.digest}
