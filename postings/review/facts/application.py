"""How to apply: portal, e-mail, reference number."""

from __future__ import annotations

import re
from typing import Any

from postings.review.anchors.tables import Tables
from postings.review.anchors.wording import Wording
from postings.review.facts.ad import Ad, Sentence
from postings.review.facts.deadline import first_place
from postings.review.facts.people import EMAIL, NAME, PHONE

_TABLES = Tables(__file__)
_URL = Wording(
    r"(?<![\w@.])(?:https?://|www\.)[^\s<>()\"»“]{3,300}|(?<![\w@./-])(?:[a-z0-9-]{2,40}\.){1,3}(?:de|"
    r"com|org|net|jobs|example)(?:/[^\s<>()\"]{0,200})?(?![\w@])",
    re.I,
)
_APPLY = _TABLES.wording("apply")
_BEWERB = _TABLES.wording("bewerb")
_WAY = _TABLES.wording("way")
# An address that is made for applying, whatever is said around it.
_OF_ITS_OWN = Wording(
    r"\b(?:jobs?|karriere|bewerb\w*|recruiting|stellen\w*)[@.][\w.-]+\.\w|[\w-]\.\w{2,10}/"
    r"(?:jobs?|karriere|bewerb|stellen)",
    re.IGNORECASE,
)
_SENDS = _TABLES.wording("sends")
_QUESTIONS = _TABLES.wording("questions")
_PLACES = _TABLES.pattern("places")
_STRONG = _TABLES.wording("strong")
_WHOLE_AD, _LAST = 10, 2  # sentences
_TOWN = Wording(r"\b\d{5} [A-ZÄÖÜa-zäöü]")  # a postcode and its town
_ASKING = _TABLES.wording("asking")
_ABOUT_APPLYING = _TABLES.pattern("about_applying")
_ELSEWHERE = Wording(r"datenschutz|\bmehr (?:über|zu[mr]?) (?!(?:ihre |deine )?bewerb)", re.IGNORECASE)
_REFERENCE = Wording(
    r"(?:kennziffer|kennzahl|\bkennz\.|kennwort|angebots-?id|stellenangebot nr\.|ref\.-?nr\.|unser zeichen|"
    r"stellen-?nr\.?|stellennummer|ausschreibungs-?nr\.?|ausschreibungsnummer|"
    r"referenz(?:nummer|-?nr\.?)?|"
    r"job-?id|stellen-?id|aktenzeichen|az\.|chiffre|kenn-?nr\.?|vorgangsnummer)\s{0,3}(?:lautet|ist|"
    r"der stelle)?[ :]{0,3}"
    r"(?P<reference>[\w][\w./-]{0,25}\d[\w./-]{0,20}|\d[\w./-]{0,25})",
    re.IGNORECASE,
)


def facts(ad: Ad) -> dict[str, Any]:
    """apply_url, apply_email, reference."""
    reference = _REFERENCE.search_text(ad.analysis.masked, ad.lower)
    return {
        "apply_url": _best(ad, _URL),
        "apply_email": _best(ad, EMAIL),
        "reference": reference["reference"].rstrip(".,/-") if reference else None,
    }


def _best(ad: Ad, pattern: Wording) -> str | None:
    """The one in a sentence about applying."""
    for sentence in ad.matching(pattern):
        match = pattern.search(sentence.text)
        before = ad.before(sentence)
        if match and _leads_to_applying(sentence, before.text if before else ""):
            return match.group().rstrip(".,;:!?")
    return None


def _leads_to_applying(sentence: Sentence, before: str) -> bool:
    if _ELSEWHERE.search(sentence.text):
        return False
    if _ASKING.search(sentence.text):
        return bool(_APPLY.search(EMAIL.regex.sub(" ", _ABOUT_APPLYING.sub(" ", sentence.text))))
    return bool(_APPLY.search(f"{before} {sentence.heading} {sentence.text}"))


_INTERESTED = re.compile(
    r"\W*(?:(?:haben|sind) sie |hast du |bist du )?(?:interesse|interessiert|lust|neugierig)\b"
    r"[^.!?]{0,40}\?\W*$",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\W*(?:nur |bitte |am besten |gern |einfach )*(?:per|online|mit dem|schriftlich|telefonisch|über)\b",
    re.I,
)
_REPLIES = _TABLES.wording("replies")


def _about_it(text: str) -> bool:
    """Whether it is about what happens to an application, or about questions on it."""
    if _REPLIES.search(text):
        return True
    rest = _ABOUT_APPLYING.sub(" ", text)
    return bool(_ASKING.search(text)) and not _BEWERB.search(rest)


def _by_day(sentence: Sentence, previous: Sentence | None, last_day: int | None) -> bool:
    """Whether the way stands beside the last day: "Frist: 1. März 2027. Per Mail an …"."""
    if last_day is None or _REPLIES.search(sentence.text):
        return False
    if sentence.start <= last_day < sentence.end:
        return not _QUESTIONS.search(sentence.text)
    if _about_it(sentence.text):
        return False
    return bool(previous and previous.start <= last_day < previous.end and _PER.match(sentence.text))


def way(ad: Ad) -> Sentence | None:
    """The sentence that says how to apply."""
    previous: Sentence | None = None
    in_person: Sentence | None = None
    last_day = first_place(ad.analysis)
    reaching = {sentence.start for wording in (_WAY, _TOWN) for sentence in ad.matching(wording)}
    for sentence in ad.sentences:
        reachable: object = sentence.start in reaching
        if not reachable and last_day is not None and sentence.start <= last_day < sentence.end:
            reachable = PHONE.search(sentence.text) or NAME.search(
                sentence.text
            )  # "Melden Sie sich bis 3. Mai bei Frau Kaya, 0511 …"
        if reachable and not sentence.asks and not sentence.is_task:
            if _BEWERB.search(sentence.text) and not _about_it(sentence.text):
                if _TOWN.search(sentence.text) or not _only_a_place(sentence.text):
                    return sentence
                in_person = in_person or sentence
            if _SENDS.search(sentence.text) and not _is_for_questions(sentence, previous):
                return sentence
            if _by_day(sentence, previous, last_day):
                return sentence
            if (
                previous
                and (_BEWERB.search(previous.text) or _BEWERB.search(sentence.heading))
                and sentence.kind != "bullet"
                and not _QUESTIONS.search(sentence.text)
            ):
                return sentence
        previous = sentence
    return in_person or _by_address(ad) or _at_the_end(ad) or _by_telephone(ad)


def _is_for_questions(sentence: Sentence, previous: Sentence | None) -> bool:
    """ "Noch Fragen? Rufen Sie an oder kommen Sie vorbei": this is no way to apply."""
    asked = previous is not None and previous.text.rstrip().endswith("?") and _QUESTIONS.search(previous.text)
    return bool(asked or _QUESTIONS.search(sentence.text))


def _at_the_end(ad: Ad) -> Sentence | None:
    """An ad ends with the way to apply; where a person is named there, it may be for questions."""
    for sentence in ad.sentences[-_LAST:] if len(ad.sentences) >= _WHOLE_AD else ():
        if sentence.section in ("", "apply") and sentence.kind == "text" and _STRONG.search(sentence.text):
            asking = any(each.search(sentence.text) for each in (_QUESTIONS, NAME, PHONE, _REPLIES))
            if not asking and not sentence.is_task:
                return sentence
    return None


_CALL = re.compile(r"\W*(?:ruf(?:en sie|t)?|kommen sie|komm)\b", re.I)


def _by_telephone(ad: Ad) -> Sentence | None:
    """ "Interesse? Rufen Sie Herrn Engel an: 05021 …": where nothing else is said, this is the way."""
    for sentence in ad.sentences:
        if not PHONE.search(sentence.text):
            continue
        before = ad.before(sentence)
        if (before and _INTERESTED.match(before.text)) or _calls_to_apply(sentence):
            return sentence
    return None


def _calls_to_apply(sentence: Sentence) -> bool:
    """ "So bewerben Sie sich" above a number, "So geht es weiter" above "Rufen Sie … an"."""
    if _QUESTIONS.search(sentence.text):
        return False
    called = sentence.section == "apply" and _CALL.match(sentence.text)
    return bool(called or _BEWERB.search(sentence.heading))


def _only_a_place(text: str) -> bool:
    """ "… bewerben; im Rathaus hat ihre Stimme gefehlt": a place may be the way, or only named."""
    return all(_PLACES.fullmatch(match.group()) for match in _WAY.finditer(text))


def _by_address(ad: Ad) -> Sentence | None:
    """ "Portal: jobs.stadt.example": no word tells what for, but the address."""
    for sentence in ad.matching(_OF_ITS_OWN):
        if not (sentence.asks or sentence.is_task or _QUESTIONS.search(sentence.text)):
            return sentence
    return None
