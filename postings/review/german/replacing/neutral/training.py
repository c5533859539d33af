"""What one was trained in: "Ausbildung zum Kaufmann für Büromanagement" -> "Ausbildung im Büromanagement"."""

from __future__ import annotations

from postings.review.german.replacing.agreement import Context
from postings.review.german.vocabulary.word_lists import word_set
from postings.review.model import Edit

_TRAININGS = word_set("""
    ausbildung berufsausbildung weiterbildung umschulung fortbildung zusatzausbildung qualifizierung lehre
    studium azubi auszubildende auszubildenden auszubildender
    """)
# The last part of a noun and the field it stands for; "~" is what stands before that part.
_FIELDS = {
    "elektroniker": "in der ~elektronik",
    "mechatroniker": "in der ~mechatronik",
    "mechaniker": "in der ~mechanik",
    "informatiker": "in der ~informatik",
    "techniker": "in der ~technik",
    "krankenpfleger": "in der ~krankenpflege",
    "altenpfleger": "in der ~altenpflege",
    "heilerziehungspfleger": "in der ~heilerziehungspflege",
    "kinderpfleger": "in der ~kinderpflege",
    "tierpfleger": "in der ~tierpflege",
    "physiotherapeut": "in der ~physiotherapie",
    "ergotherapeut": "in der ~ergotherapie",
    "ingenieur": "im ~ingenieurwesen",
    "gestalter": "in der ~gestaltung",
    "buchhalter": "in der ~buchhaltung",
    "gärtner": "im ~gartenbau",
    "landschaftsgärtner": "im Garten- und Landschaftsbau",
    "tiefbauer": "im ~tiefbau",
    "straßenbauer": "im ~straßenbau",
    "metallbauer": "im ~metallbau",
    "forstwirt": "in der ~forstwirtschaft",
    "landwirt": "in der ~landwirtschaft",
    "hauswirtschafter": "in der ~hauswirtschaft",
    "straßenwärter": "im Straßenbetriebsdienst",
    "verkäufer": "im ~verkauf",
    "verwaltungsfachangestellter": "in der Verwaltung",
    "verwaltungswirt": "in der Verwaltung",
    "verwaltungsfachwirt": "in der Verwaltung",
    "bibliothekar": "im Bibliothekswesen",
    "archivar": "im Archivwesen",
    "florist": "in der Floristik",
    "fotograf": "in der Fotografie",
    "logopäde": "in der Logopädie",
    "erzieher": "im Erziehungswesen",
    "bauzeichner": "im Bauzeichnen",
    "notfallsanitäter": "im Rettungsdienst",
    "rettungssanitäter": "im Rettungsdienst",
    "gebäudereiniger": "in der Gebäudereinigung",
    "vermessungstechniker": "in der Vermessungstechnik",
    "tischler": "im Tischlerhandwerk",
    "schreiner": "im Schreinerhandwerk",
    "maler": "im Malerhandwerk",
    "maurer": "im Maurerhandwerk",
    "dachdecker": "im Dachdeckerhandwerk",
    "zimmerer": "im Zimmererhandwerk",
}
_OPEN = ("kaufmann", "fachangestellter", "fachwirt", "meister", "fachmann")
_FEMININE = ("ung", "ion", "tät", "ik", "schaft", "heit", "keit", "ie")
_NEUTER = ("ment", "wesen", "mus", "handel", "bau", "recht", "marketing", "controlling", "handwerk")


def reworded(context: Context) -> list[Edit] | None:
    """The edits, where the words before are "Ausbildung zum" or "Ausbildung als"."""
    words, phrase = context.words, context.phrase
    if phrase.adjectives or context.is_plural or context.determiner not in ("", "zum"):
        return None
    at = phrase.at - 2
    if at < 0 or words[at].low not in _TRAININGS or words[at + 1].low not in ("zum", "als"):
        return None
    base = phrase.noun.base.lower()
    after = words[phrase.at + 1 : phrase.at + 4]
    start = words[at + 1].start
    if base.endswith(_OPEN):
        return _in_named_field(context, start)
    if after and (after[0].low in ("für", "und", "oder", "in") or after[0].text in (",", "/")):
        return None
    field = next((_FIELDS[base[cut:]] for cut in range(len(base)) if base[cut:] in _FIELDS), None)
    if field is None:
        return None
    last = next(base[cut:] for cut in range(len(base)) if base[cut:] in _FIELDS)
    before = phrase.noun.base[: len(base) - len(last)]
    new = field.replace("~", before) if before else field.replace("~", "")
    head, _, noun = new.rpartition(" ")
    return [Edit(start, context.noun_span[1] - start, f"{head} {noun[:1].upper()}{noun[1:]}")]


def _in_named_field(context: Context, start: int) -> list[Edit] | None:
    """ "zum Kaufmann für Büromanagement": the field is named behind "für"."""
    words, at = context.words, context.phrase.at
    after = words[at + 1 : at + 4]
    if len(after) < 2 or after[0].low != "für" or not after[1].text[0].isupper():
        return None
    is_row = after[1].text[-1] == "-" or (len(after) > 2 and after[2].low in (",", "-", "/", "und", "sowie"))
    if is_row:
        return [Edit(start, after[1].start - start, "im Bereich ")]
    low = after[1].low
    where = "in der " if low.endswith(_FEMININE) else "im " if low.endswith(_NEUTER) else "im Bereich "
    return [Edit(start, after[1].start - start, where)]
