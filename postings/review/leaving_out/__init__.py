"""The words of a finding left out: `from postings.review import leaving_out`.

What nobody may ask for needs no better wording; it goes. Three ways are known to leave correct German:
one point of a list within a sentence ("jung, offen und genau" -> "offen und genau"), a whole list item,
a whole sentence. Where none of them is certain, nothing is offered.
"""

from postings.review.leaving_out.offering import replacement

__all__ = ["replacement"]
