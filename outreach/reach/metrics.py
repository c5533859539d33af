"""How the counting is doing, for `/metrics`: figures of this web process, about no person, ad or channel."""

from outreach import metrics
from outreach.reach.counting import buffer


def register() -> None:
    """Called once at start."""
    metrics.at_scrape(
        "outreach_clicks_waiting",
        "Zähler, die noch nicht geschrieben sind",
        lambda: {(): float(buffer.waiting)},
    )
    metrics.at_scrape(
        "outreach_clicks_lost", "Verlorene Aufrufe seit dem Start", lambda: {(): float(buffer.lost)}
    )
    metrics.at_scrape(
        "outreach_click_writes_failing",
        "Wie oft hintereinander die Datenbank die Zähler nicht annahm",
        lambda: {(): float(buffer.failures)},
    )
