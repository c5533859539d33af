"""Finite verbs from the third person singular to the plural, for phrases that become plural."""

from __future__ import annotations

from postings.review.german.vocabulary.word_lists import listed, word_set

_IRREGULAR = dict(
    pair.split(":")
    for pair in listed("""
    ist:sind hat:haben wird:werden kann:können muss:müssen darf:dürfen soll:sollen will:wollen mag:mögen
    weiß:wissen war:waren hatte:hatten wurde:wurden konnte:konnten musste:mussten durfte:durften
    sollte:sollten wollte:wollten würde:würden könnte:könnten müsste:müssten dürfte:dürften hätte:hätten
    wäre:wären möchte:möchten trägt:tragen überträgt:übertragen fährt:fahren erfährt:erfahren gibt:geben
    nimmt:nehmen übernimmt:übernehmen teilnimmt:teilnehmen wahrnimmt:wahrnehmen hilft:helfen liest:lesen
    sieht:sehen spricht:sprechen bespricht:besprechen entspricht:entsprechen trifft:treffen
    vertritt:vertreten tritt:treten wirbt:werben bewirbt:bewerben erhält:erhalten hält:halten
    behält:behalten enthält:enthalten lässt:lassen verlässt:verlassen läuft:laufen schläft:schlafen
    fällt:fallen gefällt:gefallen berät:beraten wächst:wachsen wäscht:waschen lädt:laden
    empfängt:empfangen empfiehlt:empfehlen vergisst:vergessen isst:essen misst:messen schlägt:schlagen
    vorschlägt:vorschlagen gilt:gelten bricht:brechen verspricht:versprechen stirbt:sterben gräbt:graben
    fängt:fangen anfängt:anfangen begibt:begeben ergibt:ergeben abgibt:abgeben betritt:betreten
    befindet:befinden tut:tun geht:gehen steht:stehen versteht:verstehen besteht:bestehen sitzt:sitzen
    besitzt:besitzen kommt:kommen bekommt:bekommen ruft:rufen bringt:bringen mitbringt:mitbringen
    bietet:bieten leistet:leisten arbeitet:arbeiten
    """)
)
_IRREGULAR |= dict(
    pair.split(":")
    for pair in listed("""
    kam:kamen ging:gingen stand:standen fand:fanden gab:gaben nahm:nahmen sah:sahen sprach:sprachen
    hielt:hielten ließ:ließen rief:riefen lief:liefen trug:trugen fuhr:fuhren schrieb:schrieben
    blieb:blieben begann:begannen half:halfen traf:trafen zog:zogen bekam:bekamen erhielt:erhielten
    heißt:heißen bleibt:bleiben schreibt:schreiben unterschreibt:unterschreiben gießt:gießen
    """)
)
# Prefixes that leave the rest of a verb as it is: "einhält" -> "einhalten".
_PREFIXES = word_set("""
    ab an auf aus bei ein fort her hin los mit nach vor weg zu zurück zusammen teil statt fest frei be er ver
    unter über wieder weiter heraus herein hinaus hinein heran voran
    durch um ent zer vorbei
    """)
# Regular verbs whose singular is certain ("freuen" -> "freut"), for a group in the place of several people.
_REGULAR = word_set("""
    freuen warten arbeiten planen nutzen suchen brauchen lernen leben wohnen fragen sagen kennen glauben
    meinen machen kaufen zahlen bezahlen hören zuhören stellen wünschen erwarten leisten prüfen melden
    wählen besuchen benutzen unterstützen begleiten betreuen beantworten reden setzen legen bilden zeigen
    führen fordern fördern feiern kümmern erinnern beteiligen engagieren informieren diskutieren
    profitieren organisieren bewegen genießen schätzen danken begrüßen entwickeln sammeln handeln
    wechseln teilen folgen hoffen klagen loben beschweren entscheiden gestalten spielen tanzen lachen
    klatschen sitzen besitzen kommen bekommen gehen stehen verstehen bestehen bieten bringen mitbringen
    liegen bleiben schreiben rufen ziehen schließen öffnen
    streiken protestieren demonstrieren proben staunen jubeln trauern zögern sparen haften investieren siegen
    trainieren pflanzen ernten kochen beten kritisieren begrüßen blockieren stimmen ärgern wundern schimpfen
    verlangen erhöhen vermieten bewerten bemängeln bezweifeln bedauern befürworten verlassen strömen pilgern
    """)
_NO_VERBS = word_set("""
    nicht mit seit jetzt erst selbst fast oft sonst nicht zuerst dort hat-nicht zuletzt damit somit
    bereits direkt sofort gut weit leicht statt samt erhält-nicht nebst insgesamt überhaupt entfernt
    geeignet qualifiziert
    """)


def plural(verb: str) -> str | None:
    """ "reicht" -> "reichen"; None where the word is no such form."""
    low = verb.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low in _NO_VERBS:
        return None
    for end, new in _IRREGULAR.items():
        if len(end) > 3 and low.endswith(end) and low.removesuffix(end) in _PREFIXES:
            return low.removesuffix(end) + new
    if low.endswith("te") and _is_past(low):
        return low + "n"
    if len(low) < 4 or not low.endswith("t"):
        return None
    if low.endswith(("elt", "ert")) and not low.endswith(("iert", "hrt", "eert")):
        return low[:-1] + "n"
    if low.endswith("et") and low[-3:-2] in "tdnm":
        return low[:-2] + "en"
    return low[:-1] + "en"


def singular(verb: str) -> str | None:
    """ "freuen" -> "freut", "haben" -> "hat"; None where the word is not known as such a form."""
    low = verb.lower()
    if low in _SINGULAR:
        return _SINGULAR[low]
    if low.endswith("ten") and _is_past(low[:-1]):
        return low[:-1]
    if low not in _REGULAR:
        return None
    if low.endswith(("eln", "ern")):
        return low[:-1] + "t"
    stem = low[:-2]
    return stem + ("et" if stem.endswith(("t", "d", "ffn", "chn")) else "t")


def _is_past(low: str) -> bool:
    """ "folgte", "arbeitete", "wechselte": the past of a regular verb that we know."""
    stem = low.removesuffix("te")
    return stem + "en" in _REGULAR or stem + "n" in _REGULAR or stem.removesuffix("e") + "en" in _REGULAR


def is_infinitive(verb: str) -> bool:
    """Whether this is a verb that we know."""
    return verb in _REGULAR or verb in _SINGULAR


_SINGULAR = {plural: single for single, plural in reversed(_IRREGULAR.items())}
