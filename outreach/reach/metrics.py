"""How the counting is doing, for `/metrics`: figures of this web process, about no person, ad or channel."""

from collections.abc import Callable

from outreach import metrics
from outreach.reach.counting import buffer
from outreach.reach.opening.directory import directory

#: name -> what it says, and where it stands. None has a label: a label would name a link.
FIGURES: dict[str, tuple[str, Callable[[], int]]] = {
    "outreach_clicks_waiting": ("Zähler, die noch nicht geschrieben sind", lambda: buffer.waiting),
    "outreach_clicks_lost": ("Verlorene Aufrufe seit dem Start", lambda: buffer.lost),
    "outreach_clicks_redated": (
        "Aufrufe, die wegen einer falschen Uhr unter einem anderen Tag gezählt sind",
        lambda: buffer.redated,
    ),
    "outreach_click_writes_failing": (
        "Wie oft hintereinander die Datenbank die Zähler nicht annahm",
        lambda: buffer.failures,
    ),
    "outreach_codes_unknown": ("Aufgerufene Codes, die es nicht gibt", lambda: directory.not_ours),
    "outreach_codes_refused": (
        "Codes, die nicht nachgeschlagen wurden (zu viele geraten, oder keine Datenbank)",
        lambda: directory.refused,
    ),
}


def register() -> None:
    """Called once at start."""
    for name, (text, ask) in FIGURES.items():
        metrics.at_scrape(name, text, _figure(ask))


def _figure(ask: Callable[[], int]) -> Callable[[], metrics.Figures]:
    return lambda: {(): float(ask())}
