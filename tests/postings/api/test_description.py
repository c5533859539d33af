"""The OpenAPI description is true: many generated requests, by several people, answer as it says."""

from __future__ import annotations

import contextlib
import datetime
import json

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.utils import timezone
from drf_spectacular.validation import validate_schema
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import negative_data_rejection, positive_data_acceptance

from channels.models import Channel, Delivery
from outreach.people.models import AccessToken
from postings import workflow
from postings.api.throttles import COUNTS
from postings.models import Event
from tests.postings.api.conftest import AD

PEOPLE = {"editor": ["editor"], "approver": ["approver"], "nobody": [], "administrator": ["administrator"]}
COMMON = {
    "deadline": None,
    "phases": [Phase.explicit, Phase.generate],
    "suppress_health_check": list(HealthCheck),
}
#: Our token and slug may take the place of what was wrong; and a text of nothing but control characters
#: fits the description, but is empty once it is cleaned.
NOT_ASKED = [negative_data_rejection, positive_data_acceptance]


@pytest.fixture
def description(db):
    schema = schemathesis.openapi.from_wsgi("/api/v1/schema/", get_wsgi_application())
    schema.config.generation.update(allow_x00=True)
    return schema


@pytest.fixture
def callers(person):
    """The headers of several people's tokens."""
    people = [person(*roles, name=f"schema-{name}") for name, roles in PEOPLE.items()]
    return [{"Authorization": f"Bearer {AccessToken.issue(user, 'schema')[1]}"} for user in people]


@pytest.fixture
def slug(editor):
    posting = workflow.create(by=editor, title="Sachbearbeitung", text=AD)
    workflow.ignore(posting, by=editor, finding="x-1", rule="x", quote="", reason="Darum")
    _event(posting.slug, editor)
    return posting.slug


def _event(slug, editor) -> None:
    """An announced event of the same name, told on one channel: its rows are described, too."""
    start = timezone.now() + datetime.timedelta(weeks=10)
    event = Event(
        slug=slug, title="Offene Tür", description="D", place="P", starts_at=start, ends_at=start,
        created_by=editor, announced_at=timezone.now(), families=["green"], reminders=[14, 2],
    )  # fmt: skip
    event.save()
    channel = Channel.objects.create(key="k", name="Kanal", kind="job_page")
    Delivery.objects.create(channel=channel, event=event, action="publish", key="event:1")


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_a_few_requests(description, callers, slug, mode):
    ask_all(description, callers, slug, mode, examples=3)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_many_requests(description, callers, slug, mode):
    ask_all(description, callers, slug, mode, examples=40)


def ask_all(description, callers, slug, mode, examples) -> None:
    """Right requests and wrong ones, to every address."""
    for found in description.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(**COMMON, max_examples=examples)
        def requests(case):
            ask(case, callers, slug)

        with contextlib.suppress(Unsatisfiable):  # nothing about this address can be wrong
            requests()


def ask(case, callers, slug) -> None:
    if "slug" in case.path_parameters and len(str(case.path_parameters["slug"])) % 2:
        case.path_parameters["slug"] = slug
    for headers in callers:
        COUNTS.clear()  # nobody is throttled here
        case.call_and_validate(headers=headers, excluded_checks=NOT_ASKED)


def test_it_is_valid_openapi_3_1(client, db):
    document = json.loads(client.get("/api/v1/schema/").content)
    assert document["openapi"].startswith("3.1.")
    validate_schema(document)
    for item in document["paths"].values():
        for operation in item.values():
            assert operation["summary"]
            assert operation["responses"]["default"]


def test_it_names_every_address(client, db):
    document = json.loads(client.get("/api/v1/schema/").content)
    assert {"/api/v1/review/", "/api/v1/rules/", "/api/v1/rules/{id}/", "/api/v1/postings/",
            "/api/v1/postings/{slug}/", "/api/v1/postings/{slug}/submit/", "/api/v1/postings/{slug}/review/",
            "/api/v1/postings/{slug}/versions/", "/api/v1/postings/{slug}/versions/{number}/",
            "/api/v1/postings/{slug}/decisions/", "/api/v1/postings/{slug}/decisions/{decision}/",
            "/api/v1/events/", "/api/v1/events/{slug}/", "/api/v1/deliveries/", "/api/v1/deliveries/{id}/",
            "/api/v1/funnel/reports/",
            } <= set(document["paths"])  # fmt: skip
