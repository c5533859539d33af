"""The questions reports answer, one module each: a file here is all it takes.

A module has `ORDER` (a number), `KEY` (in addresses), `title()`, `about()` and `report(part)`.
`part` names one subject of the report ("care"), empty: all of them. An unknown part raises `NoSuchPart`.
"""

from outreach.reach.reports.questions.finding import NoSuchPart, Question, questions

__all__ = ["NoSuchPart", "Question", "questions"]
