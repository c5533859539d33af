"""Run in a process of its own: an empty database gets channels of four kinds and ads that wait for approval.

Prints the approver's session and the ads' keys as JSON.
"""

import json
import sys

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402

from channels.models import Channel, Partner  # noqa: E402
from outreach.people.models import Role, RoleAssignment, User  # noqa: E402
from postings import workflow  # noqa: E402

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def person(role: str) -> User:
    user = User.objects.create(username=role, email=f"{role}@stadt.example")
    RoleAssignment.objects.create(user=user, role=role)
    return user


def session(user: User) -> str:
    """As after signing in."""
    store = SessionStore()
    store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(user.pk), BACKEND
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return store.session_key


def main(plan: dict) -> None:
    call_command("migrate", verbosity=0)
    for kind, receivers in plan["channels"].items():
        for number, receiver in enumerate(receivers):
            name = f"{kind} {number}"
            partner = Partner.objects.create(
                name=name, kind="association", status="active", email=f"{kind}{number}@verein.example"
            )
            Channel.objects.create(key=f"{kind}-{number}", name=name, kind=kind, partner=partner, **receiver)
    editor, approver = person(Role.EDITOR), person(Role.APPROVER)
    ads = []
    for number in range(plan["ads"]):
        posting = workflow.create(by=editor, title=f"Stelle {number}", text="Wir suchen Verstärkung.")
        workflow.submit(posting, by=editor)
        ads.append(posting.pk)
    print(json.dumps({"session": session(approver), "ads": ads}))


main(json.load(sys.stdin))
