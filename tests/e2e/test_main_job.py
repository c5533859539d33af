"""From a pasted job ad to a counted click: the same main job on every database and broker."""

from __future__ import annotations

import datetime
import re
import time
import uuid

import feedparser
import psycopg
import pytest
from playwright.sync_api import expect

from tests import services
from tests.e2e import main_job
from tests.e2e.accessibility import assert_accessible
from tests.e2e.event_job import event_job_works
from tests.e2e.main_job import PARTNER, fetch

MARKER = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 OUTREACHMARKER"


def wait_for(condition, seconds: float = 60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.5)
    raise AssertionError("It did not happen in time.")


def main_job_works(service, browser, mailbox) -> None:
    main_job.populate(service)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(15_000)

    main_job.sign_in(page, service, "editor")
    main_job.paste_from_word(page, service)
    assert_accessible(page)
    main_job.fix_ignore_save(page)
    workplace = re.match(r".*/ausschreibungen/\d+/", page.url)[0]

    main_job.sign_in(page, service, "approver")
    public = main_job.approve(page, workplace)

    data = main_job.check_public_page(page, service, public)
    assert data["@type"] == "JobPosting"
    assert data["validThrough"].startswith("2027-01-31")
    assert data["baseSalary"]["value"]["minValue"] == 3600

    feed = feedparser.parse(fetch(f"{service.address}/feeds/e2e-feed/atom.xml"))
    entry = next(entry for entry in feed.entries if "Wohngeld" in entry.title)
    assert "/l/" in entry.link

    mail = wait_for(lambda: next((m for m in mailbox.messages if PARTNER in m["X-Rcpt"]), None))
    text = mail.get_body(("plain",)).get_content()
    codes = re.findall(r"/l/(\w+)", text)
    assert len(set(codes)) == 2, "a shared code for the button, the partner's own in the text to forward"

    clicks(service, entry.link, 7)
    own = next(code for code in codes if code != codes[0])
    clicks(service, f"{service.address}/l/{own}", 1)
    wait_for(lambda: count(service) >= 8)

    main_job.sign_in(page, service, "reporting")
    report = workplace.replace("/ausschreibungen/", "/reichweite/")
    page.goto(report)
    expect(page.locator("main")).not_to_contain_text("E2E-Feed")  # nothing before its release
    release(service)
    page.goto(report)
    row = page.get_by_role("row").filter(has_text="E2E-Feed")
    expect(row.first).to_contain_text(
        re.compile(r"5\s*(–|bis)?\s*9")
    )  # seven were: told as the range they lie in
    expect(page.get_by_role("row").filter(has_text="E2E-Verein").first).to_contain_text("unter 5")
    assert_accessible(page)
    event_job_works(page, service, mailbox, wait_for)
    page.close()
    assert_nothing_about_persons(service)


def clicks(service, url: str, times: int) -> None:
    for _ in range(times):
        fetch(
            url,
            **{
                "User-Agent": MARKER,
                "Referer": "https://chat.example/OUTREACHREFERRER",
                "Cookie": "id=OUTREACHCOOKIE",
            },
        )


def count(service) -> int:
    code = "from outreach.reach.models import Counter; print(sum(c.total for c in Counter.objects.all()))"
    return int(service.shell(code))


def release(service) -> None:
    """Move the clock: the release that is due in three weeks."""
    then = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=21)).isoformat()
    service.shell(
        "import datetime; from outreach.reach.releases import release_due; "
        f"release_due(datetime.datetime.fromisoformat({then!r}))"
    )


def assert_nothing_about_persons(service) -> None:
    """Neither in the data folder (database, broker, logs) nor in what the service printed."""
    files = [path for path in service.data.rglob("*") if path.is_file()] + [service.log]
    for path in files:
        content = path.read_bytes()
        for marker in (b"OUTREACHMARKER", b"OUTREACHREFERRER", b"OUTREACHCOOKIE"):
            assert marker not in content, path


def test_sqlite_and_the_embedded_broker(run_service, browser, mailbox):
    box, email_url = mailbox
    main_job_works(run_service(EMAIL_URL=email_url), browser, box)


@pytest.fixture
def postgres():
    """A database of its own, as a URL."""
    services.require("postgresql")
    name = f"e2e_{uuid.uuid4().hex[:8]}"
    with psycopg.connect("postgresql://postgres@127.0.0.1:5432/postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield f"postgres://postgres@127.0.0.1:5432/{name}"
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.long
@pytest.mark.parametrize(
    ("broker", "url"),
    [("redis", "redis://127.0.0.1:6379/13"), ("rabbitmq", "amqp://guest:guest@127.0.0.1:5672//")],
)
def test_postgresql_and_a_broker_of_its_own(run_service, browser, mailbox, postgres, broker, url):
    services.require(broker)
    box, email_url = mailbox
    keys = dict.fromkeys(("SECRET_KEY", "ENCRYPTION_KEYS", "SIGNING_KEYS"), uuid.uuid4().hex * 2)
    service = run_service(EMAIL_URL=email_url, DATABASE_URL=postgres, CELERY_BROKER_URL=url, **keys)
    main_job_works(service, browser, box)
