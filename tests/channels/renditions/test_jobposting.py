"""JobPosting as Google asks for it, and only what is known."""

import json

import pytest

from channels.renditions.jobposting import as_script, base_salary, jobposting, valid_through


def test_everything_google_requires(publish, days):
    posting = publish(title="Sachbearbeiter*in Wohngeld (m/w/d)", deadline=days(20))
    data = jobposting(posting.approved)
    assert data["title"] == "Sachbearbeiter*in Wohngeld"
    assert data["description"].startswith("<p>Die Stadt sucht Verstärkung.</p>")
    assert data["datePosted"] == days(0).isoformat()
    assert data["validThrough"].startswith(f"{days(20).isoformat()}T23:59:59+0")
    assert data["hiringOrganization"] == {
        "@type": "Organization",
        "name": "Stadt Neustadt",
        "sameAs": "https://www.neustadt.example/",
    }
    assert data["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Markt 1",
        "postalCode": "12345",
        "addressLocality": "Neustadt",
        "addressRegion": "Sachsen",
        "addressCountry": "DE",
    }
    assert data["identifier"] == {"@type": "PropertyValue", "name": "Stadt Neustadt", "value": "50-2027-03"}
    assert data["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "minValue": 3303.85,
        "maxValue": 4409.39,
        "unitText": "MONTH",
    }
    assert data["employmentType"] == ["PART_TIME"]
    assert data["url"] == f"https://jobs.neustadt.example/stellen/{posting.slug}/"
    assert "inLanguage" not in data


def test_unknown_facts_have_no_key(publish):
    posting = publish()
    posting.approved.facts = {}
    data = jobposting(posting.approved)
    unknown = {
        "validThrough",
        "employmentType",
        "baseSalary",
        "jobStartDate",
        "applicationContact",
        "workHours",
    }
    assert not unknown & set(data)
    assert data["identifier"]["value"] == posting.slug


def test_a_workplace_of_its_own_claims_no_street(publish):
    place = jobposting(publish(place="Kita Sonnenblume").approved)["jobLocation"]
    assert place["name"] == "Kita Sonnenblume"
    assert set(place["address"]) == {"@type", "addressLocality", "addressRegion", "addressCountry"}


@pytest.mark.parametrize(
    "facts", [{"pay_group": "E 9b"}, {"pay_min": 3000.0}, {"pay_period": "month"}, {"pay_period": "week"}]
)
def test_no_salary_without_amount_and_period(facts):
    assert base_salary(facts) is None


def test_the_last_moment_of_the_deadline():
    assert valid_through("2027-07-31") == "2027-07-31T23:59:59+02:00"


def test_the_script_element_cannot_be_ended():
    script = as_script({"title": "</script><!-- & ]]>"})
    assert "<" not in script
    assert json.loads(script) == {"title": "</script><!-- & ]]>"}
