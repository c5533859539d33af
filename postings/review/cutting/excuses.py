"""What takes the point out of a wording that excludes people elsewhere: it is denied, or part of a name."""

from __future__ import annotations

import functools
import re

from postings.review.anchors.wording import Wording
from postings.review.cutting import groups
from postings.review.german.vocabulary.lexicon import DATA

_NEEDED = "nötig|erforderlich|notwendig|entscheidend|Voraussetzung|Bedingung|Pflicht|zwingend|wichtig"
_NEEDED += "|vorgeschrieben|vorausgesetzt|verlangt|gefordert|vonnöten"
# Said of what is asked, never of people: "Alte Hasen brauchen wir nicht" excludes.
_DENIALS = (
    rf"\b(?:ist|sind|wäre|war)\b[^,.;:]{{0,40}}\b(?:nicht|kein\w*)\b[^,.;:]{{0,25}}\b(?:{_NEEDED})",
    rf"\b(?:nicht|kein\w*) (?:\w+ )?(?:{_NEEDED})\b",
    r"\b(?:brauchen|benötigen|müssen) Sie\b[^,.;:]{0,60}\b(?:nicht|kein\w*)\b",
    r"\bSie (?:brauchen|benötigen|müssen)\b[^,.;:]{0,25}\b(?:nicht|kein\w*)\b",
    r"\bbrauchst du\b[^,.;:]{0,40}\b(?:nicht|kein\w*)\b",
    r"\b[Dd]u (?:brauchst|musst) (?:dafür )?(?:nicht|kein\w*)\b",
    r"\b[Nn]iemand\b[^,.;:]{0,50}\b(?:muss|braucht|soll)\b",
    r"\bmuss (?:aber |dabei )?(?:nicht|kein\w*)\b|\bmüssen (?:aber |dabei )?nicht\b",
    r"\b(?:setzen|verlangen|erwarten|fordern) wir\b[^,.;:]{0,30}\b(?:nicht|kein\w*)\b(?! ein\W*$)",
    r"\b[Ww]ir (?:verlangen|erwarten|fordern)\b[^,.;:]{0,25}\b(?:nicht|kein\w*)\b",
    r"\bwird\b[^,.;:]{0,30}\bnicht (?:verlangt|erwartet|vorausgesetzt|abgefragt)",
    r"\bspiel(?:t|en)\b[^,.;:]{0,40}\bkeine(?:rlei)? Rolle",
    r"\b(?:ist|sind) (?:uns |für uns |dabei |bei uns )?(?:ganz |völlig )?"
    r"(?:egal|gleichgültig|nebensächlich|zweitrangig|unwichtig|wurscht|wurst|schnuppe|einerlei)\b"
    r"|\b(?:ist|sind) uns (?:ganz |völlig )?gleich\b",
    r"\bkein(?:e|en)? (?:Hindernis|Nachteil|Ausschluss\w*|Muss|Hinderungsgrund|Kriterium|Makel"
    r"|Drama|Beinbruch|Weltuntergang)\b",
    r"\bfragen wir (?:Sie )?nicht|\bwir fragen (?:Sie )?nicht",
    r"\bzähl(?:t|en) (?:für uns |bei uns |hier )?nicht\b",
    r"\bgeh(?:t|en) (?:uns|niemanden) nichts an\b|\btu(?:t|n) (?:hier |für uns )?nichts zur Sache\b",
    r"\b(?:ist|sind|bleibt|bleiben) (?:ganz |allein )?(?:Ihre|deine) "
    r"(?:Sache|Privatsache|Angelegenheit|Entscheidung)\b",
    r"\bohne (?:Bedeutung|Belang|Einfluss)\b"
    r"|\b(?:hat|haben)\b[^.;:]{0,50}\bkeine(?:rlei|n)? (?:Einfluss|Bedeutung|Auswirkung\w*)",
    r"\bkeine Frage(?:n)?,? (?:die wir|für uns)\b",
    r"\bund nicht nach\b|(?:\bund|,) nicht,? (?:wie alt|woher|wen|woran|wer|mit wem|ob|welche\w*)\b",
    r"\bkein Grund (?:für|zu[mr]?|gegen|ab\w+|nicht)\b|\bsteh(?:t|en)\b[^.;:]{0,40}\bnicht im Weg\b",
    r"\b(?:achten|schauen|sehen|blicken|gucken)\b[^.;:]*\bnicht auf\b",
    r"\bnicht als (?:Maßstab|Kriterium|Hindernis|Nachteil|Makel)\b"
    r"|\bkeine? (?:Maßstab|Messlatte)\b",
    r"\b[Uu]ns auch nicht\b|\b[Ee]benso wenig\b|\bkümmer(?:t|n)\b[^.;:]{0,20}\bnicht\b",
    r"\bschließ\w+ (?:Sie |dich |niemanden |hier )?nicht aus\b"
    r"|\b(?:ist|sind) (?:für uns )?(?:dasselbe|einerlei)\b|\bbehandeln wir (?:\w+ )?gleich\b",
    r"\b(?:machen|gibt es)\b[^.;:]{0,20}\bkeine?n? Unterschiede?\b|\bunterscheiden wir nicht\b",
    r"\binteressier(?:t|en) uns (?:hier |dabei )?nicht\b|\b(?:wollen|müssen) wir (?:gar )?nicht wissen\b",
    r"\bmach(?:t|en) (?:hier |für uns |bei uns )?keinen Unterschied|\bnicht zum Nachteil\b",
    r"\b(?:fragen|fragt) (?:\w+ ){0,2}weder\b|\bweder\b[^.;:]{0,80}\bnoch\b[^.;:]{0,40}"
    r"\b(?:fragen|Rolle|wichtig|entscheide\w*|Vorteil|Nachteil|nötig|gefragt)",
)
_DENIED = Wording("|".join(_DENIALS))
_DENYING = re.compile(r"\b(?:kein\w*|nicht|ohne)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:aber|jedoch|sondern|allerdings|doch|solange|sofern|außer|wohl aber)\b")
_BUT_NO = re.compile(r", (?:aber|jedoch|doch) $")
# "… Berufsanfängerin? Prima. Sie sind seit dreißig Jahren dabei? Auch prima."
_BOTH_ASKED = re.compile(
    r"\W*(?:[\w ]{1,30}[.!] ?)?[^.!?]{1,80}\?\W*"
    r"(?:Auch|Ebenfalls|Genauso|Ebenso|Beides|Ein gemischtes|Alles|Egal)\b"
)
_ANSWER = re.compile(
    r"\W*(?:(?:Das )?(?:[Bb]rauchen|[Mm]üssen) Sie (?:\w+ )?nicht|Nein\b"
    r"|Nicht (?:nötig|wichtig|bei uns|erforderlich)|Egal\b|Spiel(?:t|en) (?:\w+ )*keine Rolle|Muss nicht"
    r"|Kein(?:e|en)? (?:Problem|Muss|Voraussetzung|Pflicht|Hindernis|Sorge|Thema)|Das fragen wir nicht"
    r"|(?:Das )?(?:[Ii]st|[Ss]ind) (?:\w+ )?(?:nicht nötig|egal|kein)|Alles willkommen"
    r"|Beides (?:ist|passt|geht))"
)
# What a reader asks: "Darf ich mich mit Kopftuch bewerben? Selbstverständlich."
_MAY_I = Wording(r"\b(?:[Dd]arf|[Kk]ann|[Dd]ürfen|[Kk]önnen) (?:ich|man|wir)\b")
_YOU_MAY = re.compile(
    r"\W*(?:Ja|Jawohl|Selbstverständlich|Natürlich|Klar|Na klar|Aber (?:ja|sicher|gern\w*)|Gern\w*|Sicher"
    r"|Sehr gern|Unbedingt|Und ob|Auf jeden Fall|Jederzeit|Kein Problem)\b"
    r"(?![^.!?]*\b(?:aber|nur|außer|sofern|wenn)\b)"
)
_NAME = Wording(
    r"(?<!\b[Ee]ine )(?<!\b[Dd]ie )(?<!\b[Ii]hre )(?<!\b[Ii]hrer )(?<!\b[Jj]ede )"
    r"\b(?:Frau|Herrn?|Hr\.|Fr\.)[ \u00a0]"
    r"(?:(?:Dr|Prof|Dipl)\.(?:-\w+\.?)?[ \u00a0]){0,3}((?:[A-ZÄÖÜ][\w.-]*[ \u00a0]){0,2}[A-ZÄÖÜ][\w-]+)"
)

# "Bitte bewerben Sie sich ohne Foto und Geburtsdatum": what is to be left out is not asked for.
_DATA = "Foto|Bild|Geburtsdatum|Geburtsort|Alter|Angaben?|Familienstand|Konfession|Religion"
_LEFT_OUT = Wording(
    rf"(?<!/)\b(?:ohne|kein\w*) (?:{_DATA})\b|\b(?:ist|sind) freiwillig\b"
    rf"|\b[Ll]assen Sie\b[^.;]{{0,60}}\bweg\b"
    rf"|\bweder\b[^.;]{{0,40}}\b(?:{_DATA})\b[^.;]{{0,20}}\bnoch\b"
    rf"|\bauf [^.;]{{0,40}}\b(?:{_DATA})\b[^.;]{{0,50}}\bverzichten|\bverzichten [^.;]{{0,30}}\b(?:{_DATA})\b"
)
_EVERY_AGE = Wording(
    r"\b(?:alle|mehrere|drei|vier) (?:Altersgruppen|Generationen)|\bjede[ns]? Alters?\b|altersgemischt"
)
_BOTH_ENDS = Wording(
    r"\b(?:[Jj]ung|[Nn]eu|[Ff]risch|[Gg]erade|[Ee]rst|[Aa]nfang|[Bb]erufs(?:anf|ein)|Schulab|Absolv|Nachwuchs|Auszubild|Azubi|Praktik)\w*\b"
    r"[^.;:]{0,60}\b(?:oder|und|wie|bis)\b[^.;:]{0,40}"
    r"\b(?:(?<!Jahre )(?<!keine )alt|ält(?!er als)|läng|lange|erfahren|Erfahren|Alt\b|Ält|Berufserfahr"
    r"|Quereinst|[Ww]iedere|wechs|zurückk"
    r"|über [5-7]\d|kurz vor"
    r"|seit (?:vielen |zehn |zwanzig |dreißig )?Jahren|[Rr]ent(?:e|ner)|Ruhestand|Lebenserfahr)\w*"
    r"|\b(?:[Vv]iele|[Ee]inige|[Mm]anche|[Dd]ie einen)\b[^.;]*\b(?:andere|manche|einige)n?\b"
    # "ein alter Hase oder noch ganz neu"
    r"|\b(?:alte[rn]?|ältere[rn]?|[Ee]rfahren\w*|lange dabei|Berufserfahr\w*|[Rr]ent(?:e|ner\w*)|Ruhestand)\b"
    r"[^.;:]{0,40}\b(?:oder|(?:ge)?nauso wie|ebenso wie)\b[^.;:]{0,40}"
    r"\b(?:jung|neu|frisch|gerade erst|[Aa]nfang|Berufs(?:anf|ein)|Absolv|Nachwuchs)\w*"
    r"|\b[Ee]rfahren\w*\b[^.;:]{0,40}\b(?:und|sowie)\b[^.;:]{0,30}\bBerufs(?:anf|ein)\w*"
    r"|\b[Jj]ung\b[^.;:]{0,12}\balt\b|\b[Ää]ltere\b[^.;:]{0,30}, (?:die )?[Jj]üngere\b"
    r"|\b[Ää]ltere\b[^.;:]{0,30}, (?:die )?[Jj]unge\b"
    r"|\b[Aa]uch (?:noch )?mit (?:\w+ )?(?:über )?(?:fünfzig|sechzig|[56]\d)\b|\bnoch mit [56]\d\b"
    r"|\b(?:älter|alt)e?[rn]?\b (?:und|oder|wie) (?:\w+ ){0,2}jung\w*|\bälterer\b[^.;:]{0,40}\bjüngerer\b"
)
_MIDDLE_AGED = Wording(r"(?:Altersdurchschnitt|Durchschnittsalter|Altersschnitt)\b[^.;]*\b[45]\d\b")
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
# "Wir stellen auch Menschen kurz vor der Rente ein."
_TAKEN_TOO = Wording(
    r"\b[Ww]ir (?:stellen|nehmen|beschäftigen) (?:gern |ausdrücklich )?auch\b[^.;:]*"
    r"|\bbewerben (?:können|dürfen) sich (?:gern )?auch\b|\b(?:können|dürfen) sich auch\b[^.;:]*\bbewerben\b"
)
_GIVEN = Wording(
    r"\b(?:bekommen|bekommst|erhalten|erhältst) (?:Sie|du)\b|\b(?:Sie|[Dd]u) (?:bekommst|erhältst|erhalten)\b"
    r"|\b(?:schützen|stärken) wir\b"
    r"|\b(?:bieten|stellen|zahlen|übernehmen|organisieren|finanzieren|besorgen|richten|helfen"
    r"|unterstützen) wir\b"
    r"|\b[Ww]ir (?:bieten|stellen(?![^.;:]*\bein\W*$)|zahlen|übernehmen|organisieren|finanzieren"
    r"|besorgen|begleiten|helfen|unterstützen|planen|richten)\b"
    r"|\b(?:organisiert|vermittelt|übernimmt|bezahlt|ermöglicht) (?:das|die|der|unser\w*)\b"
    r"|\bWer\b[^.;:]{1,80}, (?:bekommt|erhält|darf|kann)\b"
    r"|\b(?:Arbeitszeit|Dienstpl[aä]n|Homeoffice|Teilzeit|Gleitzeit|Schicht)\w*\b[^.;:]{0,80}"
    r"\b(?:anpassen|anzupassen|richten|abstimmen|wählen|tauschen|einteilen)\b"
    r"|\b(?:Ihre|[Dd]eine) (?:Kinder|Familie|Angehörigen?) (?:dürfen|darf|bekommen|bekommt|erhalten|erhält)\b"
    r"|\bfür (?:\w+ ){0,2}(?:Schwangere|Stillende)\b[^.;:]{0,30}\b(?:geeignet|zugänglich|da)\b"
    r"|\bgibt es\b|\b[Ee]s gibt\b|\b(?:steht|stehen) (?:Ihnen|dir|allen)\b|\bIhnen zur Verfügung\b"
)
# "für die Auswahl ohne Bedeutung": said of choosing, not "spielt keine Rolle, solange es privat bleibt".
_CHOICE = (
    r"für (?:die|unsere|diese|den) (?:\w+ )?"
    r"(?:Auswahl|Entscheidung|Einstellung|Besetzung|Stelle|Bewerbung|Dienst|Arbeit|Aufgabe)"
)
_NO_MATTER = (
    r"(?:ohne (?:Bedeutung|Belang|Einfluss)|unerheblich|bedeutungslos|nicht (?:wichtig|entscheidend)"
    r"|kein\w* (?:Rolle|Bedeutung|Kriterium)|egal|gleichgültig)"
)
_IMMATERIAL = Wording(
    rf"{_CHOICE}\b[^.;]{{0,140}}\b{_NO_MATTER}|\b{_NO_MATTER}\b[^.;]{{0,20}}{_CHOICE}"
    r"|\bkein (?:Auswahlgrund|Auswahlkriterium|Einstellungskriterium)",
)
# "Wer stottert, darf sich Zeit lassen": a leave, not a ban
_LEAVE = Wording(
    r"\b[Ww]er\b[^.;:]{1,80}, darf\b"
    r"(?![^.;]*\b(?:nicht|kein\w*|nie|nur|anderswo|woanders|gehen|fort|draußen)\b)"
    # "Assistenzhunde dürfen mit ins Büro", "Ihren Glauben dürfen Sie zeigen", "Eine Sehhilfe ist erlaubt"
    r"|^(?![^.;]*\b(?:nicht|keine?[nrs]?(?! Problem)|nie|nur|zu Hause|aber|solange|wenn)\b)[^.;]*"
    r"(?:\b(?:dürfen|darf) (?:Sie |hier |bei uns |gern |auch )*"
    r"(?:mit(?:kommen)?|zeigen|tragen|feiern|mitbringen|behalten|beten|dabei)\b"
    r"|\b(?:ist|sind) (?:\w+ )?erlaubt\b|\b(?:ist|sind) (?:\w+ ){0,3}selbstverständlich möglich\b)"
)
_LAW = Wording(r"§+ ?\d|\bArt(?:\.|ikel) ?\d")
_FAITHS = Wording(
    r"(?P<church>[Cc]hrist\w*|[Ee]vangelisch\w*|[Kk]atholi\w*|Kirchen?|Kapellen?)"
    r"|(?P<islam>[Ii]slam\w*|[Mm]uslim\w*|Moscheen?\w*|Imam\w*)"
    r"|(?P<judaism>[Jj]üdisch\w*|Synagogen?\w*|Rabbin\w*)|(?P<other>[Bb]uddhis\w*|[Hh]indu\w*|[Yy]esid\w*|[Ee]sid\w*|[Bb]ahai\w*)"
)
_NEGATION = re.compile(r"\b(?:kein\w*|nicht|nie|niemand\w*|muss|müssen|sollte\w*|darf|dürfen|für alle)\b")
_CASE = re.compile(r"\b(?:wenn|falls|damit|sodass|solange|sobald)\b[^,.;:]*")
_DAY = re.compile(
    r"\.? ?(?:Januar|Februar|März|April|Mai|Ju[nl]i|August|September|Oktober|November|Dezember|\d{1,2}\.)"
)
# "Leitung der Beratungsstelle für sexuelle Gesundheit": what an office is for.
_BODY_FOR = re.compile(
    r"(?:\w+(?<!zeit)(?<!tags)(?<!Plan)(?<!Arbeits)stelle|[Aa]mt(?:e?s)?|[Bb]üros?|[Zz]entrums?|[Rr]eferats?|[Dd]ienste?s?|[Aa]bteilung|[Bb]ereichs?"
    r"|[Aa]nsprech(?:person|partner\w*)"
    r"|[Nn]etzwerks?|[Bb]eirate?s?|[Bb]eauftragte[nr]?|[Bb]eratung|[Ii]nitiative|[Ss]tiftung|[Vv]ereins?)"
    r" (?:für|gegen|zu|zum|zur)(?: [\w*:-]+,?){0,3} ?$"
    # "im Sachgebiet Mutterschutz", "Fachdienst Jugend und Familie"
    r"|\b(?:(?:Sach|Fach)gebiet|Dezernat|Referat|Fachbereich|Fachdienst|Fachgruppe)(?:e?s)?:?"
    r"(?: (?:[A-ZÄÖÜ][\w-]+,?|und|sowie)){0,3} $"
)
_PROPER = re.compile(
    r"(?:[A-ZÄÖÜ][\w*:-]+|\b(?:auf|bei|beim|für|an|mit|von|zu|zum|zur|der|die|das|dem|des|und|über|aus"
    r"|Titel)) [„\"»]$"
)
_IN_ROW = re.compile(r"[“”«\"](?:,| und| oder)? [„»]$")  # of a row of titles: „…“, „…“
_ROW_GOES_ON = re.compile(r"[^“”«\"„»]*[“”«](?:,| und| oder) [„»]")
_NAMED_YOUNG = re.compile(r"Jung(?:e|en|er|es)\b")
_SEX_REQUIRED = re.compile(r"§ ?8 (?:Abs\w*\.? ?\d+ )?(?:des )?(?:AGG|Allgemeinen Gleich)")
_ALL_THE_SAME = re.compile(
    r"\W*(?:(?:Herzlich |Alle (?:sind )?)?[Ww]illkommen|Alles|Beides|Beide|Alle|Egal|Macht nichts|Jede[rs]?"
    r"|(?:Für )?[Uu]ns ist (?:das |alles |beides )|Das ist (?:uns|bei uns|für uns)|Kein Problem|Wir nehmen"
    r"|Bei uns (?:\w+ )?(?:alle|alles|beides|jede))\b"
)
_EITHER = re.compile(r"\W*(?:Ob|Egal,? ob|Gleich,? ob|Ganz gleich,? ob)\b[^.;:]{1,90}\boder\b")
# "Gläubig, zweifelnd oder nichts davon: Das ist uns gleich"
_EITHER_WAY = Wording(
    r"\boder\b[^.;:]{1,60}[:–-] ?(?:[Aa]lle|[Aa]lles|Das|Beides|Jede[rs]?|Sie sind|Du bist)\b[^.;:]{0,40}"
    r"\b(?:willkommen|gleich|egal|recht|richtig|in Ordnung)\b"
    # "Kinderlos, kinderreich, alleinerziehend: Die Dienstpläne nehmen auf alle Rücksicht."
    r"|^\W*[\w-]+, (?:[\w-]+, )*[\w-]+(?: (?:oder|und) [\w-]+)?[:–-] ?"
    r"[^.;:]{1,60}\b(?:alle|allen|jede\w*|niemand\w*)\b"
)
# "Wenn Deutsch nicht Ihre Erstsprache ist, helfen wir Ihnen": what people bring is met, not asked for.
_HELP = "helfen|unterstützen|begleiten|beraten|finden|reden|sprechen|planen|passen|organisieren|ermöglichen"
_MET = Wording(rf"\b(?:[Ww]enn|[Ff]alls|[Ss]ollten?)\b[^.;:?]{{1,90}}, (?:dann )?(?:{_HELP}|freuen) wir\b")
_MET_AFTER = re.compile(
    rf"\W*(?:Gern(?:e)?\b|Sehr gern|(?:Herzlich )?[Ww]illkommen\b|(?:Dann )?(?:{_HELP}) wir\b"
    rf"|Wir (?:{_HELP})\b"
    r"|(?:Erzähl\w*|Sag\w*)\b[^.;:?]{0,40}\b(?:nur|gern\w*|mag\w*|mögen)\b"
    rf"|Dann (?:bleiben|dürfen|können) Sie\b|(?:Planen|Haben|Machen|Kriegen|Schaffen) wir\b|Kein Problem"
    r"|(?:Geht|Klappt|Prima|Wunderbar|Glückwunsch)\b"
    rf"|(?:Der|Die|Das|Unsere?) [^.;:?]{{1,50}}\b(?:berät|hilft|unterstützt|begleitet|vermittelt)\b)"
)
_FIGURES = {
    **{
        f"{part} {word}": figure + extra
        for word, figure in (
            ("zwanzig", 20),
            ("dreißig", 30),
            ("vierzig", 40),
            ("fünfzig", 50),
            ("sechzig", 60),
        )
        for part, extra in (("Anfang", 2), ("Mitte", 5), ("Ende", 8))
    }
}
_IN_WORDS = re.compile("|".join(_FIGURES))
_SPAN = re.compile(r"\b(\d\d)\b(?=[^.;:]{1,45}?\b(\d\d)\b)")
_WIDE, _OLD = 30, 55
_SOUGHT = Wording(
    r"\b(?:suchen|sucht|gesucht|einstellen|Höchst\w+|Altersgrenze"
    r"|[Bb]ewerben"
    r"|Sie (?:sind|haben|sollten|müssen|dürfen)|[Dd]u (?:bist|solltest))\b"
)


@functools.cache
def first_names() -> frozenset[str]:
    """First names; some rare ones are missing."""
    return frozenset((DATA / "first_names.txt").read_text(encoding="utf-8").split())


def is_every_age(sentence: str) -> bool:
    """Whether it tells of people of every age: "Im Team arbeiten Menschen von 19 bis 64 Jahren"."""
    if _TAKEN_TOO.search(sentence) and not groups.sets_apart(sentence):
        return True
    if _EVERY_AGE.search(sentence) or _BOTH_ENDS.search(sentence) or _MIDDLE_AGED.search(sentence):
        return True
    if _SOUGHT.search(sentence) and " oder " not in sentence:
        return False
    figures = _IN_WORDS.sub(lambda found: str(_FIGURES[found.group()]), sentence)
    spans = ((int(low), int(high)) for low, high in _SPAN.findall(figures))
    return any(abs(high - low) >= _WIDE and max(low, high) >= _OLD for low, high in spans)


def requires_a_sex(text: str) -> bool:
    """Whether an ad names the law by which its work requires a sex (§ 8 AGG), as for a women's shelter."""
    return "§" in text and bool(_SEX_REQUIRED.search(text))


def is_a_day(sentence: str, start: int, end: int) -> bool:
    """Whether the words end with a date: "bis 28. Februar" is no age."""
    return sentence[start:end][-1:].isdigit() and bool(_DAY.match(sentence, end))


def is_open_question(sentence: str, following: str) -> bool:
    """Whether the sentence offers a choice and welcomes all: "Frau, Mann oder nicht-binär? Willkommen!"."""
    return sentence.rstrip().endswith("?") and " oder " in sentence and bool(_ALL_THE_SAME.match(following))


def is_of_body(sentence: str, start: int) -> bool:
    """Whether the words say what an office is for: "die Beratungsstelle für sexuelle Gesundheit"."""
    return bool(_BODY_FOR.search(sentence, max(0, start - 80), start))


def is_left_out(sentence: str) -> bool:
    """Whether the sentence asks to leave such data out, or leaves it to the applicants."""
    return bool(_LEFT_OUT.search(sentence))


def is_condemned(sentence: str) -> bool:
    """Whether the sentence forbids or fights discrimination."""
    return bool(_CONDEMNED.search(sentence))


def is_immaterial(sentence: str) -> bool:
    """Whether the sentence says that this does not count when someone is chosen, without a but."""
    return bool(_IMMATERIAL.search(sentence)) and not _BUT.search(sentence)


def names_its_law(sentence: str) -> bool:
    """Whether the sentence names the paragraph that asks for it: "Nach § 31 GVG können nur Deutsche …"."""
    return bool(_LAW.search(sentence))


def is_interfaith(sentence: str) -> bool:
    """Whether it names several religions side by side: "islamisches, jüdisches und christliches Recht"."""
    return len({found.lastgroup for found in _FAITHS.finditer(sentence)}) > 1 and not groups.sets_apart(
        sentence
    )


def is_given(sentence: str) -> bool:
    """Whether the sentence tells what people get: "In der Kantine gibt es Essen ohne Schwein"."""
    return bool(_LEAVE.search(sentence)) or (bool(_GIVEN.search(sentence)) and not is_negated(sentence))


def is_asked_both_ways(sentence: str, following: str) -> bool:
    """Whether the question after it asks for the opposite, and both are fine."""
    return sentence.rstrip().endswith("?") and bool(_BOTH_ASKED.match(following))


def is_met(sentence: str, following: str) -> bool:
    """Whether the sentence meets what people bring: "Sie haben kleine Kinder? Dann reden wir über Zeiten"."""
    return bool(_MET.search(sentence)) or bool(
        sentence.rstrip().endswith("?") and _MET_AFTER.match(following)
    )


def is_negated(sentence: str) -> bool:
    """Whether the sentence denies or orders something, not in the case it is for: "wenn das nicht geht"."""
    return bool(_NEGATION.search(_CASE.sub("", sentence)))


def is_quoted_name(sentence: str, start: int, end: int) -> bool:
    """Whether the words are in a name or title in quotation marks: "Kita „Regenbogen“"."""
    opened = max(sentence.rfind(mark, 0, start) for mark in '„»"')
    if opened < 0 or re.search("[“”«]", sentence[opened + 1 : start]):
        return False
    if not sentence[opened + 1 : opened + 2].isupper() or not re.search('[“”«"]', sentence[end : end + 80]):
        return False
    if re.match('[“”«"]-', sentence[end : end + 2]):
        return True  # "die „Gastarbeiter“-Generation"
    before = sentence[: opened + 1]
    return bool(_PROPER.search(before) or _IN_ROW.search(before) or _ROW_GOES_ON.match(sentence, end))


def is_denied(sentence: str, start: int, end: int, following: str = "") -> bool:
    """Whether the sentence says that this is not needed; start and end are those of the words in it.

    A question may be answered in the sentence after it: "Deutsch als Muttersprache? Nicht nötig!"
    """
    if _DENYING.search(sentence, start, end):
        return False
    if sentence.rstrip().endswith("?") and _ANSWER.match(following):
        return True
    if _MAY_I.search(sentence) and sentence.rstrip().endswith("?") and _YOU_MAY.match(following):
        return True
    if _EITHER_WAY.search(sentence):
        return True
    either = _EITHER.match(sentence)
    if either and start < either.end() + len("anders als dort"):
        return True
    for denial in _DENIED.finditer(sentence):
        if denial.start() < end and start < denial.end():
            return True
        between = sentence[end : denial.start()] if end <= denial.start() else sentence[denial.end() : start]
        if denial.start() >= end:
            between = _BUT_NO.sub("", between)  # "hilfreich, aber nicht Bedingung"
        if not _BUT.search(between) and ";" not in between:
            return True
    return False


def is_in_name(sentence: str, start: int, end: int) -> bool:
    """Whether the words are part of a person's name: "Fragen beantwortet Frau Jung"."""
    before, after = sentence[:start].split(), sentence[end:].split()
    if before and before[-1].istitle() and _NAMED_YOUNG.match(sentence, start):
        return True  # "das Netzwerk Junge Verwaltung"
    if len(after) > 1 and after[0].istitle() and after[0] in first_names() and after[1][:1].isupper():
        return True  # "die Krankenschwester Agnes Karll"
    if (
        before
        and sentence[start].isupper()
        and before[-1] in first_names()
        and " " not in sentence[start:end]
    ):
        return True
    return any(name.start() <= start and end <= name.end(1) for name in _NAME.finditer(sentence))
