"""How many openings were surely people?"""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from outreach.reach.opening.kinds import OPENINGS, Kind
from outreach.reach.released import history
from outreach.reach.reports import devices, pictures, reading
from outreach.reach.reports.crossing import file_name, nothing_yet, quarters
from outreach.reach.reports.derived import QUARTERS, together
from outreach.reach.reports.document import Column, Line, Report, Sheet
from outreach.reach.reports.groups import Entry
from outreach.reach.reports.questions.finding import NoSuchPart
from outreach.reach.reports.spans import Span, share, total
from outreach.reach.reports.told import day

ORDER, KEY = 80, "arten"
#: With de-duplication a person's openings are told as first and repeated ones.
_PEOPLE = frozenset(kind.value for kind in OPENINGS)


def title() -> str:
    return _("Wie viele Aufrufe kamen sicher von Menschen?")


def about() -> str:
    return _("Menschen, Vorschauen, Prüfprogramme, und was sich nicht zuordnen ließ.")


def report(part: str = "") -> Report:
    """All kinds of the latest quarter. There are no parts."""
    if part:
        raise NoSuchPart(part)
    table = together(history("kind-quarter", newest=QUARTERS))
    if table is None:
        return nothing_yet(KEY, title())
    found = [Entry(_name(entry), entry.span, entry.key) for entry in reading.entries(table, "kind")]
    found.sort(key=lambda entry: (-entry.span.lower, entry.label))
    caption = _("Aufrufe je Art")
    unit = _("Aufrufe vom {first} bis {last}").format(first=day(table.first), last=day(table.last))
    columns = (Column(_("Art")), Column(_("Aufrufe"), "span"), Column(_("Anteil"), "share"))
    lines = tuple(Line((entry.label, entry.span, _percent(entry.span, found))) for entry in found)
    told_apart = devices.by_channel()
    return Report(
        key=KEY,
        title=title(),
        sentences=_sentences(found),
        chart=pictures.grouped(caption, unit, [found], [""], table.threshold),
        sheets=(Sheet(caption, columns, (("", lines),)), *told_apart.sheets),
        basis=reading.basis(table),
        notes=(
            quarters(),
            _("Alle anderen Berichte zählen nur „Menschen“. Was unklar ist, zählt dort nicht mit."),
            _(
                "Was eine Vorschau oder ein Prüfprogramm ist, erkennen wir an Listen und an der Anfrage; "
                "gespeichert wird nur die Art."
            ),
            *told_apart.notes,
        ),
        file_name=file_name(KEY, "", table),
    )


def _name(entry: Entry) -> str:
    return _words().get(str(entry.key), entry.label)


def _words() -> dict[str, str]:
    return {
        "person": _("Menschen"),
        "preview": _("Vorschauen in Messengern und Netzwerken"),
        "scanner": _("Prüfprogramme für E-Mails"),
        "prefetch": _("Vorab geladen"),
        "head": _("Nur nachgesehen, ob es die Seite gibt"),
        "bot": _("Suchmaschinen und andere Programme"),
        "uncertain": _("Unklar"),
    }


def _percent(span: Span, found: list[Entry]) -> str:
    least, most = share(span, total(one.span for one in found))
    low, high = (number_format(round(100 * value), force_grouping=True) for value in (least, most))
    return _("{low} %").format(low=low) if low == high else _("{low} bis {high} %").format(low=low, high=high)


def _sentences(found: list[Entry]) -> tuple[str, ...]:
    if not any(entry.span.known for entry in found):
        return (_("Noch nicht genug Daten: Alle Zahlen sind verborgen."),)
    people = [entry.span for entry in found if entry.key in _PEOPLE]
    unclear = [entry.span for entry in found if entry.key == Kind.UNCERTAIN]
    told = []
    if people:
        text = _("{share} aller Aufrufe kamen nach unseren Merkmalen von Menschen.")
        told.append(text.format(share=_percent(total(people), found)))
    if unclear:
        text = _("Bei {share} ist unklar, wer den Link öffnete.")
        told.append(text.format(share=_percent(total(unclear), found)))
    return tuple(told) or (_("Menschen sind in dieser Tabelle nicht enthalten."),)
