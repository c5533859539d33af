"""JSON Feed 1.1 against a schema written from its specification."""

import json
from pathlib import Path

import jsonschema
import pytest

from channels.models import Channel

pytestmark = pytest.mark.django_db
SCHEMA = json.loads(Path(__file__).with_name("jsonfeed.schema.json").read_text("utf-8"))


@pytest.fixture
def feed(fetch):
    def read(**options) -> dict:
        Channel.objects.update(options=options)
        data = json.loads(fetch("feed.json"))
        jsonschema.validate(data, SCHEMA)
        return data

    return read


def test_an_ad(feed, publish, days):
    posting = publish(deadline=days(20))
    data = feed()
    assert data["feed_url"] == "https://jobs.neustadt.example/feeds/alle-stellen/feed.json"
    (item,) = data["items"]
    assert item["language"] == "de"
    assert item["_job"]["deadline"] == days(20).isoformat()
    assert item["_job"]["pay"] == {"group": "E 9b", "min": 3303.85, "max": 4409.39, "period": "month"}
    assert item["_job"]["address"]["country"] == "DE"
    assert item["_job"]["contact"]["name"] == "Aylin Demir"
    assert item["external_url"].startswith("https://portal.neustadt.example/bewerben")
    assert item["date_published"] == posting.published_at.isoformat()


def test_an_empty_feed_and_an_ad_that_says_little(feed, publish):
    assert feed()["items"] == []
    empty = dict.fromkeys(
        (
            "pay_group",
            "pay_min",
            "pay_max",
            "pay_period",
            "hours",
            "part_time",
            "place",
            "contact",
            "reference",
        )
    )
    publish(text="Wir suchen Sie.", **empty)
    (item,) = feed()["items"]
    assert "pay" not in item["_job"]


def test_an_event_where_the_channel_wants_them(feed, announce):
    announce()
    assert feed()["items"] == []
    (item,) = feed(events=True)["items"]
    assert item["_event"]["place"] == "Rathaus, Markt 1"
    assert item["_event"]["cancelled"] is False
    assert item["tags"] == ["Veranstaltung"]


def test_ids_are_those_of_the_other_formats(feed, fetch, publish):
    publish()
    assert feed()["items"][0]["id"].encode() in fetch("atom.xml")
