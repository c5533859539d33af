"""`manage.py bench`: how fast the review, the tracked link and the outbox are, as measured in this run."""

from __future__ import annotations

import statistics
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from outreach.bench import deliveries, links, renditions, reviews
from outreach.bench.reviews import Figures
from outreach.bench.steady import comparing
from outreach.bench.years import timing

GOAL = 0.7
PARTS = ["reviews", "renditions", "links", "steady", "years", "deliveries"]


class Command(BaseCommand):
    """Prints small tables; the times hold for this machine, the ratios mostly for others too."""

    help = (
        "Misst die Prüfung gegen alex und spaCys Tokenizer, den Link gegen eine bloße Weiterleitung "
        "und das Senden gegen eine bloße Schleife."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--reviews", action="store_true", help="Nur die Prüfung")
        only.add_argument("--links", action="store_true", help="Nur den Link")
        only.add_argument("--steady", action="store_true", help="Nur den Link bei stetiger Last")
        only.add_argument("--years", action="store_true", help="Nur die Berichte über fünf Jahre")
        only.add_argument("--renditions", action="store_true", help="Nur Plakate und Pakete")
        only.add_argument("--deliveries", action="store_true", help="Nur das Senden")
        parser.add_argument(
            "--seconds", type=float, default=links.SECONDS, help="Dauer einer Runde je Server"
        )

        parser.add_argument(
            "--share",
            type=float,
            default=timing.SHARE,
            help="Anteil an 50.000 Ausschreibungen für --years (1 = alle: einige Minuten und GB)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = [part for part in PARTS if options[part]] or PARTS
        if "reviews" in chosen:
            self._reviews(reviews.measure())
        if "renditions" in chosen:
            self._renditions(renditions.measure())
        if "links" in chosen:
            self._links(options["seconds"])
        if "steady" in chosen:
            self._steady(comparing.measure())
        if "years" in chosen:
            self._years(timing.measure(options["share"]))
        if "deliveries" in chosen:
            self._deliveries(deliveries.compare())

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

    def _renditions(self, found: renditions.Figures) -> None:
        ratio = found.poster / found.bare
        self.stdout.write(
            f"Ein Plakat {found.poster * 1000:.0f} ms (Ziel 150 ms: {_word(found.poster <= 0.15)}), "
            f"{ratio:.1f} mal so lang wie ein leeres Blatt; {found.languages} Sprachen × "
            f"{found.forms} Formen {found.package:.1f} s (Ziel 10 s: {_word(found.package <= 10)})\n\n"
        )

    def _links(self, seconds: float) -> None:
        found = links.compare(seconds=seconds)
        self.stdout.write("Weiterleitungen je Sekunde (granian, WSGI)      Median    von      bis")
        for name, figures in (("Django ohne Middleware", found.bare), ("Link mit Zählung", found.tracked)):
            middle = statistics.median(figures)
            self.stdout.write(f"{name:<46}{middle:>8.0f}{min(figures):>8.0f}{max(figures):>8.0f}")
        verdict = "erreicht" if found.ratio >= GOAL else "verfehlt"
        self.stdout.write(f"Verhältnis: {found.ratio:.2f}, Ziel {GOAL:.2f} {verdict}")

    def _steady(self, sides: list[comparing.Side]) -> None:
        title = f"Wartezeit bei stetig {comparing.RATE:.0f} Aufrufen je Sekunde (ms)"
        self.stdout.write(f"\n{title:<46}     p50     p99   p99,9   Prüfung daneben")
        for side in sides:
            p50, p99, p999, _own, review = (
                1000 * statistics.median(figures) for figures in zip(*side.rounds, strict=True)
            )
            self.stdout.write(f"{side.name:<46}{p50:>8.1f}{p99:>8.1f}{p999:>8.1f}{review:>10.0f}")
        for side in sides[1:]:
            self.stdout.write(
                f"{side.name}: p99 {1000 * side.p99:.1f} ms (ruhigste Runde {1000 * side.best:.1f} ms), "
                f"Ziel {1000 * comparing.GOAL:.0f} ms {_word(side.p99 <= comparing.GOAL)}"
            )
        if len(sides) < len(comparing.SIDES):
            self.stdout.write("PostgreSQL antwortet nicht: dafür wurde nicht gemessen (BENCH_POSTGRESQL).")

    def _years(self, found: timing.Found) -> None:
        title = f"Berichte: 5 Jahre, {found.ads} Ausschreibungen, 100 Kanäle"
        self.stdout.write(f"\n{title:<64}      ms")
        for name, seconds in {**found.pages, **found.counts}.items():
            self.stdout.write(f"{name:<64}{1000 * seconds:>8.0f}")
        self.stdout.write(f"{'Dateien: bis zum ersten und zum letzten Byte':<64}      ms      ms")
        for name, (first, last) in found.files.items():
            self.stdout.write(f"{name:<64}{1000 * first:>8.0f}{1000 * last:>8.0f}")
        week = found.week
        self.stdout.write(
            f"Veröffentlichung einer Woche: {week['seconds']:.1f} s; von {week['figures']:.0f} Zahlen "
            f"{week['written']:.0f} neu geschrieben; Speicher höchstens {week['megabytes']:.0f} MB"
        )
        goal = f"Ziel je Seite, Frage und erstem Byte einer Datei {1000 * timing.GOAL:.0f} ms"
        slow = f"verfehlt: {', '.join(found.slow)}" if found.slow else "erreicht"
        self.stdout.write(f"{goal} {slow} (angelegt in {found.made_in:.0f} s)")

    def _deliveries(self, found: deliveries.Comparison) -> None:
        title = f"{deliveries.COUNT} Webhooks, {deliveries.PROCESSES} Prozesse: je Sekunde"
        self.stdout.write(f"\n{title:<46}  Median    von      bis   je s Rechenzeit")
        for name, rates in (("bloße Schleife", found.bare), ("Postausgang", found.outbox)):
            speeds = [rate.per_second for rate in rates]
            computing = statistics.median(rate.per_cpu_second for rate in rates)
            middle = statistics.median(speeds)
            self.stdout.write(
                f"{name:<46}{middle:>8.0f}{min(speeds):>8.0f}{max(speeds):>8.0f}{computing:>10.0f}"
            )
        goal = f"Ziel {deliveries.GOAL:.2f} {_word(found.ratio >= deliveries.GOAL)}"
        self.stdout.write(f"Verhältnis: {found.ratio:.2f}, {goal} (in Rechenzeit {found.cpu_ratio:.2f})")


def _word(reached: bool) -> str:
    return "erreicht" if reached else "verfehlt"
