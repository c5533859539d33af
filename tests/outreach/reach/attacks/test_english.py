"""The suite speaks English, too; `tests/outreach/words` sees to it that every text has its English."""

from __future__ import annotations

from django.utils import translation

from outreach.reach.attacks import registry
from outreach.reach.attacks.registry import Outlook
from outreach.reach.attacks.running import suite, telling
from tests.outreach.reach.attacks.paper import paper


def test_the_terminal_speaks_english():
    with translation.override("en"):
        outcomes = suite.run(Outlook(paper()), None, ["timing"])
        said = "\n".join(telling._one({**vars(outcomes[0]), "claims": 0}))
    assert "Points in time (timing): failed" in said
    assert set(registry.all()) >= {"timing"}
