"""Build persons.tsv, stops.txt and names.txt from german-nouns (CC BY-SA 4.0) and our own lists.

    python -m venv /tmp/nouns && /tmp/nouns/bin/pip install german-nouns
    /tmp/nouns/bin/python postings/review/german/data/build.py

Needs nothing but that package. The result is committed; at run time only the result is read.
"""

from __future__ import annotations

import csv
import importlib.util
import re
from collections.abc import Iterable
from pathlib import Path



def listed(text: str) -> list[str]:
    """The words of a list."""
    return text.split()


HERE = Path(__file__).parent
Row = dict[str, str]
# Base, class ("@": townspeople, "+": an ending only), feminine, plural where the class does not say it.
Noun = tuple[str, str, str, str]
CASES = ("nominativ", "genitiv", "dativ", "akkusativ")
THING_ENDINGS = ("", "s", "es", "n", "en", "e", "r", "rn")
UMLAUT = {"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U"}
# Words too short or too common as an ending to say that a compound is a person.
SHORT_HEADS = {"arzt", "koch", "chef", "wirt", "wart", "bote", "pate"}
NEVER_HEADS = set(
    listed("""
    inder finne iren polen russe däne brite perser kelte araber syrer iraner iraker könig fürst riese
    erbe graf user held hirt dieb greis ritter kaiser papst sultan baron christ spion feind bauer laie
    jude ungar serbe kroate türke kurde finder binder denker hasser meder leger reber winzer esser geber
    nehmer texter seiler ringer rodler ruderer sorbe turner weber werber wender zecher akteur eigner
    officer agent autist artist notar patron prior spender sammler dreher schneider reiniger leser
    taucher zieher putzer dekan major doktor matrose kamerad partner lette schotte schmied punier nepper chatter
    rapper bürge fischer held pole schwede ungar vorfahr näher boxer rocker friese sachse schwabe westfale
    bester erster letzter einziger nächster schnellster stärkster klügster größter richtiger passender falscher
    klügerer stärkerer schwächerer jüngerer älterer schnellerer segler cutter asylant
    """)
) - {"partner", "akteur", "eigner", "agent", "notar", "officer", "kamerad", "doktor", "texter", "denker"}
# Names that are common words, months or places as well.
NO_NAMES = set(
    listed("""
    August Lange Lang Groß Jung Mark Roman Heide Engel Junge Alte Am Ai Art Ing Jap Esi Boh Ade Aye Aba Abo Ago
    Hay Lot Rau Boy Fan Oes Ho Lex Nam Aachen Aalst Allen Anders Anstatt Bade Bahne Banne Berlin Brandenburg Breslau
    Danzig Dortmund Ehrlich Frei Fröhlich Israel Just Kenia London München Nahmen Male Nickels Redlich Sauer Stabe
    Steif Verona Wien Will Wirts Gala Nova Gardine Nanny Nazi Christ Baptist Hauser Peer Stasi Tücke Mare Bohne Balz
    Atlas Amme Ami Backe Baiser Barg Butz Duff Ebbe Ecke Eck Egge Eitel Erdmann Ester Fips Flora Grimme Harre Hark
    Kais Kuschel Liese Matz Mensur Milan Mine Mio Newton Poppe Resch Räder Silvester Sieke Talke
    Tack Tanke Trute Thora Viola Wunderlich Wögen Zander Xanthippe Zach Geißler Amber Arsen Bibi Dino Janus Jude
    """)
)
# Heads whose unknown compounds are things more often than people.
AMBIGUOUS = set(
    listed("""
    träger halter sender schreiber reiter läufer taucher graf inder segler könig spanner spinner user
    zähler drucker schalter ordner binder ringer macher richter jäger fürst riese erbe sänger spieler
    hüter wächter feind hirt schneider doktor killer holländer liebling trojaner täuber grenzer schläfer
    enkel dichter lektor setzer wähler empfänger radler werfer erzeuger förderer fräser
    """)
)


def rows() -> list[Row]:
    """The nouns of german-nouns."""
    package = importlib.util.find_spec("german_nouns")
    if package is None or package.origin is None:
        folder = next(Path(p) for p in (package.submodule_search_locations or []) if package)  # type: ignore[union-attr]
    else:
        folder = Path(package.origin).parent
    with (folder / "nouns.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def forms(row: Row, start: str = "") -> set[str]:
    """Every form of a noun, or those of one case and number."""
    names = [start] if start else [f"{case} {number}" for case in CASES for number in ("singular", "plural")]
    return {value.strip() for key, value in row.items() if value and key.startswith(tuple(names))}


def genders(row: Row) -> set[str]:
    """The genders a noun has."""
    return {row[key] for key in ("genus", "genus 1", "genus 2", "genus 3") if row[key]}


def partners(feminine: str) -> Iterable[str]:
    """Masculine nouns that a feminine one in -in may belong to."""
    stem = feminine[:-2]
    yield from (stem, stem + "e", *([stem + "er"] if stem.endswith("er") else []))
    for place in range(len(stem) - 1, -1, -1):
        if stem[place] in UMLAUT:
            plain = stem[:place] + UMLAUT[stem[place]] + stem[place + 1 :]
            yield from (plain, plain + "e")
            return


def declension(base: str, row: Row) -> tuple[str, str] | None:
    """Class and plural of a masculine noun, or nothing where it fits no class."""
    plurals, genitives = forms(row, "nominativ plural"), forms(row, "genitiv singular")
    if "adjektivische" in row["pos"]:
        return "adj", ""
    if base + "en" in plurals:
        return ("en", "") if base + "en" in genitives else ("or", "") if base.endswith("or") else None
    if base + "n" in plurals and base + "n" in genitives:
        return "n", ""
    if base in plurals:
        return "er", ""
    if base + "e" in plurals:
        return "e", ""
    if base + "s" in plurals:
        return "s", ""
    umlauted = sorted(form for form in plurals if form.endswith("e") and form.lower() != base.lower() + "e")
    return ("u", umlauted[0]) if umlauted else None


def words(name: str) -> list[str]:
    """The words of one of our lists."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#")).split()


def own() -> dict[str, Noun]:
    """Our own nouns."""
    found: dict[str, Noun] = {}
    kind = ""
    for word in words("own.txt"):
        if word.startswith("["):
            kind = word.strip("[]")
            continue
        masculine, _, feminine = word.partition("=")
        base, _, plural = masculine.partition("/")
        found[base] = (base, kind, feminine or usual_feminine(base, kind.lstrip("!@+")), plural)
    return found


def usual_feminine(base: str, kind: str) -> str:
    """The feminine form that needs no saying."""
    if kind == "adj":
        return base[:-1]
    if kind == "same":
        return base
    if kind == "man":
        return base[:-4] + ("Frau" if base == "Mann" else "frau")
    return base + "in"


def from_pairs(nouns: list[Row], places: set[str]) -> dict[str, Noun]:
    """The masculine nouns of german-nouns that have a feminine partner there."""
    masculine = {row["lemma"]: row for row in nouns if "m" in genders(row)}
    feminine = {row["lemma"] for row in nouns if "f" in genders(row)}
    dropped = set(words("drop.txt"))
    found: dict[str, Noun] = {}
    for word in sorted(feminine):
        if not word.endswith("in") or " " in word:
            continue
        base = next((each for each in partners(word) if each in masculine), None)
        if base is None or base in dropped or len(base) < 4 or is_of_place(base, places):
            continue
        kind = declension(base, masculine[base])
        if kind and kind[0] != "adj":
            found[base] = (base, kind[0], word, kind[1])
    return found


def is_of_place(base: str, places: set[str]) -> bool:
    """Whether this is the inhabitant of a town: the form is an adjective, too ("Berliner Straße")."""
    stems = (base[:-2], base[:-1], base[:-2] + "en", base[:-2] + "e", base[:-1] + "n", base[:-3])
    return base.endswith("er") and any(stem in places for stem in stems)


def can_be_head(word: str) -> bool:
    """Whether a compound may be known by this last part."""
    low = word.lower()
    return (len(low) >= 5 or low in SHORT_HEADS or low == "iker") and low not in NEVER_HEADS


def head(form: str, known: set[str]) -> str | None:
    """The longest known ending of a compound, with at least two letters before it."""
    low = form.lower()
    return next((low[at:] for at in range(2, len(low) - 3) if low[at:] in known), None)


def spoken(noun: Noun) -> set[str]:
    """The forms of a noun that a compound may end in, in small letters."""
    base, kind, _, plural = noun
    kind = kind.lstrip("!@+")
    stem = base[:-1] if kind in ("adj", "beamt") else base
    endings = {
        "er": ("", "s", "n"),
        "en": ("", "en"),
        "n": ("", "n"),
        "or": ("", "s", "en"),
        "e": ("", "s", "es", "e", "en"),
        "s": ("", "s"),
        "same": ("",),
        "adj": ("", "n", "r", "m"),
        "beamt": ("", "n", "r", "m"),
        "man": ("", "es", "s"),
        "ling": ("", "s", "e", "en"),
        "u": ("", "s", "es"),
    }[kind]
    result = {(stem + ending).lower() for ending in endings}
    if kind == "man":
        result |= {base[:-4].lower() + "männer", base[:-4].lower() + "männern"}
    if plural:
        result |= {plural.lower(), plural.lower() + "n"}
    return result


def stops(nouns: list[Row], persons: dict[str, Noun]) -> set[str]:
    """What ends like a person noun and is none."""
    heads = [noun for noun in persons.values() if can_be_head(noun[0]) and noun[1][0] not in "!@"]
    known = {form for noun in heads for form in spoken(noun)}
    things = words("things.txt")
    found = {thing.lower() + end for thing in things if thing not in persons for end in THING_ENDINGS}
    for row in nouns:
        lemma = row["lemma"]
        if not lemma or " " in lemma or lemma in persons or not lemma[0].isupper() or "-" in lemma:
            continue
        is_masculine = "m" in genders(row)
        if "adjektivische" in row["pos"]:
            continue
        if {"Vorname", "Nachname", "Toponym"} & set(row["pos"].split(",")):
            continue
        is_feminine_person = lemma.endswith(("in", "frau"))
        for form in forms(row) | {lemma}:
            ending = head(form, known) if form.lower() not in known else form.lower()
            if ending is None or is_feminine_person:
                continue
            if not is_masculine and form.lower() not in known:
                found.add(form.lower())
            elif is_masculine and form.lower() != ending and any(ending.startswith(word) for word in AMBIGUOUS):
                found.add(form.lower())
    found -= {form for noun in persons.values() for form in spoken(noun)}
    return {stop for stop in found if not has_shorter(stop, found, known)}


def has_shorter(stop: str, found: set[str], known: set[str]) -> bool:
    """Whether another stop covers this one: the longest ending that is known decides."""
    for at in range(2, len(stop) - 3):
        if stop[at:] in found or stop[at:] in known:
            return stop[at:] in found
    return False


def pruned(persons: dict[str, Noun], keep: set[str]) -> dict[str, Noun]:
    """Without the compounds that their head says all about."""
    low = {base.lower(): noun for base, noun in persons.items() if can_be_head(base) and noun[1][0] not in "!@+"}
    result = {}
    for base, noun in persons.items():
        ending = head(base, set(low) - {base.lower()})
        if ending and base not in keep and ending not in AMBIGUOUS and "-" not in base:
            other = low[ending]
            if other[1] == noun[1] and noun[2].lower().endswith(other[2].lower()) and not noun[3]:
                continue
        result[base] = noun
    return result


def names(nouns: list[Row]) -> list[str]:
    """First names and surnames that are no common nouns, as one can tell a named person by them."""
    first = {row["lemma"] for row in nouns if "Vorname" in row["pos"]}
    last = {row["lemma"] for row in nouns if "Nachname" in row["pos"]}
    common = {row["lemma"] for row in nouns if not {"Vorname", "Nachname", "Toponym"} & set(row["pos"].split(","))}
    own_names = set(words("first_names.txt"))
    found = (first | own_names | (last - common)) - NO_NAMES
    return sorted(name for name in found if re.fullmatch(r"[A-ZÄÖÜ]\w+", name))


def main() -> None:
    """Write the three files."""
    nouns = rows()
    places = {row["lemma"] for row in nouns if "Toponym" in row["pos"]}
    ours = own()
    things = set(words("things.txt"))
    found = {base: noun for base, noun in from_pairs(nouns, places).items() if base not in things}
    persons = {**found, **ours}
    # "Erdkunde" is no customer: those who are stand here one by one, see lexicon.py.
    kept = pruned(persons, {base for base in persons if base.endswith("kunde")})
    lines = []
    for base, kind, feminine, plural in sorted(kept.values()):
        shown = "" if feminine == usual_feminine(base, kind.lstrip("!@+")) else feminine
        mark = kind if can_be_head(base) and kind[0] not in "!@" else "!" + kind.lstrip("!")
        lines.append("\t".join((base, mark, shown, plural)).rstrip("\t"))
    (HERE / "persons.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (HERE / "stops.txt").write_text("\n".join(sorted(stops(nouns, persons))) + "\n", encoding="utf-8")
    (HERE / "names.txt").write_text("\n".join(names(nouns)) + "\n", encoding="utf-8")
    print(f"{len(lines)} of {len(persons)} nouns, {len(stops(nouns, persons))} stops")


if __name__ == "__main__":
    main()
