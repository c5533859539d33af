"""Run in a process of its own: migrates an empty database and publishes ads to many partners."""

import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from channels import publishing  # noqa: E402
from channels.models import Channel, Partner  # noqa: E402
from outreach.people.models import Role, RoleAssignment, User  # noqa: E402
from postings import workflow  # noqa: E402


def person(role: str) -> User:
    user = User.objects.create(username=role, email=f"{role}@stadt.example")
    RoleAssignment.objects.create(user=user, role=role)
    return user


def main(partners: int, ads: int) -> None:
    call_command("migrate", verbosity=0)
    for number in range(partners):
        partner = Partner.objects.create(
            name=f"Verein {number}", kind="association", status="active", email=f"v{number}@verein.example"
        )
        Channel.objects.create(key=f"m{number}", name=f"Mail {number}", kind="email", partner=partner)
    editor, approver = person(Role.EDITOR), person(Role.APPROVER)
    for number in range(ads):
        posting = workflow.create(by=editor, title=f"Stelle {number}", text="Wir suchen Verstärkung.")
        workflow.submit(posting, by=editor)
        publishing.approve(posting, by=approver)


main(*map(int, sys.argv[1:]))
