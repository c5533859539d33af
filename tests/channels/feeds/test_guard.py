"""When a feed may go out: the rule itself, without a database."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.feeds.guard import EMPTY_FROM, SHARE_FROM, WINDOW, held_back, still_counting

NOW = datetime.datetime(2027, 1, 15, 12, tzinfo=datetime.UTC)


def keys(*numbers: int) -> set[str]:
    return {f"ad:{number}" for number in numbers}


def ask(served, wanted, *, left=frozenset(), share=0.3, **more):
    return held_back(served=served, left=left, wanted=wanted, share=share, **more)


@pytest.mark.parametrize(
    ("before", "after", "held"),
    [
        (10, 10, 0),
        (10, 7, 0),  # exactly the share may go
        (10, 6, 4),
        (10, 0, 10),
        (5, 4, 0),
        (5, 3, 2),
        (4, 1, 0),  # of a few, one or the other may go
        (4, 0, 4),
        (2, 1, 0),
        (2, 0, 2),
        (1, 0, 0),  # the last one, ended in the ordinary way
        (0, 0, 0),
        (0, 10, 0),
    ],
)
def test_how_much_may_leave(before, after, held):
    assert len(ask(keys(*range(before)), keys(*range(after)))) == held


def test_the_last_entry_stays_if_nobody_ended_it():
    assert ask(keys(1), set(), unexplained=keys(1)) == keys(1)


def test_another_share():
    assert ask(keys(*range(10)), keys(*range(8)), share=0.1) == keys(8, 9)
    assert ask(keys(*range(10)), keys(0), share=1) == set()
    assert ask(keys(*range(10)), set(), share=1) == keys(*range(10))  # empty stays empty


def test_shrinking_step_by_step_is_shrinking():
    assert ask(keys(*range(7)), keys(*range(6)), left=keys(7, 8, 9)) == keys(6)


def test_other_ads_in_place_of_all_is_no_ordinary_day():
    assert ask(keys(*range(10)), keys(*range(10, 20))) == keys(*range(10))


def test_what_took_place_leaves_by_itself():
    assert ask(keys(*range(10)), keys(0), over=keys(*range(1, 10))) == set()
    assert ask(keys(*range(10)), set(), over=keys(*range(10))) == set()


def test_what_left_counts_for_a_day():
    left = {"ad:1": (NOW - WINDOW).isoformat(), "ad:2": (NOW - WINDOW / 2).isoformat()}
    assert list(still_counting(left, NOW)) == ["ad:2"]


@given(st.lists(st.tuples(st.floats(0, 9), st.sets(st.integers(0, 14))), max_size=12), st.floats(0.05, 0.9))
def test_within_a_day_a_feed_never_loses_more_than_its_share(steps, share):
    """Whatever happens hour by hour: of all that was served in a day, so much is in it at the end."""
    served: set[str] = set()
    left: dict[str, str] = {}
    now, held = NOW, set()
    for hours, numbers in steps:
        now += datetime.timedelta(hours=hours)
        left = left if held else still_counting(left, now)
        wanted = keys(*numbers)
        held = ask(served, wanted, left=left.keys(), share=share)
        before = served | left.keys()
        gone = served - wanted - held
        served = wanted | held
        left |= dict.fromkeys(gone, now.isoformat())
        left = {key: when for key, when in left.items() if key not in served}
        assert wanted <= served, "news is never held"
        if gone and len(before) >= SHARE_FROM:
            assert len(before - served) <= share * len(before)
        if gone and len(before) >= EMPTY_FROM:
            assert served
