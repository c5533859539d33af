"""`manage.py bench`: how fast the review and the tracked link are, as ratios measured in this run."""

from __future__ import annotations

import statistics
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from outreach.bench import links, reviews

GOAL = 0.7


class Command(BaseCommand):
    """Prints two small tables; the numbers hold for this machine, the ratios mostly for others too."""

    help = "Misst die Prüfung gegen spaCys Tokenizer und den Link gegen eine bloße Weiterleitung."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--reviews", action="store_true", help="Nur die Prüfung")
        only.add_argument("--links", action="store_true", help="Nur den Link")
        parser.add_argument(
            "--seconds", type=float, default=links.SECONDS, help="Dauer einer Runde je Server"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["links"]:
            self._reviews()
        if not options["reviews"]:
            self._links(options["seconds"])

    def _reviews(self) -> None:
        timings = reviews.compare()
        self.stdout.write(
            "Prüfung einer Ausschreibung                     Wörter  Tokenizer    Prüfung  Verhältnis"
        )
        for one in timings:
            self.stdout.write(
                f"{one.name:<46}  {one.words:>6}  {one.bare * 1000:>6.2f} ms  {one.review * 1000:>6.1f} ms"
                f"  {one.ratio:>10.1f}"
            )
        typical = statistics.median(one.review for one in timings)
        ratio = statistics.median(one.ratio for one in timings)
        self.stdout.write(f"{'Median':<46}  {'':>6}  {'':>9}  {typical * 1000:>6.1f} ms  {ratio:>10.1f}\n\n")

    def _links(self, seconds: float) -> None:
        found = links.compare(seconds=seconds)
        self.stdout.write("Weiterleitungen je Sekunde (granian, WSGI)      Median    von      bis")
        for name, figures in (("Django ohne Middleware", found.bare), ("Link mit Zählung", found.tracked)):
            middle = statistics.median(figures)
            self.stdout.write(f"{name:<46}{middle:>8.0f}{min(figures):>8.0f}{max(figures):>8.0f}")
        verdict = "erreicht" if found.ratio >= GOAL else "verfehlt"
        self.stdout.write(f"Verhältnis: {found.ratio:.2f}, Ziel {GOAL:.2f} {verdict}")
