"""The life of an ad. Only these functions change it, each in one transaction.

draft → in review → published → closed; a person sends back or withdraws from review to draft.
Publishing itself is `channels.publishing`'s, which calls `approve` and `close` here.
"""

from __future__ import annotations

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from outreach.people.models import User
from outreach.profile import city
from outreach.words.recorded import recorded
from postings.documents import DocumentError
from postings.documents.cleaning import accept_text, one_line
from postings.models import Decision, Posting, PostingVersion, State, Transition
from postings.review import review
from postings.slugs import free_slug

MAX_TITLE = 200


class Refused(Exception):  # noqa: N818  (reads as what happened: the step was refused)
    """A step that may not happen now; the message tells the person what to do."""


@transaction.atomic
def create(*, by: User, title: str = "", text: str) -> Posting:
    """A new draft with its first version. An empty title is read out of the text."""
    title, text, facts = _read(title, text)
    posting = Posting.objects.create(
        slug=free_slug(title, Posting.objects.all(), "stelle"),
        title=title,
        created_by=by,
        deadline=_deadline(facts),
    )
    _add_version(posting, by, title, text, facts)
    return posting


@transaction.atomic
def save(
    posting: Posting, *, by: User, title: str, text: str, base_number: int | None = None
) -> PostingVersion:
    """Keep the text as a new version; an unchanged text makes none.

    `base_number` is the version the person started from: if somebody else saved since, nothing is
    overwritten.
    """
    posting = _locked(posting)
    _expect(
        posting,
        State.DRAFT,
        _("Nur ein Entwurf lässt sich ändern. Holen Sie die Ausschreibung zuerst zurück."),
    )
    current = posting.current
    if base_number is not None and base_number != current.number:
        raise Refused(
            _(
                "{name} hat inzwischen Version {number} gespeichert. Ihr Text steht noch hier: "
                "Kopieren Sie ihn, laden Sie die Seite neu und fügen Sie Ihre Änderungen ein."
            ).format(name=current.author.display_name, number=current.number)
        )
    title, text, facts = _read("" if _title_follows(title, current) else title, text)
    if (title, text) == (current.title, current.text):
        return current
    posting.title, posting.deadline = title, _deadline(facts)
    if not posting.transitions.exists():  # nobody has seen its address yet
        posting.slug = free_slug(title, Posting.objects.exclude(pk=posting.pk), "stelle")
    return _add_version(posting, by, title, text, facts)


@transaction.atomic
def submit(posting: Posting, *, by: User, comment: str = "") -> None:
    """Hand a draft over to the people who approve."""
    posting = _locked(posting)
    _expect(posting, State.DRAFT, _("Diese Ausschreibung wurde schon zur Freigabe gegeben."))
    _move(posting, State.IN_REVIEW, by, comment)


@transaction.atomic
def send_back(posting: Posting, *, by: User, comment: str = "") -> None:
    """Back to draft: the approver asks for changes, or the editor takes it back."""
    posting = _locked(posting)
    _expect(posting, State.IN_REVIEW, _("Diese Ausschreibung wartet nicht auf eine Freigabe."))
    if not comment.strip() and not wrote(posting, by):
        raise Refused(_("Bitte schreiben Sie dazu, was geändert werden soll."))
    _move(posting, State.DRAFT, by, comment)


@transaction.atomic
def approve(posting: Posting, *, by: User, comment: str = "") -> None:
    """Approve the current version for publication. Called by `channels.publishing` only."""
    posting = _locked(posting)
    _expect(posting, State.IN_REVIEW, _("Diese Ausschreibung wartet nicht auf eine Freigabe."))
    if not may_approve(posting, by):
        raise Refused(_("Sie haben an diesem Text geschrieben. Die Freigabe gibt eine zweite Person."))
    posting.approved = posting.current
    posting.published_at = timezone.now()
    _move(posting, State.PUBLISHED, by, comment)


@transaction.atomic
def close(posting: Posting, *, by: User | None = None, comment: str = "") -> None:
    """End a published ad; `by` is None when its deadline ended it."""
    posting = _locked(posting)
    _expect(posting, State.PUBLISHED, _("Nur eine veröffentlichte Ausschreibung lässt sich schließen."))
    posting.closed_at = timezone.now()
    _move(posting, State.CLOSED, by, comment)


def wrote(posting: Posting, person: User) -> bool:
    """True if the person wrote any version of the ad."""
    return posting.versions.filter(author=person).exists()


def may_approve(posting: Posting, person: User) -> bool:
    """By default nobody approves their own text; a city may switch that off in its profile."""
    return not (city().get("four_eyes", True) and wrote(posting, person))


@transaction.atomic
def ignore(posting: Posting, *, by: User, finding: str, rule: str, quote: str, reason: str) -> Decision:
    """Decide that a finding (or `element:<id>`) stays as it is, with a reason."""
    if not reason.strip():
        raise Refused(_("Bitte nennen Sie einen Grund. Die Freigabe braucht ihn."))
    try:
        with transaction.atomic():
            return Decision.objects.create(
                posting=posting, by=by, finding=finding, rule=rule, quote=quote[:500], reason=reason.strip()
            )
    except IntegrityError:
        raise Refused(_("Für diesen Hinweis gibt es schon eine Entscheidung.")) from None


@transaction.atomic
def withdraw(decision: Decision, *, by: User) -> None:
    """Take a decision back; the row stays in the history."""
    changed = Decision.objects.in_force().filter(pk=decision.pk)
    changed.update(withdrawn_at=timezone.now(), withdrawn_by=by)


def _read(title: str, text: str) -> tuple[str, str, dict]:
    """Cleaned title and text, and the facts the review reads in them."""
    try:
        text = accept_text(text)
    except DocumentError as error:
        raise Refused(str(error)) from None
    facts = dict(review(text).facts)
    title = one_line(title) or facts.get("title") or _first_line(text)
    return title[:MAX_TITLE], text, facts


def _title_follows(title: str, current: PostingVersion) -> bool:
    """True if the title was read from the text and nobody changed it: then it follows the text."""
    return title == current.title == _read("", current.text)[0]


def _first_line(text: str) -> str:
    line = next(line for line in text.splitlines() if line.strip())
    with recorded():
        return line.strip("#*- ") or _("Ohne Titel")


def _deadline(facts: dict) -> datetime.date | None:
    value = facts.get("deadline")
    return datetime.date.fromisoformat(value) if value else None


def _add_version(posting: Posting, by: User, title: str, text: str, facts: dict) -> PostingVersion:
    number = posting.current.number + 1 if posting.current else 1
    version = PostingVersion.objects.create(
        posting=posting, number=number, title=title, text=text, facts=facts, author=by
    )
    posting.current = version
    posting.updated_at = timezone.now()
    posting.save()
    return version


def _locked(posting: Posting) -> Posting:
    """The row as it is now, locked until the transaction ends; the caller's object follows."""
    fresh = Posting.objects.select_for_update(of=("self",)).get(pk=posting.pk)
    posting.__dict__.update(fresh.__dict__)
    return posting


def _expect(posting: Posting, state: State, sentence: str) -> None:
    if posting.state != state:
        raise Refused(sentence)


def _move(posting: Posting, to: State, by: User | None, comment: str) -> None:
    Transition.objects.create(
        posting=posting,
        version=posting.current,
        from_state=posting.state,
        to_state=to,
        by=by,
        comment=comment.strip(),
    )
    posting.state = to
    posting.updated_at = timezone.now()
    posting.save()
