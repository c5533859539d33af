"""Released tables, and the ledger that proves none was changed or left out. Rows are written once."""

from __future__ import annotations

import datetime
from typing import Any, NoReturn

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

_ALONE = models.Q(series=None)
_STANDS = models.Q(series__isnull=False, ended=None)

_ENDED = models.Q(ended__isnull=False)


class FrozenQuerySet(models.QuerySet):
    """Rows that are written once, also many at a time."""

    def update(self, **changes) -> NoReturn:
        """Never."""
        raise TypeError("A published figure never changes.")

    def delete(self) -> NoReturn:
        """Never."""
        raise TypeError("A published figure is never deleted.")


class Frozen(models.Model):
    """A row that is written once."""

    objects = FrozenQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Only the first time: what was published stays."""
        if not self._state.adding:
            raise TypeError("A published figure never changes.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> NoReturn:
        """Never: what was published cannot be taken back, and the next release must know of it."""
        raise TypeError("A published figure is never deleted.")


class Release(Frozen):
    """One table for one period. Pages read releases (by `outreach.reach.released`), never counters.

    A running table (everything so far, week by week) has millions of figures of which few move in a week:
    only what is new or changed is written with a release, the rest stands since an earlier one (`figures`).
    """

    table = models.SlugField(max_length=60)
    #: Which ads it is about: "2026-Q3", the ads of that quarter; for a table of everything so far its last
    #: day.
    period = models.CharField(max_length=10)
    first = models.DateField()  # first day that is counted
    until = models.DateField()  # first day that is *not* counted any more
    measure = models.CharField(max_length=20)
    protection_class = models.CharField(max_length=10)
    dimensions = models.JSONField()  # names, in the order of a figure's keys
    #: How it was protected: kept, so that an old release still says what it hid.
    method = models.CharField(max_length=10)
    base = models.PositiveSmallIntegerField()
    threshold = models.PositiveSmallIntegerField()
    #: What it took from the year's privacy budget (noise only).
    spent = models.FloatField(default=0)
    #: Names as they were then, {dimension: {key: label}}: an ad may be gone one day, its figures stay. Of a
    #: running table: of the keys whose figures are written with it (`names`).
    labels = models.JSONField(default=dict)
    #: How many figures it has, hidden ones …, counted once (`outreach.reach.released.Extent`). {}: unknown.
    extent = models.JSONField(default=dict)
    #: Whether it is one of a running table, and the first release of that table (null: this one).
    running = models.BooleanField(default=False)
    head = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(default=timezone.now)
    #: SHA-256 of the table as published (`outreach.reach.releases.ledger`).
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["-until", "table"]
        constraints = [models.UniqueConstraint(fields=["table", "period"], name="one_release_per_period")]

    def __str__(self) -> str:
        return f"{self.table} bis {self.last_day}"

    @property
    def last_day(self) -> datetime.date:
        """The last day that is counted."""
        return self.until - datetime.timedelta(days=1)

    @property
    def figures(self) -> FigureQuerySet:
        """All its figures, also those written with an earlier release that still stood in this one."""
        if not self.running:
            return self.written.filter(series=None)
        rows = ReleasedFigure.objects.filter(series=self.series, release__until__lte=self.until)
        return rows.filter(models.Q(ended=None) | models.Q(ended__gt=self.until))

    @property
    def figures_of_newest(self) -> FigureQuerySet:
        """The same for the newest release of a table, where nothing has ended: found by one index."""
        return ReleasedFigure.objects.filter(series=self.series, ended=None) if self.running else self.figures

    def figures_where(self, **where: Any) -> list[FigureQuerySet]:
        """Its figures with some keys, in one or two questions that an index answers each.

        Also right while the next release comes out in between.
        """
        if not self.running:
            return [self.figures.filter(**where)]
        rows = ReleasedFigure.objects.filter(series=self.series, release__until__lte=self.until, **where)
        return [rows.filter(ended=None), rows.filter(ended__gt=self.until)]

    @property
    def series(self) -> int:
        """The number of the first release of a running table."""
        return self.head_id or self.pk

    def names(self) -> dict[str, dict[str, str]]:
        """The names of all its keys as they were then: {dimension: {key: label}}."""
        if not self.running:
            return self.labels
        found: dict[str, dict[str, str]] = {}
        series = models.Q(pk=self.series) | models.Q(head=self.series)
        rows = Release.objects.filter(series, until__lte=self.until).order_by("until")
        for labels in rows.values_list("labels", flat=True):
            for dimension, names in labels.items():
                found.setdefault(dimension, {}).update(names)
        return found


class FigureQuerySet(FrozenQuerySet):
    """Figures: what they say never changes, only whether they still stand."""

    def end(self, until: datetime.date) -> int:
        """Of a running table: others take their place from that release on. Once; returns how many."""
        standing = self.filter(series__isnull=False, ended=None)
        return super(FrozenQuerySet, standing).update(ended=until)


class ReleasedFigure(Frozen):
    """One published cell: a bracket the truth lies in. A key per dimension; `*` is the sum over it."""

    class Reason(models.TextChoices):
        SMALL = "small", _("zu klein")
        PROTECTS = "protects", _("schützt eine andere Zahl")
        DOMINATED = "dominated", _("fast alles von einer Stelle")

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="written")
    #: Of a running table: its first release, and `until` of the release in which another figure took this
    #: one's place. Null: it stands alone, and still stands.
    series = models.ForeignKey(Release, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    ended = models.DateField(null=True)
    one = models.CharField(max_length=60)
    two = models.CharField(max_length=60, blank=True)
    three = models.CharField(max_length=60, blank=True)
    #: Null means hidden.
    value = models.PositiveBigIntegerField(null=True)
    lower = models.PositiveBigIntegerField()
    upper = models.PositiveBigIntegerField(null=True)  # null: no bound known
    #: Why it is hidden or coarser than the table's base.
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)

    objects = FigureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "one", "two", "three"], name="one_figure_per_release")
        ]
        indexes = [
            models.Index(fields=["release", "two"], name="figure_by_second_key", condition=_ALONE),
            models.Index(fields=["series", "one"], name="standing_by_first_key", condition=_STANDS),
            # all a list of one second key's figures needs: it is read without the rows themselves
            models.Index(
                fields=["series", "two", "lower", "upper", "value", "one"],
                name="figure_by_bracket",
                condition=_STANDS,
            ),
            models.Index(fields=["series", "ended"], name="figure_by_end", condition=_ENDED),
        ]

    def __str__(self) -> str:
        return f"{'/'.join(self.key)}: {self.value}"

    @property
    def key(self) -> tuple[str, ...]:
        """One key per dimension."""
        return (self.one, self.two, self.three)[: len(self.release.dimensions)]


class LedgerEntry(Frozen):
    """One line of the book of releases, chained by hashes: nothing can be changed, left out or put
    between."""

    class Kind(models.TextChoices):
        RELEASED = "released", _("veröffentlicht")
        HELD = "held", _("zurückgehalten")

    number = models.PositiveBigIntegerField(unique=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    table = models.SlugField(max_length=60)
    until = models.DateField()
    #: The released table's own digest; empty for what was held.
    content = models.CharField(max_length=64, blank=True)
    note = models.CharField(max_length=500, blank=True)  # German: what was hidden or held, and why
    at = models.DateTimeField(default=timezone.now)
    previous = models.CharField(max_length=64, unique=True)  # unique: the chain cannot fork
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.number}: {self.table} {self.until} {self.kind}"
