"""What tells a name after a role from a department: usual surnames, departments, verbs of telling."""

from __future__ import annotations

from postings.review.german.vocabulary.word_lists import word_set

# "Allgemeine Verwaltung" and "Bauwesen" after a role are its department, no name.
DEPARTMENT_ENDS = (
    "e",
    "en",
    "er",
    "es",
    "ung",
    "heit",
    "keit",
    "schaft",
    "tion",
    "wesen",
    "bau",
    "tät",
    "amt",
    "dienst",
    "schutz",
    "ik",
    "ment",
    "recht",
    "ing",
    "kita",
    "hof",
    "in",
    "innen",
    "haus",
    "verkehr",
    "vertrieb",
    "einkauf",
    "sport",
    "team",
    "bad",
)
DEPARTMENTS = word_set("""
    soziales personal kultur bildung jugend familie umwelt energie klima holz metall stadt land bund region
    digital marketing finanzen controlling office service support backend frontend java cloud data
    security gis cad mann frau
    """)
SURNAMES = word_set("""
    müller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schäfer koch bauer richter
    klein wolf schröder neumann schwarz zimmermann braun krüger hofmann hartmann lange schmitt werner schmitz
    krause meier lehmann schmid schulze maier köhler herrmann könig walter mayer huber kaiser fuchs peters
    lang scholz möller weiß jung hahn schubert vogel friedrich keller günther frank berger winkler roth beck
    lorenz baumann franke albrecht schuster simon ludwig böhm winter kraus martin schumacher krämer vogt stein
    jäger otto sommer groß seidel heinrich brandt haas schreiber graf schulte dietrich ziegler kuhn kühn pohl
    engel horn busch bergmann thomas voigt sauer arnold wolff pfeiffer wilke behrens ahrens petersen hansen
    förster gärtner fleischer metzger schmied schreiner tischler maurer töpfer glaser schlosser maler kellner
    ritter herzog drechsler winzer seiler wirth geiger schütz schütze hauptmann amtmann ackermann spielmann
    fuhrmann bäcker böttger kürschner gerber sattler müllner fiedler pfarrer wächter
    janßen janssen kramer böttcher bock kruse wiese thiele heine hesse bode engelke stolze grote kaufmann
    """)
# What surnames end in that departments and fields do not.
SURNAME_ENDS = (
    *("mann", "meyer", "meier", "maier", "mayer", "müller", "schmidt", "huber", "hauer", "lauer", "hardt"),
    *("heim", "owski", "inski", "ewski", "vić", "wicz", "witz", "baum", "inger", "hofer", "hagen", "bauer"),
)
STRONG_VERBS = word_set("""
    sprach lud ging kam nahm gab stand fand hielt rief schrieb schwieg trat zog gewann verlor blieb ließ fuhr
    flog trug half traf bat lag saß sah las schloss unterschrieb begann wies warf stieg starb fiel verließ
    entwarf schuf erfand erwarb verstarb vertrat betrat erschien erhob beschrieb unterbrach sprang warb bewarb
    verschoss schoss pfiff griff bot lief sang saß stahl stieß strich stritt trank trieb vergaß zwang geriet
    riet hob litt mied rang riss ritt schien schlich schob schrie verschwand entschied
    entstand verband bestand
    brachte dachte empfing
    wurde war hieß schied wuchs erhielt bekam schlug verwies übernahm unterlag
    """)
PARTICLES = word_set("von van de del della di el al ben bin zu")
