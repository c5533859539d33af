"""Job XML in the shapes of Personio and Indeed, against schemas written from their documentation."""

import re
from pathlib import Path

import pytest
from lxml import etree, html

from channels import publishing
from channels.adapters.feeds.indeed import without_entities
from channels.models import Channel, Link

pytestmark = pytest.mark.django_db


def schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).with_name(name)))


@pytest.fixture
def indeed(fetch, db):
    channel = Channel.objects.create(key="indeed", name="Indeed", kind="indeed")

    def read() -> etree._Element:
        root = etree.fromstring(fetch("jobs.xml", channel), etree.XMLParser(strip_cdata=False))
        schema("indeed.xsd").assertValid(root)
        return root

    return read


@pytest.fixture
def personio(fetch):
    def read() -> etree._Element:
        root = etree.fromstring(fetch("jobs.xml"), etree.XMLParser(strip_cdata=False))
        schema("personio.xsd").assertValid(root)
        return root

    return read


def test_personio(personio, publish, feed_channel):
    posting = publish(title="Sachbearbeiter*in (m/w/d)")
    (position,) = personio()
    assert position.findtext("id") == str(posting.pk)
    assert position.findtext("name") == "Sachbearbeiter*in"
    assert position.findtext("office") == "Neustadt"
    assert position.findtext("schedule") == "part-time"
    assert position.findtext("employmentType") == "permanent"
    parts = {part.findtext("name"): part.findtext("value") for part in position.iter("jobDescription")}
    assert list(parts)[:3] == ["Auf einen Blick", "Über die Stelle", "Ihre Aufgaben"]
    assert "<strong>Wohngeld</strong>" in parts["Ihre Aufgaben"]
    assert Link.objects.get(channel=feed_channel).code in parts["Bewerbung"]
    assert "3.303,85" in parts["Auf einen Blick"]


def test_personio_knows_apprentices(personio, publish):
    publish(apprenticeship=True, part_time=None, full_time=True)
    (position,) = personio()
    assert position.findtext("employmentType") == "trainee"
    assert position.findtext("schedule") == "full-time"


def test_personio_with_little_said(personio, publish):
    nothing = dict.fromkeys(("part_time", "hours", "place", "pay_min", "pay_max", "contact"))
    publish(text="Kommen Sie.", **nothing)
    (position,) = personio()
    assert position.find("schedule") is None


def test_indeed(indeed, publish, days):
    posting = publish(title="Sachbearbeiter*in (m/w/d)", deadline=days(9))
    (job,) = indeed().iter("job")
    assert job.findtext("title") == "Sachbearbeiter*in"
    assert job.findtext("referencenumber") == f"stelle-{posting.pk}"
    assert job.findtext("requisitionid") == "50-2027-03"
    assert job.findtext("date") == posting.published_at.isoformat(timespec="seconds")
    assert job.findtext("country") == "DE"
    assert job.findtext("postalcode") == "12345"
    assert job.findtext("salary") == "3303.85 - 4409.39 EUR per month"
    assert job.findtext("expirationdate") == days(9).isoformat()
    assert "<h2>Ihre Aufgaben</h2>" in job.findtext("description")


def test_indeed_gets_everything_in_cdata(indeed, publish):
    publish()
    (job,) = indeed().iter("job")
    raw = etree.tostring(job, encoding="unicode")
    for element in job:
        assert f"<{element.tag}><![CDATA[" in raw, element.tag


def test_indeed_gets_no_entities_and_no_markup_from_the_text(indeed, publish):
    publish(text='Essen & Trinken, "gut", < 5 Minuten\n\n<script>alert(1)</script> &lt;b&gt; ]]> Ende')
    (job,) = indeed().iter("job")
    text = job.findtext("description")
    assert not re.search(r"&(amp|quot|#x27|lt|gt);", text)
    tree = html.fromstring(text)
    assert tree.xpath("//script|//b") == []
    assert 'Essen & Trinken, "gut"' in tree.text_content()
    assert "]]" in tree.text_content()


def test_every_open_job_is_in_it_and_no_other(indeed, publish, editor):
    closed, *_open = [publish(title=f"Stelle {number}") for number in range(3)]
    publishing.close(closed, by=editor)
    assert [job.findtext("title") for job in indeed().iter("job")] == ["Stelle 2", "Stelle 1"]


@pytest.mark.parametrize(
    ("kind", "root"), [("indeed", "source"), ("personio", "workzag-jobs"), ("atom", "workzag-jobs")]
)
def test_the_shape_is_that_of_the_channel(fetch, kind, root):
    channel = Channel.objects.create(key=f"k-{kind}", name=f"K {kind}", kind=kind)
    assert etree.fromstring(fetch("jobs.xml", channel)).tag == root


@pytest.mark.parametrize(
    ("escaped", "plain"),
    [
        ("<p>&lt;img src=x onerror=y&gt;</p>", "<p>‹img src=x onerror=y›</p>"),
        ("&amp;lt;b&amp;gt; &amp;amp;lt;", "‹b› ‹"),
        ("A &amp; B &quot;C&quot; &#x27;D&#x27;", "A & B \"C\" 'D'"),
    ],
)
def test_angle_brackets_of_the_text_never_become_markup(escaped, plain):
    assert without_entities(escaped) == plain
