import datetime
import json

from postings.documents import DocumentError
from postings.reports import Checked, Options, check_text, sarif
from postings.reports.meta import meta

TEXT = "👩 Guten Tag.\nWir suchen einen Bewerber.\r\n"
OPTIONS = Options(date=datetime.date(2026, 1, 5), fix="all")


def run(*texts):
    document = json.loads(sarif.render(texts, meta(OPTIONS)))
    assert document["version"] == "2.1.0"
    return document["runs"][0]


def test_places_count_code_points():
    given = run(check_text(TEXT, OPTIONS, path="ordner/ad ä.txt"))
    assert given["columnKind"] == "unicodeCodePoints"
    result = next(r for r in given["results"] if r["ruleId"] == "gm-person-noun")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "ordner/ad%20%C3%A4.txt", "index": 0}
    region = place["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 18, 26)
    assert TEXT[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"] == "Bewerber"


def test_rules_and_fixes():
    given = run(check_text(TEXT, OPTIONS, path="a.txt"))
    result = next(r for r in given["results"] if r["ruleId"] == "gm-person-noun")
    assert given["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "gm-person-noun"
    changes = result["fixes"][0]["artifactChanges"][0]["replacements"]
    fixed = TEXT
    for change in sorted(changes, key=lambda c: -c["deletedRegion"]["charOffset"]):
        start, length = change["deletedRegion"]["charOffset"], change["deletedRegion"]["charLength"]
        fixed = fixed[:start] + change["insertedContent"]["text"] + fixed[start + length :]
    assert fixed == given["artifacts"][0]["properties"]["fixed"]


def test_a_broken_file_is_a_notification():
    given = run(Checked("a.docx", error=DocumentError("Kaputt.", "damaged")))
    assert given["invocations"][0]["executionSuccessful"] is False
    assert given["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "Kaputt."
