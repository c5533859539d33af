"""A report is taken in once, as a whole, and corrects with a trace."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.models import Link
from outreach.reach.funnel import periods, taking_in
from outreach.reach.funnel.models import Correction, Report, ReportedCount
from outreach.reach.funnel.periods import Period
from outreach.reach.funnel.steps import SHOWN, label
from outreach.reach.funnel.taking_in import OtherContent, Refused, Sender, take_in
from postings.models import Event, Posting
from tests.outreach.reach.funnel.conftest import NOW, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def sender(editor) -> Sender:
    return Sender(by=editor)


def stored() -> dict[tuple[str, str], int]:
    return {(str(Period(c.first, c.days)), c.step): c.total for c in ReportedCount.objects.all()}


def sentences(rows, sender) -> list[tuple[int, str, str]]:
    """What is said against the rows; nothing of them is stored."""
    with pytest.raises(Refused) as refused:
        take_in("r", rows, sender)
    assert not ReportedCount.objects.exists() and not Report.objects.exists()
    return [tuple(problem) for problem in refused.value.problems]


def test_a_report_is_stored(link, sender):
    rows = [row(12), row(7, "finished"), row(3, "finished", code="", posting="wohngeld")]
    report, fresh = take_in("w47", rows, sender)
    assert fresh and (report.added, report.corrected, report.unchanged) == (3, 0, 0)
    assert (report.source, report.by, report.key) == ("table", sender.by, None)
    assert set(ReportedCount.objects.values_list("link", "step", "total")) == {
        (link.pk, "started", 12), (link.pk, "finished", 7), (None, "finished", 3),
    }  # fmt: skip


def test_the_same_report_again_changes_nothing(link, sender):
    first, _fresh = take_in("w47", [row(12), row(7, "finished")], sender)
    again, fresh = take_in("w47", [row(7, "finished"), row(12)], sender)
    assert (again.pk, fresh) == (first.pk, False)
    assert Report.objects.count() == 1 and not Correction.objects.exists()


def test_another_content_under_a_name_is_refused(link, sender):
    take_in("w47", [row(12)], sender)
    with pytest.raises(OtherContent):
        take_in("w47", [row(13)], sender)
    assert stored() == {("2026-W47", "started"): 12}


def test_a_second_report_corrects_with_a_trace(link, sender):
    take_in("w47", [row(12), row(1, "finished")], sender)
    report, _fresh = take_in("w47-b", [row(9), row(1, "finished"), row(2, period="2026-W46")], sender)
    assert (report.added, report.corrected, report.unchanged) == (1, 1, 1)
    assert stored()["2026-W47", "started"] == 9
    trace = Correction.objects.get()
    assert (trace.old, trace.new, trace.report, trace.count.report) == (12, 9, report, report)


def test_a_report_of_the_past_is_taken_in_as_on_its_day(link, sender):
    """What was over by then can be told, what was not cannot; and the report says when it arrived."""
    then = NOW - datetime.timedelta(weeks=2)  # Monday of week 46
    report, _fresh = take_in("w45", [row(12, period="2026-W45")], sender, now=then)
    assert report.received_at == then and stored() == {("2026-W45", "started"): 12}
    with pytest.raises(Refused) as refused:
        take_in("w46", [row(3, period="2026-W46")], sender, now=then)
    assert refused.value.problems[0].sentence.startswith("Dieser Zeitraum ist noch nicht vorbei.")


def test_a_plan_writes_nothing(link, sender):
    take_in("w47", [row(12)], sender)
    plan = taking_in.planned([row(9), row(2, "finished")])
    assert plan.fates == ["corrected", "added"]
    assert Report.objects.count() == 1 and stored() == {("2026-W47", "started"): 12}


@pytest.mark.parametrize(
    ("changes", "field", "begins"),
    [
        ({"code": "zzzzzzzz"}, "code", "Den Kanal-Code „zzzzzzzz“ kennen wir nicht."),
        ({"code": "../x"}, "code", "Den Kanal-Code „../x“ kennen wir nicht."),
        ({"code": "", "posting": ""}, "posting", "Stelle und Kanal-Code fehlen."),
        ({"posting": "nirgends"}, "posting", "Die Stelle „nirgends“ kennen wir nicht."),
        ({"posting": "a\0b"}, "posting", "Die Stelle"),
        ({"posting": "andere"}, "code", "Dieser Kanal-Code gehört zu einer anderen Stelle."),
        ({"code": "", "posting": "entwurf"}, "period", "In diesem Zeitraum war die Stelle noch nicht"),
        ({"code": "tttttttt"}, "code", "Dieser Code gehört zu einer Veranstaltung"),
        ({"step": "clicked"}, "step", "Den Schritt „clicked“ gibt es nicht."),
        ({"period": "2026-W48"}, "period", "Dieser Zeitraum ist noch nicht vorbei."),
        ({"period": "2026-11-23"}, "period", "Dieser Zeitraum ist noch nicht vorbei."),
        ({"period": "2027-01-01"}, "period", "Dieser Zeitraum ist noch nicht vorbei."),
        ({"period": "2026-11-16T14"}, "period", "„2026-11-16T14“ ist kein Zeitraum."),
        ({"period": "2026-02-30"}, "period", "„2026-02-30“ ist kein Zeitraum."),
        ({"period": "2026-W60"}, "period", "„2026-W60“ ist kein Zeitraum."),
        ({"period": "2026-W40"}, "period", "In diesem Zeitraum war die Stelle noch nicht"),
        ({"count": -1}, "count", "Eine Anzahl kann nicht kleiner als 0 sein."),
        ({"count": 10_001}, "count", "10001 Bewerbungen in einem Zeitraum"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)  # fmt: skip
def test_a_wrong_row_is_said_and_nothing_is_stored(link, make_link, editor, sender, changes, field, begins):
    for slug, published in (("andere", NOW), ("entwurf", None)):
        Posting.objects.create(slug=slug, title=slug, created_by=editor, published_at=published)
    event = Event.objects.create(
        slug="tag", title="Tag", description="D", place="P", starts_at=NOW, ends_at=NOW, created_by=editor
    )
    Link.objects.create(code="tttttttt", event=event, channel=link.channel)
    changes = dict(changes)
    count = changes.pop("count", 5)
    ((number, where, sentence),) = sentences([row(4, "finished"), row(count, **changes)], sender)
    assert (number, where) == (1, field)
    assert sentence.startswith(begins)


def test_the_same_days_twice_in_one_report(link, sender):
    rows = [row(1), row(1, period="2026-11-22"), row(1, period="2026-11-15"), row(1, period="2026-11-15")]
    assert [(number, field) for number, field, _s in sentences(rows, sender)] == [
        (1, "period"),
        (3, "period"),
    ]


def test_a_week_is_told_by_days_or_as_a_week(link, sender):
    take_in("day", [row(1, period="2026-11-17")], sender)
    with pytest.raises(Refused) as refused:
        take_in("week", [row(5)], sender)
    assert refused.value.problems[0].sentence.startswith("Für diese Tage gibt es schon eine Meldung")
    take_in("more", [row(2, period="2026-11-18"), row(3, period="2026-W46")], sender)
    assert len(stored()) == 3


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([row(5), row(6, "finished")], [1]),
        ([row(6, "finished")], []),  # nobody counts what was started
        ([row(3, "finished"), row(4, "invited")], [1]),
        ([row(9), row(4, "hired")], []),
        ([row(9), row(3, "finished"), row(1, "invited"), row(2, "hired")], [3]),
        ([row(5), row(3, "finished"), row(4, "finished", period="2026-W46")], [1]),
    ],
)
def test_no_step_has_more_than_the_one_before(link, sender, rows, wrong):
    if wrong:
        assert [number for number, _field, _sentence in sentences(rows, sender)] == wrong
    else:
        take_in("r", rows, sender)


def test_a_correction_of_an_earlier_step_is_looked_at_too(link, sender):
    take_in("one", [row(5), row(4, "finished")], sender)
    with pytest.raises(Refused):
        take_in("two", [row(3)], sender)
    assert stored()["2026-W47", "started"] == 5


def test_on_one_channel_more_may_finish_than_start(link, make_link, sender):
    """Somebody starts by one link and finishes by another."""
    make_link("x4x4x4x4")
    rows = [row(2), row(8, code="x4x4x4x4"), row(5, "finished"), row(3, "finished", code="x4x4x4x4")]
    take_in("r", rows, sender)
    assert ReportedCount.objects.count() == 4


def test_a_large_report_takes_few_queries(link, sender, django_assert_max_num_queries):
    days = [NOW.date() - datetime.timedelta(days=number) for number in range(1, 30)]
    rows = [row(3, step, period=str(day)) for day in days for step in ("started", "finished")]
    with django_assert_max_num_queries(14):
        take_in("large", rows, sender)
    changed = [told._replace(count=2) for told in rows]
    with django_assert_max_num_queries(16):
        take_in("larger", changed, sender)
    assert Correction.objects.count() == len(rows)


def test_whole_periods_count(link, sender):
    rows = [row(1, period="2026-W46"), row(2, period="2026-11-16"), row(4, period="2026-11-17")]
    take_in("r", rows, sender)
    monday, tuesday = datetime.date(2026, 11, 16), datetime.date(2026, 11, 17)

    def counted(since, until) -> list[int]:
        return sorted(taking_in.totals(since, until).values_list("total", flat=True))

    assert counted(None, monday) == [1]
    assert counted(None, monday - datetime.timedelta(days=1)) == []
    assert counted(None, tuesday) == [1, 2]
    assert counted(monday, tuesday + datetime.timedelta(days=1)) == [2, 4]


@given(st.dates(datetime.date(2000, 1, 3), datetime.date(2100, 1, 1)))
def test_periods_are_read_as_they_are_written(day):
    assert periods.read(str(Period(day, 1))) == Period(day, 1)
    monday = day - datetime.timedelta(days=day.weekday())
    week = periods.read(str(Period(monday, 7)))
    assert week == Period(monday, 7) and week.meets(Period(day, 1))


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_periods(text):
    found = periods.read(text)
    assert found is None or str(found) == text


told_rows = st.tuples(st.sampled_from(["started", "finished"]), st.integers(40, 47), st.integers(-1, 9))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(told_rows, max_size=4), max_size=4))
def test_whatever_is_told_the_last_number_counts_and_no_report_is_half_in(link, sender, told):
    """A model of the whole: a dictionary that takes over a report wholly or not at all."""
    ReportedCount.objects.all().delete()
    Report.objects.all().delete()
    expected: dict[tuple[str, str], int] = {}
    for number, report in enumerate(told):
        rows = [row(count, step, period=f"2026-W{week}") for step, week, count in report]
        try:
            take_in(f"r{number}", rows, sender)
        except Refused:
            continue
        expected |= {(told_row.period, told_row.step): told_row.count for told_row in rows}
    assert stored() == expected
    assert all(count >= 0 for count in expected.values())
    started = [count for (_week, step), count in expected.items() if step == "started"]
    finished = [count for (_week, step), count in expected.items() if step == "finished"]
    assert not started or sum(finished) <= sum(started)


def test_every_step_has_a_name():
    assert len({label(step) for step in SHOWN}) == len(SHOWN) == 7
    with pytest.raises(ValueError, match="clicked"):
        label("clicked")
