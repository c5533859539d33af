"""One ad as a `JobPositionPosting`, in the schema's order; what the ad does not say is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from lxml import etree

from channels import links
from channels.models import Channel
from channels.renditions.hrba import fields
from channels.renditions.hrba.fields import COMPANY, STREET, shortened
from outreach.profile import city
from postings.documents.cleaning import one_line
from postings.models import PostingVersion

CREATE, UPDATE, DELETE = "1", "2", "3"
#: An element's content: text, or elements with their contents. Empty ones are left out.
Content = str | list[tuple[str, Any]] | None


@dataclass(frozen=True)
class Occupation:
    """What the catalogue calls the job."""

    code: str
    name: str = ""


def entry_id(version: PostingVersion, channel: Channel) -> str:
    """Alliance partner's number, our number, -S (Stellenangebot): stays the same for the ad's whole life."""
    return f"{channel.options.get('alliance', '')}-{version.posting_id}-S"


def posting_xml(
    version: PostingVersion, channel: Channel, occupation: Occupation, action: str = CREATE, link: str = ""
) -> str:
    """The element as text. `link`: to try it out; else the channel's own."""
    link = link or links.address(links.code_for(version.posting, channel, channel.language))
    content = [
        ("JobPositionPostingId", entry_id(version, channel)),
        ("HiringOrg", _employer(version, channel)),
        ("PostDetail", _detail(version, channel, action, link)),
        ("JobPositionInformation", _information(version, channel, occupation, link)),
    ]
    return etree.tostring(element("JobPositionPosting", content), encoding="unicode")


def element(name: str, content: Content) -> etree._Element:
    """An element with all its descendants that have something to say."""
    made = etree.Element(name)
    if isinstance(content, str):
        made.text = content
        return made
    for child, inner in content or []:
        if _says_something(inner):
            made.append(element(child, inner))
    return made


def _says_something(content: Content) -> bool:
    if isinstance(content, list):
        return any(_says_something(inner) for _name, inner in content)
    return bool(content)


def _employer(version: PostingVersion, channel: Channel) -> Content:
    profile, contact = city(), version.facts.get("contact") or {}
    who = fields.person(contact.get("name") or "")
    return [
        ("HiringOrgName", shortened(_name(), COMPANY)),
        ("HiringOrgId", channel.options.get("hiring_org")),
        ("ProfileWebSite", profile.get("website")),
        (
            "Contact",
            [
                ("Salutation", who.salutation),
                ("Title", who.title),
                ("GivenName", who.given),
                ("FamilyName", who.family),
                ("PostalAddress", _address(channel)),
                ("VoiceNumber", _phone(contact.get("phone") or profile.get("phone") or "")),
                ("EMail", contact.get("email") or profile.get("email")),
                ("GeneralWebSite", profile.get("website")),
            ],
        ),
    ]


def _detail(version: PostingVersion, channel: Channel, action: str, link: str) -> Content:
    supplier, supervised = channel.options.get("supplier"), channel.options.get("supervised")
    return [
        ("StartDate", _published(version)),
        ("EndDate", version.facts.get("deadline")),
        ("LastModificationDate", timezone.localtime(version.created_at).isoformat(timespec="seconds")),
        ("Status", "1"),
        ("Action", action),
        ("SupplierId", supplier),
        ("SupplierName", shortened(_name(), COMPANY)),
        (
            "PostedBy",
            [
                (
                    "Contact",
                    [
                        ("Company", shortened(_name(), COMPANY)),
                        ("PostalAddress", _address(channel)),
                        ("JobContactWebSite", link),
                    ],
                )
            ],
        ),
        ("SupervisionDesired", "1" if supervised else "0"),
    ]


def _information(version: PostingVersion, channel: Channel, occupation: Occupation, link: str) -> Content:
    facts = version.facts
    apprentice = bool(facts.get("apprenticeship"))
    return [
        ("JobPositionTitle", [("TitleCode", occupation.code)]),
        ("JobPositionTitleDescription", fields.title(version.title)),
        ("JobOfferType", "4" if apprentice else "1"),
        ("SocialInsurance", _insured(facts)),
        ("EducationType", "0" if apprentice else None),
        ("Objective", fields.objective(version.text, link)),
        ("EducationAuthorisation", "1" if apprentice else "0"),
        ("JobPositionDescription", _description(version, channel)),
        ("JobPositionRequirements", _requirements(facts)),
        ("NumberToFill", str(facts.get("openings") or 1)),
        ("AssignmentStartDate", facts.get("start_date")),
        ("AssignmentEndDate", facts.get("limited_until")),
        ("EmploymentType", "0"),
    ]


def _description(version: PostingVersion, channel: Channel) -> Content:
    facts = version.facts
    application = [
        ("ApplicationStartDate", _published(version)),
        ("ApplicationEndDate", facts.get("deadline")),
    ]
    hours = facts.get("hours")
    schedule = [("WorkingPlan", working_plan(facts)), ("HoursPerWeek", f"{hours:g}" if hours else None)]
    return [
        ("JobPositionLocation", [("Location", _address(channel, facts.get("place") or ""))]),
        ("Application", application),
        ("Classification", [("Schedule", schedule)]),
    ]


def working_plan(facts: dict[str, Any]) -> str:
    """1 full time, 3 part time; what is offered as both counts as full time."""
    hours = facts.get("hours")
    few = hours is not None and hours < 35
    return "3" if facts.get("part_time") and not facts.get("full_time") and (few or hours is None) else "1"


def _insured(facts: dict[str, Any]) -> str | None:
    """Civil servants (A 5 to A 16) pay into no social insurance; without a pay group nothing is said."""
    group = one_line(facts.get("pay_group") or "")
    return None if not group else "0" if group.startswith("A ") else "1"


def _requirements(facts: dict[str, Any]) -> Content:
    """15: a school degree does not matter. Which one would is in no public list."""
    degree = "15" if facts.get("degree_required") is False else None
    return [("QualificationsRequired", [("EducationQualifs", [("EduDegree", degree)])])]


def _address(channel: Channel, place: str = "") -> Content:
    """The city's; of another place of work no street is claimed."""
    profile = city()
    town = profile.get("town") or profile["name"]
    elsewhere = one_line(place) not in {"", town, profile["name"]}
    return [
        ("CountryCode", profile.get("country", "DE")),
        ("PostalCode", profile.get("postal_code")),
        ("Region", channel.options.get("region")),
        ("Municipality", town),
        ("StreetName", None if elsewhere else shortened(profile.get("street") or "", STREET)),
    ]


def _phone(number: str) -> Content:
    parts = fields.phone(number)
    return list(zip(("IntlCode", "AreaCode", "TelNumber"), parts, strict=True)) if parts else None


def _published(version: PostingVersion) -> str:
    moment = version.posting.published_at or timezone.now()
    return timezone.localdate(moment).isoformat()


def _name() -> str:
    return city().get("official_name") or city()["name"]
