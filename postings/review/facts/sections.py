"""The parts of an ad: tasks, profile, offer, how to apply; by their headings, else by what stands in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from postings.review.cutting.masking import Line
from postings.review.language import Analysis
from postings.review.memory import remembered

Kind = Literal["tasks", "profile", "offer", "apply", ""]

_HEADINGS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "apply",
        re.compile(
            r"^(?:ihre |deine |die |zur |online-?)?bewerbung|bewerben|bewirb|kontakt|\bfragen\b|"
            r"interess(?:e|iert)|"
            r"so geht|ansprechp|nächste[rn]? schritt|neugierig",
            re.IGNORECASE,
        ),
    ),
    (
        "profile",
        re.compile(
            r"profil|anforderung|voraussetzung|qualifikation|bringen sie|bringst|mitbringen|mitgebracht|"
            r"\berwarten wir|wir erwarten|unsere erwartung|wünschen|sie haben|sie sind|du bist|du hast|"
            r"kenntnisse|auszeichnet|suchen wir|zugang|rüstzeug|mindset|(?:ihr|dein) können|skills|"
            r"brauchen (?:sie|wir)|brauchst|passen sie|passt du|passt zu|stärken|kompetenz|wer sie|wer du|"
            r"über (?:sie|dich)\b|gesucht (?:wird|werden)|nötig|im gepäck|mit an bord|"
            r"(?<!wir )überzeugen sie|"
            r"überzeugst|(?<!freuen )(?<!rechnen )(?:können sie|kannst du)|"
            r"auf sie an\b|ihr hintergrund|ihr werdegang|steckbrief|"
            r"damit punkten|das zählt|(?:ihr|dein) talent|muss man|setzen wir voraus|eignung",
            re.IGNORECASE,
        ),
    ),
    (
        "offer",
        re.compile(
            r"bieten|angebot|vorteile|benefits|freuen|warum wir|leistungen|"
            r"(?<!machen sie )(?<!machst du )(?<!tun sie )(?<!tust du )bei uns|gewinn|\bdeal\b|"
            r"bekommen sie|bekommst|kriegen sie|kriegst|erhalten sie|erhältst|geben wir|wir geben|"
            r"wir überzeugen|wir gewähren|konditionen|\bplus\b|gehalt|"
            r"bezahlung|vergütung|rahmenbedingungen|rahmendaten|eckdaten|gut zu wissen|haben sie davon|"
            r"hast du davon|dafür gibt|dürfen sie|konkret|zahlen und|auf einen blick|von uns|gegenleistung|"
            r"rechnen sie|goodies|extras",
            re.IGNORECASE,
        ),
    ),
    (
        "tasks",
        re.compile(
            r"aufgabe|tätigkeit|\bjob\b|das machst|machen sie|(?:sie|du) (?:machen|tun|bewegen|bewegst|tust|"
            r"machst)|ihr einsatz|dein einsatz|einsatzgebiet|darum geht|worum|mission|rolle|arbeitsalltag|"
            r"arbeitstag|dein tag|ihr tag|^\W*(?:\w+ )?schwerpunkte?\b|"
            r"arbeitsschwerpunkt|verantwort|wirkungskreis|die stelle umfasst|zu tun|"
            r"arbeitsgebiet|arbeitsfeld|was ansteht|wofür|herausforderung",
            re.IGNORECASE,
        ),
    ),
)
_CONTENT: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("tasks", re.compile(r"^(?:sie|du) [a-zäöü]+(?:en|st|ßt|rn|ln)\b|^[A-ZÄÖÜ][\w-]+ung (?:der|des|von)\b")),
    (
        "offer",
        re.compile(
            r"entgelt|vergütung|bezahlung|gehalt|besoldung|\bEG ?\d|\b[ESPA] ?\d|euro|€|stunden|urlaub|"
            r"teilzeit|befristet|jobticket|deutschlandticket|fortbildung|gleitzeit|altersvorsorge|homeoffice|"
            r"mobile[sn]? arbeit|zuschuss|zulage|kantine|tarif",
            re.IGNORECASE,
        ),
    ),
    (
        "profile",
        re.compile(
            r"ausbildung|studium|abschluss|bachelor|deutsch|führerschein|kenntnis|erfahrung|fähigkeit|"
            r"bereitschaft|approbation|befähigung|freude an|interesse an|geschick|zuverlässig|teamgeist|"
            r"belastbar|gesellenbrief|examen",
            re.IGNORECASE,
        ),
    ),
)
_LEAD = re.compile(
    r"((?:Ihr|Dein|Unser|Wir|Sie|Du|Das|Was|Aufgaben|Anforderungen|Angebot|Profil)\b[^:.!?,]{0,40}):\s"
)
# "Bezahlung: EG 2 (2.570 bis 2.799 €)": a line with its own heading, or with what it says.
_LABELLED = re.compile(r"[^:.!?]{2,40}:\s+\S|.*\d ?(?:€|Euro\b|EUR\b)")
# A row of a table that was pasted: "Inklusion | bei gleicher Eignung …", the same with a tab.
_ROW = re.compile(r"([^:.!?|\t\n]{2,40}?) ?[|\t] ?(?=\S)")
_FEW = 2
_LETTERED = re.compile(r"[a-h]\) ")
# A paragraph on who may apply, or how, is no longer about the tasks or the profile above it.
_ON_PEOPLE = re.compile(
    r"\b(?:bei|und) (?:\w+ )?gleicher (?:eignung|qualifikation)|\bbewerbungen von|"
    r"schwerbehind\w+ [^.]{0,40}(?:vorrang|bevorzug|vorgezogen|vorzug|berücksichtig)|"
    r"unabhängig von (?:\w+ )?(?:geschlecht|herkunft|alter|nationalität)|"
    r"(?:migrations|einwanderungs|zuwanderungs)(?:geschicht|hintergr|biogr|erfahr)\w* "
    r"[^.]{0,60}(?:bewerb|willkommen|erwünscht)|bewerben sie sich|bewirb dich|bewerbt euch|"
    r"bewerbungs(?:frist|schluss)|(?:ihre|deine|eure) bewerbung|bewerbung(?:en)? bis|"
    r"(?:schicken|senden) sie (?:uns|ihre)|schick uns",
    re.IGNORECASE,
)


@dataclass
class Part:
    """A heading (or none) and the lines under it."""

    start: int
    heading: str = ""
    items: list[str] = field(default_factory=list)
    bullets: int = 0
    last: Line | None = None
    kind: Kind = ""
    is_line: bool = False  # "Was Sie bekommen: 2.900 Euro, Freifahrt": the heading begins its only line


def parts(analysis: Analysis) -> list[Part]:
    """The parts in order. What follows a list after a blank line belongs to no part any more."""
    found = list(_cut(analysis))
    for part in found:
        part.kind = _by_words(part.heading) or (_by_content(part.items) if part.bullets else "")
    _by_place(found)
    return found


def _cut(analysis: Analysis) -> Iterator[Part]:
    part = Part(0)
    blank = False
    for index, line in enumerate(analysis.lines):
        if line.kind == "blank":
            blank = True
            continue
        words = analysis.masked[line.start : min(line.end, line.start + 400)]
        if (
            line.kind == "heading"
            and not _ROW.match(words)
            and (not line.is_title or _before_list(analysis, index))
        ):
            yield part
            part = Part(line.start, words, is_line=bool(_LABELLED.match(words)))
        elif row := _ROW.match(words):
            yield part
            part = Part(line.start, row[1].strip(), is_line=True)
        elif line.kind == "text" and (lead := _lead(words)):
            yield part
            part = Part(line.start, lead, is_line=True)
        elif line.kind == "text" and _ends(part, words, blank=blank):
            yield part
            part = Part(line.start)
        if line.kind != "heading":
            part.items.append(words)
            part.bullets += line.kind == "bullet" or bool(_LETTERED.match(words))
            part.last = line
        blank = False
    yield part


@remembered
def _lead(words: str) -> str:
    """What stands before the colon, if that is the name of a part."""
    found = _LEAD.match(words)
    return found.group(1) if found and _by_words(found.group(1)) else ""


def _ends(part: Part, words: str, *, blank: bool) -> bool:
    """Whether a line of running text no longer belongs to a part."""
    if part.is_line or (part.bullets and (blank or not part.heading)):
        return True
    return bool(part.heading and _ON_PEOPLE.search(words))


def _before_list(analysis: Analysis, index: int) -> bool:
    return next((line.kind for line in analysis.lines[index + 1 :] if line.kind != "blank"), "") == "bullet"


@remembered
def _by_words(heading: str) -> Kind:
    return next((kind for kind, pattern in _HEADINGS if heading and pattern.search(heading)), "")


def _by_content(items: list[str]) -> Kind:
    told = Counter(kind for item in items for kind in _told(item))
    counts = [(told[kind], kind) for kind, _ in _CONTENT]
    most, kind = max(counts, key=lambda pair: pair[0])
    return kind if most >= max(_FEW, len(items) / 3) else ""


@remembered
def _told(item: str) -> tuple[Kind, ...]:
    """What a line may be about, by its words."""
    return tuple(kind for kind, pattern in _CONTENT if pattern.search(item))


def _by_place(found: list[Part]) -> None:
    """A list between tasks and offer is the profile, whatever it is called."""
    if any(part.kind == "profile" for part in found):
        return
    seen_tasks = False
    for part in found:
        if part.kind == "" and part.bullets >= _FEW and seen_tasks:
            part.kind = "profile"
            return
        seen_tasks = seen_tasks or part.kind == "tasks"
