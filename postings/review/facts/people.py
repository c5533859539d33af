"""Who answers questions: name, telephone, e-mail."""

from __future__ import annotations

import re
from typing import Any

from postings.review.anchors.tables import Tables
from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence, once
from postings.review.facts.sections import Kind
from postings.review.facts.signature import signed
from postings.review.german.vocabulary import lexicon
from postings.review.memory import remembered

_TABLES = Tables(__file__)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ]"  # Đức, Łukasz, Öztürk
_WORD = rf"{_CAPITAL}[\w'’]+(?:-{_CAPITAL}\w+)*"
_PARTICLE = r"(?:von der|von dem|von|van der|van|de|zu|El|Al|Dos|Da)"
_TITLE = rf"(?:Dr\.[ ]?|Prof\.[ ]?|Dipl\.-\w+\.?[ ]?|Ing\.[ ]?|med\.[ ]?|{_CAPITAL}\.[ ])"
NAME = Wording(
    rf"\b(?P<salutation>Herrn?|Frau|Hr\.|"
    rf"Fr\.)\s+(?P<name>{_TITLE}*(?:{_WORD}\s+)?(?:{_PARTICLE}\s+)?{_WORD}(?:\s{_WORD})?)"
)
_FULL_NAME = Wording(
    rf"(?i:ansprechpartner(?:in|[*:_]in|/-?in|\(in\))?|ansprechpersone?n?|kontakt(?:person)?|"
    rf"auskunft erteilt|beantwortet|"
    rf"(?:rück)?fragen (?:bitte |gern |gerne )*an|steht ihnen|"
    rf"(?:wenden|melden) sie sich (?:bitte |gern |gerne )?(?:an|bei)|"
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
_CONTACT = _TABLES.wording("contact")
PHONE = Wording(
    r"(?<![\w.,/-])(?P<phone>(?:\+49[ ]?(?:\(0\)[ ]?)?|\(?0)[1-9]?\d{0,4}\)?(?:[ ]?[-–/|][ ]?|"
    r"[ ])?\d{2,}(?:[ /–-]{1,3}\d{1,6}){0,5})(?!\w|,\d)"
)
EMAIL = Wording(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_NO_SURNAME = re.compile(
    r"(?:Gemahlin|Gattin|Mutter|Schwester|Doktor|Kollegin|Leiterin|Kollege|Chefin|Professorin|"
    r"Oberbürgermeisterin|Bürgermeisterin)\b(?!-)$"
)
_NOT_NAMES = re.compile(
    r"\b(?:Herrn?|Frau|\w*[Ss]tadt|\w*[Bb]ereich|Personal\w*|Bewerbung\w*|Telefon|Stelle\w*|Fragen|"
    r"\w*[Aa]mt|Team|Ihre?n?|Für|"
    r"Die|Das|Der|Den|Bei|Abteilung|Sachgebiet|\w*service|\w*stelle|Büro|Kontakt|Uhr|Montag|Freitag|Tel|"
    r"E-Mail|Entgeltgruppe|"
    r"\w*management|\w*gruppe|Bitte|Sie|Unser\w*|Am|Zum|Ab)\b"
)
_PARTICLES = r"(?:von der|von dem|von|van der|van|de|dos|da|del|el|al|zu)"
_PAIR = re.compile(rf"(?<![\w-])(?=(?P<name>{_WORD}[ ](?:{_PARTICLES}[ ])?{_WORD})(?![\w-]))")
# No word of a name: offices, and words that begin the name of one or stand for asking.
_OFFICE = re.compile(
    r"(?:amt|stelle|schule|kita|bereich|dienste?|abteilung|team|leitung|zentrum|büro|gewinnung|verwaltung|gemeinde|"
    r"behörde|referat|gebiet|service|management|bibliothek|museum|stiftung|verein|arbeit|telefon|mail|auskunft|"
    r"auskünfte|fragen|informationen|kontakt|hilfe|unterlagen|bewerbung(?:en)?|straße|allee|beauftragte|rat)$|"
    r"^(?:St|Sankt|Stadt|Haus|Soziale\w*|Allgemeine\w*|Städtische\w*|Untere\w*|Obere\w*|Neue[rns]?|Alte[rns]?|"
    r"Technische\w*|Zentrale\w*|Kommunale\w*|\w+liche[rns]?|Unser\w*|Ihre?|Das|Die|Der|Den|Bei|Am|Im|Zum|Zur|"
    r"Personal\w*|Fach\w*|Noch|Mehr|Alles|Wir|Sie|Du|Rufen|Bitte|Für|Herr|Frau)$",
    re.IGNORECASE,
)
# Also the end of a surname: Neuhaus, Hellweg, Bernstadt.
_PLACE = re.compile(r"(?:stadt|platz|weg|haus|kreis|bad|park|markt|uhr|post)$", re.IGNORECASE)
_SAYS = re.compile(
    r"[ ,]*(?:erzählt|hilft|beantwortet|berät|informiert|weiß|freut|sagt|ist|steht|gibt|nimmt|erklärt|"
    r"antwortet|"
    r"unter\b|\(|an\b)"
)
_TO_WHOM = re.compile(r"(?:\bIhnen|\bdir|\ban|\bbei|\bmit|\bvon|\bSie|\bgern|:|\bsagt|\bgibt)[ ]$")
_ROLE_BEFORE = re.compile(
    rf"(?<![\w-]){_CAPITAL}[\w*:-]+(?:er|in|ent|ist|ar|eur|or|at|arzt|meister|rat|mann|frau|loge|"
    rf"kraft|leitung)[ ]$"
)
_ROLE_ALONE = re.compile(rf"(?:Kontakt\W+|Mehr \w+ |Fragen\W+|Infos?\W+)?({_CAPITAL}[\w*:-]*[a-zß])[ ]$")
_INITIAL = re.compile(rf"(?<![\w.]){_CAPITAL}\.[ ]{_WORD}(?=[ ,(]|$)")
# "Dr. Hirsch spricht gern mit Ihnen": a degree makes the rest a surname, unless it is of a street.
_DOCTOR = re.compile(
    rf"(?<![\w.-])(?P<name>(?:(?:Prof|Dr)\.(?:-Ing\.)?[ ]?(?:med\.(?:[ ]?vet\.)?[ ])?)"
    rf"+(?:{_PARTICLES}[ ])?{_WORD}(?:[ ](?P<second>(?:{_PARTICLES}[ ])?{_WORD}))?)"
    rf"(?![\w-])"
)
_ANYONE = re.compile(rf"(?<![\w-])(?P<name>{_WORD})(?![\w-])")
_HELPS = re.compile(
    r"(?:[ ](?:aus|vom|von|im|in)[ ](?:\w+[ ]){1,3})?[ ]?(?:hilft|weiß|beantwortet|erzählt|kennt)\b"
)
_HOUSE_NUMBER = re.compile(r"[ ]?(?:straße|str\.|weg|platz)?[ ]?\d{1,3}\b(?![ /-]?\d)", re.IGNORECASE)


def facts(ad: Ad) -> dict[str, Any]:
    """contact, with what of it is there."""
    found = contact(ad)
    return {"contact": found[0] if found else None}


@once
def contact(ad: Ad) -> tuple[dict[str, str], Sentence] | None:
    """The person to ask, and the sentence that names them."""
    texts = ["", *(sentence.text for sentence in ad.sentences), ""]
    for index, sentence in enumerate(ad.sentences):
        name = _named(sentence.text, sentence.heading, sentence.section, texts[index], texts[index + 2])
        if name:
            return _reach(name, ad.sentences[index : index + 3]), sentence
    if letter := signed(ad):
        name, sentence = letter
        return _reach(name, ad.sentences[-6:]), sentence
    return None


@remembered
def _named(text: str, heading: str, section: Kind, before: str, after: str) -> str | None:
    """The name of the person to ask in a sentence; the ones before and after it may say that they are."""
    sentence = Sentence(text, 0, len(text), heading, "", section)
    return _name(sentence, sentence._replace(text=before), [sentence._replace(text=after)])


def _name(sentence: Sentence, before: Sentence | None, after: list[Sentence]) -> str | None:
    full = _FULL_NAME.search(sentence.text)
    if full and (not _NOT_NAMES.search(full["name"]) or _is_surname(full["name"])):
        return _without_rank(" ".join(full["name"].split()))
    reached = _NAME_BEFORE_PHONE.search(sentence.text) or _NAME_BEFORE_VERB.search(sentence.text)
    if (
        reached
        and _CONTACT.search(sentence.text)
        and not _NOT_NAMES.search(reached["name"])
        and not any(_OFFICE.search(word) for word in reached["name"].split())
        and not NAME.search(sentence.text)
    ):
        return " ".join(reached["name"].split())
    near = (sentence.text, sentence.heading, before.text if before else "", *(s.text for s in after[:1]))
    is_near = sentence.section != "tasks" and any(_CONTACT.search(text) for text in near)
    if not is_near and (sentence.section == "tasks" or not PHONE.search(sentence.text)):
        return None
    match = NAME.search(sentence.text)
    if not match:
        return _known_name(sentence) if _reaches(sentence, before, after) else None
    own = _CONTACT.search(sentence.text) or PHONE.search(sentence.text)
    kin = match["salutation"] in {"Frau", "Fr."} and _NO_SURNAME.match(match["name"])
    if kin or not (own or _reaches(sentence, before, after)):
        return None
    salutation = {"Hr.": "Herr", "Fr.": "Frau", "Herrn": "Herr"}.get(match["salutation"], match["salutation"])
    return f"{salutation} {' '.join(_clean(match['name']).split())}"


def _is_surname(name: str) -> bool:
    """ "Peter Bernstadt", "Anja Freitag": a first name that we know makes the rest a surname."""
    words = name.split()
    return len(words) == 2 and _is_known(words) and not _OFFICE.search(words[1])


def _reaches(sentence: Sentence, before: Sentence | None, after: list[Sentence]) -> bool:
    """Whether the sentence is about asking: by its own words, its heading, or a question before it."""
    if _CONTACT.search(sentence.text) or sentence.section == "apply":
        return True
    if any(PHONE.search(other.text) or EMAIL.search(other.text) for other in (sentence, *after[:1])):
        return True
    return bool(before and before.text.rstrip().endswith(("?", ":")) and _CONTACT.search(before.text))


def _known_name(sentence: Sentence) -> str | None:
    """A first name that we know, or one that we don't at the place of a name: no office, no street."""
    for match in _PAIR.finditer(sentence.text):
        words = match["name"].split()
        after = sentence.text[match.end("name") :]
        if any(_OFFICE.search(word) and not _is_known([word]) for word in words) or _HOUSE_NUMBER.match(
            after
        ):
            continue
        placed = any(_PLACE.search(word) for word in words)
        if _is_known(words) or (_in_frame(sentence.text, match, after) and not placed):
            return " ".join(words)
    return _short_name(sentence.text)


def _short_name(text: str) -> str | None:
    """ "Dr. Hirsch", and beside a number or address "T. Berger" or "Jonas hilft dir"."""
    if doctor := _DOCTOR.search(text):
        second = doctor["second"]
        is_name = second and not _OFFICE.search(second) and not _NOT_NAMES.search(second)
        end = doctor.end("name") if is_name or not second else doctor.start("second")
        return " ".join(text[doctor.start("name") : end].split())
    if not (PHONE.search(text) or EMAIL.search(text)):
        return None
    if initial := _INITIAL.search(text):
        return initial.group()
    for match in _ANYONE.finditer(text):
        called = _TO_WHOM.search(text[: match.start()]) or _HELPS.match(text[match.end() :])
        if called and _is_known([match["name"]]) and not _PLACE.search(match["name"]):
            return match["name"]
    return None


def _is_known(words: list[str]) -> bool:
    return words[0].split("-")[0] in lexicon.names()


def _in_frame(text: str, match: re.Match[str], after: str) -> bool:
    """Whether the sentence has a number to call, and names someone here: "… sagt Ihnen Thuy Tran unter …"."""
    if not PHONE.search(text):
        return False
    before = text[: match.start()]
    return bool(
        len(match["name"].split()) > 2
        or _has_number(before, after)
        or _ROLE_BEFORE.search(before)
        or _is_role(before)
        or (_TO_WHOM.search(before) and (_SAYS.match(after) or after[:1] in ",("))
        or (not before.strip() and _SAYS.match(after))
    )


def _is_role(before: str) -> bool:
    """ "Schnack mit Hafenkapitän ": a noun of persons right before the name."""
    last = before.split()[-1:] if before.endswith(" ") else []
    return bool(last and last[0][:1].isupper() and lexicon.find(last[0]))


def _has_number(before: str, after: str) -> bool:
    """ "Hafenkapitän Hinrich Tiedemann, 04141 401-0": a role, a name and a number are enough."""
    role = _ROLE_ALONE.match(before)
    if not role or _OFFICE.search(role[1]) or _PLACE.search(role[1]):
        return False
    number = PHONE.search(after)
    return bool(number and not re.search(r"\w{4}", after[: number.start()].replace("Telefon", "")))


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
