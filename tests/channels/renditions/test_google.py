"""Structured data of the public pages against Google's rules for JobPosting (FORMATS §2)."""

from __future__ import annotations

import datetime
import re

import extruct
import pytest
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from lxml import html

from channels import languages, publishing
from postings.models import Posting

pytestmark = pytest.mark.django_db

REQUIRED = ("title", "description", "datePosted", "hiringOrganization", "jobLocation")
TYPES = {
    "FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER",
}  # fmt: skip
UNITS = {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}
DECORATION = re.compile(r"\((?:[mwdfxi]|gn)(?:\s*[/|,*]\s*\w+)*\)|€|EUR|!!|\*\*\*|jetzt bewerben", re.I)


def jobs(text: str) -> list[dict]:
    found = extruct.extract(text, syntaxes=["json-ld"], uniform=True)["json-ld"]
    return [data for data in found if data["@type"] == "JobPosting"]


def troubles(data: dict) -> list[str]:
    """What Google would find wrong."""
    found = [f"{name} is missing" for name in REQUIRED if not data.get(name)]
    found += [f"{name} is empty" for name, value in data.items() if value in ("", [], {}, None)]
    found += _words(data) + _times(data) + _place(data) + _pay(data)
    types = data.get("employmentType", [])
    found += [f"unknown type {term}" for term in types if term not in TYPES]
    if "inLanguage" in data:
        found.append("JobPosting knows no inLanguage")
    if not isinstance(data.get("directApply", False), bool):
        found.append("directApply is no boolean")
    return found


def _words(data: dict) -> list[str]:
    title, description = data.get("title", ""), data.get("description", "")
    found = [f"the title is not bare: {title}"] if DECORATION.search(title) else []
    if not re.search(r"<(?:p|ul|br)\b", description):
        found.append("the description is no HTML")
    elif html.fromstring(description).text_content().strip() == title:
        found.append("the description only repeats the title")
    return found


def _times(data: dict) -> list[str]:
    posted = datetime.date.fromisoformat(data["datePosted"])
    if "validThrough" not in data:
        return []
    until = parse_datetime(data["validThrough"])
    if until is None or until.tzinfo is None:
        return ["validThrough is no moment"]
    return [] if until.date() >= posted else ["validThrough lies before datePosted"]


def _place(data: dict) -> list[str]:
    address = data["jobLocation"]["address"]
    found = [] if re.fullmatch("[A-Z]{2}", address.get("addressCountry", "")) else ["no country"]
    return found if address.get("addressLocality") else [*found, "no town"]


def _pay(data: dict) -> list[str]:
    if "baseSalary" not in data:
        return []
    pay = data["baseSalary"]
    value = pay["value"]
    found = [] if re.fullmatch("[A-Z]{3}", pay.get("currency", "")) else ["no currency"]
    if value.get("unitText") not in UNITS:
        found.append("no unit")
    amounts = [value[name] for name in ("value", "minValue", "maxValue") if name in value]
    if not amounts or not all(isinstance(amount, int | float) for amount in amounts):
        found.append("no amount")
    return found if amounts == sorted(amounts) else [*found, "minimum above maximum"]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"title": "Köch*in (m/w/d)"},
        {"title": "Ärztin/Arzt (w/m/d) für das Gesundheitsamt"},
        {"place": "Kita Sonnenblume"},
        {"pay_min": None, "pay_max": None},
        {"pay_min": 3000.0, "pay_max": None, "pay_period": "month"},
        {"full_time": True, "limited": True, "limited_until": "2030-01-31"},
        {"contact": None, "reference": None, "hours": None, "part_time": None},
        {"text": "]]> <script>alert(1)</script> & \u202e"},
    ],
)
def test_google_finds_nothing_wrong(client, publish, page_channel, options):
    (data,) = jobs(client.get(publish(**options).get_absolute_url()).text)
    assert troubles(data) == []


def test_the_rules_find_what_is_wrong(client, publish, page_channel):
    (data,) = jobs(client.get(publish().get_absolute_url()).text)
    wrong = {
        **data,
        "title": "Koch (m/w/d)",
        "description": "Koch (m/w/d)",
        "validThrough": "2020-01-01",
        "employmentType": ["VOLLZEIT"],
        "inLanguage": "de",
        "jobLocation": {"address": {}},
        "hiringOrganization": {},
    }
    assert len(troubles(wrong)) == 9


def test_the_data_is_that_of_the_page(client, publish, page_channel):
    posting = publish()
    text = client.get(posting.get_absolute_url()).text
    (data,) = jobs(text)
    tree = html.fromstring(text)
    assert tree.xpath("//link[@rel='canonical']/@href") == [data["url"]]
    assert tree.get("lang") == "de"
    assert tree.xpath("//h1")[0].text_content().startswith(data["title"])
    assert tree.xpath("//meta[@name='robots']") == []
    lines = client.get("/robots.txt").text.splitlines()
    assert "Allow: /stellen/" in lines and "Disallow: /" not in lines


@pytest.mark.parametrize("ending", ["closed", "deadline"])
def test_no_markup_once_ended(client, publish, editor, page_channel, days, ending):
    posting = publish()
    if ending == "closed":
        publishing.close(posting, by=editor)
    else:
        Posting.objects.update(deadline=days(-1))
    text = client.get(posting.get_absolute_url()).text
    assert jobs(text) == []
    assert html.fromstring(text).xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert posting.slug not in client.get(reverse("public:sitemap")).text


def test_only_the_single_ad_carries_it(client, publish, page_channel):
    posting = publish()
    assert jobs(client.get(reverse("public:postings")).text) == []
    for code in set(languages.codes()) - {"de"}:
        page = client.get(reverse("public:posting_language", args=[posting.slug, code]))
        assert jobs(page.text) == [], code


def test_the_sitemap_says_when(client, publish, page_channel):
    posting = publish()
    text = client.get(reverse("public:sitemap")).text
    assert f"<lastmod>{posting.published_at.isoformat()}</lastmod>" in text
