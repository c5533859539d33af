"""The language of what is kept: a sentence that stays is the city's, whatever its author's pages speak."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils import translation


@contextmanager
def recorded() -> Iterator[None]:
    """What is said within goes into the database, into a file of record or to people who did not choose.

    Also a decorator. Refusals are for who reads them now: raise them outside.
    """
    with translation.override(settings.LANGUAGE_CODE):
        yield
