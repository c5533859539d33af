"""People with migration history are invited to apply, by name, not in a list of grounds."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording
from postings.review.elements.clauses import grounds, near
from postings.review.elements.clauses.candidates import ASKED_OF_YOU, CALLS, candidates
from postings.review.elements.stating import stated
from postings.review.facts.ad import Ad, Sentence
from postings.review.model import Element

_INVITES_WORDS = (
    r"bewerb|bewirb|ermutig|ermunter|erwünscht|willkommen|freuen|begrüß|angesprochen|interess|einladen|"
    r"eingeladen|laden wir|laden .{0,40} ein\b|lädt .{0,80} ein\b|wünschen uns|gewinnen|"
    r"genau richtig|(?<!be)(?<!unter)suchen|bei uns richtig|gern gesehen|gern (?:stellen|nehmen) wir|"
    r"trauen sie|trau dich|"
    r"chancen|förder|bitten (?:wir|diese|sie)|sprechen .{0,80} an\b|kommen sie|komm zu|verstärken sie|"
    r"goldrichtig|\bmelden\b|melde?t? (?:dich|euch)|bestärk|encourage|welcome|\bapply\b|anliegen|"
    r"machen sie mit|gefragt|türen|ansprechen|umso besser|setzen auf|warten auf|\bgemeint\b|"
    r"richten (?:wir )?uns|wir richten|bereicher|kein hindernis|\bwerben\b|gesucht|begeistern|"
    r"kennen-?lernen|aufgerufen|"
    r"\b(?:wollen|möchten|wünschen|hätten|brauchen)\b.{0,80}\bmehr\b|großen wert|hoffen (?:wir )?auf|"
    r"(?:am herzen|besonders wichtig)\b|zöger|zählen auf|als stärke|ein vorteil|sind uns lieb|"
    r"verwaltung braucht|nehmen gern|nehmen wir gern|faire chance|"
    r"(?:stellen|nehmen) (?:wir )?gern|richtigen? platz|\bprima\b|erst recht|uns fehlen|fehlen uns|"
    r"(?:dürfen|sollen|können) (?:gern )?(?:noch )?mehr werden|hauptsache|haben sie mut|hab mut|\bschatz\b"
)
_INVITES = Wording(_INVITES_WORDS, re.IGNORECASE)
_NEXT_INVITES = re.compile(
    r"bewerb|bewirb|willkommen|freuen|genau richtig|gut aufgehoben|trau|helfen sie mit|"
    r"(?:möchten|wollen) wir ändern|angesprochen|"
    r"kennen-?lernen",
    re.IGNORECASE,
)
_MIGRATION = Wording(
    r"migrations(?!dienst|recht|beratung|amt|beauftragt|arbeit|behörde|beirat)|einwanderungs|zuwanderungs|"
    r"migrant|international\w* (?:\w+ )?(?:geschichte|biogra|familiengeschichte|wurzel|herkunft)|"
    r"(?:einwanderungs|migrations)gesellschaft|diaspora|\bexil|aussiedl|fluchtbiogr|\basyl\b|"
    r"aus (?:allen|vielen|anderen) (?:kulturen|teilen der welt|"
    r"erdteilen|kontinenten)|(?:und|oder) aller welt|"
    r"kulturelle\w* (?:hintergr|wurzel)|\bder (?:zweiten|dritten) generation|"
    r"nationalität|nationen\b|mit (?:eigener )?flucht|flucht- (?:und|oder)|fluchtgeschichte|fluchterfahrung|"
    r"ausländische\w* (?:herkunft|wurzeln)|people of color|rassismus|nichtdeutsch\w* herkunft|"
    r"vielfältige\w* (?:biogra|herkunft|lebens)|(?:ethnisch|kulturell|sozial)\w*[\w ,]{0,40} herkunft|"
    r"jeder herkunft|gleich welcher herkunft|interkulturell\w* (?:hintergr|biogra)|"
    r"(?:nach deutschland|hierher) (?:\w+ ){0,2}(?:ein|zu)gewandert|eingewandert|zugewandert|"
    r"aus (?:einem )?anderen l(?:and|ändern) (?:\w+ ){0,3}(?:gekommen|stammen|stammst|kommen|kommst)|"
    r"aus anderen ländern\W*(?:bitte|bewerb|bewirb|kommt|kommen|sind|haben|laden|möchten|ermutigen)|"
    r"aus dem ausland (?:\w+ ){0,3}(?:gekommen|komm|stamm|zugezogen)|"
    r"(?:\bneu|nicht lange|(?:kurzem|jahren?|monaten)) in deutschland|history of migration|"
    r"nicht in deutschland geboren|(?:familie|eltern) (?:kommt|kommen|stammt|stammen) aus\b|"
    r"migration (?:history|background)|immigrant|"
    r"(?:deutsch (?:\w+ )?nicht|nicht deutsch) (?:ihre|deine|eure|die) (?:mutter|erst)sprache|"
    r"(?:mutter|erst)sprache nicht deutsch|"
    r"aus aller welt|aus allen ländern|\bgeflüchtete[nr]?,? (?:bitte|bewerb)|eltern woanders|über grenzen|"
    r"(?:bezüge\w*|wurzeln) (?:in|außerhalb)|zugewanderte|eingewanderte|\bbipoc\b|schwarze\w* mensch|"
    r"aus (?:einem )?anderen l(?:and|ändern) (?:\w+ ){0,3}(?:zugezogen|zogen|hergezogen)|"
    r"famili\w+ (?:\w+ ){0,3}(?:hierher|kommt aus|stammt aus)|"
    r"(?:oder|in) (?:in )?[\w-]+ (?:geboren|aufgewachsen)|"
    r"(?:mutter|erst)sprache ist (?!deutsch)|(?:sprechen|sprichst) (?:sie |du )?(?:zu ?hause|daheim)\b|"
    r"(?:vorfahr|großeltern|großm[uü]tter|großv[aä]ter)\w* (?:\w+ ){0,3}(?:aus|in) |nicht deutsch klingt|"
    r"(?:wurzeln|heimat) in (?:einem |einer |zwei |mehreren )?(?:ander|zwei|mehrer)|"
    r"international\w* (?:\w+ )?(?:wurzel|vita|lebens|famili)|\bsonst woher stammen|"
    r"(?:\beigene[nrm]?|selbst)\b[^.;?]{0,40}\bmigration\b|"
    r"\bmigration\b[^.;?]{0,40}\b(?:eigene[nrm]?\b|selbst\b|erlebt)|"
    r"in (?:zwei|mehreren) (?:kulturen|welten) (?:zu ?hause|daheim)|"
    r"(?:famili\w+|eltern|wurzeln) (?:\w+ ){0,3}(?:aus dem ausland|im ausland|aus einem anderen land)",
    re.IGNORECASE,
)
_EXPLICIT = Wording(
    r"migra|einwander|zuwander|eingewandert|zugewandert|international|flucht|nichtdeutsch|ausländisch|nationen|"
    r"nationalität|aus dem ausland|(?:ander\w+|allen) l(?:and|änder)|aus aller welt|"
    r"in deutschland|sprache|geflüchtet|woanders|grenzen|in andere\b|zugezogen|of color|bipoc|"
    r"kultur|welt\b|generation|diaspora|exil|siedler|asyl|"
    r"schwarze\w* mensch|ankommen|angekommen|\bstammen\b|sonst woher",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\btrotz\b|\bleider\b|anzupassen|anpassen", re.IGNORECASE)
# "Bei uns sind es leider noch wenige: Wir bitten Sie herzlich um Ihre Bewerbung."
_BIDS = re.compile(
    r"(?:bitten|freuen|ermutig|ermunter|begrüß|laden)\w*\b[^.;]*bewerb|willkommen", re.IGNORECASE
)
_CROWD = re.compile(
    r"kundschaft|publikum|sommerfest|\bfest\b|veranstaltung|\bfeier|stadtteilcafé|"
    r"beratungsangebot",
    re.IGNORECASE,
)
# Whom the work is for.
_SERVED = re.compile(
    r"\b(?:kinder\w*|jugendliche\w*|familien|schüler\w*|mütter\w*|väter\w*) mit (?:\w+ )?"
    r"(?:migr|einwander|zuwander|flucht)",
    re.IGNORECASE,
)
_WARM = re.compile(r"bewerb|bewirb|freuen wir|wir freuen|begrüß|willkommen", re.IGNORECASE)
_HELPED = re.compile(
    r"\b(?:helfen|hilft|berät|beraten|betreu|begleit|unterstütz|bietet|projekt|angebot|"
    r"sachgebiet|arbeiten (?:bei|hier)|"
    r"vertr[ie]tt?|vertreten|(?:stadt|stadtteil|quartier) (?:leben|wohnen)|leben (?:viele|hier)|"
    r"bei uns arbeiten|netzwerk|kundschaft|gäste|kommen zu uns)|\d ?(?:%|prozent)|viertel|hälfte|drittel",
    re.IGNORECASE,
)
_ENCOURAGED = re.compile(r"ermutig|ermunter|bestärk", re.IGNORECASE)
_NAMED = re.compile(
    r"^(?:\w+, ){0,5}(?:\w*migrant|people of color|(?:menschen|leute|personen) mit (?:\w+ )?"
    r"(?:migr|einwander|zuwander))",
    re.IGNORECASE,
)
_CALL = 60


def encouragement(ad: Ad, facts: dict[str, object]) -> Element:
    """People with migration history are invited to apply, by name, not in a list of grounds."""
    every = [s for s in candidates(ad, _MIGRATION) if _is_meant(s)]
    for says in (_invites, _is_called, _among_clauses):
        if found := next((s for s in every if says(ad, s)), None):
            return stated(ad, found)
    return Element("missing")


def _is_meant(sentence: Sentence) -> bool:
    """Whether people with migration history may be meant as those who apply."""
    text = sentence.text
    if (_AGAINST.search(text) and not _BIDS.search(text)) or _CROWD.search(text):
        return False
    if (ASKED_OF_YOU.search(text) or _SERVED.search(text) or sentence.kind == "heading") and not _WARM.search(
        text
    ):
        return False
    if _EXPLICIT.search(text) or (_ENCOURAGED.search(text) and len(grounds.named(text)) <= 1):
        return True
    return not (len(grounds.named(text)) > 1 or grounds.LISTS.search(text))


def _invites(ad: Ad, sentence: Sentence) -> bool:
    """The sentence itself invites."""
    return bool(_INVITES.search(sentence.text))


def _is_called(ad: Ad, sentence: Sentence) -> bool:
    """The sentence before or after it invites."""
    text = sentence.text
    before = ad.before(sentence)
    if before and len(before.text) < _CALL and CALLS.search(before.text) and _NAMED.search(text):
        return True
    after = ad.after(sentence)
    if after and text.rstrip().endswith("?") and after.text.rstrip().endswith("?"):
        after = ad.after(after)  # "Sie sind eingewandert? Oder Ihre Eltern? Dann bewerben Sie sich."
    return bool(after and _NEXT_INVITES.search(after.text))


def _among_clauses(ad: Ad, sentence: Sentence) -> bool:
    """It stands in a paragraph with the clauses on others who may apply, and tells of nobody's help."""
    if _HELPED.search(sentence.text) or not _EXPLICIT.search(sentence.text):
        return False
    return near.has_clauses(ad, sentence)
