"""The approved ad in each language: frozen at the approval, a new edition when a translation is reviewed.

What is served and sent is read from here. An edition holds words, not links: the forms made of it carry the
link of whoever hands them out.
"""

from channels.editions.digests import digest
from channels.editions.keeping import current, freeze, renew
from channels.editions.words import State, Words

__all__ = ["State", "Words", "current", "digest", "freeze", "renew"]
