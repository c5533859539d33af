"""`manage.py bench`: how fast the review and the tracked link are, as measured in this run."""

from __future__ import annotations

import statistics
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from outreach.bench import links, reviews
from outreach.bench.reviews import Figures

GOAL = 0.7


class Command(BaseCommand):
    """Prints small tables; the times hold for this machine, the ratios mostly for others too."""

    help = "Misst die Prüfung gegen alex und spaCys Tokenizer und den Link gegen eine bloße Weiterleitung."
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
            self._reviews(reviews.measure())
        if not options["reviews"]:
            self._links(options["seconds"])

    def _reviews(self, found: Figures) -> None:
        rows = (found.ads, found.unseen, found.again, found.tokenizer, found.alex)
        self.stdout.write(f"{'Ausschreibungen, jede einmal gelesen':<46}  Wörter     Median   Wörter/s")
        for one in rows:
            if one is None:
                self.stdout.write(reviews.HOW_TO_INSTALL)
                continue
            self.stdout.write(
                f"{one.name:<46}  {one.words:>6}  {one.median * 1000:>6.2f} ms  {one.speed:>9.0f}"
            )
        fresh = found.fresh
        self.stdout.write(
            f"Laden {fresh.load:.2f} s; die allererste Ausschreibung {fresh.first * 1000:.0f} ms; "
            f"Speicher nach {reviews.COUNT} Ausschreibungen {fresh.memory:.0f} MB"
        )
        self._verdicts(found)

    def _verdicts(self, found: Figures) -> None:
        goals = [
            ("Median je Ausschreibung", found.ads.median <= 0.015, "15 ms"),
            ("Wörter je Sekunde", found.ads.speed >= 20_000, "20000"),
            ("Nachprüfung", found.again.median <= 0.005, "5 ms"),
            ("Laden", found.fresh.load <= 1.5, "1,5 s"),
            ("Speicher", found.fresh.memory <= 400, "400 MB"),
        ]
        self.stdout.write(
            "; ".join(f"{name} (Ziel {goal}): {'erreicht' if ok else 'verfehlt'}" for name, ok, goal in goals)
        )
        ratio = f"{found.to_tokenizer:.1f} mal so lang wie der bloße Tokenizer"
        if found.to_alex is not None:
            ratio += f", {found.to_alex:.2f} mal so viele Wörter je Sekunde wie alex"
        self.stdout.write(f"Verhältnis: {ratio}\n\n")

    def _links(self, seconds: float) -> None:
        found = links.compare(seconds=seconds)
        self.stdout.write("Weiterleitungen je Sekunde (granian, WSGI)      Median    von      bis")
        for name, figures in (("Django ohne Middleware", found.bare), ("Link mit Zählung", found.tracked)):
            middle = statistics.median(figures)
            self.stdout.write(f"{name:<46}{middle:>8.0f}{min(figures):>8.0f}{max(figures):>8.0f}")
        verdict = "erreicht" if found.ratio >= GOAL else "verfehlt"
        self.stdout.write(f"Verhältnis: {found.ratio:.2f}, Ziel {GOAL:.2f} {verdict}")
