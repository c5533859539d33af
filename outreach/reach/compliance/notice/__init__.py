"""The privacy notice in every language ads are told in: one page and one PDF each."""

from outreach.reach.compliance.notice.telling import address, document, notice
from outreach.reach.compliance.notice.wording import codes, problems

__all__ = ["address", "codes", "document", "notice", "problems"]
