"""Whether a sentence or a list item says nothing but the finding in it, so that it can go as a whole."""

from __future__ import annotations

import re

from postings.review.cutting import frames
from postings.review.leaving_out import opening, words

_FEW = 2  # words of weight that may go with the finding, whatever the sentence does
_FEW_OF_ITEM = 4
_WEIGHT = 4
#: Days, addresses, sums: a sentence that has them is needed.
_TELLS = re.compile(r"\d\.|\d{3}|€|@|\.de\b|\bTVöD\b|\bm/w/d\b|\bw/m/d\b|\(m/w")
#: What an ad lawfully asks for, offers, or tells of how to apply.
_NEEDED = re.compile(
    r"\b(?:\w*[Ss]tudium|studiert|\w*[Aa]usbildung|\w*[Aa]bschluss|Diplom|Bachelor|Master|Abitur|Approbation"
    r"|\w*[Ee]rfahrung|\w*[Kk]enntnisse?n?|\w*[Ff]ührerschein|\w*[Ff]ahrerlaubnis|Bereitschaft|Fähigkeit(?:en)?"
    r"|\w+(?:fähigkeit|bereitschaft|vermögen|kompetenz|freude|geschick|sinn|geist|talent)"
    r"|Toleranz|Respekt|Achtung|Offenheit|(?<!um )Verständnis|Empathie|Umgang|Gespür|Sorgfalt|Geduld|Humor"
    r"|Freude|Interesse|Zuverlässigkeit|Freundlichkeit|Pünktlichkeit|Engagement"
    r"|\w*[Zz]eugnis(?:se|sen)?|\w*[Ll]ebensl[aä]uf\w*(?! (?:muss|darf|soll|sollte)\b)|Anschreiben"
    r"|Englisch|Deutsch|Entgelt\w*|Vergütung"
    r"|Gehalt|Tarif\w*|(?!Überst)\w*[Ss]tunden|Teilzeit\w*|Vollzeit|Urlaub\w*|E-Mail|Portal|Bewerbungsportal|Frist"
    r"|Bewerbungsschluss|(?<!am )Telefon|Zimmer|Rückfragen|Fragen|Ansprech\w+|Homeoffice|Jobticket|Zuschuss"
    r"|einzureichen|einreichen|einsenden|zuzusenden|zu richten|(?<!wird )erbeten|erreicht uns|Postweg"
    r"|(?:[Ss]enden|[Ss]chicken|[Rr]ichten|[Bb]ewerben) Sie|[Rr]eichen Sie Ihre Bewerbung"
    r"|(?:[Ss]ende|[Ss]chick|[Bb]ewirb)\b|bis (?:spätestens|Ende|Mitte|Anfang) [A-ZÄÖÜ]\w+)\b"
)
#: Who is greeted, and who may apply: no word of that is left out.
_GREETS = re.compile(
    r"\b(?:freu(?:en|t)|wartet auf|warten auf)\b"
    r"|\b(?:kann|können|dürfen|darf) sich (?:\w+ )?(?:bewerben|melden)\b"
    r"(?![^.]*\b(?:solange|nur|nicht|wenn)\b)"
)
#: The finding names what may be asked for, too: "Sie haben gerade Ihr Studium abgeschlossen".
_QUALIFIES = re.compile(r"[Ss]tudium\b|\w*[Aa]usbildung\b|[Ee]xamen\b|Referendariat|[Aa]bschluss\b")
_AGED = re.compile(r"\b(?:liegt|zurück\w*|älter)\b|\berste Stelle\b")
_OPENS = re.compile(r"\W*(?:Als|Mit)\b[^,;:]*\Z")
_OFFERS = re.compile(
    r"\b(?:bieten|bietet|erwartet (?:Sie|dich)|erhalten Sie|bekommen Sie|wartet auf|finden bei uns)\b"
)
#: The finding is what this noun is about, and goes with it: "Bereitschaft zu unbegrenzter Mehrarbeit".
_ABOUT = re.compile(
    r"\b(?:Bereitschaft zu|Fähigkeit zu|Nachweis (?:über|von|für)|Angaben? (?:zu|zum|zur|über)"
    r"|Auskunft über|Bescheinigung über|Verzicht auf|Wert auf) \Z"
)
#: Another adjective of the same noun stays in its right: "ein gepflegtes, attraktives Äußeres".
_SHARED = re.compile(r"\b[a-zäöüß]{3,}(?:e|en|er|es|em)(?:,| und| oder) \Z")
_AS_BAD = re.compile(
    r"\b(?:evangelisch|katholisch|christlich|lesbisch|schwul|gesund|kräftig|schlank|jung|frisch|männlich|weiblich"
    r"|deutsch|europäisch|ledig|heterosexuell)e[nrsm]?(?:,| und| oder) \Z"
)
#: The finding only tells more of a noun before it: "ein Studium mit mindestens …", "Aussprache ohne …".
_OF_NOUN = re.compile(
    r"(?P<noun>[A-ZÄÖÜ][\w-]+)\s+(?:mit|ohne|von|vom|aus|in|im|am|an|über|unter|bis|ab|zwischen)\s+\Z"
)
_PEOPLE = re.compile(
    r"(?:Herren|Damen|Personen?|Menschen?|Leuten?|Frauen?|Männer\w*|Mütter\w*|Väter\w*|Eltern|Bewerb\w+|Kandidat\w+|Kolleg\w+"
    r"|Mitarbeit\w+|Angehörige\w*|Fachkräfte\w*|Studierende\w*|Mitglied\w*|Paare\w*|Familien?|Kinder\w*|Stelle"
    r"|Tätigkeit|Position|Haus|Behörde|Amt|Team|Sie|Ihnen|Hintergrund|Arbeit|Dienst|Rückhalt|Erfahrungen)\Z"
)
#: One who is sought is no demand: "Muttersprachler", "Mann für alle Fälle".
_PERSON = re.compile(
    r"(?:\A|\s)(?!Seh|Muskel|Alter|Körper|Charakter|Kinder|Finger)[A-ZÄÖÜ]\w*(?:er|erin|erinnen|ler|kraft|kräfte|mann|männer|frau|frauen|leute|[Dd]amen?|[Nn]ative"
    r"|[Hh]err(?:en)?|[Pp]ersönlichkeit|[Tt]yp|[Mm]enschen?|[Jj]ungs|[Mm]ädels?|[Tt]alente?|ionals?|[Pp]ersonen?"
    r"|[Ss]eele|[Bb]iene|[Ff]ee|[Hh]and|[Kk]ollege|[Kk]ollegin|[Pp]aar|istin|ist|ent|enten|entin|antin)(?:\s|\Z)"
)
_TURNS_AWAY = re.compile(
    r"\b(?:kein\w*|nicht|nur|ohne|[Ww]eder|unerwünscht|ungeeignet|bevorzugt|erforderlich|erwünscht|Bedingung"
    r"|Voraussetzung|zwingend|Pflicht|vorzugsweise)\b",
    re.IGNORECASE,
)


def holds_only(masked: str, sentence: tuple[int, int], hit: tuple[int, int], *, is_item: bool) -> bool:
    """Whether the sentence says nothing that the ad needs beside the finding `hit`."""
    before, after = masked[sentence[0] : hit[0]], masked[hit[1] : sentence[1]]
    own = _ABOUT.sub(" ", before[: len(before) - words.goes_too(before)])
    beside = f"{_ABOUT.sub(' ', before)} {after}"
    whole, found = masked[sentence[0] : sentence[1]], masked[hit[0] : hit[1]]
    if (
        (_SHARED.search(before) and not _AS_BAD.search(before))
        or _GREETS.search(whole)
        or _is_task(before, found, after)
    ):
        return False
    if is_needed(beside) or words.seeks(beside) or ";" in beside or ":" in own:
        return False
    if _QUALIFIES.search(found) and not _AGED.search(whole):
        return False
    if ":" in after and not (is_item and re.fullmatch(r": \S+(?: \S+){0,2}", after)):
        return False
    hangs_on = _OF_NOUN.search(own)
    if hangs_on and not _PEOPLE.match(hangs_on["noun"]):
        return False
    does = frames.frame(whole)
    if does == "welcome":
        return False
    heavy = _heavy(beside)
    if heavy <= _FEW:
        return True
    if does == "demand" and not _OFFERS.search(whole):
        return True
    return is_item and does == "item" and heavy <= _FEW_OF_ITEM


def is_needed(words_: str) -> bool:
    """Whether these words hold what an ad lawfully asks for, offers or tells."""
    return bool(_TELLS.search(words_) or _NEEDED.search(words_))


def is_person(item: str) -> bool:
    """Whether a line by itself only names one who is sought."""
    return bool(_PERSON.search(item)) and not _TURNS_AWAY.search(item)


def _is_task(before: str, found: str, after: str) -> bool:
    """ "Mit Charme und Witz führen Sie das Vorzimmer": what is done there stays."""
    opens = _OPENS.match(before) or re.match(r"(?:Als|Mit) ", found)
    if not opens or opening.JUDGES.search(after):
        return False
    return bool(opening.ACTS.match(after) or opening.GETS_ALONG.match(after))


def _heavy(beside: str) -> int:
    return sum(len(word) > _WEIGHT and not words.goes_too(f"{word} ") for word in beside.split())
