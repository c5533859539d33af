"""What takes the point out of a wording that excludes people elsewhere: it is denied, or part of a name."""

from postings.review.cutting.excuses.ages import is_a_day, is_every_age
from postings.review.cutting.excuses.answers import is_asked_both_ways, is_met, is_open_question
from postings.review.cutting.excuses.clients import is_of_clients
from postings.review.cutting.excuses.denials import is_denied, is_immaterial
from postings.review.cutting.excuses.equal_treatment import (
    is_condemned,
    is_interfaith,
    is_left_out,
    names_its_law,
    requires_a_sex,
)
from postings.review.cutting.excuses.leads import is_listed_as_not_needed, is_not_needed
from postings.review.cutting.excuses.names import (
    first_names,
    is_depicted,
    is_in_name,
    is_of_body,
    is_quoted_name,
)
from postings.review.cutting.excuses.offers import is_given, is_negated
from postings.review.cutting.excuses.others import are_all_fine, is_of_institution, is_of_others, is_shown
from postings.review.cutting.excuses.programmes import is_programme, lists_benefits

__all__ = [
    "are_all_fine",
    "first_names",
    "is_a_day",
    "is_asked_both_ways",
    "is_condemned",
    "is_denied",
    "is_depicted",
    "is_every_age",
    "is_given",
    "is_immaterial",
    "is_in_name",
    "is_interfaith",
    "is_left_out",
    "is_listed_as_not_needed",
    "is_met",
    "is_negated",
    "is_not_needed",
    "is_of_body",
    "is_of_clients",
    "is_of_institution",
    "is_of_others",
    "is_open_question",
    "is_programme",
    "is_quoted_name",
    "is_shown",
    "lists_benefits",
    "names_its_law",
    "requires_a_sex",
]
