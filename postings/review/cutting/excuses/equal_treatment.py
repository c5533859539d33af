"""Equal treatment: the sentence forbids discrimination, asks for no such data, or names its law."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording
from postings.review.cutting import groups

# "Bitte bewerben Sie sich ohne Foto und Geburtsdatum": what is to be left out is not asked for.
_DATA = "Foto|Bild|Geburtsdatum|Geburtsort|Alter|Angaben?|Familienstand|Konfession|Religion"
_LEFT_OUT = Wording(
    rf"(?<!/)\b(?:ohne|kein\w*) (?:{_DATA})\b|\b(?:ist|sind) freiwillig\b"
    rf"|\b[Ll]assen Sie\b[^.;]{{0,60}}\bweg\b"
    rf"|\bweder\b[^.;]{{0,40}}\b(?:{_DATA})\b[^.;]{{0,20}}\bnoch\b"
    rf"|\bauf [^.;]{{0,40}}\b(?:{_DATA})\b[^.;]{{0,50}}\bverzichten|\bverzichten [^.;]{{0,30}}\b(?:{_DATA})\b"
)
# What a sentence forbids or fights is not asked for: "Wir dulden keine Benachteiligung wegen der Herkunft".
_CONDEMNED = Wording(
    r"\b(?:gegen|keine?|keinerlei|ohne|nicht|niemand\w*|wegen|aufgrund|vor|bei) (?:[\w-]+ ){0,3}"
    r"(?:\w*[Ff]eindlichkeit|\w*phobie|Ableismus|Hetze|Mobbing"
    r"|Diskriminierung\w*|Benachteiligung\w*|Belästigung\w*|Anfeindung\w*|Ausgrenzung\w*|Beleidigung\w*"
    r"|Rassismus|Sexismus|Antisemitismus|Vorurteile\w*|Hass\w*)"
    r"|\b(?:Hass|Gewalt|Hetze|Spott|Diskriminierung\w*|Anfeindung\w*|Beleidigung\w*)"
    r" (?:gegen|wegen|gegenüber)\b"
    r"|\b[Ww]er\b[^.;]{0,80}\b(?:beleidigt|diskriminiert|belästigt|ausgrenzt|hetzt|verspottet|abwertet)\b"
    r"|\bwegen\b[^.;]{0,60}\b(?:schlecht|anders|ungerecht|unfair|herablassend)\w* behandel\w+"
    r"|\b(?:achten|sorgen)\b[^.;]{0,30}, dass\b[^.;]*\b(?:nicht|niemand|keine)\b[^.;]*\b(?:müssen|muss)\W*$"
    r"|\b(?:[Nn]iemand\w*|keine?n?|nicht)\b[^.;]{0,120}"
    r"\b(?:benachteilig|diskriminier|ausgegrenzt|ausgeschlossen|ausschließ|belästig|beleidig|schlechter|zurückgesetzt)\w*"
)
_LAW = Wording(r"§+ ?\d|\bArt(?:\.|ikel) ?\d")
_SEX_REQUIRED = re.compile(
    r"§ ?8 (?:Abs\w*\.? ?\d+ )?(?:des )?(?:AGG|Allgemeinen Gleich)"
    # the equal opportunity officer, by the law of her state
    r"|§ ?\d+\w* [^.;]{1,60}\b(?:mit einer Frau (?:zu )?besetz|eine Frau sein)"
)
_FAITHS = Wording(
    r"(?P<church>[Cc]hrist\w*|[Ee]vangelisch\w*|[Kk]atholi\w*|Kirchen?|Kapellen?|Weihnacht\w*|Ostern|Oster\w+)"
    r"|(?P<islam>[Ii]slam\w*|[Mm]uslim\w*|Moscheen?\w*|Imam\w*|Zuckerfest\w*|Opferfest\w*|Ramadan\w*|Nouruz|Newroz)"
    r"|(?P<judaism>[Jj]üdisch\w*|Synagogen?\w*|Rabbin\w*|Chanukka\w*|Pessach\w*)|(?P<other>[Bb]uddhis\w*|[Hh]indu\w*|[Yy]esid\w*|[Ee]sid\w*|[Bb]ahai\w*)"
)


def is_left_out(sentence: str) -> bool:
    """Whether the sentence asks to leave such data out, or leaves it to the applicants."""
    return bool(_LEFT_OUT.search(sentence))


def is_condemned(sentence: str) -> bool:
    """Whether the sentence forbids or fights discrimination."""
    return bool(_CONDEMNED.search(sentence))


def names_its_law(sentence: str) -> bool:
    """Whether the sentence names the paragraph that asks for it: "Nach § 31 GVG können nur Deutsche …"."""
    return bool(_LAW.search(sentence))


def requires_a_sex(text: str) -> bool:
    """Whether an ad names the law by which its work requires a sex, as for a women's shelter (§ 8 AGG)."""
    return "§" in text and bool(_SEX_REQUIRED.search(text))


def is_interfaith(sentence: str) -> bool:
    """Whether it names several religions side by side: "islamisches, jüdisches und christliches Recht"."""
    return len({found.lastgroup for found in _FAITHS.finditer(sentence)}) > 1 and not groups.sets_apart(
        sentence
    )
