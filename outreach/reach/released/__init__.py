"""The released tables: the only module that pages, downloads, documents and the API read figures from.

Pure reading. Nothing here knows the counters; `outreach.reach.releases` writes what is read here.
"""

from outreach.reach.released.figure import TOTAL, Figure, Key, Table, add
from outreach.reach.released.joining import joined
from outreach.reach.released.marks import Mark, marks
from outreach.reach.released.printing import printed
from outreach.reach.released.ranking import Bracket, Ranking, ranking
from outreach.reach.released.reading import (
    Entry,
    Extent,
    as_published,
    extents,
    history,
    latest,
    names,
    of_day,
    periods,
    releases,
)
from outreach.reach.released.streaming import Cell, Stream, stream

__all__ = [
    "TOTAL",
    "Bracket",
    "Cell",
    "Entry",
    "Extent",
    "Figure",
    "Key",
    "Mark",
    "Ranking",
    "Stream",
    "Table",
    "add",
    "as_published",
    "extents",
    "history",
    "joined",
    "latest",
    "marks",
    "names",
    "of_day",
    "periods",
    "printed",
    "ranking",
    "releases",
    "stream",
]
