"""Who answers questions: name, telephone, e-mail."""

from __future__ import annotations

import re
from typing import Any

from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence, once

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ]"  # Đức, Łukasz, Öztürk
_WORD = rf"{_CAPITAL}[\w'’]+(?:-{_CAPITAL}\w+)*"
_PARTICLE = r"(?:von der|von dem|von|van der|van|de|zu|El|Al|Dos|Da)"
_TITLE = r"(?:Dr\.[ ]?|Prof\.[ ]?|Dipl\.-\w+\.?[ ]?|Ing\.[ ]?|med\.[ ]?|[A-Z]\.[ ])"
NAME = Wording(
    rf"\b(?P<salutation>Herrn?|Frau|Hr\.|"
    rf"Fr\.)\s+(?P<name>{_TITLE}*(?:{_WORD}\s+)?(?:{_PARTICLE}\s+)?{_WORD}(?:\s{_WORD})?)"
)
_FULL_NAME = Wording(
    rf"(?i:ansprechpartner(?:in|\*in|:in)?|ansprechpersone?n?|kontakt(?:person)?|auskunft erteilt|"
    rf"beantwortet|"
    rf"(?:rück)?fragen an|steht ihnen|(?:wenden|melden) sie sich (?:bitte |gern |gerne )?(?:an|bei)|"
    rf"ruf(?:en sie)?|frag(?:en sie)?|melde dich|schreib(?:en sie)?|hilft|helfen)\b"
    rf"(?:\s+(?:gern|gerne|Ihnen|dir|Ihre|Ihr|ist|sind|in|der|die|das|zur|für|Sie|sich|bitte|einfach|doch|bei|an|weiter|unsere?[nr]?|Fragen|"
    rf"Stelle|\w*rat|\w*rätin|"
    rf"\w*leitung|\w*leiter|\w*leiterin|\w*sachbearbeitung)|"
    rf"\s*[:,–-])*\s+(?P<name>{_TITLE}*{_WORD}\s+(?:{_PARTICLE}\s+)?{_WORD}(?:\s{_WORD})?)"
)
_NAME_BEFORE_PHONE = Wording(
    rf"(?P<name>{_TITLE}*{_WORD}\s(?:{_PARTICLE}\s)?{_WORD})\s?[,(:–-]\s?"
    rf"(?:(?i:tel\.|telefon|fon|durchwahl|erreichbar|e-?mail)|\(?(?:\+49|0)\d)"
)
_NAME_BEFORE_VERB = Wording(
    rf"\b(?P<name>{_TITLE}*{_WORD}\s(?:{_PARTICLE}\s)?{_WORD})\s"
    rf"(?:hilft|berät|beantwortet|informiert|erteilt|antwortet)\b"
)
_CONTACT = Wording(
    r"fragen|auskunft|auskünfte|ansprech|kontakt|rückfrage|informationen|erreich|wenden sie|melden|tel|"
    r"telefon|"
    r"e-?mail|hilft|weiterhelfen|sprechen sie|rufen sie|ruf",
    re.IGNORECASE,
)
PHONE = Wording(
    r"(?<![\w.,/-])(?P<phone>(?:\+49[ ]?(?:\(0\)[ ]?)?|\(?0)[1-9]?\d{0,4}\)?(?:[ ]?[-–/|][ ]?|"
    r"[ ])?\d{2,}(?:[ /–-]{1,3}\d{1,6}){0,5})(?!\w|,\d)"
)
EMAIL = Wording(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_NOT_NAMES = re.compile(
    r"\b(?:Herrn?|Frau|\w*[Ss]tadt|\w*[Bb]ereich|Personal\w*|Bewerbung\w*|Telefon|Stelle\w*|Fragen|"
    r"\w*[Aa]mt|Team|Ihre?n?|Für|"
    r"Die|Das|Der|Den|Bei|Abteilung|Sachgebiet|\w*service|\w*stelle|Büro|Kontakt|Uhr|Montag|Freitag|Tel|"
    r"E-Mail|Entgeltgruppe|"
    r"\w*management|\w*gruppe|Bitte|Sie|Unser\w*|Am|Zum|Ab)\b"
)


def facts(ad: Ad) -> dict[str, Any]:
    """contact, with what of it is there."""
    found = contact(ad)
    return {"contact": found[0] if found else None}


@once
def contact(ad: Ad) -> tuple[dict[str, str], Sentence] | None:
    """The person to ask, and the sentence that names them."""
    for index, sentence in enumerate(ad.sentences):
        name = _name(
            sentence, ad.sentences[index - 1] if index else None, ad.sentences[index + 1 : index + 3]
        )
        if name:
            return _reach(name, ad.sentences[index : index + 3]), sentence
    return None


def _name(sentence: Sentence, before: Sentence | None, after: list[Sentence]) -> str | None:
    full = _FULL_NAME.search(sentence.text)
    if full and not _NOT_NAMES.search(full["name"]):
        return _without_rank(" ".join(full["name"].split()))
    reached = _NAME_BEFORE_PHONE.search(sentence.text) or _NAME_BEFORE_VERB.search(sentence.text)
    if (
        reached
        and _CONTACT.search(sentence.text)
        and not _NOT_NAMES.search(reached["name"])
        and not NAME.search(sentence.text)
    ):
        return " ".join(reached["name"].split())
    match = NAME.search(sentence.text)
    if not match:
        return None
    near = " ".join(
        [before.text if before else "", sentence.heading, sentence.text, *(s.text for s in after[:1])]
    )
    if not _CONTACT.search(near):
        return None
    salutation = {"Hr.": "Herr", "Fr.": "Frau", "Herrn": "Herr"}.get(match["salutation"], match["salutation"])
    return f"{salutation} {' '.join(_clean(match['name']).split())}"


def _without_rank(name: str) -> str:
    """ "Brandoberinspektorin Wiebke Janssen" -> "Wiebke Janssen": rarely a first name is that long."""
    words = name.split()
    return " ".join(words[1:]) if len(words) == 3 and len(words[0]) > 9 else name


def _clean(name: str) -> str:
    return re.sub(
        r"\s(?:Tel|Telefon|Telefonnummer|Fachbereich|Personal\w*|E-Mail|Mail|Bereich|Durchwahl|Sie|Die|"
        r"Das|Ihre?)\b.*",
        "",
        name,
    )


def _number(phone: str) -> str:
    return phone.strip() if ")" in phone else phone.strip(" (")


def _reach(name: str, sentences: list[Sentence]) -> dict[str, str]:
    contact = {"name": name}
    for sentence in sentences:
        phone, email = PHONE.search(sentence.text), EMAIL.search(sentence.text)
        if phone and "phone" not in contact:
            contact["phone"] = _number(phone["phone"])
        if (
            email
            and "email" not in contact
            and (sentence is sentences[0] or "bewerb" not in sentence.text.lower())
        ):
            contact["email"] = email.group().rstrip(".")
    return contact
