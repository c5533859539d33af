"""Texts, names and phone numbers in the form and length the Bundesagentur takes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from channels.renditions import html
from channels.renditions.clean import bare_title
from postings.documents.cleaning import clean_text, one_line

TITLE, COMPANY, STREET, OBJECTIVE = 60, 30, 30, 4000
_SALUTATIONS = {"herr": "1", "herrn": "1", "frau": "2"}
_DEGREE = re.compile(
    r"(?:Dr|Prof|Dipl|Mag)\b\.?(?:-?[A-Za-zÄÖÜäöü]+\.)*|(?:B|M)\.\s?(?:A|Sc|Eng)\.|LL\.\s?M\.", re.I
)
#: "Dr. med.", "Dr. rer. nat."
_FACULTY = re.compile(r"[a-zäöü]{2,6}\.")
_PARTICLES = {"von", "van", "de", "der", "den", "zu", "zur", "al", "el", "dos", "da", "di", "ten", "le", "la"}
#: Letters, with hyphens or blanks between them.
_FAMILY = re.compile(r"[^\W\d_]+(?:[-' ’][^\W\d_]+)*")
_PHONE = re.compile(r"\(?(?:\+49|0049|0)[\s(]*(?:\(?0\)?)?\s*([1-9]\d{1,4})\)?[\s/–-]+(\d[\d\s/–-]{2,14})")
_MARKS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


@dataclass(frozen=True)
class Person:
    """A contact person; what the ad does not say is empty."""

    salutation: str = ""
    title: str = ""
    given: str = ""
    family: str = ""


def person(name: str) -> Person:
    """ "Frau Dr. Aylin von Demir" -> 2, "Dr.", "Aylin", "von Demir"; the first one if several are named."""
    first = re.split(r"\s+(?:oder|und)\s+|[,/;(]", one_line(name))[0]
    words, titles, salutation = [], [], ""
    for word in first.split():
        if not words and word.lower() in _SALUTATIONS:
            salutation = _SALUTATIONS[word.lower()]
        elif not words and (_DEGREE.fullmatch(word) or (titles and _FACULTY.fullmatch(word))):
            titles.append(word)
        else:
            words.append(word)
    start = next((index for index, word in enumerate(words) if word.lower() in _PARTICLES), len(words) - 1)
    family = " ".join(words[max(start, 0) :])
    if not _FAMILY.fullmatch(family) or not all(part.isalpha() for part in re.split(r"[-' ’]", family)):
        return Person()
    return Person(salutation, " ".join(titles), " ".join(words[:start]) if start > 0 else "", family)


def phone(number: str) -> tuple[str, str, str] | None:
    """ "0511 168-1234" -> ("49", "511", "1681234"); None where the area code cannot be told apart."""
    found = _PHONE.match(one_line(number or ""))
    return ("49", found[1], re.sub(r"\D", "", found[2])) if found else None


def title(text: str) -> str:
    """The bare title, at most 60 characters, cut between words."""
    return shortened(bare_title(text), TITLE)


def shortened(text: str, limit: int) -> str:
    """Whole words only; a single word that is too long is cut, since something must stand there."""
    words = one_line(text)
    if len(words) <= limit:
        return words
    cut = words[: limit + 1].rpartition(" ")[0].rstrip(" ,;:–-/(")
    return cut or words[:limit]


def objective(text: str, link: str) -> str:
    """The whole ad as plain text with its link; a longer one ends between lines and says where it goes on."""
    whole = plain(text)
    ending = f"\n\nGanze Ausschreibung und Bewerbung: {link}"
    if len(whole + ending) <= OBJECTIVE:
        return whole + ending
    room = OBJECTIVE - len(ending) - 2
    cut = whole[: room + 1]
    kept = cut.rpartition("\n")[0].rstrip() or cut.rpartition(" ")[0] or cut[:room]
    return f"{kept}\n…{ending}"


def plain(text: str) -> str:
    """The ad without marks for headings and bold."""
    return "\n".join(_plain(line) for line in clean_text(text).split("\n")).strip()


def _plain(line: str) -> str:
    if heading := html.heading(line):
        return heading
    return _MARKS.sub(r"\1", line)
