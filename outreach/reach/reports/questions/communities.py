"""Do we reach communities as their size suggests?"""

from __future__ import annotations

import math
from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from channels.models import Partner
from outreach.profile import city
from outreach.reach.charts import Bar, Bars
from outreach.reach.released import TOTAL, history, latest
from outreach.reach.reports import pictures, reading
from outreach.reach.reports.crossing import file_name, nothing_yet, quarters
from outreach.reach.reports.derived import QUARTERS, by_partner, together
from outreach.reach.reports.document import Column, Line, Report, Sheet
from outreach.reach.reports.groups import Entry
from outreach.reach.reports.questions.finding import NoSuchPart
from outreach.reach.reports.reading import TableLike
from outreach.reach.reports.sentences import listed
from outreach.reach.reports.spans import Span, total, with_chance

ORDER, KEY = 90, "gemeinschaften"
#: Percent of the population: a smaller community could be recognised by its figures.
FLOOR = 0.5
#: Fewer people a partner says to reach are no community but a circle of acquaintances.
AUDIENCE_FLOOR = 50


class Community(NamedTuple):
    """A language's share in the population, from the city's profile."""

    language: str
    share: float  # percent
    source: str
    on: str


class Compared(NamedTuple):
    """A community beside the openings in its language."""

    name: str
    community: Community
    span: Span
    #: Percent of all openings, chance included, in tenths, rounded outwards.
    low: float
    high: float

    #: Links in this language exist, so that there is something to open.
    linked: bool = True

    @property
    def small(self) -> bool:
        return self.community.share < FLOOR


def title() -> str:
    return _("Erreichen wir Gemeinschaften so, wie es ihrer Größe entspricht?")


def about() -> str:
    return _(
        "Aufrufe je Sprache neben dem Anteil an der Bevölkerung, und je Partner neben der eigenen Angabe."
    )


def communities() -> list[Community]:
    """What the profile's `[[reach.communities]]` say."""
    given = city().get("reach", {}).get("communities", [])
    return [Community(one["language"], float(one["share"]), one["source"], one["on"]) for one in given]


def report(part: str = "") -> Report:
    """Languages and partners. There are no parts."""
    if part:
        raise NoSuchPart(part)
    table, known = together(history("language-channel", newest=QUARTERS)), communities()
    if table is None or not known:
        return nothing_yet(KEY, title())
    found = _compared(table, known)
    partners = _partners()
    return Report(
        key=KEY,
        title=title(),
        sentences=_sentences(found),
        chart=_chart(found),
        sheets=(_sheet(found), *([partners] if partners else [])),
        basis=reading.basis(table),
        notes=_notes(known),
        file_name=file_name(KEY, "", table),
    )


def _compared(table: TableLike, known: list[Community]) -> list[Compared]:
    entries = {entry.key: entry for entry in reading.entries(table, "language")}
    whole = total(entry.span for entry in entries.values())
    found = []
    for community in known:
        name = reading.label(table, "language", community.language)
        span = entries.get(community.language, Entry(name, Span(0, 0))).span
        low, high = with_chance(span)
        least = 100 * low / whole.upper if whole.upper else 0.0
        most = 100 * high / whole.lower if whole.lower else 100.0
        linked = community.language in entries
        found.append(Compared(name, community, span, _down(least), _up(min(most, 100.0)), linked))
    return found


def _down(percent: float) -> float:
    """To the tenth below: the range that is shown holds the whole range that is known."""
    return math.floor(round(10 * percent, 6)) / 10


def _up(percent: float) -> float:
    """To the tenth above: cut off, the upper end would promise less than can be."""
    return math.ceil(round(10 * percent, 6)) / 10


def _verdict(one: Compared) -> str:
    if one.small:
        return _("zu klein für einen Vergleich")
    if not one.linked:
        return _("keine Links in dieser Sprache")
    if one.high < one.community.share:
        return _("gesichert weniger")
    if one.low > one.community.share:
        return _("gesichert mehr")
    return _("Unterschied nicht gesichert")


def _sentences(found: list[Compared]) -> tuple[str, ...]:
    large = [one for one in found if not one.small and one.linked]
    missing = [one.name for one in found if not one.linked]
    less = [one.name for one in large if one.high < one.community.share]
    more = [one.name for one in large if one.low > one.community.share]
    told = []
    if less:
        text = _(
            "Links auf {names} werden seltener geöffnet, als es dem Anteil an der Bevölkerung entspricht."
        )
        told.append(text.format(names=listed(less)))
    if more:
        text = _("Links auf {names} werden öfter geöffnet, als es dem Anteil an der Bevölkerung entspricht.")
        told.append(text.format(names=listed(more)))
    told.append(
        _("Das ist gesichert, auch wenn man Schutz und Zufall einrechnet.")
        if told
        else _("Für keine Sprache ist ein Unterschied zum Anteil an der Bevölkerung gesichert.")
    )
    if missing:
        told.append(_("Keine Links gab es auf {names}.").format(names=listed(missing)))
    return tuple(told)


def _percent(value: float) -> str:
    return number_format(round(value, 1), 1)  # it cuts off by itself


def _range(one: Compared) -> str:
    if one.small:
        return _("verborgen")
    if not one.linked:
        return "–"
    return _("{low} bis {high} %").format(low=_percent(one.low), high=_percent(one.high))


def _chart(found: list[Compared]) -> Bars:
    """What the openings' share may be; the population's share stands in the name."""
    bars = tuple(
        Bar(
            _("{name} ({share} % der Bevölkerung)").format(
                name=one.name, share=_percent(one.community.share)
            ),
            one.low,
            one.high,
            _range(one),
        )
        for one in found
        if not one.small and one.linked
    )
    caption = _("Anteil an allen Aufrufen")
    return Bars(caption, _("Prozent aller Aufrufe"), (("", bars),), pictures.legend(), pictures.separator())


def _sheet(found: list[Compared]) -> Sheet:
    columns = (
        Column(_("Sprache")),
        Column(_("Anteil an der Bevölkerung"), "share"),
        Column(_("Anteil an den Aufrufen"), "share"),
        Column(_("Aufrufe"), "span"),
        Column(_("Vergleich")),
    )
    lines = tuple(
        Line(
            (
                one.name,
                f"{_percent(one.community.share)} %",
                _range(one),
                _("verborgen") if one.small else one.span if one.linked else "–",
                _verdict(one),
            )
        )
        for one in found
    )
    return Sheet(_("Sprachen"), columns, (("", lines),))


def _partners() -> Sheet | None:
    """What partners say about their reach, beside the openings of their links."""
    table = latest("posting-channel", posting=TOTAL)
    if table is None:
        return None
    spans = {entry.key: entry.span for entry in reading.entries(by_partner(table), "partner")}
    known = Partner.objects.filter(audience_size__gt=0, pk__in=list(spans)).order_by("name")
    lines = tuple(_partner(partner, spans[str(partner.pk)]) for partner in known)
    columns = (
        Column(_("Partner")),
        Column(_("Wen der Partner erreicht")),
        Column(_("Menschen (Angabe des Partners)"), "share"),
        Column(_("Aufrufe"), "span"),
        Column(_("Aufrufe je 100 Menschen"), "share"),
    )
    return Sheet(_("Partner"), columns, (("", lines),)) if lines else None


def _partner(partner: Partner, span: Span) -> Line:
    size = partner.audience_size or 0
    if size < AUDIENCE_FLOOR:
        return Line((partner.name, partner.audience, _("zu klein"), _("verborgen"), ""))
    rate = Span(100 * span.lower // size, None if span.upper is None else -(-100 * span.upper // size))
    text = (
        _("{low} bis {high}").format(low=number_format(rate.lower), high=number_format(rate.upper))
        if rate.upper is not None
        else ""
    )
    return Line((partner.name, partner.audience, number_format(size, force_grouping=True), span, text))


def _notes(known: list[Community]) -> tuple[str, ...]:
    sources = dict.fromkeys(f"{one.source} ({one.on})" for one in known)
    hidden = _(
        "Verborgen: Gemeinschaften unter {floor} % der Bevölkerung und Partner unter {people} Menschen."
    )
    return (
        _("Quelle der Anteile: {sources}.").format(sources="; ".join(sources)),
        _(
            "Verglichen wird die Sprache des Links. Viele lesen auch Deutsch: "
            "Weniger Aufrufe heißt nicht weniger Interesse."
        ),
        hidden.format(floor=_percent(FLOOR), people=AUDIENCE_FLOOR),
        quarters(),
    )
