"""What a sentence of an ad does: ask something of the applicant, tell a task, or welcome people.

Words about age, faith or family are in place where a task is told ("Sie beraten ältere Menschen") or where
people are welcomed; they are out of place where something is asked of the person. Rules with the matcher
`theme` look only there.
"""

from __future__ import annotations

import re
from typing import Literal

from postings.review.anchors.wording import Wording
from postings.review.cutting.verdicts import VERDICTS

Frame = Literal["demand", "item", "task", "welcome", "other"]
Section = Literal["tasks", "profile", "offer", ""]

_HEADINGS: dict[Section, str] = {
    "profile": """profil anforderung voraussetzung qualifikation mitbring bringen_sie bringst erwarten_wir
        wir_erwarten wünschen suchen zeichnet überzeug passen passt rüstzeug können_sie wer_sie_sind
        sollten brauchen_sie brauchst benötigen erwartet_werden skills rucksack sie_haben
        your_profile what_you_bring requirements we_expect who_you_are about_you""",
    "tasks": """aufgabe tätigkeit erwartet_sie erwartet_dich arbeitsfeld arbeitsbereich einsatz sie_tun
        du_tust du_machst du_lernst lernen_sie arbeitstag ihr_tag dein_tag verantwortung das_machen
        sie_bewegen zu_tun sie_erwartet dich_erwartet
        tun_sie mission deine_themen ihre_themen
        ihr_job dein_job arbeitsalltag alltag einsatzgebiet darum_geht
        your_job your_tasks what_you_do responsibilities your_role""",
    "offer": """bieten angebot vorteile benefits freuen leistungen bei_uns warum gute_gründe lohn ihr_plus
        bekommen bekommst erhalten_sie erhältst geben_wir davon darauf haben_sie haben_davon für_sie_da
        gut_für gehalt konditionen warten dürfen_sie wofür
        gibt_es geboten unser_paket wir_geben
        offer what_you_get what_we_give perks""",
}
_SECTIONS = [
    (name, re.compile("|".join(words.split()).replace("_", " "), re.IGNORECASE))
    for name, words in _HEADINGS.items()
]
# "Sie beraten …" tells a task; these verbs after "Sie" tell what the person is, has or can.
_STATES = """
    sind haben bringen verfügen besitzen beherrschen sprechen leben teilen stehen gehören passen können
    wollen sollen sollten müssen dürfen stammen kommen fühlen lieben mögen kennen wohnen glauben bekennen
    tragen verstehen schätzen achten_auf legen befinden zeigen
    nennen geben reichen fügen senden werden wären hätten brauchen
    benötigen wünschen suchen möchten zählen feiern weisen bewerben denken sehen bleiben
    essen trinken fasten beten rauchen entstammen identifizieren verkörpern wirken strahlen akzeptieren
    leiden entsprechen kleiden singen verzichten bestätigen versichern erklären_(?:sich|schriftlich|mit)
    ticken
    treten träumen reden fehlen schlafen altern stottern lispeln heiraten wuchsen wurden waren hatten
    kamen lebten blieben besuchten absolvierten erwarben nehmen_keine schwätzen schreiben_Deutsch
    lassen_sich ertragen verkraften vertragen ernähren verdienen erwarten_(?:ein|kein|Nachwuchs|Zwillinge)
    bist hast brauchst bringst verfügst besitzt sprichst kannst willst sollst solltest musst kommst lebst
    passt gehörst bleibst steigen_(?:mühelos|problemlos|gern) wiegen trauen_(?:sich|es|nur)
    hören gelten riechen atmen
    weht herrscht bläst zählt gilt regiert
    wohnst stammst glaubst fühlst liebst magst stehst zählst möchtest feierst betest isst trinkst rauchst
    leidest wirkst träumst schläfst heiratest siehst denkst hörst tickst trägst wärst hättest
    """
_STATE = "|".join(_STATES.split()).replace("_", " ")
# "Sie organisieren Ihr Privatleben so, dass …", "Sie planen keine Auszeit" is no task.
_PRIVATELY = (
    r"[a-zäöüß]+ (?:Ihre?[nms]?|[Dd]eine?[nms]?) "
    r"(?:Privat|Famili|Kind|Glaube|Freizeit|Partner|Religion|Herkunft|Leben\b)"
    r"|planen [^.;]{0,40}\bkein"
)
_TASK = re.compile(
    rf"\W*(?:(?:Sie|Du|du|Dort|Hier) (?!(?:{_STATE})\b|{_PRIVATELY})[a-zäöüß]+(?:en|ern|eln|st|t)\b"
    r"|(?:Sie sprechen|[Dd]u sprichst) (?:\w+ )?(?:mit|über)\b"
    r"|(?:Sie|Du|du) (?:sind|bist) (?:\w+ ){0,3}"
    r"(?:Ansprech|Anlaufstelle|Kontakt|zuständig|verantwortlich|tätig)"
    r"|(?:Sie suchen|[Dd]u suchst) (?:für|mit|gemeinsam) "
    r"|(?:Am anderen Ende|Am Telefon|Heute|Gestern|Morgens|Mittags|Abends|Nachts|Typisch\w*|Ein Beispiel"
    r"|Zum Beispiel|Ein Fall|Ein Tag)\b[^.:]{0,30}:"
    # "Wer Deutsche werden will, kommt zu Ihnen", "Ehrenamtliche gesucht: Lesen mit Geflüchteten"
    r"|Wer [^.;:]{3,90}, (?:kommt zu|wendet sich an|meldet sich bei|landet bei|trifft auf|spricht mit) "
    r"(?:Ihnen|dir|Sie|dich)\b"
    r"|[^:.;]{3,60} gesucht: (?!Frauen|Männer|Damen|Herren|Leute|Personen|Menschen|Mädchen|Jungen)"
    r"[A-ZÄÖÜ]\w+(?:en|ung) (?:mit|für|bei|von)\b"
    r"|(?:Sie suchen|[Dd]u suchst)\b[^.;:]{3,80}\bauf(?= und |, |\.|$)"
    r"|(?:Sie bringen|[Dd]u bringst) [^.;:]{3,80} bei(?= und |, |\.|$)"
    r"|(?:Sie sind|[Dd]u bist) mit (?:den|der|dem) (?:Struktur|Angebot|Hilfe|Recht|Ablauf|Abläufe|Instrument)"
    r"[^.;:]{1,120} vertraut(?= und |, |\.|$)"
    r"|(?:Sie wirken|[Dd]u wirkst) (?:an|bei|in)\b[^.;:]{3,80}\bmit(?= und |, |\.|$)"
    r"|Als (?:Koordin|Fach|Leit|Refer|Beauftrag|Projekt)[\w*:/-]+ für [^.;:]{2,60} [a-zäöü]+en Sie\b"
    r"|(?:Sie|Du|du) (?:sind|bist) vertraut mit [A-ZÄÖÜ][\w-]+ (?:für|zu|in|der|des)\b"
    r"|Zu (?:Ihren|den|deinen) (?:\w+ )?(?:Aufgaben|Tätigkeiten)\b|Ihre Aufgaben?\b)"
)
# "Klischees greifen Sie in Workshops auf", "Der Mutterschutz ist Ihr Spezialgebiet": the matter comes first.
_DONE = """
    greifen bauen entwickeln planen organisieren gestalten begleiten beraten koordinieren bearbeiten betreuen
    leiten steuern moderieren vermitteln unterstützen übernehmen erarbeiten pflegen dokumentieren stimmen
    vertreten besuchen werten erstellen verantworten beantworten reinigen schützen stärken fördern verfassen
    behandeln besprechen beurkunden bewerten sichern versorgen untersuchen erforschen vernetzen schulen
    unterrichten fahren warten reparieren verwalten archivieren erfassen veröffentlichen
    """
_OBJECT_FIRST = re.compile(
    r"\W*(?!Als |Mit |Ohne |Trotz |Wegen |Bitte|Durch |Nur |Gern|Da |Weil |Wenn |Wer )"
    rf"[A-ZÄÖÜ][^.;:,]{{2,90}} (?:{'|'.join(_DONE.split())}) Sie\b(?![^.;]*\b(?:nicht|kein\w*|nur)\b)"
    r"|\W*[A-ZÄÖÜ][^.;:,]{2,90} (?:ist|sind|gehört|gehören|bleibt|wird|werden)(?: zu)?"
    r" (?:Ihre?[mn]?|[Dd]eine?[mn]?) (?:\w+ )?"
    r"(?:\w+gebiet|Themen?|Schwerpunkte?|Aufgaben?|Arbeitsalltag|Revier|Metier|Partner\w*|Gegenüber)\b"
)
_TURNED = (
    "sind|bist|haben|hast|wissen|weißt|kennen|kennst|besitzen|sprechen|sprichst|leben|lebst|tragen|trägst"
    "|stammen|teilen|verstehen|verstehst|glauben|brauchen|brauchst|beherrschen|verfügen|waren|hatten"
    "|liegt (?:gerade |noch |schon )?(?:vor|hinter)"
)
# What asks something of a person, says who is sought, or how those are who are there already.
_DEMANDS = (
    rf"\b(?:Sie|Du|du) (?:{_STATE})\b",
    r"\b(?:Haben|Sind|Planen|Leben|Wollen|Gehören|Sprechen|Denken|Pflegen|Glauben|Beten|Fasten|Stammen|Kommen"
    r"|Wohnen|Tragen|Leiden|Hören|Sehen) Sie\b"
    r"|\b(?:Hast|Bist|Planst|Lebst|Denkst|Pflegst|Glaubst|Kommst|Wohnst|Trägst) du\b",
    r"\bnichts am Hut\b|\bzum guten Ton\b|\bbeizu(?:legen|fügen)\b|\beignen sich\b|\bwürde\b",
    r"\b(?:suchen|sucht|gesucht|erwarten|erwartet|wünschen|verlangen|bevorzugen|bevorzugt"
    r"|(?<!wenn sie )(?<!wenn Sie )wollen)\b",
    r"\bvoraus(?:gesetzt)?\b|\b(?:Grundv|V)oraussetzung|\berforderlich|\bnotwendig|\bnötig\b|\bzwingend|\bunerlässlich",
    r"\b(?:sollten?|müssen|muss|dürfen|darf|können sich|bewerben|Bewerbungen von|Bewerberkreis)\b",
    r"\b(?:eignet|geeignet|passt|passen|ideal|perfekt|richtig für|Vorteil|erwünscht|gern gesehen|gefragt)\b",
    r"\b(?:[Gg]eben|[Nn]ennen|[Tt]eilen|[Ff]ügen|[Ll]egen|[Rr]eichen|[Ss]chreiben|[Tt]ragen|[Ww]eisen|[Ss]childern"
    r"|[Ss]agen|[Ee]rzählen) Sie\b|\b[Bb]itte\b|\bmit Angaben (?:zu|über)\b",
    r"\b[Nn]ur\b|\b[Kk]ein(?:e|en)?\b(?! (?:Tag|Dienst|Fall|Einsatz|Auftrag|Morgen|Jahr) (?:ist|gleicht))"
    r"|\b[Oo]hne\b|\b[Ww]ir sind\b|\b[Gg]ehört\b",
    r"\b[Uu]nser(?:e|em|en)? (?:\w+ )?(?:Team|Kollegium|Truppe|Mannschaft|Abteilung|Belegschaft)\b",
    r"\bstellen\b[^.;]{0,40}\bein\b|\beingestellt\b",
    # who is judged fit or unfit
    r"\b(?:ungeeignet|infrage|in Frage|in Betracht|zuzumuten|zumutbar|vorbehalten|Vorrang|Chancen?|zwecklos"
    r"|absehen|abzusehen|schwertun|unerwünscht|ungern|fehl am Platz|unpassend|hinderlich|störend|nachteilig"
    r"|Bedingung|obligatorisch"
    r"|vorzugsweise|idealerweise|am liebsten|möglichst|gern genommen|selbstverständlich|von Bedeutung)\b",
    r"\b[Ww]ir (?:brauchen|setzen auf|bauen auf|schätzen|mögen|hätten|vergeben|ticken|nehmen|akzeptieren"
    r"|berücksichtigen|bilden|stellen|möchten|schwören|sehen)\b",
    r"\b(?:bringen|kreuzen|vermerken|versichern|bestätigen|bescheinigen|unterschreiben) Sie\b",
    # "Ihr Glaube gibt Ihnen Kraft": what the person has, not what the post has
    r"^\W*(?:Ihre?|[Dd]eine?) (?:\w+ )?(?!Aufgabe|Team|Arbeits|Vertrag|Stelle|Kontakt|Frage|Ansprech"
    r"|Bewerbung|Unterlagen|Gehalt|Einsatz|Tätigkeit|Dienst|Urlaub|Entgelt|Einarbeitung|Weg|Büro|Schwerpunkt)"
    r"[A-ZÄÖÜ]\w+ [a-zäöü]+",
    r"\b(?:Ihre?|[Dd]eine?) [A-ZÄÖÜ]\w+ (?:muss|sollte|darf|kann|ist|sind|hat|haben)\b",
    r"\bhaben es\b[^.;]{0,50}\b(?:schwer|nicht leicht)|\bkönnen wir\b[^.;]{0,60}\bnicht\b|\bschließen wir\b"
    r"|\bnicht (?:vereinbar|eingestellt|vorgesehen)\b|\braten wir\b|\bbitten wir\b|\bwäre\b"
    r"|\bist (?:ein|eine|Ihre?|[Dd]eine?)\b",
    # who would find it hard here, or feel out of place
    r"\b(?:überfordert|aufgeschmissen|verloren|falsch|schwer|überlegen|zurechtkommen|zurecht|durchhalten)\W*$"
    r"|\bnicht (?:\w+ )?(?:wohl ?fühlen|glücklich|weit|zu schaffen|mithalten|einsetzen|beschäftigen|recht)\b"
    r"|\b(?:bitte nicht|zu (?:schwer|schnell|hart|anstrengend|langsam|anspruchsvoll|kompliziert|rau|laut))\b"
    r"|\b(?:schlechte Erfahrungen?|zu besetzen|nichts für|nichts verloren|Verstärkung|Hauptsache)\b",
    r"^\W*(?:Nur w|W)er\b[^.;:]{1,80}, (?:ist|hat|tut|passt|wird|kommt|fühlt|fällt|stört|schafft|hält"
    r"|versteht|weiß|kennt|bringt|braucht|sucht|liegt|taugt|sagt|meldet|schreibt|teilt|gibt)\b",
    r"\b[Bb]ei uns (?:herrscht|herrschen|packen|packt|steht|stehen|halten|sind|ist|wird|geht|zählt"
    r"|gilt|heißt|läuft|hat|haben)\b",
    # a sentence that denies or complains
    r"\b(?:nie|niemand\w*|kaum|leider|schlecht|ungewohnt|Probleme?n?|Schwierigkeiten|Mühe|Ausnahme\w*"
    r"|erschwer\w+|stör\w+|scheiden|schuldig|zu wenig|lieber|geklärt|geregelt|gesichert)\b",
    # what is said of a group of people, and whom there is no room for
    r"\berfahrungsgemäß\b|\b[Gg]esucht\b|\bbrauchen wir\b(?! (?:von Ihnen |dafür |hier )?nicht)"
    r"|\bwerden gebeten\b|\bwie (?:gemacht|geschaffen)\b|^\W*[Gg]erne? auch (?:ein|mit)\b|\bPlatz für\b"
    r"|\bhaben wir (?:\w+ )?(?:genug|genügend|zu viele)\b|\b(?:[Bb]ewerben|[Mm]elden) Sie sich, wenn\b"
    r"|\b(?:fühlen|tun) sich\b[^.;]{0,40}\b(?:nicht wohl|schwer)\b|\b(?:zu viel|nicht gut aufgehoben)\W*$"
    r"|\b(?:besetzen|beschäftigen|nehmen|akzeptieren|bevorzugen) wir\b|\b(?:Ideal|Perfekt|Optimal)\b"
    r"|\b(?:Aussichten|Karten|üblicherweise|naturgemäß|bekanntlich|herrscht|Ausschluss\w*|Hinderungsgrund)\b"
    r"|\b(?:Kundschaft|Eltern|Gäste|Publikum|Kund(?:en|innen)) (?:möchte|wünsch|erwarte|wollen|will)\w*"
    r"|\bnicht (?:eingerichtet|ausgelegt|gedacht|möglich)\b|\bStelle soll\b"
    r"|\bschließ\w+\b[^.;]{0,60}\baus\W*$"
    r"|\bsehen wir\b[^.;]{0,30}\bnicht (?:gern|vor)\b|\bsetzen wir\b[^.;]{0,30}\bnicht\b",
    # who is preferred, meant, turned away
    r"\bVorzug\b|\b[Aa]m (?:liebsten|besten)\b|\b(?:ziehen|zögen) wir\b[^.;]*\bvor\b|\bim Idealfall\b"
    r"|\braten\b[^.;]{0,60}\bab\W*$"
    r"|\b(?:abraten|abzuraten|Abstand|aussichtslos|vergeblich|ausgeschlossen|[Aa]ngesprochen)\b"
    r"|\bnichts\W*$|\b[Ww]ir (?:verzichten|bitten)\b|\b[Aa]uf\b[^.;]{2,60}\bverzichten wir\b"
    r"|\blehnen wir\b|\b(?:Stelle|Position|Tätigkeit|Anzeige|Ausschreibung) richtet sich\b",
    # what the post is made for, or what it asks: "Gedacht ist die Stelle für Menschen im Ruhestand"
    r"\b(?:Stelle|Position|Tätigkeit|\w*[Jj]ob|Posten|Arbeit|Aufgabe|Beschäftigung|Dienst)\b[^.;]{0,60}"
    r"\b(?:gedacht|zugeschnitten|gemacht|geschaffen|ausgelegt|reserviert|verlangt|fordert|erfordert|braucht)\b"
    r"|^\W*(?:Gedacht|Zugeschnitten|Gemacht|Reserviert) ist\b",
    # what is said of such people as a rule: "Männer sind nun mal belastbarer"
    r"\b(?:nun (?:ein)?mal|einfach|bekanntlich|von Natur aus|naturgegeben|typischerweise|schlicht(?:weg)?"
    r"|traditionell|generell|normalerweise|ständig|dauernd|ohnehin|sowieso|in der Regel|seit jeher"
    r"|schon immer|aus Erfahrung)\b|\b(?:fallen|fällt)\b[^.;]{0,40}\baus\W*$"
    r"|\b(?:sind|arbeiten|lernen|reagieren|denken|wirken|haben|können)\b[^.;]{0,40}\b"
    r"(?:[a-zäöüß]+(?:ig|lich|sam|bar|haft|isch|iv)er|besser|schneller|stärker|schwächer|härter|weicher)\b",
    # how those are who are there already
    r"\b[Uu]nsere?n? (?:\w+ )?(?:Kolleg|Mitarbeit|Beschäftigt|Führungs|Fachkräfte|Crew|Besatzung)\w*"
    r"|\b[Uu]nter uns\b|\b(?:das|so) soll (?:auch |es )?(?:so )?bleiben\b|\bbei uns\b[^.;]*\bunter sich\b",
    r"\b(?:[Ww]e are|[Ww]e're|[Ll]ooking for|[Yy]ou are|[Yy]ou're|must|should|preferred|wanted|only|required"
    r"|[Ii]deal for|[Pp]erfect for|[Jj]oin our|[Oo]ur team|[Ww]e (?:expect|want|need|prefer))\b",
    r"\bWert auf\b|^\W*(?:Werden Sie|Werde|Bitte \w+ Sie)\b|\blegen Wert\b",
    # the verb before the person: "Mit der Bibel sind Sie vertraut"
    r"^\W*(?!Bei uns|Hier|Dort|Dabei|Dafür|Dazu|Damit|Dann|Wenn|Im |In )"
    rf"[^.;:]{{2,60}} (?:{_TURNED}) (?:Sie|du)\b"
    r"(?! (?:\w+ ){0,3}(?:Ansprech|Kontakt|Anlaufstelle|zuständig|verantwortlich|tätig|zu tun|Erfahrung"
    r"|Freude))",
)
_DEMAND = Wording("|".join((*_DEMANDS, *VERDICTS)))
_NOUN_PHRASE = 8  # words: a list item such as "gute Nerven und ein gesunder Rücken"
# Under "Ihr Profil" also stands what the work is about: "Erfahrung in der Arbeit mit älteren Menschen".
_WORK_WITH = re.compile(
    r"(?!.*(?:[Ss]chlechte|[Nn]egative|[Dd]eutsch|Sprach|Rechtschreib|Grammatik|Inland|hiesig|christlich|Kirche|[Uu]nser|Ruhestand"
    r"|im Blut|liegt (?:Frauen|Männern)))"
    r"\W*(?:(?:\w+ (?:haben|bringen|zeigen) Sie"
    r"|(?:Sie|Du|du) (?:haben|hast|zeigen|zeigst|bringen|bringst|verfügen über|verfügst über)) )?"
    r"(?:\w+ ){0,2}(?:[\w-]+ (?:und|oder|sowie) )?(?:[\w-]*[Ee]rfahrung(?:en)?"
    r"|[Kk]enntnisse?|Wissen|Freude|Spaß|Lust|Interesse"
    r"|Geduld|Verständnis|Gespür|Einfühlungsvermögen|Empathie|Herz|Offenheit|Respekt|Achtung|Sensibilität"
    r"|[\w-]*[Kk]ompetenz|Toleranz|Wertschätzung|[Uu]mgang|[Aa]rbeit|Fingerspitzengefühl"
    r"|ein (?:\w+ )?(?:Ohr|Herz|Blick|Gespür))\b"
    r"[^.;:]{0,40}?\b(?:in|im|mit|an|am|über|vor|für|gegenüber|zu|zum|zur|von|vom|auf|der|des)\b"
)
# "Sie sollten wissen, was Barrierefreiheit heißt", "Voraussetzung ist Erfahrung in der Arbeit mit …"
_SHOULD_KNOW = re.compile(
    r"(?!.*(?:[Dd]eutsch|Sprach|Rechtschreib|Grammatik|Inland|hiesig|[Uu]nser|Glauben|benimm|gehört sich))"
    r"\W*(?:(?:Sie|Du|du) (?:sollten|solltest|müssen|musst|wollen|willst) (?:\w+ ){0,2}"
    r"(?:wissen|verstehen|Freude (?:daran|am|an)|Lust (?:darauf|auf)|sicher sein (?:im|in)"
    r"|Erfahrung (?:mit|in))\b"
    r"|(?:Voraussetzung|Wichtig|Gefragt|Erwünscht|Nötig|Gewünscht) (?:ist|sind|wäre|wären) (?:\w+ ){0,2}"
    r"(?:\w*[Ee]rfahrung(?:en)?|\w*[Kk]enntnisse?|Freude|Interesse|Verständnis|Wissen|Gespür|Geduld)"
    r" (?:in|im|mit|an|am|über|für|zu|zum)\b"
    r"|(?:Sie|Du|du) (?:sollten|solltest|müssen|musst) (?:die|den|das)\b[^.;:]{2,60}"
    r"\b(?:kennen|begreifen|einordnen|einschätzen|im Blick haben)\W*$)"
)
# "Begleitung von Menschen mit chronischer Erkrankung": a point that names the work itself.
_WORK_ITEM = re.compile(
    r"\W*(?:\w+e[rns]? )?(?:\w+(?:-| und) )?(?:Begleitung|Beratung|Betreuung|Unterstützung|Förderung|Pflege"
    r"|Versorgung|Begutachtung|Untersuchung|Behandlung|Anleitung|Vermittlung|Mitwirkung|Zusammenarbeit|Kontakt"
    r"|Unterbringung|Durchführung|Koordination|Kooperation|Vernetzung|Organisation)"
    r"(?:,? (?:und |sowie )?[A-ZÄÖÜ]\w+ung){0,2} (?:von|der|des|für|mit|zu|bei|in|im|einer|eines|\w+er)\b"
)
_KNOWS = re.compile(
    r"\W*(?:Sie|Du|du) (?:kennen|kennst|wissen um|verstehen)\b[^.;:]{0,30}"
    r"\b(?:Strukturen|Angebote|Netzwerke?|Vorschriften|Lage|Lebens(?:lage|welt)\w*|Situation|Bedürfnisse|Rechte|Geschichte|Anliegen)\b"
)
# "Sie können Konflikte moderieren" tells what there is to do, too.
_ABLE = re.compile(
    r"\W*(?:Sie|Du|du) (?:können|kannst|wollen|möchten)\b[^.;:]*"
    r"\b(?:moderieren|begleiten|beraten|erklären|anleiten"
    r"|unterrichten|vermitteln|betreuen|unterstützen|trösten|umgehen|hineinversetzen|eingehen)\W*$"
)
_NEEDED = "nötig erforderlich notwendig entscheidend Voraussetzung Bedingung gebraucht verlangt gefragt"
_WELCOMES = (
    r"\boffen für (?:\w+ )?(?:Bewerb|Mensch|Kolleg|Persön)",
    r"willkommen|ermutig|ausdrücklich auch|ermunter|ausdrücklich erwünscht|begrüßen",
    r"\buns freuen, wenn\b|\bfreu(?:en|t) (?:wir )?uns,? wenn\b",
    r"freuen (?:wir )?uns (?:\w+ )?(?:über|auf)|\bBewerbung\w* von [^.;:]*\bfreu(?:en|t) uns\b",
    r"\b(?:möchten|wollen) [^.;:]*\bmehr (?:Frauen|Männer|Väter|Jungen|Menschen mit)\b[^.;:]*"
    r"\b(?:gewinnen|erreichen|einstellen)\b",
    r"\b(?:noch|zu) (?:viel )?(?:zu )?(?:wenige|selten)\b|\bnoch (?:viel )?(?:zu )?wenig\b"
    r"|\bmit\b[^.;:]*\b(?:oder|und) ohne\b",
    r"mitgemeint|mit gemeint|\b(?:Dasselbe|Gleiches|Das Gleiche) gilt\b|dasselbe, ob|\beinerlei\b"
    r"|ist Ihre Sache|eingeschlossen|unerheblich",
    r"^\W*(?:Ob|Egal,? ob|Gleich,? ob|Ganz gleich,? ob)\b(?! Mann oder Frau)[^.;:]*\boder\b[^.;:]{1,60}[:–]",
    r"unabhängig|ungeachtet|gleich welch|ganz gleich|\begal\b",
    r"spiel(?:t|en)\b[^.;]{0,40}\bkeine Rolle|ohne Belang|\bes\b[^.;:]{0,40}nicht (?:darauf )?an\b"
    r"|ist (?:\w+ |für uns |bei uns )?kein Thema",
    r"kein (?:Hindernis|Nachteil|Ausschluss|Muss)\b",
    rf"(?:nicht|kein\w*) (?:\w+ )?(?:{'|'.join(_NEEDED.split())})",
    r"(?:(?<!wir )brauchen(?! wir| sich)|benötigen|(?<!zu )müssen(?! niemand)|erwarten|verlangen|fragen)\b"
    r"[^.;]{0,40}\b(?:nicht|kein\w*)\b",
    r"(?<!können wir )(?:nicht|kein\w*)\b[^.;]{0,40}\b(?:brauchen|müssen|verlangt|gefragt)\b",
    r"\bfördern\b|\bnoch (?:bunter|vielfältiger|diverser)\b|\b(?:bunter|vielfältiger|diverser) werden\b"
    r"|\b(?:genauso|ebenso) (?:zu Hause|richtig)\b",
    r"^\W*(?:Ebenso|Genauso) (?:gern|herzlich)\b"
    r"|\b(?:haben|finden) (?:hier |bei uns )?(?:ihren|einen) Platz\b",
    r"gleiche[nr]? (?:Chancen|Rechte)|gleichermaßen|gleichberechtigt"
    r"|Gleichstellung(?!\b[^.;]*\bliegt (?:nicht |keine )?vor\b)|Chancengleich",
    r"gleich(?:wertig)?er (?:Eignung|Qualifikation|Befähigung|Leistung)|gleich geeignet"
    r"|unterrepräsentiert|Vielfalt"
    r"|(?<!schlecht )(?<!schwer )(?<!kaum )(?<!nicht )(?:Vereinbarkeit|vereinbaren)"
    r"(?![^.;]*\b(?:nicht|kaum|schwer|schwierig)\b)",
    r"§|\b(?:AGG|NGG|SGB|BeamtStG|BQFG|FwDV|JArbSchG|JFDG|BFDG|[A-Z]?BG|LVO|FeV|IfSG)\b|\bG ?(?:25|26|41)\b",
    r"\b(?!speisevor|essensvor|kleidervor)\w{4,}"
    r"(?:gesetz|verordnung|vorschrift|verfassung)(?:e?s|en)?\b|gesetzlich vorge|vorgeschrieben",
    r"\b(?:das|vom|nach dem) Gesetz",
    r"Eignungsuntersuchung|Vorsorgeuntersuchung|Eignungsprüfung",
    r"\bjede[ns]? (?:Alters|Geschlechts|Glaubens|Herkunft)",
    r"\b(?:jeder|aller) (?:Herkunft|Religion|Nation|Kultur|Lebens|Staatsangehörigkeit|Hautfarbe)",
    r"(?:unterschiedlich|verschieden)(?:er|en)? (?:\w+ (?:und|oder) )?"
    r"(?:Herkunft|Religion|Kultur|Glaubens|Alters|Sprache|Konfession)",
    r"^\W*(?:Auch|Gern auch|Gerne auch)\b[^.;]*"
    r"\b(?:bewerb|willkommen|richtig|gern|passen|gemeint|nehmen|nutzen|arbeiten)(?<!dürfen sich bewerb)",
    r"\b(?:können|dürfen) (?:Sie|du|Beschäftigte)\b[^.;]{0,60}\b(?:tragen|mitbringen|bleiben|feiern|beten)",
    r"\bSie (?:können|dürfen)\b[^.;]{0,60}\b(?:tragen|mitbringen)\b",
    r"\bnehmen (?:wir )?Rücksicht|\brücksichtig|passen wir|richten (?:wir )?uns nach",
    r"\bsprechen Sie uns (?:\w+ ){0,2}an\b|\bsprich uns (?:\w+ ){0,2}an\b"
    r"|\bsoll(?:en)? (?:das Team|unser Team|wir) (?:\w+ )?(?:gemischt|vielfältig|bunt|divers)"
    r"|^\W*Trau(?:en Sie sich| dich|t euch)\b(?! (?:das )?(?:zu|nicht)\b)"
    r"|\bso (?:verschieden|bunt|vielfältig|unterschiedlich|gemischt) (?:wie|sind|ist|soll)",
    r"helfen wir|unterstützen wir|wir (?:helfen|unterstützen|begleiten|fördern)",
)
# An ad has no reason to speak of these at all but to welcome people, or to tell a task.
_PRIVATE = ("sexual-identity",)
_WELCOME = Wording("|".join(_WELCOMES), re.IGNORECASE)


# "Schwule willkommen, aber bitte ohne Getue": what welcomes is taken back.
_TAKEN_BACK = Wording(
    r"\b(?:aber|doch|jedoch|allerdings) (?:bitte|nur|ohne|lieber|eher|am liebsten)\b|\bam liebsten aber\b"
    r"|\b(?:sofern|solange|wenn) (?:sie|er|es|niemand|man)\b"
)


def frame(masked: str) -> Frame:
    """What one sentence does, by its own words; a lawful limit that names its law is no demand either."""
    if _WELCOME.search(masked) and not _TAKEN_BACK.search(masked):
        return "welcome"
    if any(each.match(masked) for each in (_TASK, _OBJECT_FIRST, _WORK_WITH, _SHOULD_KNOW, _KNOWS, _ABLE)):
        return "task"
    if _DEMAND.search(masked):
        return "demand"
    if _WORK_ITEM.match(masked):
        return "task"
    is_item = not masked.rstrip().endswith((".", "!", "?")) and len(masked.split()) <= _NOUN_PHRASE
    return "item" if is_item else "other"


def section(heading: str) -> Section:
    """What stands under a heading."""
    return next((name for name, pattern in _SECTIONS if pattern.search(heading)), "")


def holds(part: Section, does: Frame, category: str = "") -> bool:
    """Whether a theme may be told in this part of an ad, given what the sentence itself does."""
    if does == "other" and category in _PRIVATE:
        return part not in ("tasks", "offer")
    if does == "demand":
        return part not in ("tasks", "offer")
    return part == "profile" or (does == "item" and not part)
