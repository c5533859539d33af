"""Compounds that begin with a person ("Mitarbeitergespräch"): a hint, only where clearly person-first."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from postings.review.german.reading.scan import Word
from postings.review.german.replacing import styles
from postings.review.german.vocabulary import lexicon
from postings.review.german.vocabulary.word_lists import listed
from postings.review.model import Edit, Replacement

# First parts as they stand in a compound; the noun they come from.
FIRST = {
    "mitarbeiter": "Mitarbeiter",
    "bürger": "Bürger",
    "einwohner": "Einwohner",
    "kunden": "Kunde",
    "bewerber": "Bewerber",
    "schüler": "Schüler",
    "lehrer": "Lehrer",
    "teilnehmer": "Teilnehmer",
    "besucher": "Besucher",
    "nutzer": "Nutzer",
    "anwender": "Anwender",
    "patienten": "Patient",
    "studenten": "Student",
    "kollegen": "Kollege",
    "leser": "Leser",
    "mieter": "Mieter",
    "wähler": "Wähler",
    "verbraucher": "Verbraucher",
    "arbeitnehmer": "Arbeitnehmer",
    "klienten": "Klient",
    "experten": "Experte",
    "erzieher": "Erzieher",
    "betreuer": "Betreuer",
    "ausbilder": "Ausbilder",
    "antragsteller": "Antragsteller",
    "ansprechpartner": "Ansprechpartner",
    "dozenten": "Dozent",
    "migranten": "Migrant",
    "flüchtlings": "Flüchtling",
    "anwohner": "Anwohner",
    "benutzer": "Benutzer",
    "zuschauer": "Zuschauer",
    "sachbearbeiter": "Sachbearbeiter",
    "praktikanten": "Praktikant",
    "vertreter": "Vertreter",
    "redner": "Redner",
    "anfänger": "Anfänger",
    "ärzte": "Arzt",
    "autoren": "Autor",
    "kandidaten": "Kandidat",
    "interessenten": "Interessent",
    "radfahrer": "Radfahrer",
    "spezialisten": "Spezialist",
    "helfer": "Helfer",
    "gründer": "Gründer",
    "trainer": "Trainer",
}
# Second parts that say what is done with or for these people.
_SECOND = listed("""
    gespräch gespräche gesprächs gesprächen gespräches befragung befragungen beteiligung orientierung
    orientierter beratung betreuung pool bindung gewinnung führung entwicklung zufriedenheit motivation
    schulung schulungen information informationen anliegen anfragen anfrage kontakt kontakte daten
    datenbank freundlichkeit freundliche nähe versammlung versammlungen sprechstunde sprechstunden
    dialog initiative zahl zahlen liste listen kreis zimmer rolle rechte vertretung auswahl verfahren
    unterlagen management konferenz konferenzen team teams schaft-portal portal parkplatz parkplätze
    jahresgespräch ausweis bedürfnisse wünsche service-orientierung kommunikation zentrum-beratung
    verwaltung einsatz konto zugang verhalten perspektive netzwerk feedback sicht wohl interessen
    angebote angebot vorteile rabatt kartei runde runden treffen fragen kreise parlament akte akten
    datei dateien karte karten strom ströme verkehr lenkung beförderung kollegium haushalt
    engagement ausweise werbung akquise gruppe gruppen zufriedenheiten struktur wechsel wohnung
    wohnungen sicherheit aufkommen meinung meinungen anmeldung bewertung förderung ausbildung fortbildung
    fortbildungen weiterbildung coaching workshop stamm wunsch erlebnis rückmeldung rückmeldungen
    hinweise beschwerden kurs kurse brief briefe nummer nummern foyer empfang ehrung jubiläum fest
    ansprache gewinnungs interviews interview zeitung zeitschrift raum räume küche vereinbarung
    fragebogen fragebögen fragebogens umfrage umfragen magazin handbuch
    ordnung ordnungen parkhaus parkhäuser parkhauses kantine eingang eingänge eingangs toilette toiletten
    garderobe bücherei bibliothek lage rekord rekorde andrang ansturm magnet bereich bereiche tribüne
    verzeichnis kleidung mangel mangels suche fluktuation app feier feiern ausflug ausflüge gebühr gebühren
    bestätigung bestätigungen bescheinigung bescheinigungen zertifikat zertifikate platz plätze cafeteria
    vereinbarungen rekrutierung beurteilung beurteilungen gesundheit wohnheim austausch tausch
    """)
SECOND = frozenset(_SECOND)
# Fixed names and institutions that stay.
_STAY = listed("""
    verbraucherschutz arbeitnehmerüberlassung schülerfirma bürgergeld bürgerentscheid fußgängerzone
    schülervertretung flüchtlingshilfe bürgerkrieg bürgerrechte bürgermeister bürgerzentrum
    schülerzeitung kundennummer bürgerliste bürgerportal verbraucherzentrale verbraucherinformation
    patientenakte wählerverzeichnis schülerausweis schülerverkehr schülerbeförderung schülerfahrkarte
    """)


def replacements(words: Sequence[Word], at: int, style: str) -> tuple[Replacement, ...] | None:
    """The replacements of a compound that begins with a person; None where the word is none."""
    word = words[at]
    if not word.is_word or word.is_inclusive or len(word.text) < 9 or not word.text[0].isupper():
        return None
    if at > 1 and words[at - 1].low in ("und", "oder", "/") and words[at - 2].text.endswith("innen-"):
        return None
    split = parts(word.text.capitalize() if word.is_caps else word.text)
    if split is None:
        return None
    if _written(*split, "neutral") is None:
        return None  # a hint is worth reading only with a better word
    made = []
    for name in ("neutral", "star") if style == "house" else (style,):
        new = _written(*split, name)
        if new:
            new = new.upper() if word.is_caps else new
            made.append(Replacement(name, new, True, (Edit(word.start, len(word.text), new),)))
    return tuple(made)


@functools.lru_cache(maxsize=5000)
def parts(word: str) -> tuple[str, str] | None:
    """The noun and the rest of a compound, if both are known."""
    low = word.lower()
    if low.startswith(tuple(_STAY)):
        return None
    for first in FIRST:
        if low.startswith(first) and low[len(first) :].removeprefix("-") in SECOND:
            return first, word[len(first) :]
    return None


def _written(first: str, rest: str, style: str) -> str | None:
    match = lexicon.find(FIRST[first])
    if match is None:
        return None
    noun = match.noun
    if style == "neutral":
        return _neutral(first, rest)
    if noun.kind == "ling":
        return None
    plural = noun.feminine_form(lexicon.NP)
    if style == "pair":
        return f"{plural}- und {first.capitalize()}{rest}"
    sign = styles.SIGNS[style]
    if sign == "/":
        return None
    return f"{noun.feminine[:-2]}{sign}innen{rest}"


def _neutral(first: str, rest: str) -> str | None:
    low = rest.lower().removeprefix("-")
    for seconds, new in _table().get(first, ()):
        fits = next((each for each in seconds if low.startswith(each)), None)
        if seconds and fits is None:
            continue
        if new.endswith("-"):
            return new[:-1] + low
        if new.startswith("…"):
            return low.capitalize() + new[1:]
        return new + low.removeprefix(fits or low) if new else None
    return None


@functools.cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The lines of neutral_compounds.txt by the first part."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in (lexicon.DATA / "neutral_compounds.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            before, _, new = line.partition(" =")
            first, *seconds = before.split()
            found.setdefault(first, []).append((tuple(seconds), new.strip()))
    return found
