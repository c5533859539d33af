"""While a text is read the garbage collector waits, and finds nothing to do afterwards."""

from __future__ import annotations

import gc

import pytest

from outreach.demo import data
from postings.review import memory, review
from postings.review.uncollected import uncollected


@uncollected
def collects() -> bool:
    return gc.isenabled()


@uncollected
def fails() -> None:
    raise ValueError


def test_the_collector_waits_and_goes_on():
    assert gc.isenabled() and not collects() and gc.isenabled()


def test_it_goes_on_after_a_mistake():
    with pytest.raises(ValueError):
        fails()
    assert gc.isenabled()


def test_where_it_was_switched_off_it_stays_so():
    gc.disable()
    try:
        assert not collects() and not gc.isenabled()
    finally:
        gc.enable()


def test_a_review_makes_nothing_that_only_the_collector_could_free():
    ads = [path.read_text("utf-8") for path in list(data.ad_files())[:6]]
    for ad in ads:  # what is made once for all
        review(ad)
    memory.forget()
    gc.collect()
    gc.disable()
    try:
        for ad in ads:
            review(ad)
        assert gc.collect() == 0
    finally:
        gc.enable()
