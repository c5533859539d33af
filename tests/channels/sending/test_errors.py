"""What an adapter says of a failure."""

import datetime

import pytest

from channels.sending.errors import LONGEST_PATIENCE, SendError

NOW = datetime.datetime(2027, 1, 15, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def test_who_is_gone_need_not_be_asked_again():
    assert SendError("Weg.", gone=True).permanent


@pytest.mark.parametrize("wait", [3600, HOUR, NOW + HOUR])
def test_patience_comes_as_seconds_as_a_span_or_as_a_moment(wait):
    assert SendError("Später.", retry_after=wait).not_before(NOW) == NOW + HOUR


@pytest.mark.parametrize(
    ("asked", "granted"), [(-5, 0), (10**9, LONGEST_PATIENCE), (float("inf"), LONGEST_PATIENCE)]
)
def test_patience_has_bounds(asked, granted):
    assert SendError("Später.", retry_after=asked).not_before(NOW) == NOW + datetime.timedelta(
        seconds=granted
    )


def test_without_a_wish_there_is_no_moment():
    assert SendError("Später.").not_before(NOW) is None
