"""Every rule of the file does what it says, and none may tie work to origin."""

from __future__ import annotations

import datetime

import pytest

from channels.checks import routing_rules
from channels.models import Partner
from channels.routing import rules as rulebook
from channels.routing.facts import AdFacts
from channels.routing.matching import holds
from channels.routing.rules import RuleError, rules
from channels.routing.telling import reason

TODAY = datetime.date(2026, 11, 22)
ANY = Partner(name="Verein", kind="association")
CASES = {
    "chosen-field": (AdFacts(families=("care",)), Partner(kind="media", families=["care"])),
    "near": (AdFacts(districts=("Bult",)), Partner(kind="media", districts=["Bult"])),
    "speaks": (AdFacts(languages=("tr",)), Partner(kind="media", languages=["tr"])),
    "german-a2": (AdFacts(german="A1"), ANY),
    "german-b1": (AdFacts(german="B1"), ANY),
    "german-course": (AdFacts(german="C1"), Partner(kind="language_school")),
    "training-place": (AdFacts(apprenticeship=True), ANY),
    "no-certificate": (AdFacts(degree="none"), ANY),
    "school-is-enough": (AdFacts(degree="school"), ANY),
    "degrees-from-abroad": (AdFacts(degree="training", foreign_degrees=True), ANY),
    "equal-degrees": (AdFacts(degree="study", equal_degrees=True), ANY),
    "newcomers": (AdFacts(newcomers=True), ANY),
    "part-time-for-families": (AdFacts(part_time=True), Partner(audience="Eltern im Stadtteil")),
    "part-time": (AdFacts(part_time=True), ANY),
    "no-shifts": (AdFacts(shifts=False), ANY),
    "study-asked": (AdFacts(degree="study"), Partner(audience="Fachkräfte und Akademiker*innen")),
    "good-pay": (AdFacts(pay_band=3), ANY),
    "many-places": (AdFacts(openings=3), ANY),
    "lasting": (AdFacts(limited=False), ANY),
    "from-home": (AdFacts(remote=True), ANY),
    "soon": (AdFacts(deadline=TODAY + datetime.timedelta(days=10)), ANY),
}
#: Says nothing low or welcome: no rule speaks for it.
NOTHING = AdFacts(families=("care",), german="C2", degree="training", openings=1, pay_band=2)


def test_every_rule_has_a_case_and_the_other_way_round():
    assert set(CASES) == {rule.id for rule in rules().rules}


@pytest.mark.parametrize("rule", rules().rules, ids=lambda rule: rule.id)
def test_a_rule_holds_for_its_case_and_not_for_nothing(rule):
    ad, partner = CASES[rule.id]
    assert holds(rule, ad, partner, TODAY)
    assert not holds(rule, NOTHING, partner, TODAY) or rule.id == "chosen-field"
    told = reason(rule, ad, partner)
    assert "{" not in told["text"] + told["text_en"]
    assert "  " not in told["text"] + told["text_en"]


def test_silence_is_no_promise():
    silent = AdFacts(degree="training")
    told = {rule.id for rule in rules().rules if holds(rule, silent, ANY, TODAY)}
    assert told == set()


def test_names_stand_in_the_language_of_the_reader():
    rule = next(rule for rule in rules().rules if rule.id == "speaks")
    told = reason(rule, AdFacts(languages=("tr",)), Partner(languages=["tr"]))
    assert "Türkisch" in told["text"] and "Turkish" in told["text_en"]


GOOD = {"id": "x", "weight": 1, "text": "weil das so ist", "text_en": "because", "ad": {"newcomers": True}}


@pytest.mark.parametrize(
    "change",
    [
        {"weight": 0},
        {"weight": 11},
        {"text": "Das passt"},
        {"text_en": "it fits"},
        {"text": "weil {name} da ist"},
        {"package": "gold"},
        {"shared": "faith"},
        {"ad": {"newcomers": "yes"}},
        {"ad": {"origin": True}},
        {"ad": {"degree": ["doctor"]}},
        {"ad": {"german_up_to": "D1"}},
        {"ad": {"families": ["unknown"]}},
        {"partner": {"kinds": ["mosque"]}},
        {"partner": {"audience": "("}},
        {"ad": {}, "partner": {}},
        {"never": True},
    ],
    ids=str,
)
def test_a_wrong_rule_is_refused_with_its_name(change):
    entry = {**GOOD, "text_en": "because it is so", **change}
    with pytest.raises(RuleError, match=r"^x: "):
        rulebook._rule(entry)


@pytest.mark.parametrize("ad", [{"families": ["cleaning"]}, {"pay_from": 1}])
@pytest.mark.parametrize("partner", [{"kinds": ["religious"]}, {"languages": ["ar"]}])
def test_no_field_of_work_and_no_pay_is_tied_to_a_community(ad, partner):
    entry = {**GOOD, "text_en": "because it is so", "ad": ad, "partner": partner}
    with pytest.raises(RuleError, match="dürfen nicht"):
        rulebook._rule(entry)


def test_a_city_changes_switches_off_and_adds(monkeypatch):
    own = {
        "rules": {
            "lasting": {"off": True},
            "soon": {"weight": 9},
            "own": {k: v for k, v in GOOD.items() if k != "id"} | {"text_en": "because it is so"},
        },
        "packages": {"media": ["poster"]},
    }
    monkeypatch.setattr(rulebook, "city", lambda: {"routing": own})
    found = {rule.id: rule for rule in rules().rules}
    assert "lasting" not in found
    assert found["soon"].weight == 9
    assert found["own"].text == "weil das so ist"
    assert rules().packages["media"] == ("poster",)
    assert rules().packages["association"] == ("messenger", "poster")


def test_a_wrong_rule_in_the_profile_is_told_at_the_start(city, settings):
    assert routing_rules(None) == []
    other = city.with_name("falsch.toml")
    other.write_text(city.read_text("utf-8") + "\n[routing.rules.soon]\nweight = 99\n", encoding="utf-8")
    settings.CITY_PROFILE = str(other)
    (error,) = routing_rules(None)
    assert error.id == "channels.E010"
    assert "soon: weight" in error.msg
