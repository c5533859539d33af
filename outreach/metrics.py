"""Figures for the operator's monitoring. No label ever names a posting, channel, link or person.

Other parts import what they count with from here, or hand in a function that is asked when
monitoring comes by (`at_scrape`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

REGISTRY = CollectorRegistry()

REQUESTS = Counter("outreach_requests", "Beantwortete Anfragen", ["group", "status"], registry=REGISTRY)
REQUEST_SECONDS = Histogram(
    "outreach_request_seconds", "Dauer der Anfragen", ["group"], registry=REGISTRY,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)  # fmt: skip
REVIEW_SECONDS = Histogram(
    "outreach_review_seconds", "Dauer einer Prüfung", registry=REGISTRY,
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)  # fmt: skip
WAKEUPS_LOST = Counter(
    "outreach_wakeups_lost", "Weckrufe, die der Broker nicht annahm (nichts geht verloren)", registry=REGISTRY
)
DATABASE_TROUBLE = Counter(
    "outreach_database_trouble", "Seiten, die wegen der Datenbank nicht gingen", registry=REGISTRY
)

Figures = dict[tuple[str, ...], float]


class _AtScrape(Collector):
    """Asks a function for the current figures each time monitoring comes by."""

    def __init__(self, name: str, text: str, labels: tuple[str, ...], ask: Callable[[], Figures]) -> None:
        self.name, self.text, self.labels, self.ask = name, text, labels, ask

    def collect(self) -> Iterable[GaugeMetricFamily]:
        family = GaugeMetricFamily(self.name, self.text, labels=self.labels)
        for values, figure in self.ask().items():
            family.add_metric(values, figure)
        yield family

    def describe(self) -> Iterable[GaugeMetricFamily]:
        return [GaugeMetricFamily(self.name, self.text, labels=self.labels)]


def at_scrape(name: str, text: str, ask: Callable[[], Figures], *, labels: tuple[str, ...] = ()) -> None:
    """Register `ask() -> {(label values…): figure}`, e.g. {("waiting",): 3} or {(): 12}."""
    REGISTRY.register(_AtScrape(name, text, labels, ask))
