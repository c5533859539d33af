"""Better words for a finding: `from postings.review import rewording`.

A rule says what is wrong; how it can be said instead often depends on the whole sentence. The rewordings
in postings/rewordings are looked for only around a finding that has no replacement of its own; a rule's own
replacement is only fitted into its sentence.
"""

from postings.review.rewording.fitting import fitted
from postings.review.rewording.offering import replacements

__all__ = ["fitted", "replacements"]
