"""What does an opening cost on which channel?"""

from __future__ import annotations

import math

from django.utils.translation import gettext as _

from outreach.reach.charts import Bar, Bars
from outreach.reach.models import ChannelCost
from outreach.reach.released import history
from outreach.reach.reports import monthly, pictures, reading
from outreach.reach.reports.costs.rates import Rate, groups, in_cents, rates, told
from outreach.reach.reports.crossing import file_name, nothing_yet
from outreach.reach.reports.document import Column, Line, Report, Sheet
from outreach.reach.reports.questions.finding import NoSuchPart
from outreach.reach.reports.sentences import listed

ORDER, KEY = 100, "kosten"


def title() -> str:
    return _("Was kostet ein Aufruf auf welchem Kanal?")


def about() -> str:
    return _("Eingetragene Kosten neben den Aufrufen derselben Monate.")


def report(part: str = "") -> Report:
    """All channels with costs. There are no parts."""
    if part:
        raise NoSuchPart(part)
    tables = history(monthly.TABLE)
    found, waiting = rates(ChannelCost.objects.select_related("channel"), monthly.months(tables))
    if not tables or not found:
        return nothing_yet(KEY, title())
    grouped = groups(found)
    heads = _headings(grouped)
    basis = reading.basis(tables[-1])
    notes = [
        _("Ein Aufruf ist kein Mensch und keine Bewerbung: Ein billiger Aufruf ist nicht immer der bessere."),
        _("Kosten stehen neben den Aufrufen der Stellen, die in denselben Monaten begannen."),
    ]
    if waiting:
        names = listed(sorted({cost.channel.name for cost in waiting}))
        notes.append(
            _("Noch ohne Zahlen, weil die Monate nicht veröffentlicht sind: {names}.").format(names=names)
        )
    return Report(
        key=KEY,
        title=title(),
        sentences=_sentences(grouped),
        chart=_chart(grouped, heads),
        sheets=(_sheet(grouped, heads),),
        basis=basis,
        notes=tuple(notes),
        file_name=file_name(KEY, "", tables[-1]),
    )


def _headings(found: list[list[Rate]]) -> list[str]:
    if len(found) == 1 and len(found[0]) == 1:
        return [""]
    single, many = _("Gruppe {number}"), _("Gruppe {number}: Reihenfolge nicht gesichert")
    return [(single if len(group) == 1 else many).format(number=n) for n, group in enumerate(found, start=1)]


def _sentences(found: list[list[Rate]]) -> tuple[str, ...]:
    first = found[0]
    best = _("Am wenigsten kostet ein Aufruf über „{name}“: {rate}.").format(
        name=first[0].name, rate=told(first[0])
    )
    others = [rate.name for rate in first[1:]]
    if others:
        text = _("Der Unterschied zu {others} ist nicht gesichert.")
        return (best, text.format(others=listed(others)))
    if len(found) > 1:
        return (best, _("Der Abstand zu allen anderen ist gesichert."))
    return (best, _("Zum Vergleichen gibt es nichts anderes."))


def _chart(found: list[list[Rate]], heads: list[str]) -> Bars:
    made = tuple(
        (heading, tuple(_bar(rate) for rate in group)) for heading, group in zip(heads, found, strict=True)
    )
    caption = _("Kosten je Aufruf")
    return Bars(caption, _("Euro je Aufruf"), made, pictures.legend(), pictures.separator())


def _bar(rate: Rate) -> Bar:
    least, most = in_cents(rate.range)
    low = 0.0 if math.isinf(least) else least
    return Bar(rate.name, low, None if math.isinf(most) else most, told(rate))


def _sheet(found: list[list[Rate]], heads: list[str]) -> Sheet:
    columns = (
        Column(_("Kanal")),
        Column(_("Kosten"), "money"),
        Column(_("Aufrufe"), "span"),
        Column(_("Kosten je Aufruf"), "share"),
    )
    lines = tuple(
        (
            heading,
            tuple(Line((rate.name, float(rate.amount), rate.span, told(rate))) for rate in group),
        )
        for heading, group in zip(heads, found, strict=True)
    )
    return Sheet(_("Kosten je Kanal"), columns, lines)
