"""Rules order and explain; nobody but the partner itself leaves a partner out."""

from __future__ import annotations

import datetime
import random

import pytest
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from channels.models import Channel, Delivery, Partner
from channels.routing import because, choice, fits, packages_for, reasons_for, ways
from channels.routing.facts import LEVELS, AdFacts
from postings.families import OTHER, choices, families

TODAY = datetime.date(2026, 11, 22)
FAMILIES = [key for key, _name in choices()]
maybe = st.none() | st.booleans()
ads = st.builds(
    AdFacts,
    families=st.lists(st.sampled_from(list(families())), min_size=1, max_size=3).map(tuple),
    german=st.none() | st.sampled_from(LEVELS),
    degree=st.sampled_from(["none", "school", "training", "study"]),
    equal_degrees=st.booleans(),
    foreign_degrees=st.booleans(),
    part_time=maybe,
    shifts=maybe,
    limited=maybe,
    remote=maybe,
    apprenticeship=st.booleans(),
    newcomers=st.booleans(),
    openings=st.integers(1, 30),
    pay_band=st.none() | st.integers(0, 4),
    districts=st.lists(st.sampled_from(["Mitte", "Bult"])).map(tuple),
    languages=st.lists(st.sampled_from(["tr", "ar"])).map(tuple),
    deadline=st.none() | st.dates(datetime.date(2026, 1, 1), datetime.date(2028, 1, 1)),
)
partners = st.builds(
    Partner,
    name=st.just("Verein"),
    kind=st.sampled_from(Partner.Kind.values),
    status=st.just(Partner.Status.ACTIVE),
    languages=st.lists(st.sampled_from(["tr", "ar", "de"])),
    districts=st.lists(st.sampled_from(["Mitte", "Bult"])),
    audience=st.sampled_from(["", "Eltern", "Studierende", "alle (auch +*?)"]),
    families=st.lists(st.sampled_from(FAMILIES), max_size=2),
    wants_ads=st.booleans(),
)


@given(ads, partners)
def test_only_the_partners_own_choice_leaves_out(ad, partner):
    chose = not partner.wants_ads or (
        partner.families and OTHER not in ad.families and not set(ad.families) & set(partner.families)
    )
    assert bool(choice.left_out(ad, partner, TODAY)) == bool(chose)


@given(ads, partners)
def test_reasons_are_ordered_and_told(ad, partner):
    reasons = reasons_for(ad, partner, TODAY)
    weights = [entry["weight"] for entry in reasons]
    assert weights == sorted(weights, reverse=True)
    assert all(weight > 0 for weight in weights)
    assert packages_for(reasons, partner)
    sentence = fits(reasons)
    assert bool(sentence) == bool(reasons)
    assert sentence.count("weil") <= 3


def test_clauses_are_joined_as_people_speak():
    told = [
        {"text": text} for text in ("weil A2 reicht", "weil es nah ist", "weil A2 reicht", "weil es eilt")
    ]
    assert because(told[:1]) == "weil A2 reicht"
    assert because(told[:3]) == "weil A2 reicht und weil es nah ist"
    assert because(told) == "weil A2 reicht, weil es nah ist und weil es eilt"
    assert fits([]) == ""
    assert fits(told[:1]) == "Passt zu Ihnen, weil A2 reicht."
    assert fits(told[:1], Partner(name="Verein Brücke")) == "Passt zum Partner Verein Brücke, weil A2 reicht."


def test_reasons_are_told_in_english_to_english_readers():
    with translation.override("en"):
        assert (
            because([{"text": "weil A2 reicht", "text_en": "because A2 is enough"}]) == "because A2 is enough"
        )


@pytest.fixture
def many(db) -> list[Channel]:
    """Twenty partners with all kinds of wishes (seeded), each with a mail channel and a feed of its own."""
    dice = random.Random(5)
    channels = []
    for number in range(20):
        partner = Partner.objects.create(
            name=f"Verein {number:02}",
            kind=dice.choice(Partner.Kind.values),
            status=dice.choice(
                [*[Partner.Status.ACTIVE] * 4, Partner.Status.STOPPED, Partner.Status.INVITED]
            ),
            email=f"v{number}@verein.example",
            languages=dice.sample(["tr", "ar", "uk", "de"], 2),
            families=dice.choice([[], [], ["administration"], ["care"], ["care", "administration"]]),
            wants_ads=dice.random() > 0.15,
            rhythm=dice.choice(Partner.Rhythm.values),
            weekly_cap=dice.choice([None, 1, 3]),
            quiet_from=datetime.time(20),
            quiet_until=datetime.time(7),
            quiet_days=dice.choice([[], [6], [5, 6]]),
            paused_until=dice.choice([None, None, timezone.localdate() + datetime.timedelta(days=4)]),
        )
        for kind in ("email", "atom"):
            channels.append(
                Channel.objects.create(
                    key=f"{kind}-{number}", name=f"{kind} {number}", kind=kind, partner=partner
                )
            )
    return channels


def chose_otherwise(partner: Partner) -> bool:
    return (
        partner.status != Partner.Status.ACTIVE
        or not partner.wants_ads
        or (bool(partner.families) and "administration" not in partner.families)
    )


def test_every_channel_of_every_partner_who_did_not_choose_otherwise_gets_every_ad(many, publish):
    posting = publish()
    got = {row.channel_id: row for row in Delivery.objects.filter(version=posting.approved)}
    expected = {channel.pk for channel in many if not chose_otherwise(channel.partner)}
    assert set(got) == expected
    assert 0 < len(expected) < len(many)
    assert not [row for row in got.values() if row.state == Delivery.State.CANCELLED]


def test_reasons_moments_and_bundles_are_stored_at_approval(many, publish):
    posting = publish()
    rows = Delivery.objects.filter(version=posting.approved, channel__kind="email").select_related(
        "channel__partner"
    )
    for row in rows:
        partner = row.channel.partner
        assert row.reasons[0]["text"].startswith("weil ")
        if partner.rhythm != "at_once" or partner.paused_until:
            assert row.due_at > timezone.now() and row.bundle
    feeds = Delivery.objects.filter(version=posting.approved, channel__kind="atom")
    assert {row.state for row in feeds} == {Delivery.State.SENT}, "machines have no night"
    assert {row.bundle for row in feeds} == {None}


def test_the_order_is_the_citys_own_channels_then_the_best_fit(many, make_posting):
    Channel.objects.create(key="seite", name="Zuletzt im Alphabet", kind="job_page")
    channels = list(Channel.objects.select_related("partner"))
    order = ways(make_posting().current, channels, timezone.localdate())
    assert {way.channel.pk for way in order} == {channel.pk for channel in channels}
    assert order[0].channel.partner is None
    rest = [way.fit for way in order if way.channel.partner]
    assert rest == sorted(rest, reverse=True)


def test_what_is_ordered_costs_no_query(many, make_posting, django_assert_num_queries):
    version = make_posting().current
    channels = list(Channel.objects.select_related("partner"))
    with django_assert_num_queries(0):
        ways(version, channels, timezone.localdate())
