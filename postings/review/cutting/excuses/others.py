"""Of whom a sentence tells: of those who are served, or of a body, and of nobody who may apply."""

from __future__ import annotations

import re

from postings.review.anchors.wording import Wording

_SERVED = (
    r"(?:Menschen|Leute|Personen|Gäste|Kinder|Jugendliche|Familien|Eltern|Hochbetagte|Ältere|Ratsuchende"
    r"|Kundschaft|Publikum|Tiere|Betroffene|Angehörige|Paare|Schutzsuchende|Geflüchtete|Alleinlebende|Mütter|Väter|Großeltern|Schwangere"
    r"|Pflegebedürftige|Mieter|Bewohner|Besucher|Patient|Klient|Nutzer|Schüler|Teilnehme|Anrufe"
    r"|Kund|Fahrgäste|Gefangene|Obdachlose|Wohnungslose)(?:\w|[*:/-])*"
)
_THEY_DO = (
    r"(?:haben|hat|leben|lebt|wohnen|wohnt|kommen|kommt|sprechen|spricht|tragen|trägt|nutzen|nutzt|sitzen|sitzt"
    r"|hören|sehen|brauchen|braucht|leiden|leidet|benutzen|warten|wartet|suchen|sucht|können|kennen"
    r"|verlieren|stehen|steht|erwarten|gehen|geht|besuchen|besucht|sind|ist)"
)
_NUMBER = r"(?:\d+|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|zwanzig|fünfzig|hundert)"
# "Viele Hochbetagte leben allein", "Manche haben Demenz", "Unsere Gäste sind oft krank"
_TOLD = Wording(
    rf"^\W*(?:(?:Viele|Manche|Einige|Mehrere|Etliche|Die meisten|Fast alle|Zwei|Drei|Vier|Fünf|Zwanzig|\d+)"
    rf" (?:(?:der|von|unserer|dieser) )?(?:\w+e[nr]? )?(?:{_SERVED}|von ihnen)"
    rf"|[Uu]nsere? (?:\w+e[nr]? )?{_SERVED}"
    rf"|Die (?:\w+ )?{_SERVED}(?:, die [^,.;:]{{1,40}},)?)"
    rf" {_THEY_DO}\b"
    # "Bei uns wohnen 80 Menschen ab 60 Jahren", "Im Haus leben Kinder mit Trisomie 21"
    rf"|^\W*(?:Bei uns|Hier|Dort|Im \w+|Zu uns|In \w+(?: \w+)?|Auf \w+ \w+) "
    r"(?:leben|wohnen|lernen|spielen|übernachten|essen|kommen)"
    rf" (?:rund |etwa |bis zu )?(?:{_NUMBER} )?(?:\w+e[nr]? )?{_SERVED}\b"
    # "Eine Mutter mit Depressionen braucht andere Hilfe", "Wer zu uns in die Beratung kommt, ist …"
    r"|^\W*Eine? (?:Mutter|Vater|Kind|Teenager|Familie|Witwe|Witwer|Paar|Schwangere|Seniorin|Baby|Oma|Opa)\b"
    r"[^.;:]{0,40}\b(?:braucht|kommt|ruft|fragt|sucht|weint|stürzt|meldet|schreit|wartet|steht)\b"
    r"|^\W*Wer (?:zu uns|hier) (?:in die|in den|ins|zur|zum) [A-ZÄÖÜ]\w+ kommt\b"
)
# "Manche haben Demenz": of clients, where the sentence before does not tell of the team.
_SOME = re.compile(rf"\W*(?:Manche|Viele|Einige|Die meisten) {_THEY_DO}\b")
_OF_A_TEAM = re.compile(
    r"\b(?:[Ww]ir|[Uu]ns|[Uu]nser\w*|\w*[Tt]eam\w*|Kolleg\w*|Kollegium|\w*[Cc]rew|Belegschaft|Truppe|Mannschaft"
    r"|Beschäftigte\w*|Mitarbeit\w*)\b"
)
# Said with nothing before it, this is how colleagues are: "Viele sind jung und ungebunden."
_LIKE_A_TEAM = re.compile(
    r"\b(?:ungebunden|jung|ledig|unverheiratet|kinderlos|Singles?|sportlich|von hier"
    r"|(?:unter|um die) [2-4]0)\b"
)
_TO_SOMEONE = re.compile(
    r"\b(?:Sie|Ihre?[nrms]?|Ihnen|[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nrms]?|[Ww]ir"
    r"|[Uu]ns(?! (?:wohnen|leben|lernen|kommen|in|essen|übern))"
    r"|\w*[Bb]ewerb\w*|Kolleg\w*|\w*[Tt]eam\w*|Stelle|Posten|Job|Beruf|Dienst"
    r"|nicht|kein\w*|nichts|nie|niemand\w*|nur|lieber|leider|schwer|schwierig|falsch|zu|verloren|überfordert"
    r"|bevorzugt|vorrangig|besser\w*|weniger|gern|ungern|langsam\w*"
    r"|muss|müssen|soll\w*|darf|dürfen|ungeeignet|geeignet)\b"
)
# "Herzinfarkt, Armbruch, Atemnot: Kein Einsatz gleicht dem anderen."
_NEVER_THE_SAME = re.compile(
    r"\b[Kk]ein\w* (?:Tag|Dienst|Einsatz|Fall|Schicht|Woche|Arbeitstag|Gespräch|Anruf|Auftrag"
    r"|Kind|Mensch|Termin|Notruf) (?:ist|gleicht|verläuft|läuft) (?:\w+ )?(?:wie|dem|der|genau)\b"
)
# "Die Geschäftsstelle ist weltanschaulich neutral", "Der Kindergarten war früher evangelisch"
_BODY = Wording(
    r"\b(?:[Dd](?:ie|er|as)|[Uu]nsere?) (?:\w+e[rs]? )?"
    r"(?:\w*(?:[Ss]telle|[Ss]chule|[Ss]tadt|[Hh]aus|[Ee]inrichtung|[Bb]eratung|[Vv]erwaltung|[Kk]ita|garten"
    r"|[Tt]räger|[Vv]erein|[Aa]mt|[Zz]entrum|[Bb]üro|[Ss]tiftung|[Dd]ienst|[Aa]ngebot|[Aa]rchiv|[Bb]ücherei"
    r"|[Bb]ibliothek|[Mm]useum|[Ff]riedhof|[Hh]alle|[Kk]apelle|[Gg]ebäude|[Bb]estattung|[Kk]linik|[Hh]eim))"
    r"\b(?: [^.;:,]{0,60}| gehört [^.;:]{0,60} und) ?(?:ist|war|bleibt|arbeitet)\b"
)
# "frisch aus der Schule oder schon Oma: alles gut"
_ALL_FINE = re.compile(
    r"\boder\b[^.;]*[:–] ?(?:alles|alle|beides|jede\w*|das) (?:\w+ )?"
    r"(?:gut|passt|prima|fein|recht|willkommen|in Ordnung|richtig|geht|klasse)\W*$"
    r"|(?:\boder\b|\w, \w)[^.;]*[:–] ?(?:Hauptsache|[Ww]ir stellen ein, wer|[Ww]ir nehmen, wer)\b[^.;]*\W*$"
)

# "Tagebücher einer Krankenschwester", "Das Museum zeigt Pässe von Gastarbeitern"
_SHOWN = re.compile(
    r"\b(?:Nachl[aä]ss\w*|Tageb[uü]ch\w*|Briefe|Fotos|Fotografien|Gemälde|Porträts?|Denkmal|Bilder|Erinnerungen"
    r"|Geschichten?|Lebensgeschichten?|Alltag|Leben|Arbeitskleidung)"
    r" (?:der|von|einer|des|eines|über|aus|ehemaliger|erste[nr])\b[^.;:]{0,70}$"
    r"|\b(?:Ausstellung|Schau|Museum|Sammlung|Film|Roman|Stück|Depot|Nachlass|Denkmal|Führung)\b[^.;:]{0,40}"
    r"\b(?:zeigt|zeigen|erzählt|erzählen|umfasst|erinnert|handelt|über|von)\b[^.;:]{0,70}$"
)
_SEEKS = re.compile(r"\b(?:such\w*|gesucht|brauchen|erwarten|einstellen|verstärken)\b")


def is_shown(sentence: str, start: int) -> bool:
    """Whether the words at `start` are what an exhibition, a book or letters tell of."""
    return bool(_SHOWN.search(sentence, 0, start)) and not _SEEKS.search(sentence)


def is_of_others(sentence: str, before: str = "") -> bool:
    """Whether the sentence tells of people who are served: "Viele Hochbetagte leben allein"."""
    if _NEVER_THE_SAME.search(sentence):
        return True
    if _SOME.match(sentence):
        team = _OF_A_TEAM.search(before) or (not before.strip() and _LIKE_A_TEAM.search(sentence))
        return not team and not _TO_SOMEONE.search(sentence)
    return bool(_TOLD.search(sentence)) and not _TO_SOMEONE.search(sentence)


def is_of_institution(sentence: str) -> bool:
    """Whether the sentence tells of a house or an office: "Die Schule ist weltanschaulich neutral"."""
    return bool(_BODY.search(sentence)) and not _TO_SOMEONE.search(sentence)


def are_all_fine(sentence: str, start: int) -> bool:
    """Whether those named at `start` are taken as they are: "Kippa oder Kappe: Hauptsache Helm drüber"."""
    found = _ALL_FINE.search(sentence)
    if found is None:
        return False
    return start < max(sentence.rfind(":"), sentence.rfind("–")) and " nicht " not in sentence
