"""Which languages, communities and districts ads came to, which they missed, and who would close the gap.

Counts deliveries to organisations, never people: so no figure here needs protection.
"""

from channels.coverage.arrivals import Arrivals, of_ad, of_quarter
from channels.coverage.gaps import Coverage, coverage
from channels.coverage.quarters import Quarter

__all__ = ["Arrivals", "Coverage", "Quarter", "coverage", "of_ad", "of_quarter"]
