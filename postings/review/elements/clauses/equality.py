"""No sex counts more than another, or the one that is rarer is encouraged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.anchors.wording import Wording
from postings.review.elements.clauses import grounds, near
from postings.review.elements.clauses.candidates import CALLS
from postings.review.elements.stating import stated
from postings.review.facts.ad import Ad, Sentence
from postings.review.model import Element

_SEX = Wording(
    r"geschlecht|\bfrau(?:en)?\b|\bmänner?n?\b|\bmann\b|gleichstellung|gleichberechtig|frauenanteil|männeranteil|\bdivers\b|"
    r"chancengleichheit|unterrepräsent|sexuelle\w* (?:identität|orientierung)|geschlechtsidentität|"
    r"allen? menschen|jeder person|\bqueer|wen (?:sie|du|jemand) lieb|\b(?:männ|weib)liche[nrs]?\b|"
    r"\bmädchen\b|\bjungs\b|\btrans\b|\bcis\b|\bgender\b|"
    r"\bdamen\b|nicht-?binär|\bdey\b",
    re.IGNORECASE,
)
_EQUAL = Wording(
    r"bevorzug|vorrang|erwünscht|unabhängig|ungeachtet|gleich,? welch|steiger|gleichen chancen|"
    r"keinen platz|nicht von bedeutung|bitten|gefragt|"
    r"aller? geschlecht|"
    r"jede[ns] geschlecht|jeglichen geschlecht|ermutig|willkommen|angesprochen|begrüß|fördert|förderung|"
    r"strebt|streben|\bziel\b|abbau|abzubauen|gleichberecht|unterrepräsent|freuen wir|wir freuen|"
    r"gleichstellungsplan|gleich geeignet|erhöhen|gleiche chancen|richtet sich|keine rolle|"
    r"entscheide\w* nicht|entscheidet (?:\w+ ){1,3}nichts|geschlecht, das [^.]{0,40}(?:fehlt|selten)|"
    r"nicht entscheidend|nicht ausschlaggebend|ohne bedeutung|ohne belang|"
    r"kein\w* (?:unterschied|kriterium|bedeutung)|zählt|wählen .{0,40} aus|benachteilig|diskriminier|"
    r"unerheblich|einerlei|dasselbe, ob|(?:ihre|deine|eure) sache|geh(?:t|en) uns nichts an|"
    r"fördern wir|"
    r"\b(?:so|genauso|ebenso) (?:lieb|willkommen|gern)\b|"
    r"achten auf vielfalt|schätzen|hoffen wir|bestandteil|politik\b|gehört nicht dazu|interessiert|"
    r"hauptsache|eingeladen|\buns gleich\b|(?:steht|stehen) .{0,60}\boffen\b|traut euch|"
    r"mehr frauen|gleich behandelt|gleichermaßen|"
    r"wünschen wir uns mehr|soll sich ändern|"
    r"sprechen .{0,60} an\b|\begal\b|fordert .{0,60} auf\b|rufen .{0,60} auf\b|"
    r"(?:möchten|wollen) wir ändern|nicht nach (?:dem )?geschlecht|"
    r"(?:allein|nur) (?:auf )?(?:das |ihr |dein )?können\b|"
    r"zur bewerbung|stellen .{0,80} ein\b|leben (?:wir )?(?:vielfalt|chancen)|fragen (?:wir )?nicht",
    re.IGNORECASE,
)
# What makes no equality of the one sex: whom one likes to have, not who is rare.
_LIKED = re.compile(
    r"\b(?:stark|kräftig|hübsch|attraktiv|jung|jünger|echt|ganz|gestanden|nett|charmant)e[nrs]? "
    r"(?:mann|m[aä]nner|jungs|frau|frauen|damen?|mädels|kerle)\b(?! (?:oder|wie) )|\b(?:jungs|männer|"
    r"kerle|mädels|frauen)\b"
    r",? (?:mit (?:muckis|muskel|kraft)|die (?:\w+ )?(?:an|zu)packen)|"
    r"^\W*(?:männer|frauen|herren|damen)(?: werden)? bevorzugt\W*$|"
    r"\b(?:frauen|männer|damen|herren) (?:vom|am|aus|im) [^.;]{1,40}\bheißen (?:sie|dich)\b",
    re.IGNORECASE,
)
# Said with few of them: "Männer sind hier selten, bewerben Sie sich gern."
_BE_ONE = re.compile(r"bewerb|bewirb|ändern sie|werden sie|werde die|den anfang", re.IGNORECASE)
_FEW = re.compile(
    r"wenig|ausnahme|selten|rar\b|kaum|fehl(?:en|t)\b|mangel|minderheit|unterrepräsent", re.IGNORECASE
)
# Of these two in one sentence, wherever an ad says who may apply, mean that each may.
_SEXES = re.compile(
    r"\b(?:(?P<woman>frau(?:en)?|mädchen|damen|weiblich\w*|sie(?=, er\b))"
    r"|(?P<man>m[aä]nn(?:er|ern)?|jungs?|jungen|herren|männlich\w*|er(?=, (?:sie|dey)\b))"
    r"|(?P<other>divers\w*|nicht-?binär\w*|enbys?|trans|inter|agender|queer\w*|dey))\b",
    re.IGNORECASE,
)
_RARER = re.compile(r"\b(?:frauen|männern?|mädchen|jungs|väter)\b", re.IGNORECASE)
_AS_SUCH = re.compile(
    r"geschlecht(?!er(?:rolle|forsch))|\bgender\b(?!-)|gleichstellung(?!sb)|frauenanteil|männeranteil",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\bmehr\b|wollen|möchten|soll|ändern|gerade|besonders|dieselben|"
    r"gleichen? (?:chancen|rechte)|wünsch|normal",
    re.IGNORECASE,
)
_GROUNDS = Wording(
    r"unabhängig|ungeachtet|egal|gleich welch|keine rolle|nicht|niemand|auch immer|jede[rns]\b|aller\b|"
    r"jeglich|willkommen|kein|ohne|vielfalt",
    re.IGNORECASE,
)
_NAMED_WOMAN = re.compile(
    r"(?<!\beine )(?<!\bein )(?<!oder )(?<!und )\b(?:Frau|Mann)\b(?! (?:und|oder|,)|,? (?:Mann|"
    r"Frau)\b| (?:sind|werden))"
)
_MOCKED = re.compile(r"genug|\bharte\b|gemahlin|aushalten|\bihre? frau\b|\bbester mann\b", re.IGNORECASE)
_OTHERS = re.compile(r"beauftragte|frauenhaus", re.IGNORECASE)
_GUESTS = re.compile(r"\bkurse?\b|beratungsstelle|schwimm|treff\b|café", re.IGNORECASE)
# No ground of the act is named, but all are meant.
_BY_LAW = re.compile(
    r"(?:niemand|kein\w* (?:grund|mensch|person))[^.]{0,60}(?:\bAGG\b|gleichbehandlungsgesetz)|"
    r"(?:\bAGG\b|gleichbehandlungsgesetz)[^.]{0,60}(?:niemand|kein\w* (?:mensch|person))",
    re.IGNORECASE,
)
_MANY = 3
_SHORT, _THOUGHT = 25, 120


def equality(ad: Ad, facts: dict[str, object]) -> Element:
    """No sex counts more than another, or the one that is rarer is encouraged."""
    return stated(ad, next((s for s in _equal_candidates(ad) if _equal(ad, s)), None))


def _equal_candidates(ad: Ad) -> Iterator[Sentence]:
    for sentence in ad.sentences:
        if not sentence.asks and not sentence.is_task and sentence.kind != "heading":
            short = len(sentence.text) < _SHORT and sentence.text.endswith("?")
            goes_on = short or (len(sentence.text) < _THOUGHT and grounds.LISTS.search(sentence.text))
            yield _with_the_next(ad, sentence) if goes_on else sentence


def _with_the_next(ad: Ad, sentence: Sentence) -> Sentence:
    """ "Geschlecht? Alter? Herkunft? Für uns nicht wichtig." is one thought; so are lines of "Egal, …"."""
    end = min(len(ad.analysis.text), sentence.start + _THOUGHT)
    text = (
        ad.analysis.masked[sentence.start : end]
        .split("\n\n" if grounds.LISTS.search(sentence.text) else "\n")[0]
        .rstrip()
    )
    return sentence._replace(text=text, end=sentence.start + len(text))


def _equal(ad: Ad, sentence: Sentence) -> bool:
    text = sentence.text
    if _BY_LAW.search(text):
        return True
    listed = grounds.named(text)
    if len(listed) >= _MANY or (
        len(listed) > 1 and (_GROUNDS.search(text) or near.has_clauses(ad, sentence))
    ):
        return bool(_SEX.search(text)) or (len(listed) > 1 and bool(grounds.LISTS.search(text)))
    sex = _SEX.search(text)
    if not sex or _MOCKED.search(text) or _LIKED.search(text):
        return False
    named = (_names_sexes(text) or _names_the_rarer(text)) and near.has_clauses(ad, sentence)
    if sex.group() in {"Frau", "Mann"} and not named and _NAMED_WOMAN.search(text):
        return False
    if _OTHERS.search(text) or (_GUESTS.search(text) and not CALLS.search(text)):
        return False
    after = ad.after(sentence)
    few = _FEW.search(text)
    if _EQUAL.search(text) or (few and after and _EQUAL.search(after.text)):
        return True
    if few and _RARER.search(text) and _BE_ONE.search(f"{text} {after.text if after else ''}"):
        return "nicht" not in text
    return named


def _names_sexes(text: str) -> bool:
    """Whether it names two sexes, or sex as such: among the clauses, to say that each is meant."""
    named = {found.lastgroup for found in _SEXES.finditer(text)}
    return bool(_AS_SUCH.search(text)) or len(named) > 1


def _names_the_rarer(text: str) -> bool:
    """Whether it names women or men in the plural, and wants more of them."""
    return bool(_RARER.search(text) and (_FEW.search(text) or _WANTED.search(text)))
