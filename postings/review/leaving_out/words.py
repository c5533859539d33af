"""The small words that tell what goes along with a point that is left out, and what stays."""

from __future__ import annotations

import re

#: Before a point, and a part of it: "ein gepflegtes …", "möglichst …". Endings show adjectives of a noun.
_ADVERBS = (
    "absolut|am besten|auch|außerdem|bestenfalls|bevorzugt|dabei|ebenso|geistig|gern|gerne|gesundheitlich"
    "|idealerweise|jederzeit|körperlich|möglichst|noch|natürlich|psychisch|seelisch|selbst|sehr"
    "|selbstverständlich|stets|unbedingt|vollkommen|vor allem|vorzugsweise|weiterhin|zudem|zusätzlich"
)
_ARTICLES = (
    r"(?:d|dies|jed|manch|solch)(?:e|er|es|en|em|as)"
    r"|(?:ein|kein|mein|dein|sein|ihr|unser|euer)(?:e|er|es|en|em)?|Ihr(?:e|er|es|en|em)?"
)
_ADJECTIVE = r"[a-zäöüß][\wäöüß-]+(?:e|en|er|es|em)"
_GOES_TOO = re.compile(rf"(?:\b(?:{_ADVERBS}|{_ARTICLES}|{_ADJECTIVE})[ ]+)+\Z")

_NO_ADJECTIVE = re.compile(
    r"(?:bitte|erwarten|wünschen|verlangen|brauchen|benötigen|fordern|bieten|haben"
    r"|jemanden|niemanden|uns|ihnen|Ihnen|allen|viele[nr]?|einige[nr]?|mehrere[nr]?)[ ]+"
)
_HALF_ADJECTIVE = re.compile(
    r"\b(?:beruflich|charakterlich|fachlich|familiär|finanziell|geistig|gesundheitlich|körperlich|mental|örtlich"
    r"|persönlich|physisch|privat|psychisch|seelisch|sozial|sprachlich|zeitlich)\Z"
)
_PREPOSITIONS = (
    "an|am|auf|aus|bei|beim|durch|für|gegen|gegenüber|in|im|inkl\\.|inklusive|einschließlich|mit|nach|nebst"
    "|ohne|samt|über|um|unter|von|vom|vor|wegen|zu|zum|zur|zwischen"
)
_VERBS = (
    "bin|bist|ist|sind|seid|war|waren|wird|werden|wirst|hat|habe|haben|hast|bringe|bringen|bringst|bringt"
    "|erwarte|erwarten|wünschen|suchen|biete|bieten|besitzen|besitzt|verfügen|verfügst|zeigen|zeigst|zahlen"
    "|kann|kannst|können|willst|wollen|will|magst|mögen|mag|sollen|sollten|solltest|sprechen|sprichst"
    "|arbeiten|arbeitest|leben|lebst|kennen|kennst|stehen|stehst|stammen|stammst|kommen|kommst|beherrschen"
    "|beherrschst|leiten|leitest|beraten|helfen|hilfst|planen|pflegen|lieben|liebst|schätzen|begleiten"
    "|darf|darfst|dürfen|muss|musst|müssen|müsstest|sollst|solltet|hältst|halten|gehen|gehst|freuen|freust"
    "|geben|nennen|teilen|reichen|machen|vermerken|weisen|benötigen|verlangen|fordern|brauchen"
    "|wohnen|wohnst|sehen|siehst|glauben|glaubst|gehören|gehörst|hören|hörst"
    "|betreuen|übernehmen|unterstützen|tragen|trägst|fügen|senden|legen|schicken|bleiben|bleibst"
)
_STAYS = re.compile(
    rf"(?:\b(?:(?i:{_VERBS})|Voraussetzung|[Bb]itte)[ ]+(?:Sie[ ]+|du[ ]+)?"
    rf"(?:(?:uns|bitte|auch|(?:Ihrer|der|den|Ihren) (?:Bewerbung|Unterlagen))[ ]+)*"
    rf"(?:(?:{_PREPOSITIONS})[ ]+)?|:[ ]*)\Z"
    rf"|\A[ ]*(?i:{_PREPOSITIONS})[ ]+\Z"
)
_ANY_VERB = re.compile(rf"\b(?:{_VERBS})\b")
_YOUR_VERB = re.compile(r"[a-zäöüß]+st\b")
_MAYBE_VERB = re.compile(r"[a-zäöüß]+en\b")
#: Ends like a verb and tells how somebody is: "offen für Neues".
_PREDICATE = re.compile(
    r"(?:\w*offen|gelassen|verschwiegen|zufrieden|\w*geschlossen|unerschrocken|bescheiden|\w*erfahren|besonnen"
    r"|belesen|ausgeglichen|angesehen|willkommen|trocken|selten|eigen|\w*verbunden|\w*gebunden|\w*wachsen"
    r"|geboren|ausgewogen|\w*nommen|betroffen|versessen|besessen|\w*fangen|unverdrossen|angemessen|vollkommen"
    r"|\w*zogen|\w*scholten|gestanden|gehoben|gelungen|gerissen|geschieden|gegen|neben|innen|außen|oben|unten"
    r"|unterwegs|fest|selbst|meist|zuerst|zuletzt|längst|sonst|erst|fast|jüngst|einst|robust|bewusst|ernst"
    r"|\w*bewusst|gerüst|getrost|höchst|äußerst|möglichst|wüst|lieben|allen|einen|keinen|ihren|unseren|deinen"
    r"|diesen|jeden|vielen|beiden|Ihren)\b"
)
#: An adjective of the noun after it: "jungen Menschen zugewandt".
_ATTRIBUTE = re.compile(
    r"[a-zäöüß]+(?:ig|lich|isch|sam|bar|haft|los|jung|alt|groß|klein|gut|neu|ander)en [A-ZÄÖÜ]"
)
_MAIN_CLAUSE = re.compile(r"\w+ (?:Sie|du|wir)\b")
#: Adds to the noun before it, which does without: "Lebenslauf ohne Lücke", "Bewerbung mit Lichtbild".
_ADDED = re.compile(
    r"(?<=[a-zäöüß])[ ]+(?:mit|ohne|für|samt|nebst|inkl\.|inklusive|einschließlich|bis|unter|über|zwischen)"
    r"[ ]+\Z"
)
_BARE = re.compile(
    r"(?:\A\s*|\b(?:sind|bist|ist|wird)\s+)(?:[Ee]ine?[rnms]?|[Kk]eine?[rnms]?)[ ]+"
    r"(?:[a-zäöüß]+[ ]+)*[A-ZÄÖÜ]\S*\Z"
)
#: Their verb needs what was added: "Sie stammen aus einem Elternhaus mit …", "Wir beginnen den Tag mit …".
_NEEDS_MORE = re.compile(
    r"\b(?:stamm(?:en|st)|kommen|kommst|leben|lebst|führen|führst|wohnen|wohnst|beginn\w*|starte[nt]|ende[nt])\b"
)
#: A noun that means the same without what was added; "Verbundenheit mit …" and "Umgang mit …" do not.
_HEAD = re.compile(
    r"\b(?!(?:Sie|Ihnen|Ihr|Person(?:en)?|Mensch(?:en)?|Leuten?|Mütter|Väter|Eltern|Frauen|Männern?"
    r"|Aussprache|Stimme|Auftreten|Erscheinung\S*|Äußeres|Wesen|Charakter|Figur|Körper|Haut|Elternhaus"
    r"|Hintergrund|Ausdrucksweise|Paare|Familien|Hausfrauen|Studierende|Kolleg\S+|Mitarbeit\S+|Bewerber\S*|Kräften?)\Z)[A-ZÄÖÜ]\S+(?<!heit)(?<!keit)(?<!schaft)(?<!gang)(?<!arbeit)(?<!resse)(?<!sinn)"
    r"(?<!freude)(?<!lust)(?<!verständnis)(?<!gespür)(?<!toleranz)(?<!mut)(?<!wille)(?<!fahrung)(?<!ständigung)\Z"
)
_ENDS_WITH_NOUN = re.compile(r"(?:\A|\s)(?:[A-ZÄÖÜ]\S*|\d+\.?|zwanzig|dreißig|vierzig|fünfzig)\Z")
_SEEKS = re.compile(r"\b(?:such(?:en|t|e)|gesucht|Verstärkung|brauch(?:en|t))\b", re.IGNORECASE)
_COPULA = re.compile(r"[ ]*(?:Sie sind|[Dd]u bist) +")
_QUALITY = re.compile(
    r"(?:sehr |stets |gern |immer |auch |körperlich |geistig )*[a-zäöüß-]+(?<!st)(?<!e)(?<!em)"
)
_NOUN_AND_VERB = re.compile(
    r"\A(?:[a-zA-ZÄÖÜäöüß]+e?[nrms]? )?[A-ZÄÖÜ]\w+ "
    r"(?!mit|seit|samt|nicht|gut|gegen|neben|erst|ge)[a-zäöüß]+(?:t|en)\b"
)
_TURNS = re.compile(r" [a-zäöüß]+(?:en|st|ern|eln) (?:Sie|du)\b")
_BEGINS_VERB = re.compile(rf"(?:{_VERBS})\b")
_BEGINS_PREPOSITION = re.compile(rf"(?:{_PREPOSITIONS})\s")
_SUBJECT_AND_VERB = re.compile(
    rf"(?P<subject>Sie|Du|du|Wir|wir)[ ]+(?:{_VERBS})[ ]+(?:(?:{_ADVERBS}|{_ARTICLES}|{_ADJECTIVE})[ ]+)*"
    rf"(?:(?:{_PREPOSITIONS})[ ]+(?:(?:{_ARTICLES})[ ]+)?)?\Z"
)
#: Closes the bracket of a verb; stays: "mit Lebenslauf und Lichtbild einzureichen".
_BRACKET = re.compile(
    r"\s+(?:mit|bei|ein|an|vor|zu|aus|durch|ab|auf|um|nach|haben|sein|senden|schicken|einreichen|einsenden|beifügen|beilegen"
    r"|mitbringen|übersenden|\w+zu\w+en|zu \w+en|erwünscht|gewünscht|erforderlich|willkommen)"
)
_ATTACHED = re.compile(rf"\s+(?:{_PREPOSITIONS}|der|des|dem|den|zu)\s(?:[a-zäöüß]+\s){{0,3}}[A-ZÄÖÜ\d]\S*")
_CLAUSE = re.compile(
    r"(?:also|welche[rsmn]?|weil|denn|da|obwohl|obgleich|wenn|falls|damit|sodass|so dass|was|wo|wie|wer|um"
    r"|dass|ob|bevor|bis|sofern|soweit|solange|als|indem|wobei|deren|dessen"
    r"|auf die|auf den|mit (?:dem|der|denen))\b"
)
#: "die auch bei Regen lachen": a clause ends with its verb, a point of a list with a noun or an adjective.
_RELATIVE = re.compile(r"(?:die|der|das|den|dem|denen)\s.*\s[a-zäöüß]+(?:t|en|st|n|hat|ist|war)")
_INFINITIVE = re.compile(r".*\b(?:[a-zäöüß]+zu[a-zäöüß]+e?n|zu [a-zäöüß]+e?n)")
_SPAN = re.compile(r"(?:zwischen|über|unter|bis|ab|um die) \d")
_INNER = re.compile(rf"\b(?:{_PREPOSITIONS})\s")
_UNSURE = re.compile(
    r"\b(?:sondern|weder|noch nie|entweder|sowohl|als auch|beziehungsweise|bzw\.|nicht nur|zwar|aber|jedoch"
    r"|statt|anstatt|außer|sonst|soll heißen|zwischen)\b|[-–] |\.\.\.|…"
)
_NEGATED = re.compile(r"(?:kein\w*|ohne|nicht|nie|niemals|weder|frei von)\b", re.IGNORECASE)
_LEANS_BACK = re.compile(
    r"\s*(?:Das|Dies\w*|Dabei|Dafür|Dazu|Deshalb|Daher|Darum|Denn|Sonst|Er|Es|Dadurch"
    r"|Damit(?! (?:Sie|du|wir|die|der|das|es)\b)|Andernfalls|Dann|Deswegen|Davon|Daran|Darauf"
    r"|Darin|Dort|Hier(?:für|zu|bei|von|über|auf)|So|Solche\w*|Auch|Aber|Doch|Wie"
    r"|Nur so"
    r"|Ihm|Ihnen|Beide\w*|Jene\w*|Letztere\w*|Erstere\w*|Gleiches|Ebenso|Genauso|Außerdem|Zudem|Ferner"
    r"|Darüber hinaus|Ansonsten|Trotzdem|Dennoch|Allerdings|Jedoch|Umso|Ja|Nein|Perfekt|Prima|Super|Toll"
    r"|Klasse|Kein Problem|Keine Sorge|Na dann|Ausnahmen?|Und|Oder|Warum|Wieso|Weil|Ebenfalls|Genau"
    r"|(?:Die|Ihre) (?:Angaben?|Auskunft|Antwort)"
    r"|(?:\w+ ){1,4}(?:das(?! [A-ZÄÖÜ])|dies|es|dafür|dazu|dabei|damit))\b"
)
_VERB_AND_THAT = re.compile(
    r"\w+ (?:das|dies|es|diese|sie|ihn)\b(?! [A-ZÄÖÜ])"
    r"|(?:[^,]* )?(?:daher|deshalb|deswegen|darum|dadurch|somit|also|folglich|so|dafür|dazu|damit|davon|daran"
    r"|darauf|darin|dabei|hierfür)\b"
)


def goes_too(before: str) -> int:
    """How many characters right before a point belong to it: its article, its adjectives, "möglichst"."""
    found = _GOES_TOO.search(before)
    if not found:
        return 0
    other = max((each.end() for each in _NO_ADJECTIVE.finditer(found.group())), default=0)
    return len(found.group()) - other


def stays(before: str) -> bool:
    """Whether what stands before a first point can do without it: "Sie sind", "mit", "Wir erwarten:"."""
    return not before.strip() or bool(_STAYS.search(before))


def subject_of(before: str) -> int | None:
    """Where the subject of "Sie sind (noch) …" ends; None where the words are something else."""
    found = _SUBJECT_AND_VERB.fullmatch(before)
    return found.end("subject") if found else None


def is_copula(frame: str) -> bool:
    """ "Sie sind": what follows may be of any kind."""
    return bool(_COPULA.fullmatch(frame))


def ends_with_clause(hit: str) -> bool:
    """Whether a noun of the finding has its verb there: "Schwerbehinderung liegt nicht vor"."""
    return bool(_NOUN_AND_VERB.search(hit)) and not begins_with_verb(hit)


def is_quality(point: str) -> bool:
    """ "gesund", "sehr gern draußen": how somebody is, without a noun or a verb."""
    return bool(_QUALITY.fullmatch(point)) and not _NEGATED.match(point)


def turns(after: str) -> bool:
    """ "(Mit Herz und Verstand) führen Sie das Haus" """
    return bool(_TURNS.match(after))


def begins_with_verb(words: str) -> bool:
    """ "haben Freude an der Arbeit" """
    return bool(_BEGINS_VERB.match(words))


def continues(words: str, subject: str) -> bool:
    """Whether a point is a further clause of "Sie …" or "Du …": "springen auch kurzfristig ein"."""
    if begins_with_verb(words):
        return True
    found = (_YOUR_VERB if subject.lower() == "du" else _MAYBE_VERB).match(words)
    if not found or not words[found.end() :].strip() or _MAIN_CLAUSE.match(words):
        return False
    return not _PREDICATE.match(words) and not _ATTRIBUTE.match(words)


def may_begin_with_verb(words: str, frame: str) -> bool:
    """Whether this could be a verb of "Du …" or "Sie …" that no list knows: "brennst für Linux"."""
    if _PREDICATE.match(words):
        return False
    if re.match(r"[ ]*[Dd]u\b", frame):
        return bool(_YOUR_VERB.match(words))
    return bool(re.match(r"[ ]*(?:Sie|Wir|wir)\b", frame) and _MAYBE_VERB.match(words))


def has_verb(words: str) -> bool:
    """ "Wir zahlen nach Tarif" """
    return bool(_ANY_VERB.search(words))


def added(before: str) -> int:
    """How many characters before a point join it to a noun that does without it; 0: none."""
    found = _ADDED.search(before)
    head = before[: found.start()] if found else ""
    if not found or _BARE.search(head) or _NEEDS_MORE.search(head) or not _HEAD.search(head):
        return 0
    return len(before) - found.start()


def is_half(words: str) -> bool:
    """Whether this lacks a word that the next point has: "physisch und psychisch belastbar"."""
    return bool(_HALF_ADJECTIVE.search(words))


def seeks(sentence: str) -> bool:
    """Whether the ad says here whom it wants: that sentence cannot go."""
    return bool(_SEEKS.search(sentence))


def begins_with_preposition(words: str) -> bool:
    """ "mit viel Geduld" """
    return bool(_BEGINS_PREPOSITION.match(words))


def is_bracket(after: str) -> bool:
    """Whether these words after the last point close the verb of the sentence: "… einzureichen"."""
    return bool(_BRACKET.fullmatch(after))


def is_attached(after: str) -> bool:
    """Whether these words hang on the noun before them: "… gegenüber anderen"."""
    return bool(_ATTACHED.fullmatch(after))


def begins_clause(words: str) -> bool:
    """Whether a clause begins here that hangs on what stands before the comma: "weil …", "die … hat"."""
    return any((_CLAUSE.match(words), _RELATIVE.fullmatch(words), _INFINITIVE.fullmatch(words)))


def is_unsure(sentence: str) -> bool:
    """Whether the parts of a sentence lean on each other: "nicht nur …, sondern auch …"."""
    return bool(_UNSURE.search(sentence))


def is_negated(words: str) -> bool:
    """ "keine Kinder" """
    return bool(_NEGATED.match(words))


def leans_back(following: str) -> bool:
    """Whether the next sentence speaks of this one: "Das …", "Deshalb …"."""
    return bool(_LEANS_BACK.match(following))


def is_nominal(words: str, *, begins_sentence: bool = False) -> bool | None:
    """Whether a point has a noun; None: a lone first word of a sentence, which has a capital anyway."""
    found = words.split()
    if begins_sentence and len(found) == 1 and words[:1].isupper():
        return None
    return any(word[:1].isupper() for word in (found[1:] if begins_sentence else found))


def ends_with_noun(words: str) -> bool:
    """ "ohne jede Lücke", "bis 30"; but "für alle nicht geeignet" is more than an addition."""
    return bool(_ENDS_WITH_NOUN.search(words)) and " nicht " not in words


def joins_inside(hit: str) -> bool:
    """Whether the next point may belong to the last noun of this one: "ideal für Studierende und …"."""
    return bool(_INNER.search(hit)) and not _SPAN.match(hit) and ends_with_noun(hit)


def speaks_of_it(next_words: str) -> bool:
    """Whether the next point speaks of the one before: "erwarten das auch von Ihnen"."""
    return bool(_VERB_AND_THAT.match(next_words))
