"""Function words of German: what an article, preposition or ending says about case and number."""

from __future__ import annotations

from postings.review.german.vocabulary.lexicon import (
    ACCUSATIVE,
    AP,
    AS,
    DATIVE,
    DP,
    DS,
    GENITIVE,
    GP,
    GS,
    NP,
    NS,
    PLURAL,
)
from postings.review.german.vocabulary.word_lists import listed, word_set

# What a determiner says where the noun is masculine or plural; 0: it is feminine or neuter.
ARTICLES = {"der": NS | GP, "die": NP | AP, "das": 0, "den": AS | DP, "dem": DS, "des": GS}
_DER_STEMS = listed("dies jen welch solch manch sämtlich all")
_DER_ENDINGS = {"er": NS | GP, "e": NP | AP, "es": GS, "en": AS | DP, "em": DS}
_EIN_STEMS = listed("mein dein sein ihr unser euer kein")
_EIN_ENDINGS = {"": NS, "e": NP | AP, "er": GP, "es": GS, "en": AS | DP, "em": DS}
CONTRACTIONS = {"zum": "zu", "beim": "bei", "vom": "von", "im": "in", "am": "an"}
_OTHER_GENDER = {"ins": 0, "ans": 0, "aufs": 0, "zur": 0, "fürs": 0, "durchs": 0}
_NUMBERS = listed("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend")
UNINFLECTED = word_set("manch solch welch all")
# What may stand between a determiner and its noun and ends like an adjective: "ein solcher", "die beiden".
SECOND_DETERMINERS = word_set("solcher solchen solche solches solchem beiden jeder jeden jedem")
_MANY = listed("viele wenige einige mehrere etliche zahlreiche verschiedene beide unterschiedliche manche")


def _determiners() -> dict[str, int]:
    table = dict(ARTICLES)
    for stem in _DER_STEMS:
        table |= {stem + ending: bits for ending, bits in _DER_ENDINGS.items()}
    table |= {
        "alle": NP | AP,
        "allen": DP,
        "aller": GP,
        "sämtliche": NP | AP,
        "sämtlichen": DP,
        "beiden": PLURAL,
    }
    for stem in ("jenig", "selb"):
        table |= {"der" + stem + "e": NS, "des" + stem + "en": GS, "dem" + stem + "en": DS}
        table |= {"den" + stem + "en": AS | DP, "die" + stem + "en": NP | AP, "der" + stem + "en": GP}
        table |= {"die" + stem + "e": 0, "das" + stem + "e": 0}
    table |= dict.fromkeys(UNINFLECTED, NS | GS | DS | AS | PLURAL)
    table |= {"jeder": NS, "jeden": AS, "jedem": DS, "jedes": GS, "jede": 0}
    for stem in ("ein", "irgendein"):
        table |= {stem: NS, stem + "en": AS, stem + "em": DS, stem + "es": GS, stem + "e": 0, stem + "er": 0}
    for stem in _EIN_STEMS:
        table |= {stem + ending: bits for ending, bits in _EIN_ENDINGS.items()}
    table |= {
        "unsre": NP | AP,
        "unsren": AS | DP,
        "unsrem": DS,
        "eure": NP | AP,
        "euren": AS | DP,
        "eurem": DS,
        "eures": GS,
        "eurer": GP,
        "unsres": GS,
        "unsrer": GP,
    }
    table |= dict.fromkeys(CONTRACTIONS, DS) | _OTHER_GENDER
    table |= dict.fromkeys(_NUMBERS, PLURAL) | {"zweier": GP, "dreier": GP}
    for word in _MANY:
        table |= {word: NP | AP, word + "n": DP, word[:-1] + "er": GP}
    table |= {"mancher": NS | GP, "manchen": AS | DP}
    return table


DETERMINERS = _determiners()
EIN_WORDS = frozenset(
    stem + ending
    for stem in [*_EIN_STEMS, "ein", "irgendein"]
    for ending in ("", "e", "er", "es", "en", "em")
) | frozenset(stem + ending for stem in ("eur", "unsr") for ending in ("e", "er", "es", "en", "em"))
QUANTITIES = (
    frozenset(_NUMBERS)
    | {word + end for word in _MANY for end in ("", "n")}
    | {word[:-1] + "er" for word in _MANY if word not in ("manche", "beide")}
    | {"wenig", "mehr", "weniger", "zweier", "dreier"}
    | UNINFLECTED
)

# The case a preposition asks for.
PREPOSITIONS = (
    dict.fromkeys(listed("für durch ohne gegen um je pro per"), ACCUSATIVE)
    | dict.fromkeys(listed("mit von bei zu aus nach seit gegenüber samt nebst außer entsprechend ab"), DATIVE)
    | dict.fromkeys(listed("an auf in über unter vor hinter neben zwischen"), DATIVE | ACCUSATIVE)
    | dict.fromkeys(
        listed("""
    wegen während trotz statt anstatt mithilfe innerhalb außerhalb aufgrund hinsichtlich bezüglich
    seitens zugunsten anhand anstelle angesichts mittels einschließlich inklusive ungeachtet
    hinsichtlich namens infolge zwecks unterhalb oberhalb jenseits diesseits betreffs
    """),
        GENITIVE | DATIVE,
    )
)
BARE_SINGULAR = word_set("je pro per")

# Lower-case words with an ending of adjectives that are none.
NO_ADJECTIVES = word_set("""
    darunter
    aber alle als andere außer bitte daher dabei danach darüber dafür damit dann denen denn dennoch
    deren der des dessen die dies diese doch ebene eine er es etwa euer für gegen gegenüber gerne haben
    hinter ihre ihrer ihren ihnen immer innen inner insbesondere ist je jede jeder kann keine können
    lassen leider man mehrere meine mit möchten müssen nahe neben nur ob oder ohne ohnehin per pro sehr
    sein seine seiner seinen selber sie sind sollen sondern sowie sowohl statt stets um und unser unsere
    unter über viele von vor wegen weiter weder wenige wenn wer werden wie wieder wir wird wollen würden
    während zu zwar zwischen zusammen oben unten draußen drinnen außen rechten heute morgen gestern
    gemeinsame dazwischen daneben dagegen hierbei derer desto ihr ihm ihn ihres dürfen mögen sollten
    könnten müssten wären hätten hatten waren wurden innerhalb außerhalb seitens mittels samt nebst eher
    hier jener nachher vorher später früher lieber bisher seither welche welcher manche mancher solche
    beim zum zur vom im am ins sogar allen aller allem jeden jedem jedes seinem seines ihrem einem einen
    eines einer keinem keinen keines keiner unseren unserem unseres unserer meinem meinen diesem diesen
    dieses dieser dem den das durch miteinander untereinander füreinander nacheinander nie nicht auch
    noch schon mehr weniger einander entweder soweit sodass sofern falls bevor nachdem indem jedoch
    somit also zudem außerdem werde
    """)
# Infinitives and plural forms that stand before a bare noun ("Sie beraten Bürger").
VERBS = word_set("""
    suchen beraten betreuen begleiten unterstützen schulen unterrichten fördern informieren führen
    leiten anleiten vertreten koordinieren bilden ausbilden einarbeiten einstellen stellen brauchen
    benötigen erwarten erhalten bekommen bieten helfen danken gewinnen finden kennen treffen empfangen
    begrüßen befragen bedienen versorgen pflegen behandeln beschäftigen bezahlen vermitteln verstehen
    motivieren coachen einladen laden ermutigen haben sind werden wollen möchten können sollen müssen
    dürfen lassen nutzen arbeiten sprechen sehen besuchen entlasten beaufsichtigen stärken beauftragen
    kontrollieren prüfen überwachen ersetzen vertreten befähigen qualifizieren begeistern ansprechen
    integrieren aufnehmen entwickeln binden halten rufen bitten fragen erreichen bringen holen schützen
    retten bergen transportieren fahren befördern registrieren erfassen verwalten vernetzen werben
    anwerben übernehmen gibt geben stehen kommen gehen lernen studieren teilen stärken coachen steuern
    verbinden wählen schätzen respektieren wünschen nehmen machen zeigen liegen sitzen wohnen leben
    starten beginnen freuen melden sorgen klären beantworten organisieren planen moderieren gestalten
    bearbeiten sensibilisieren trainieren instruieren unterweisen benennen gründen profitieren zählen
    reinigen warten ausrüsten ermöglichen garantieren verpflichten duzen siezen heißen meinen suche
    sucht beschäftigt braucht stellt bildet fördert unterstützt berät betreut begleitet
    """)
CONNECTORS = word_set("und oder sowie bzw beziehungsweise")
COPULAS = word_set("""
    bin bist ist sind seid war waren wäre wären
    wird werden werde wurde wurden sein bleiben bleibt gewesen geworden
    """)
# Verbs whose object is in the dative, or that have one beside the accusative.
DATIVE_VERBS = word_set("""
    helfen hilft bieten bietet geben gibt danken dankt antworten begegnen begegnet erklären erläutern
    ermöglichen ermöglicht vermitteln zeigen zuarbeiten zur stehen steht gehören gehört folgen vertrauen
    zuhören dienen dient schicken senden übergeben überreichen händigen gewähren gewährt bringen liefern
    empfehlen raten zahlen schenken unterstellt zugeordnet verpflichtet gerecht beistehen assistieren
    überlassen nützen schaden mitteilen berichten berichtet
    hilfst bietest gibst erklärst erklärt erläuterst erläutert
    vermittelst zeigst zeigt begegnest assistierst assistiert antwortest vermittelt ermöglichst
    schickst dankst empfiehlst empfiehlt rätst rät
    fehlen fehlt fehlte fehlten drohen droht drohte drohten gefallen gefällt gefiel nützt nutzt schadet half
    halfen dankte dankten gratulieren gratuliert gratulierte begegnete folgt folgte gehörte verspricht
    versprechen versprach erlaubt erlauben erlaubte gelingt gelang fällt fiel zugute schreiben schreibt sagen
    sagt sagte erzählen erzählt gab gaben bot zahlt zahlte überreichte übergab schenkt schenkte zusteht
    zustehen leichter schmeckt schmeckte
    """)
