"""A whole invented year of the demo city: many ads on many channels, released week by week.

What pages, documents and the attack suite need to show something real. The same seed gives the same year.
"""

from outreach.demo.year import quarter
from outreach.demo.year.load import Year, load, release_all

__all__ = ["Year", "load", "quarter", "release_all"]
