"""What a sentence of an ad does: ask something of the applicant, tell a task, or welcome people.

Words about age, faith or family are in place where a task is told ("Sie beraten ältere Menschen") or where
people are welcomed; they are out of place where something is asked of the person. Rules with the matcher
`theme` look only there.
"""

from __future__ import annotations

import re
from typing import Literal

Frame = Literal["demand", "item", "task", "welcome", "other"]
Section = Literal["tasks", "profile", "offer", ""]

_HEADINGS: dict[Section, str] = {
    "profile": """profil anforderung voraussetzung qualifikation mitbring bringen_sie bringst erwarten_wir
        wir_erwarten wünschen suchen zeichnet überzeug passen passt rüstzeug können_sie wer_sie_sind
        sollten brauchen_sie brauchst""",
    "tasks": """aufgabe tätigkeit erwartet_sie erwartet_dich arbeitsfeld einsatz sie_tun du_tust du_machst
        du_lernst lernen_sie arbeitstag ihr_tag dein_tag verantwortung das_machen sie_bewegen zu_tun
        ihr_job dein_job arbeitsalltag alltag einsatzgebiet darum_geht""",
    "offer": """bieten angebot vorteile benefits freuen leistungen bei_uns warum gute_gründe lohn ihr_plus
        bekommen bekommst erhalten_sie erhältst geben_wir davon darauf haben_sie haben_davon für_sie_da
        gut_für gehalt konditionen warten dürfen_sie wofür""",
}
_SECTIONS = [
    (name, re.compile("|".join(words.split()).replace("_", " "), re.IGNORECASE))
    for name, words in _HEADINGS.items()
]
# "Sie beraten …" tells a task; these verbs after "Sie" tell what the person is, has or can.
_STATES = """
    sind haben bringen verfügen besitzen beherrschen sprechen leben teilen stehen gehören passen können
    wollen sollen sollten müssen dürfen stammen kommen fühlen lieben mögen kennen wohnen glauben bekennen
    tragen verstehen schätzen achten legen nennen geben reichen fügen senden werden wären hätten brauchen
    benötigen wünschen suchen möchten zählen feiern weisen bewerben denken sehen bleiben
    bist hast bringst verfügst besitzt sprichst kannst willst sollst solltest musst kommst lebst passt
    gehörst bleibst
    """
_TASK = re.compile(
    rf"\W*(?:(?:Sie|Du|du|Dort|Hier) (?!(?:{'|'.join(_STATES.split())})\b)[a-zäöüß]+(?:en|ern|eln|st|t)\b"
    r"|Sie sprechen (?:\w+ )?(?:mit|über)\b"
    r"|(?:Sie|Du|du) (?:sind|bist) (?:\w+ ){0,3}"
    r"(?:Ansprech|Anlaufstelle|Kontakt|zuständig|verantwortlich|tätig)"
    r"|Zu (?:Ihren|den|deinen) (?:\w+ )?(?:Aufgaben|Tätigkeiten)\b|Ihre Aufgaben?\b)"
)
# What asks something of a person, says who is sought, or how those are who are there already.
_DEMANDS = (
    rf"\b(?:Sie|Du|du) (?:{'|'.join(_STATES.split())})\b",
    r"\b(?:suchen|sucht|gesucht|erwarten|erwartet|wünschen|verlangen|bevorzugen|bevorzugt|wollen)\b",
    r"\bvoraus(?:gesetzt)?\b|\b(?:Grundv|V)oraussetzung|\berforderlich|\bnotwendig|\bnötig\b|\bzwingend|\bunerlässlich",
    r"\b(?:sollten?|müssen|muss|dürfen|darf|können sich|bewerben|Bewerbungen von|Bewerberkreis)\b",
    r"\b(?:eignet|geeignet|passt|passen|ideal|perfekt|richtig für|Vorteil|erwünscht|gern gesehen|gefragt)\b",
    r"\b(?:geben|nennen|teilen|fügen|legen|reichen|schreiben|tragen) Sie\b|\bbitte\b",
    r"\bnur\b|\bkein(?:e|en)?\b|\bohne\b|\b[Ww]ir sind\b|\b[Gg]ehört\b",
    r"\b[Uu]nser(?:e|em|en)? (?:\w+ )?(?:Team|Kollegium|Truppe|Mannschaft|Abteilung|Belegschaft)\b",
    r"\bstellen\b[^.;]{0,40}\bein\b|\beingestellt\b",
)
_DEMAND = re.compile("|".join(_DEMANDS))
_NOUN_PHRASE = 8  # words: a list item such as "gute Nerven und ein gesunder Rücken"
# Under "Ihr Profil" also stands what the work is about: "Erfahrung in der Arbeit mit älteren Menschen".
_WORK_WITH = re.compile(
    r"(?!.*(?:[Dd]eutsch|Sprach|Rechtschreib|Grammatik|Inland|hiesig|christlich|Kirche|[Uu]nser|Ruhestand))"
    r"\W*(?:(?:Sie|Du|du) (?:haben|hast|zeigen|zeigst|bringen|bringst|verfügen über|verfügst über) )?"
    r"(?:\w+ ){0,2}(?:[\w-]+ (?:und|oder|sowie) )?(?:[\w-]*[Ee]rfahrung(?:en)?"
    r"|[Kk]enntnisse?|Wissen|Freude|Spaß|Lust|Interesse"
    r"|Geduld|Verständnis|Gespür|Einfühlungsvermögen|Empathie|Herz|Offenheit|Respekt|Achtung|Sensibilität"
    r"|[\w-]*[Kk]ompetenz|Toleranz|Wertschätzung|[Uu]mgang|[Aa]rbeit|Fingerspitzengefühl"
    r"|ein (?:\w+ )?(?:Ohr|Herz|Blick|Gespür))\b"
    r"[^.;:]{0,40}?\b(?:in|im|mit|an|am|über|vor|für|gegenüber|zu|zum|zur|von|vom|auf|der|des)\b"
)
# "Sie können Konflikte moderieren" tells what there is to do, too.
_ABLE = re.compile(
    r"\W*(?:Sie|Du|du) (?:können|kannst|wollen|möchten)\b[^.;:]*"
    r"\b(?:moderieren|begleiten|beraten|erklären|anleiten"
    r"|unterrichten|vermitteln|betreuen|unterstützen|trösten|umgehen|hineinversetzen|eingehen)\W*$"
)
_NEEDED = "nötig erforderlich notwendig entscheidend Voraussetzung Bedingung gebraucht verlangt gefragt"
_WELCOMES = (
    r"willkommen|ermutig|ermunter|ausdrücklich erwünscht|begrüßen",
    r"freuen (?:wir )?uns (?:\w+ )?(?:über|auf)",
    r"unabhängig|ungeachtet|gleich welch|ganz gleich|\begal\b",
    r"spiel(?:t|en)\b[^.;]{0,40}\bkeine Rolle|ohne Belang|nicht an\b|kein Thema",
    r"kein (?:Hindernis|Nachteil|Ausschluss|Muss)\b",
    rf"(?:nicht|kein\w*) (?:\w+ )?(?:{'|'.join(_NEEDED.split())})",
    r"(?:brauchen|benötigen|müssen|erwarten|verlangen|fragen)\b[^.;]{0,40}\b(?:nicht|kein\w*)\b",
    r"(?:nicht|kein\w*)\b[^.;]{0,40}\b(?:brauchen|müssen|verlangt|gefragt)\b",
    r"gleicher Eignung|gleich geeignet|unterrepräsentiert|Vielfalt|Vereinbarkeit|vereinbaren",
    r"§|\b(?:AGG|NGG|SGB|BeamtStG|BQFG|FwDV|JArbSchG|JFDG|BFDG|[A-Z]?BG|LVO|FeV|IfSG)\b|\bG ?(?:25|26|41)\b",
    r"\w{4,}(?:gesetz|verordnung|vorschrift|verfassung)(?:e?s|en)?\b|gesetzlich vorge|vorgeschrieben",
    r"Eignungsuntersuchung|Vorsorgeuntersuchung|Eignungsprüfung",
    r"\bjede[ns]? (?:Alters|Geschlechts|Glaubens|Herkunft)",
    r"\b(?:jeder|aller) (?:Herkunft|Religion|Nation|Kultur|Lebens)",
    r"(?:unterschiedlich|verschieden)(?:er|en)? (?:\w+ (?:und|oder) )?"
    r"(?:Herkunft|Religion|Kultur|Glaubens|Alters|Sprache|Konfession)",
    r"^\W*(?:Auch|Gern auch|Gerne auch)\b[^.;]*"
    r"\b(?:bewerb|willkommen|richtig|gern|passen|gemeint)(?<!dürfen sich bewerb)",
    r"\b(?:können|dürfen) (?:Sie|du|Beschäftigte)\b[^.;]{0,60}\b(?:tragen|mitbringen|bleiben|feiern|beten)",
    r"\bSie (?:können|dürfen)\b[^.;]{0,60}\b(?:tragen|mitbringen)\b",
    r"\bnehmen (?:wir )?Rücksicht|\brücksichtig|passen wir|richten (?:wir )?uns nach",
    r"helfen wir|unterstützen wir",
)
_WELCOME = re.compile("|".join(_WELCOMES), re.IGNORECASE)


def frame(masked: str) -> Frame:
    """What one sentence does, by its own words; a lawful limit that names its law is no demand either."""
    if _WELCOME.search(masked):
        return "welcome"
    if any(each.match(masked) for each in (_TASK, _WORK_WITH, _ABLE)):
        return "task"
    if _DEMAND.search(masked):
        return "demand"
    is_item = not masked.rstrip().endswith((".", "!", "?")) and len(masked.split()) <= _NOUN_PHRASE
    return "item" if is_item else "other"


def section(heading: str) -> Section:
    """What stands under a heading."""
    return next((name for name, pattern in _SECTIONS if pattern.search(heading)), "")


def holds(part: Section, does: Frame) -> bool:
    """Whether a theme may be told in this part of an ad, given what the sentence itself does."""
    if does == "demand":
        return part not in ("tasks", "offer")
    return part == "profile" or (does == "item" and not part)
