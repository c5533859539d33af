"""Every ad makes a file that our schema accepts, whatever stands in it; and the right things stand there."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from channels.models import Link
from channels.renditions.hrba import load, occupations
from channels.renditions.hrba.missing import missing, shortenings
from channels.renditions.hrba.posting import Occupation, posting_xml, working_plan

JOB = Occupation("1017")
SUPPLIER = "P000123456"


def read(xml: str) -> etree._Element:
    return etree.fromstring(xml)


def text(tree, path: str) -> str | None:
    return tree.findtext(path)


@pytest.fixture
def version(make_posting):
    return make_posting(title="Sachbearbeiter*in (m/w/d) - Wohngeld").current


def test_what_stands_in_it(version, board, catalogue):
    tree = read(posting_xml(version, board, JOB))
    assert text(tree, "JobPositionPostingId") == f"12345-{version.posting_id}-S"
    assert text(tree, "HiringOrg/HiringOrgName") == "Stadt Neustadt"
    assert text(tree, "HiringOrg/Contact/FamilyName") == "Demir"
    assert text(tree, "HiringOrg/Contact/VoiceNumber/AreaCode") == "511"
    assert text(tree, "PostDetail/Action") == "1"
    assert text(tree, "PostDetail/EndDate") == version.facts["deadline"]
    assert "/l/" in text(tree, "PostDetail/PostedBy/Contact/JobContactWebSite")
    inside = tree.find("JobPositionInformation")
    assert text(inside, "JobPositionTitle/TitleCode") == "1017"
    assert text(inside, "JobPositionTitleDescription") == "Sachbearbeiter*in - Wohngeld"
    assert (text(inside, "JobOfferType"), text(inside, "SocialInsurance")) == ("1", "1")
    assert text(inside, "JobPositionDescription/Classification/Schedule/HoursPerWeek") == "39"
    assert text(inside, "JobPositionDescription/JobPositionLocation/Location/StreetName") == "Markt 1"
    assert text(inside, "NumberToFill") == "1"


def test_apprentices(version, board):
    version.facts["apprenticeship"] = True
    inside = read(posting_xml(version, board, JOB)).find("JobPositionInformation")
    assert (text(inside, "JobOfferType"), text(inside, "EducationType")) == ("4", "0")


def test_civil_servants_and_other_places(version, board):
    version.facts |= {"pay_group": "A 10", "place": "Betriebshof Nord"}
    inside = read(posting_xml(version, board, JOB)).find("JobPositionInformation")
    assert text(inside, "SocialInsurance") == "0"
    assert text(inside, "JobPositionDescription/JobPositionLocation/Location/StreetName") is None


@pytest.mark.parametrize(
    ("facts", "plan"),
    [
        ({"hours": 39, "part_time": True}, "1"),
        ({"hours": 19.5, "part_time": True}, "3"),
        ({"part_time": True}, "3"),
        ({"part_time": True, "full_time": True}, "1"),
        ({}, "1"),
    ],
)
def test_full_and_part_time(facts, plan):
    assert working_plan(facts) == plan


DAYS = st.none() | st.dates(datetime.date(2027, 1, 1), datetime.date(2030, 1, 1)).map(str)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "deadline": DAYS, "start_date": DAYS, "limited_until": DAYS,
        "place": st.none() | st.text(max_size=80),
        "hours": st.none() | st.floats(0.5, 60), "part_time": st.booleans(), "full_time": st.booleans(),
        "pay_group": st.none() | st.sampled_from(["E 9b", "A 10", "S 8a"]), 
        "openings": st.none() | st.integers(1, 99),
        "apprenticeship": st.none() | st.booleans(), "degree_required": st.none() | st.booleans(),
        "contact": st.fixed_dictionaries({"name": st.just("Aylin Demir"), "phone": st.text(max_size=20)}),
    },
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(facts=FACTS, title=st.text(min_size=1, max_size=200), body=st.text(max_size=3000))
def test_our_schema_accepts_every_ad(version, board, facts, title, body):
    version.facts, version.title, version.text = facts, f"Stelle {title}", body
    version.facts.setdefault("contact", {"name": "Demir"})
    for action in "123":
        (file,) = load.files(SUPPLIER, "D", [posting_xml(version, board, JOB, action)], [], timezone.now())
        assert load.problems(file.content) == []


def test_files_have_header_order_and_parts(version, board, monkeypatch):
    monkeypatch.setattr(load, "PART", 2)
    moment = datetime.datetime(2027, 1, 15, 7, 30, tzinfo=datetime.UTC)
    made = load.files(SUPPLIER, "D", [posting_xml(version, board, JOB)] * 2, ["12345-9-S"], moment)
    assert [file.name for file in made] == [
        "DSP000123456_2027-01-15_08-30-00_F001C.xml",
        "DSP000123456_2027-01-15_08-30-00_F002E.xml",
    ]
    first, second = (etree.fromstring(file.content) for file in made)
    assert (first.findtext("Header/Amount"), second.findtext("Header/Amount")) == ("2", "1")
    assert second.findtext("Data/DeleteEntry/EntryId") == "12345-9-S"
    assert [load.problems(file.content) for file in made] == [[], []]


def test_the_schema_finds_mistakes(version, board):
    (file,) = load.files("wrong", "D", [posting_xml(version, board, JOB)], [], timezone.now())
    assert load.problems(file.content)


def test_an_occupation_is_matched_only_where_it_is_the_only_one(version, board, catalogue, make_posting):
    assert occupations.occupation(version, board).code == "1017"
    vague = make_posting(title="Sachbearbeitung").current
    assert occupations.occupation(vague, board) is None
    names = [entry.name for entry in occupations.suggestions(vague)]
    assert "Sachbearbeiter/in - Wohngeld" in names and "Gärtner/in" not in names
    board.options["occupations"] = {str(vague.posting_id): "1018"}
    assert occupations.occupation(vague, board).code == "1018"
    board.options["occupations"] = {str(vague.posting_id): "9001"}  # training: not for this ad
    assert occupations.occupation(vague, board) is None


def test_apprenticeships_have_their_own_occupations(make_posting, board, catalogue):
    version = make_posting(title="Gärtner*in (m/w/d)").current
    assert occupations.occupation(version, board).code == "2001"
    version.facts["apprenticeship"] = True
    assert occupations.occupation(version, board).code == "9001"


@pytest.mark.parametrize(
    "content", ["", "<berufe>", "<!DOCTYPE a [<!ENTITY b 'c'>]><berufe>&b;</berufe>", "text"]
)
def test_a_broken_catalogue_is_none(catalogue, content):
    catalogue.write_text(content)
    assert occupations.entries() == ()


def test_what_is_missing_is_told(version, board, catalogue):
    assert missing(version, board) == []
    version.facts["contact"] = {"name": "Team 4"}
    assert "Ansprechperson" in missing(version, board)[0]
    catalogue.unlink()
    assert any("vam_beruf_kurz.xml" in sentence for sentence in missing(version, board))
    board.options = {}
    assert any("Nummern" in sentence for sentence in missing(version, board))


def test_what_is_cut_is_told(version):
    assert shortenings(version) == []
    version.title, version.text = "Sachbearbeitung " * 6, "Wort " * 2000
    assert len(shortenings(version)) == 2


def test_no_broken_file_is_made(version, board, catalogue):
    version.facts["contact"]["email"] = "no address"
    version.facts["deadline"] = "bald"
    (sentence,) = missing(version, board)
    assert "EMail" in sentence and "EndDate" in sentence
    assert not Link.objects.exists()  # trying it out leaves nothing behind
