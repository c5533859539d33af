"""What a review is written down as: `render(texts, meta)` of text (terminal), json (CONTRACT §2), sarif."""

from postings.reports.checked import Checked, Options, check_file, check_text

__all__ = ["Checked", "Options", "check_file", "check_text"]
