"""The one way out for any figure: counters in, protected and frozen tables out.

`release_due` makes what is due; `registry` holds the fixed tables, one file each in `tables/`. Pages,
downloads, documents and the API never import anything of this folder but `calendar`: they read
`outreach.reach.released`.
"""

from outreach.reach.releases.calendar import WEEK, due_until, next_at, published_at
from outreach.reach.releases.making import is_due, logger, release_due

__all__ = ["WEEK", "due_until", "is_due", "logger", "next_at", "published_at", "release_due"]
