"""Sentences and ads that name people of many protected grounds, to say that all of them are meant."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording

_GROUND = Wording(
    r"\b(?:(?P<sex>Geschlecht\w*)|(?P<age>Alters?|Lebensalter\w*)|(?P<origin>Herkunft|Nationalität|Herkünfte|Hautfarbe)"
    r"|(?P<faith>Religion\w*|Weltanschauung|Glauben\w*)|(?P<health>Behinderung\w*)|(?P<love>sexuell\w+"
    r"|wen (?:Sie|du|ihr|man) lieb\w+))\b"
)
# "Geflüchtete, Menschen mit Down-Syndrom, trans Personen, Leute mit Kopftuch": groups of many grounds
_GROUPS = {
    "age": r"""
        [Jj]ünger\w* [Ää]lter[en]\w* Großeltern Berufs(?:anfäng|einsteig)\w* Ruhestand\w* Rente
        Rentner\w* Pensionär\w* \d\d_(?:und|oder|bis)_\d\d über_[5-7]0 [Jj]ung(?:e|en)? [Aa]lt(?:e|en)?
        Jugendliche\w* Senior\w*
        """,
    "origin": r"""
        Geflüchtete\w* Geflohene\w* Migration\w* Einwander\w* Zuwander\w* [Zz]ugewandert\w*
        of_Color Länder\w* Nationen zugezogen\w* Schwarze_Menschen Flucht\w* Rom[aj]\w* Sinti\w* hier_geboren
        angekommen
        """,
    "health": r"""
        \w*[Bb]ehinder\w* Rollstuhl\w* [Gg]ehörlos\w* [Bb]linde?n? Down-Syndrom [Aa]utist\w*
        chronisch\w* Prothese\w* Roll[is]\w* neurodivergent\w*
        """,
    "faith": r"""
        (?:un)?gläubig\w* Kopftuch Kippa Turban muslimisch\w* jüdisch\w* Religion\w*
        konfessionslos\w* Glauben?s?
        """,
    "love": r"""
        trans [Qq]ueer\w* lesbisch\w* Lesben schwul\w* Schwule\w* hetero\w* bisexuell\w* LSBT\w*
        inter nicht-?binär\w* divers Homosexuelle\w*
        """,
    "sex": r"Frauen Frau Männer Mann Frauen\w+ Geschlechter?n?",
    "home": r"""
        Alleinerziehende\w* Eltern Singles? Väter Mütter Elternhaus\w* Arbeiter(?:familie|kind)\w*
        Familienpause
        """,
}
_GROUP = Wording(
    "(?<![\\w-])(?:"
    + "|".join(f"(?P<{name}>{'|'.join(words.split()).replace('_', ' ')})" for name, words in _GROUPS.items())
    + ")(?![\\w-])"
)
# What sets some of them apart; "ohne Glauben" and "mit und ohne Behinderung" do not.
_AGAINST = Wording(
    r"\b(?:nicht(?!-)(?! (?:zu)?trau)|kein\w*|nie|niemand\w*|nur|ausschließlich"
    r"|lieber|leider|schwer|schwierig|fehl|genug"
    r"|außer|Ausnahme\w*|zu viele?|müssen|muss|sollt\w*|darf|erst|bevorzug\w*|unerwünscht|ungeeignet|sogar"
    r"|trotz|statt|anstelle|Probleme?n?|aber|obwohl|verzichten|ab(?:ge)?sehen|abraten|weder|kaum|Mut|stör\w*|Unruhe|anpassen)\b"
    r"|(?<!und )(?<!oder )\bohne\b"
    r"(?! (?:akademisch|Abitur|Abschluss|Studium|Glauben|Religion|Konfession|alles|Titel))"
)
_ASIDE = r"(?:wie alt|woher|welche\w*|woran|wen|wer|ob|mit wem|was|wie)"
_WHOEVER = Wording(
    r"(?:\b(?:gleich|egal|einerlei|gleichgültig|unabhängig davon|keine Rolle|fragen nicht)\b"
    rf"|\bnicht darauf an)[,:]? {_ASIDE}\b[^.;]*(?:,| oder| und) {_ASIDE}\b"
)
_WITH_AND_WITHOUT = Wording(
    r"\b(?:Mütter|Väter|Eltern|Familien|mit Kindern?)\b(?![^.;]*\b(?:nicht|kein\w*|nur|lieber|statt|als)\b)"
    r"[^.;]{0,40}\b(?:ohne Kinder|[Kk]inderlose\w*|Singles?)\b"
)
_SOME_AND_OTHERS = Wording(
    r"\b(?:[Mm]anche|[Ee]inige|[Dd]ie einen)\b[^.;]*, (?:wieder )?(?:andere|manche|die anderen)\b"
)
# "Gläubige und Nichtgläubige", "gläubig, ungläubig": both of a pair
_OPPOSITES = re.compile(
    r"\b(\w{4,}?)(?:e[rnms]?|innen|\*innen)?(?:,|,? (?:und|oder|wie|sowie)) (?:nicht[- ]?|un)\1",
    re.IGNORECASE,
)
_MANY_GROUPS = 3
_CLAUSE, _GROUNDS, _ALL_GROUNDS = 220, 2, 3
_ASKED = Wording(
    r"\b(?:nenn\w+|[Aa]ngab\w*|angeben|geben|gib|Lebenslauf\w*|Foto\w*|Familienstand|[Mm]itteil\w*|teilen|Fragebogen"
    r"|hervorgeh\w*|ausfüllen|ankreuzen|eintragen|passen|passt|sollt\w*|muss|müssen|bevorzug\w*)\b"
)


def invites_everyone(text: str) -> bool:
    """Whether an ad names at least two of the protected grounds close together, to invite everyone."""
    places = [(found.start(), found.lastgroup) for found in _GROUND.regex.finditer(text)]
    return any(
        len({name for at, name in places[index:] if at - start < _CLAUSE}) >= _GROUNDS
        for index, (start, _) in enumerate(places)
    )


def are_all_meant(sentence: str) -> bool:
    """Whether the sentence says of all these people that they are meant."""
    return (
        lists_grounds(sentence)
        or lists_groups(sentence)
        or leaves_open(sentence)
        or names_opposites(sentence)
    )


def lists_grounds(sentence: str) -> bool:
    """Whether it names three protected grounds and asks for none: "Alter, Religion, Hautfarbe: alles gut"."""
    named = {found.lastgroup for found in _GROUND.finditer(sentence)}
    return len(named) >= _ALL_GROUNDS and not _ASKED.search(sentence)


def lists_groups(sentence: str) -> bool:
    """Whether it names groups of three grounds and sets none apart: "Geflüchtete, trans Personen, Ältere"."""
    named = {found.lastgroup for found in _GROUP.finditer(sentence)}
    return len(named) >= _MANY_GROUPS and not sets_apart(sentence)


def leaves_open(sentence: str) -> bool:
    """Whether it leaves open who people are: "gleich, wie alt sie sind, woran sie glauben"."""
    return bool(_WHOEVER.search(sentence))


def names_opposites(sentence: str) -> bool:
    """Whether it names people and their opposites side by side: "Gläubige und Nichtgläubige"."""
    return bool(_OPPOSITES.search(sentence)) and not sets_apart(_OPPOSITES.sub("", sentence))


def sets_apart(sentence: str) -> bool:
    """Whether some word in it may turn against those it names."""
    return bool(_AGAINST.search(sentence))


def tells_of_both(sentence: str) -> bool:
    """Whether it tells of some and of others: "Manche sind von hier, andere kamen letzte Woche"."""
    return bool(_SOME_AND_OTHERS.search(sentence))


def is_with_and_without_children(sentence: str) -> bool:
    """Whether it names parents and people without children alike."""
    return bool(_WITH_AND_WITHOUT.search(sentence))
