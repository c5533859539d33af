"""Job ads, their versions and decisions, and events."""

from postings.models.decision import Decision
from postings.models.event import Event
from postings.models.ignored_word import IgnoredWord
from postings.models.posting import Posting, PostingVersion, State, Transition

__all__ = ["Decision", "Event", "IgnoredWord", "Posting", "PostingVersion", "State", "Transition"]
