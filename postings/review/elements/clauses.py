"""The sentences that invite: people with migration history, with disabilities, of every sex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postings.review.anchors.wording import Wording
from postings.review.elements import near
from postings.review.facts.ad import Ad, Sentence
from postings.review.model import Element

_INVITES_WORDS = (
    r"bewerb|bewirb|ermutig|ermunter|erwünscht|willkommen|freuen|begrüß|angesprochen|interess|einladen|"
    r"eingeladen|laden wir|laden .{0,40} ein\b|lädt .{0,80} ein\b|wünschen uns|gewinnen|"
    r"genau richtig|(?<!be)(?<!unter)suchen|bei uns richtig|gern gesehen|gern (?:stellen|nehmen) wir|"
    r"trauen sie|trau dich|"
    r"chancen|förder|bitten (?:wir|diese|sie)|sprechen .{0,80} an\b|kommen sie|komm zu|verstärken sie|"
    r"goldrichtig|\bmelden\b|melde?t? (?:dich|euch)|bestärk|encourage|welcome|\bapply\b|anliegen|"
    r"machen sie mit|gefragt|türen|ansprechen|umso besser|setzen auf|warten auf|\bgemeint\b|"
    r"richten (?:wir )?uns|wir richten|bereicher|kein hindernis|\bwerben\b|gesucht|begeistern|"
    r"kennen-?lernen|aufgerufen|"
    r"\b(?:wollen|möchten|wünschen|hätten|brauchen)\b.{0,80}\bmehr\b|großen wert|hoffen (?:wir )?auf|"
    r"(?:am herzen|besonders wichtig)\b|zöger|zählen auf|als stärke|ein vorteil|sind uns lieb|"
    r"verwaltung braucht|nehmen gern|nehmen wir gern|faire chance|"
    r"(?:stellen|nehmen) (?:wir )?gern|richtigen? platz|\bprima\b|erst recht|uns fehlen|fehlen uns|"
    r"(?:dürfen|sollen|können) (?:gern )?(?:noch )?mehr werden|hauptsache|haben sie mut|hab mut|\bschatz\b"
)
_INVITES = Wording(_INVITES_WORDS, re.IGNORECASE)
_NEXT_INVITES = re.compile(
    r"bewerb|bewirb|willkommen|freuen|genau richtig|gut aufgehoben|trau|helfen sie mit|"
    r"(?:möchten|wollen) wir ändern|angesprochen|"
    r"kennen-?lernen",
    re.IGNORECASE,
)
_MIGRATION = Wording(
    r"migrations(?!dienst|recht|beratung|amt|beauftragt|arbeit|behörde|beirat)|einwanderungs|zuwanderungs|"
    r"migrant|international\w* (?:\w+ )?(?:geschichte|biogra|familiengeschichte|wurzel|herkunft)|"
    r"(?:einwanderungs|migrations)gesellschaft|diaspora|\bexil|aussiedl|fluchtbiogr|\basyl\b|"
    r"aus (?:allen|vielen|anderen) (?:kulturen|teilen der welt|"
    r"erdteilen|kontinenten)|(?:und|oder) aller welt|"
    r"kulturelle\w* (?:hintergr|wurzel)|\bder (?:zweiten|dritten) generation|"
    r"nationalität|nationen\b|mit (?:eigener )?flucht|flucht- (?:und|oder)|fluchtgeschichte|fluchterfahrung|"
    r"ausländische\w* (?:herkunft|wurzeln)|people of color|rassismus|nichtdeutsch\w* herkunft|"
    r"vielfältige\w* (?:biogra|herkunft|lebens)|(?:ethnisch|kulturell|sozial)\w*[\w ,]{0,40} herkunft|"
    r"jeder herkunft|gleich welcher herkunft|interkulturell\w* (?:hintergr|biogra)|"
    r"(?:nach deutschland|hierher) (?:\w+ ){0,2}(?:ein|zu)gewandert|eingewandert|zugewandert|"
    r"aus (?:einem )?anderen l(?:and|ändern) (?:\w+ ){0,3}(?:gekommen|stammen|stammst|kommen|kommst)|"
    r"aus anderen ländern\W*(?:bitte|bewerb|bewirb|kommt|kommen|sind|haben|laden|möchten|ermutigen)|"
    r"aus dem ausland (?:\w+ ){0,3}(?:gekommen|komm|stamm|zugezogen)|"
    r"(?:\bneu|nicht lange|(?:kurzem|jahren?|monaten)) in deutschland|history of migration|"
    r"nicht in deutschland geboren|(?:familie|eltern) (?:kommt|kommen|stammt|stammen) aus\b|"
    r"migration (?:history|background)|immigrant|"
    r"(?:deutsch (?:\w+ )?nicht|nicht deutsch) (?:ihre|deine|eure|die) (?:mutter|erst)sprache|"
    r"(?:mutter|erst)sprache nicht deutsch|"
    r"aus aller welt|aus allen ländern|\bgeflüchtete[nr]?,? (?:bitte|bewerb)|eltern woanders|über grenzen|"
    r"(?:bezüge\w*|wurzeln) (?:in|außerhalb)|zugewanderte|eingewanderte|\bbipoc\b|schwarze\w* mensch|"
    r"aus (?:einem )?anderen l(?:and|ändern) (?:\w+ ){0,3}(?:zugezogen|zogen|hergezogen)|"
    r"famili\w+ (?:\w+ ){0,3}(?:hierher|kommt aus|stammt aus)|"
    r"(?:oder|in) (?:in )?[\w-]+ (?:geboren|aufgewachsen)|"
    r"(?:mutter|erst)sprache ist (?!deutsch)|(?:sprechen|sprichst) (?:sie |du )?(?:zu ?hause|daheim)\b|"
    r"(?:vorfahr|großeltern|großm[uü]tter|großv[aä]ter)\w* (?:\w+ ){0,3}(?:aus|in) |nicht deutsch klingt|"
    r"(?:wurzeln|heimat) in (?:einem |einer |zwei |mehreren )?(?:ander|zwei|mehrer)|"
    r"international\w* (?:\w+ )?(?:wurzel|vita|lebens|famili)|\bsonst woher stammen|"
    r"(?:\beigene[nrm]?|selbst)\b[^.;?]{0,40}\bmigration\b|"
    r"\bmigration\b[^.;?]{0,40}\b(?:eigene[nrm]?\b|selbst\b|erlebt)|"
    r"in (?:zwei|mehreren) (?:kulturen|welten) (?:zu ?hause|daheim)|"
    r"(?:famili\w+|eltern|wurzeln) (?:\w+ ){0,3}(?:aus dem ausland|im ausland|aus einem anderen land)",
    re.IGNORECASE,
)
_EXPLICIT = Wording(
    r"migra|einwander|zuwander|eingewandert|zugewandert|international|flucht|nichtdeutsch|ausländisch|nationen|"
    r"nationalität|aus dem ausland|(?:ander\w+|allen) l(?:and|änder)|aus aller welt|"
    r"in deutschland|sprache|geflüchtet|woanders|grenzen|in andere\b|zugezogen|of color|bipoc|"
    r"kultur|welt\b|generation|diaspora|exil|siedler|asyl|"
    r"schwarze\w* mensch|ankommen|angekommen|\bstammen\b|sonst woher",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\btrotz\b|\bleider\b|anzupassen|anpassen", re.IGNORECASE)
# "Bei uns sind es leider noch wenige: Wir bitten Sie herzlich um Ihre Bewerbung."
_BIDS = re.compile(
    r"(?:bitten|freuen|ermutig|ermunter|begrüß|laden)\w*\b[^.;]*bewerb|willkommen", re.IGNORECASE
)
_CROWD = re.compile(
    r"kundschaft|publikum|sommerfest|\bfest\b|veranstaltung|\bfeier|stadtteilcafé|"
    r"beratungsangebot",
    re.IGNORECASE,
)
# Whom the work is for.
_SERVED = re.compile(
    r"\b(?:kinder\w*|jugendliche\w*|familien|schüler\w*|mütter\w*|väter\w*) mit (?:\w+ )?"
    r"(?:migr|einwander|zuwander|flucht)",
    re.IGNORECASE,
)
_WARM = re.compile(r"bewerb|bewirb|freuen wir|wir freuen|begrüß|willkommen", re.IGNORECASE)
_ASKED_OF_YOU = re.compile(
    r"(?:erfahrung|umgang|interesse|freude|arbeit|zusammenarbeit|beratung|kenntnisse|verständnis)\w*"
    r" (?:in |an |mit |von |für |bei )",
    re.IGNORECASE,
)

_DISABLED = Wording(
    r"\bbehinderte[nr]? menschen|schwerbehind|schwer-?behinderung|(?:menschen|personen|"
    r"bewerber\w*) mit (?:\w+ )?"
    r"(?:(?:schwer)?behinderung|handicap)|grad der behinderung|gleichgestellt|SGB IX",
    re.IGNORECASE,
)
_PREFERRED = Wording(
    r"bevorzug|vorrang|vorzug|berücksichtig|erwünscht|willkommen|(?:gleicher|entsprechender) "
    r"(?:eignung|qualifikation)|gleich geeignet|ermutig|ermunter|freuen|begrüß|besonders|eingeladen|"
    r"\bladen\b|chancen|stelle eher|zuerst|vorrangig|vorgezogen|gehen sie vor|interessiert|einstellen|"
    r"zugunsten|gewinnen|angesprochen|fordern .{0,40} auf\b|aufgefordert|aufgerufen|beschäftigen|"
    r"sehen wir gern|gleich gut|behinderung\w*[,:!]? (?:bitte )?(?:bewerb|bewirb)|freut uns|"
    r"(?:stellen|nehmen) .{0,60} ein\b|pluspunkt|zuschlag|"
    r"förder\w* die (?:einstellung|"
    r"beschäftigung)|setzt sich .{0,40} ein\b|mit freude|gern entgegen",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"^(?:sie|du) (?:entscheide|bearbeite|prüf|plan|unterstütz|berat|betreu|förder)|vertretung", re.I
)
_EVENLY = re.compile(
    r"(?:gleich|ebenbürtig|entsprechend)\w* (?:eignung|qualifikation|leistung)[^;]{0,80}"
    r"(?:vorrang|vorzug|bevorzug|vorgezogen|zuerst|vorrangig)|"
    r"(?:vorrang|vorzug|bevorzug|vorrangig)\w*[^;]{0,80}gleich\w* (?:eignung|qualifikation|leistung)",
    re.IGNORECASE,
)
_THEY = re.compile(r"(?:bei|sie|dann|diese|ihnen|ihre?)\b(?!.{0,60}\b(?:frauen|männer))", re.IGNORECASE)
_NOT_HERE = re.compile(r"(?:nicht|leider|ungeeignet)", re.IGNORECASE)
_NO_HARM = re.compile(r"kein hindernis|nicht entscheidend|nicht nur", re.IGNORECASE)

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
_GROUND = Wording(
    r"geschlecht|herkunft|\balters?\b|altersgruppe|religion|behinderung|sexuell|hautfarbe|weltanschauung|"
    r"glaube|gläubig|an etwas glaub|lebensweise|nationalität|jung oder alt|"
    r"woher (?:du|sie|jemand) komm|woran (?:du|sie|jemand) glaub|wen (?:du|sie|jemand) lieb|"
    r"wie alt (?:du|sie|jemand)|ob \d\d oder \d\d|hier geboren",
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


def _element(ad: Ad, sentence: Sentence | None) -> Element:
    return Element("present", ad.quote(sentence)) if sentence else Element("missing")


def _open(ad: Ad, *patterns: Wording) -> Iterator[Sentence]:
    """The matching sentences that neither ask something of people nor tell their tasks."""
    for sentence in ad.matching(*patterns):
        if not sentence.asks and not sentence.is_task:
            yield sentence


def encouragement(ad: Ad, facts: dict[str, object]) -> Element:
    """People with migration history are invited to apply, by name, not in a list of grounds."""
    every = [s for s in _open(ad, _MIGRATION) if _is_meant(s)]
    for says in (_invites, _is_called, _among_clauses):
        if found := next((s for s in every if says(ad, s)), None):
            return _element(ad, found)
    return Element("missing")


def _is_meant(sentence: Sentence) -> bool:
    """Whether people with migration history may be meant as those who apply."""
    text = sentence.text
    if (_AGAINST.search(text) and not _BIDS.search(text)) or _CROWD.search(text):
        return False
    if (
        _ASKED_OF_YOU.search(text) or _SERVED.search(text) or sentence.kind == "heading"
    ) and not _WARM.search(text):
        return False
    if _EXPLICIT.search(text) or (_ENCOURAGED.search(text) and len(_grounds(text)) <= 1):
        return True
    return not (len(_grounds(text)) > 1 or _LISTS.search(text))


def _invites(ad: Ad, sentence: Sentence) -> bool:
    """The sentence itself invites."""
    return bool(_INVITES.search(sentence.text))


def _is_called(ad: Ad, sentence: Sentence) -> bool:
    """The sentence before or after it invites."""
    text = sentence.text
    before = ad.before(sentence)
    if before and len(before.text) < _CALL and _CALLS.search(before.text) and _NAMED.search(text):
        return True
    after = ad.after(sentence)
    if after and text.rstrip().endswith("?") and after.text.rstrip().endswith("?"):
        after = ad.after(after)  # "Sie sind eingewandert? Oder Ihre Eltern? Dann bewerben Sie sich."
    return bool(after and _NEXT_INVITES.search(after.text))


def _among_clauses(ad: Ad, sentence: Sentence) -> bool:
    """It stands in a paragraph with the clauses on others who may apply, and tells of nobody's help."""
    if _HELPED.search(sentence.text) or not _EXPLICIT.search(sentence.text):
        return False
    return near.has_clauses(ad, sentence)


_HELPED = re.compile(
    r"\b(?:helfen|hilft|berät|beraten|betreu|begleit|unterstütz|bietet|projekt|angebot|"
    r"sachgebiet|arbeiten (?:bei|hier)|"
    r"vertr[ie]tt?|vertreten|(?:stadt|stadtteil|quartier) (?:leben|wohnen)|leben (?:viele|hier)|"
    r"bei uns arbeiten|netzwerk|kundschaft|gäste|kommen zu uns)|\d ?(?:%|prozent)|viertel|hälfte|drittel",
    re.IGNORECASE,
)
_ENCOURAGED = re.compile(r"ermutig|ermunter|bestärk", re.IGNORECASE)
_LISTS = Wording(
    r"unabhängig|ungeachtet|\begal\b|gleich,? welch|(?:ihre|deine|eure) sache|\buns gleich\b", re.IGNORECASE
)
# Said before the people are named: "Wer sich bewerben soll: du!"
_CALLS = re.compile(r"bewerb|bewirb", re.IGNORECASE)
_NAMED = re.compile(
    r"^(?:\w+, ){0,5}(?:\w*migrant|people of color|(?:menschen|leute|personen) mit (?:\w+ )?"
    r"(?:migr|einwander|zuwander))",
    re.IGNORECASE,
)
_CALL = 60


def _grounds(text: str) -> set[str]:
    return {match.group().lower() for match in _GROUND.finditer(text)}


def disability(ad: Ad, facts: dict[str, object]) -> Element:
    """Severely disabled people are preferred or invited."""
    return _element(ad, next((s for s in _open(ad, _DISABLED) if _prefers(ad, s)), None))


def _prefers(ad: Ad, sentence: Sentence) -> bool:
    text = sentence.text
    if _refuses(text):
        return False
    if _EVENLY.search(text):
        return True
    if _DECIDES.search(text):
        return False
    if _ASKED_OF_YOU.search(text) and not re.search(r"bewerbung|eignung", text, re.IGNORECASE):
        return False
    if _PREFERRED.search(text) or re.search(r"entscheiden wir uns für", text, re.IGNORECASE):
        return True
    after = ad.after(sentence)
    if after and _THEY.match(after.text) and _EVENLY.search(after.text):
        return True
    says = text.rstrip().endswith("?") or text.lower().startswith("ich habe")  # what a reader asks
    return says and bool(after and _PREFERRED.search(after.text))


def _refuses(text: str) -> bool:
    """Whether it says no to them, not to something in another part of the sentence."""
    if not _NOT_HERE.search(text) or _NO_HARM.search(text):
        return False
    return any(_NOT_HERE.search(part) for part in text.split(";") if _DISABLED.regex.search(part))


def equality(ad: Ad, facts: dict[str, object]) -> Element:
    """No sex counts more than another, or the one that is rarer is encouraged."""
    return _element(ad, next((s for s in _equal_candidates(ad) if _equal(ad, s)), None))


def _equal_candidates(ad: Ad) -> Iterator[Sentence]:
    for sentence in ad.sentences:
        if not sentence.asks and not sentence.is_task and sentence.kind != "heading":
            short = len(sentence.text) < _SHORT and sentence.text.endswith("?")
            goes_on = short or (len(sentence.text) < _THOUGHT and _LISTS.search(sentence.text))
            yield _with_the_next(ad, sentence) if goes_on else sentence


def _with_the_next(ad: Ad, sentence: Sentence) -> Sentence:
    """ "Geschlecht? Alter? Herkunft? Für uns nicht wichtig." is one thought; so are lines of "Egal, …"."""
    end = min(len(ad.analysis.text), sentence.start + _THOUGHT)
    text = (
        ad.analysis.masked[sentence.start : end]
        .split("\n\n" if _LISTS.search(sentence.text) else "\n")[0]
        .rstrip()
    )
    return sentence._replace(text=text, end=sentence.start + len(text))


def _equal(ad: Ad, sentence: Sentence) -> bool:
    text = sentence.text
    if _BY_LAW.search(text):
        return True
    grounds = _grounds(text)
    if len(grounds) >= _MANY or (
        len(grounds) > 1 and (_GROUNDS.search(text) or near.has_clauses(ad, sentence))
    ):
        return bool(_SEX.search(text)) or (len(grounds) > 1 and bool(_LISTS.search(text)))
    sex = _SEX.search(text)
    if not sex or _MOCKED.search(text) or _LIKED.search(text):
        return False
    named = (_names_sexes(text) or _names_the_rarer(text)) and near.has_clauses(ad, sentence)
    if sex.group() in {"Frau", "Mann"} and not named and _NAMED_WOMAN.search(text):
        return False
    if _OTHERS.search(text) or (_GUESTS.search(text) and not _CALLS.search(text)):
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
