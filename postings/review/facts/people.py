"""Who answers questions: name, telephone, e-mail."""

from __future__ import annotations

import re
from typing import Any

from postings.review.facts.ad import Ad, Sentence

_WORD = r"[A-ZÄÖÜÇĞİŞŁŚŻÉ][\wäöüßçğışłéèêñ'’]+(?:-[A-ZÄÖÜ][\w]+)*"
_PARTICLE = r"(?:von der|von dem|von|van der|van|de|zu|El|Al|Dos|Da)"
_TITLE = r"(?:Dr\.[ ]?|Prof\.[ ]?|Dipl\.-\w+\.?[ ]?|Ing\.[ ]?|med\.[ ]?|[A-Z]\.[ ])"
NAME = re.compile(
    rf"\b(?P<salutation>Herrn?|Frau|Hr\.|"
    rf"Fr\.)\s+(?P<name>{_TITLE}*(?:{_WORD}\s+)?(?:{_PARTICLE}\s+)?{_WORD}(?:\s{_WORD})?)"
)
_FULL_NAME = re.compile(
    rf"(?:Ansprechpartner(?:in|\*in|:in)?|Ansprechperson(?:en)?|Kontakt(?:person)?|Auskunft erteilt|"
    rf"beantwortet|"
    rf"Fragen an|steht Ihnen|wenden Sie sich (?:bitte |gern |gerne )?an|Rückfragen an)\b"
    rf"(?:\s+(?:gern|gerne|Ihnen|Ihre|Ihr|ist|sind|in|der|die|das|zur|für|Sie|sich|bitte|Fragen|Stelle|"
    rf"\w*rat|\w*leitung|"
    rf"\w*sachbearbeitung)|\s*[:,–-])*\s+(?P<name>{_TITLE}*{_WORD}\s+(?:{_PARTICLE}\s+)?{_WORD})"
)
_CONTACT = re.compile(
    r"fragen|auskunft|auskünfte|ansprech|kontakt|rückfrage|informationen|erreich|wenden sie|melden|tel|"
    r"telefon|"
    r"e-?mail|hilft|weiterhelfen|sprechen sie|rufen sie|ruf",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w.,/-])(?P<phone>(?:\+49[ ]?(?:\(0\)[ ]?)?|\(?0)[1-9]?\d{0,4}\)?(?:[ ]?[-–/|][ ]?|"
    r"[ ])?\d{2,}(?:[ /–-]{1,3}\d{1,6}){0,5})(?![\w,])"
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_NOT_NAMES = re.compile(
    r"^(?:Stadt|Landeshauptstadt|Fachbereich|Bereich|Personal|Bewerbung|Telefon|Stelle|Fragen|Amt|Team|"
    r"Ihre|Für|Die|Das|Der|Den)"
)


def facts(ad: Ad) -> dict[str, Any]:
    """contact, with what of it is there."""
    found = contact(ad)
    return {"contact": found[0] if found else None}


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
    if full and not _NOT_NAMES.match(full["name"]) and not re.match(r"(?:Herrn?|Frau)\b", full["name"]):
        return " ".join(full["name"].split())
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


def _clean(name: str) -> str:
    return re.sub(
        r"\s(?:Tel|Telefon|Telefonnummer|Fachbereich|Personal\w*|E-Mail|Mail|Bereich|Durchwahl|Sie|Die|"
        r"Das|Ihre?)\b.*",
        "",
        name,
    )


def _reach(name: str, sentences: list[Sentence]) -> dict[str, str]:
    contact = {"name": name}
    for sentence in sentences:
        phone, email = PHONE.search(sentence.text), EMAIL.search(sentence.text)
        if phone and "phone" not in contact:
            contact["phone"] = phone["phone"].strip()
        if (
            email
            and "email" not in contact
            and (sentence is sentences[0] or "bewerb" not in sentence.text.lower())
        ):
            contact["email"] = email.group().rstrip(".")
    return contact
