"""What is left when the words of a finding go: correct German, or no offer at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.review import leaving_out, review
from postings.review.fixing import apply
from postings.review.language import analyse

POINTS = [
    ("Sie sind «jung», offen und genau.", "Sie sind offen und genau."),
    ("Sie sind offen, «jung» und genau.", "Sie sind offen und genau."),
    ("Sie sind offen, genau und «jung».", "Sie sind offen und genau."),
    ("Sie sind offen und «jung».", "Sie sind offen."),
    ("Sie sind «jung» und haben Freude an Technik.", "Sie haben Freude an Technik."),
    ("Sie stehen «am Anfang Ihrer Laufbahn» und bringen Schwung mit.", "Sie bringen Schwung mit."),
    ("Sie sind «nicht älter als 35 Jahre» und haben Humor.", "Sie haben Humor."),
    ("Du bist ein «echter Kerl» und willst Leben retten?", "Du willst Leben retten?"),
    ("Sie arbeiten gern im Freien und sind «nicht älter als 40 Jahre».", "Sie arbeiten gern im Freien."),
    ("Sie sind voller Ideen, «ein Alphatier», das nie schläft.", "Sie sind voller Ideen."),
    ("Sie haben starke Nerven und einen «gesunden Rücken».", "Sie haben starke Nerven."),
    ("Wir zahlen gut, bieten Gleitzeit und ein «junges Umfeld».", "Wir zahlen gut und bieten Gleitzeit."),
    (
        "Alle Geschlechter, auch «Andersveranlagte», dürfen sich melden.",
        "Alle Geschlechter dürfen sich melden.",
    ),
    ("Bitte legen Sie ein «Passbild» und ein Zeugnis bei.", "Bitte legen Sie ein Zeugnis bei."),
    ("Bitte legen Sie ein Zeugnis und ein «Passbild» bei.", "Bitte legen Sie ein Zeugnis bei."),
    ("Mit «Lichtbild» und Lebenslauf einzureichen.", "Mit Lebenslauf einzureichen."),
    (
        "Sie sind «hier geboren» und kennen den Weg, denn es ist Ihrer.",
        "Sie kennen den Weg, denn es ist Ihrer.",
    ),
    (
        "Ein «gepflegtes», freundliches Auftreten ist uns wichtig.",
        "Ein freundliches Auftreten ist uns wichtig.",
    ),
    ("Du bist «Digital Native» und blubberst gern.", "Du blubberst gern."),
    ("Sie sind «ungebunden» und springen auch kurzfristig ein.", "Sie springen auch kurzfristig ein."),
    ("Sie sind «ungebunden» und offen für Neues.", "Sie sind offen für Neues."),
    (
        "Du bist «zwischen 20 und 30», magst Menschen und suchst eine Stelle im Bürgeramt?",
        "Du magst Menschen und suchst eine Stelle im Bürgeramt?",
    ),
    (
        "«Deutsch ist Ihre Muttersprache», und Sie schreiben gern.",
        "Sie schreiben gern.",
    ),
    (
        "Bitte geben Sie «Familienstand», Konfession und Anschrift an.",
        "Bitte geben Sie Konfession und Anschrift an.",
    ),
    (
        "Ihrer Bewerbung fügen Sie bitte Zeugnisse bei und geben Sie Ihren «Familienstand» an.",
        "Ihrer Bewerbung fügen Sie bitte Zeugnisse bei.",
    ),
    ("Sie leben in «geordneten Verhältnissen» und sind freundlich.", "Sie sind freundlich."),
    ("Sie sind «Nichtraucherin», gelenkig und hören zu.", "Sie sind gelenkig und hören zu."),
    ("Sie sind Bäckerin, «gesund» und hören zu.", "Sie sind Bäckerin und hören zu."),
    ("Sie sind «zwischen 20 und 30 Jahre» alt, freundlich und offen.", "Sie sind freundlich und offen."),
    (
        "Mit Herz, Verstand und «mütterlicher Strenge» führen Sie die Gruppe.",
        "Mit Herz und Verstand führen Sie die Gruppe.",
    ),
    ("Sie arbeiten bei Wind und Wetter, wie ein «ganzer Mann».", "Sie arbeiten bei Wind und Wetter."),
    (
        "Bitte legen Sie Ihrer Bewerbung ein «Foto», einen Lebenslauf und Ihr Zeugnis bei.",
        "Bitte legen Sie Ihrer Bewerbung einen Lebenslauf und Ihr Zeugnis bei.",
    ),
    ("Wir erwarten einen «gesunden Rücken» und gute Laune.", "Wir erwarten gute Laune."),
    ("Nennen Sie «Geburtsort» und Anschrift.", "Nennen Sie Anschrift."),
    ("Sie wohnen hier, sind «verheiratet» und packen gern an.", "Sie wohnen hier und packen gern an."),
    (
        "Sie sind wach, «ohne Rückenleiden» und haben den Führerschein.",
        "Sie sind wach und haben den Führerschein.",
    ),
    (
        "Du hast Lust auf Technik, bist «zwischen 16 und 20 Jahre» alt und wohnst hier.",
        "Du hast Lust auf Technik und wohnst hier.",
    ),
    ("Du bist «in Deutschland geboren», pünktlich und fleißig.", "Du bist pünktlich und fleißig."),
]
ADJECTIVES = [
    ("einen «in Deutschland erworbenen» Studienabschluss", "einen Studienabschluss"),
    ("Ein «junges» und motiviertes Umfeld wartet.", "Ein motiviertes Umfeld wartet."),
    (
        "Wir suchen einen «jungen», dynamischen Sachbearbeiter.",
        "Wir suchen einen dynamischen Sachbearbeiter.",
    ),
    ("eine engagierte, «unverbrauchte» Kraft", "eine engagierte Kraft"),
    (
        "Für die Gruppe suchen wir eine «heterosexuelle» Fachkraft.",
        "Für die Gruppe suchen wir eine Fachkraft.",
    ),
    ("Für die Gruppe suchen wir keine «heterosexuelle» Fachkraft.", None),
    ("Sie sind «ungebunden», bewerben Sie sich bis zum 3.5. bei uns.", None),
    ("Sie tragen Lasten; dafür brauchen Sie einen «belastbaren» Rücken und Kraft.", None),
]
OPENINGS = [
    ("Als «echter Kerl» packen Sie überall mit an.", "Sie packen überall mit an."),
    ("Als «Jungspund» bringst du Wind in die Planung.", "Du bringst Wind in die Planung."),
    (
        "Mit «weiblichem Charme» überzeugen Sie auch schwierige Gäste.",
        "Sie überzeugen auch schwierige Gäste.",
    ),
    ("Als «Mädchen für alles» halten Sie den Laden am Laufen.", "Sie halten den Laden am Laufen."),
    ("Als «echte Frohnatur» mit Witz beraten Sie die Fraktionen.", "Sie beraten die Fraktionen."),
    ("Mit «unseren Zugewanderten» kommen Sie gut zurecht.", None),
    ("Als «Macher» verstehen Sie sich von selbst.", None),
]
CLAUSES = [
    (
        "Zum 1. Juni 2026 suchen wir Verstärkung, denn «unser bester Mann» geht in den Ruhestand.",
        "Zum 1. Juni 2026 suchen wir Verstärkung.",
    ),
    (
        "Die Bibliothek hat offen; «strenggläubige» Menschen bewerben sich woanders.",
        "Die Bibliothek hat offen.",
    ),
    (
        "Gesucht wird eine Nachwuchskraft, die «noch nicht festgefahren» ist.",
        "Gesucht wird eine Nachwuchskraft.",
    ),
    ("Freude an Überstunden, auch wenn «die Familie» einmal warten muss", "Freude an Überstunden"),
    ("Nachts sind Sie allein, daher ist die Arbeit «nichts für Frauen».", "Nachts sind Sie allein."),
    ("Bewerben Sie sich, wenn «Sie unter 35 sind».", "Bewerben Sie sich."),
    ("Wir suchen jemanden, der «topfit» ist.", None),
    ("Wir suchen eine Hausleitung, die «ungebunden» ist und gern reist.", None),
    ("39 Stunden in der Woche; Teilzeit ist «nur für Mütter» möglich", None),
]
ADDITIONS = [
    (
        "Senden Sie Ihre Bewerbung mit «Lichtbild» bis zum 27. Februar 2026 per Post.",
        "Senden Sie Ihre Bewerbung bis zum 27. Februar 2026 per Post.",
    ),
    (
        "Die Bewerbung geht bis zum 31. Mai an uns, gerne mit «Lichtbild».",
        "Die Bewerbung geht bis zum 31. Mai an uns.",
    ),
    ("ein Studium, möglichst «an einer deutschen Hochschule» erworben", "ein Studium"),
    (
        "Wir suchen Personal «ohne Migrationshintergrund» für den Empfang.",
        "Wir suchen Personal für den Empfang.",
    ),
    ("Sie bringen «als Frau» das nötige Feingefühl mit.", "Sie bringen das nötige Feingefühl mit."),
    ("Sie können anpacken «wie ein Mann».", "Sie können anpacken."),
    (
        "Voraussetzung ist ein Studium der Physik mit «mindestens der Note 2,0».",
        "Voraussetzung ist ein Studium der Physik.",
    ),
    ("Senden Sie uns Ihren Lebenslauf mit «Lichtbild».", "Senden Sie uns Ihren Lebenslauf."),
    ("Wir erbitten einen Lebenslauf «ohne jede Lücke».", "Wir erbitten einen Lebenslauf."),
    ("Sie leiten den Bauhof «mit harter Hand».", "Sie leiten den Bauhof."),
    (
        "Verbundenheit mit «christlichen Werten», die uns tragen und leiten, auch im Alltag der Verwaltung",
        None,
    ),
    ("Bewerbung mit «Lichtbild», Lebenslauf und Zeugnissen.", None),
]
UNSURE = [
    "Sie sind «unverheiratet» oder Ihr Partner hat Verständnis für Schichtdienst.",
    "Kolleginnen werden oft schwanger, daher «bevorzugen wir Männer», die bleiben.",
    "Wir öffnen auch an «muslimischen Feiertagen» und geben dafür nicht frei, sondern zahlen mehr.",
    "Ihr «Alter liegt zwischen 25 und 35». Als Hilfe im Haus kochen Sie auch Kaffee.",
    "Eine Gleichstellung oder «Schwerbehinderung liegt nicht vor».",
    "Sie sind nicht nur «jung», sondern auch genau.",
    "ein gepflegtes, «attraktives Äußeres»",
    "Sie leben mit Ihrer «Ehefrau» oder Ihrem Ehemann im Haus.",
    "Die Stelle ist «ideal für Studierende» und junge Leute.",
    "«Kinder» und Haustiere sind ein Hindernis.",
    "Sie haben «keine Kinder» und Haustiere.",
    "Wir suchen eine «freundliche Dame».",
    "Sie suchen etwas zwischen «Mitte zwanzig» und Mitte dreißig.",
    "Sie bringen Fach- und «Manneskraft» mit.",
]
SENTENCES = [
    "Als «Rentner» haben Sie Zeit.",
    "Herren mit «Bart» sind bei uns nicht gern gesehen.",
    "Mit «Kopftuch» oder Schleier können wir Sie leider nicht einstellen.",
    "«Allergiker», Asthmatiker und Diabetiker scheiden aus.",
    "Sie sind körperlich und «geistig belastbar».",
    "«Diabetiker» und Epileptiker können wir leider nicht einstellen.",
    "Sie gehören der evangelischen oder «katholischen Kirche» an.",
    "Wir leben «christliche Werte» und erwarten das auch von Ihnen.",
    "Wir sind eine Behörde «ohne Regenbogenfahnen», und das bleibt für alle Zeit so im Haus.",
    "Ihr Lebenslauf muss «lückenlos» sein.",
    "Sie haben «keine Verpflichtungen», sodass Überstunden kein Problem sind.",
    "Sie leben in einer «intakten Ehe».",
    "«Gehbehinderten» können wir keinen Platz anbieten.",
    "Eine «Schwangerschaft während der Probezeit» sollte nicht geplant sein.",
    "«Lichtbild» nicht vergessen!",
    "Wer «stottert», ist bei uns falsch.",
    "Da oft Termine am Abend liegen, sollten Sie «keine kleinen Kinder» haben.",
    "Die Stelle eignet sich nur für Personen «ohne Familie».",
    "«Rumäninnen» und Rumänen nehmen wir gern.",
    "Bitte geben Sie in den Unterlagen «Ihre Konfession» an.",
    "Die Bereitschaft zu «unbegrenzter Mehrarbeit» setzen wir voraus.",
    "«volle Sehkraft» auf beiden Augen",
    "«Vollbart» nur ohne religiösen Hintergrund",
    "«Jahrgang 1990 oder jünger»",
    "Nachweis der «deutschen Abstammung»",
]
NEEDED = [
    "Unsere «Mädels vom Bürgeramt» freuen sich auf Sie.",
    "Auch «Andersgläubige» können sich gern bewerben.",
    "«Nichtraucher» gesucht",
    "«Muttersprachler»",
    "Sie haben «gerade Ihr Studium abgeschlossen».",
    "Sie sind «Mann oder Frau», nicht irgendetwas dazwischen.",
    "Fragen zur Stelle beantwortet «unsere gute Seele», Telefon 0511 168-0.",
    "«Ungebunden» sind Sie beim Ort: Zwei Tage in der Woche arbeiten Sie, wo Sie wollen.",
    "Bewerben Sie sich «mit Lebenslauf» bis Ende Mai.",
]
LINES = [
    (
        "Profil:\nAusbildung im Büro\n«volle Sehkraft» auf beiden Augen\nHumor\n\nWir bieten viel.",
        "Profil:\nAusbildung im Büro\nHumor\n\nWir bieten viel.",
    ),
    ("Ihr Profil:\n«volle Sehkraft» auf beiden Augen\n\nWir bieten viel.", None),
    ("Ihr Profil\n\nSie sind «ungebunden».\n\nUnser Angebot\n\nWir bieten viel.", None),
    (
        "- Sorgfalt\n- «volle gesundheitliche Eignung» ist Voraussetzung für den Dienst im\n  Stadt\n- Humor",
        "- Sorgfalt\n- Humor",
    ),
    ("Wir sind viele. Du bist ein «Macho»? Passt, der Ton ist so.", None),
    ("Sie sind «topfit»? Sie mögen Tiere? Dann los!", "Sie mögen Tiere? Dann los!"),
    ("Wir bitten Sie um eines: Sie sind «ungebunden».", None),
    ("Sie bringen mit:\n- Sorgfalt\n- «kerngesund»\n- Humor\n", "Sie bringen mit:\n- Sorgfalt\n- Humor\n"),
    ("Sie bringen mit:\n- Sorgfalt\n- «kerngesund»", "Sie bringen mit:\n- Sorgfalt\n"),
    ("Sie bringen mit:\n- «kerngesund»\n\nWir bieten viel.", None),
    (
        "Wir sind viele. Ihre «Familienplanung» ist abgeschlossen. Wir freuen uns.",
        "Wir sind viele. Wir freuen uns.",
    ),
    ("Wir sind viele. Sie sind «ungebunden».", "Wir sind viele."),
    ("Wir sind viele.\n\nSie sind «ungebunden».\n\nBis bald!", "Wir sind viele.\n\nBis bald!"),
    ("Sind Sie «schwerbehindert»? Die Angabe ist erforderlich.", None),
    ("Sie sind «ungebunden», bewerben Sie sich bis zum 3.5. bei uns.", None),
    ("Sie sind **«ungebunden» und frei**.", "Sie sind **frei**."),
    ("Sie sind **frei und** «ungebunden».", None),
]


def left(marked: str, *, only_part: bool = False) -> str | None:
    """The text without the marked words, as the review would offer it."""
    start = marked.index("«")
    end = marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    found = leaving_out.replacement(analyse(text), start, end, only_part=only_part)
    if found is None:
        return None
    assert not found.safe
    assert found.text == ""
    return apply(text, sorted(found.edits, key=lambda edit: edit.offset))


@pytest.mark.parametrize(("marked", "rest"), POINTS)
def test_a_point_of_a_list_goes(marked: str, rest: str):
    assert left(marked) == rest


@pytest.mark.parametrize(("marked", "rest"), ADJECTIVES)
def test_an_adjective_goes(marked: str, rest: str | None):
    assert left(marked) == rest


@pytest.mark.parametrize(("marked", "rest"), OPENINGS)
def test_what_a_sentence_opens_with_goes(marked: str, rest: str | None):
    assert left(marked) == rest


@pytest.mark.parametrize(("marked", "rest"), CLAUSES)
def test_the_last_clause_goes(marked: str, rest: str | None):
    assert left(marked) == rest


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_sentence_that_says_nothing_else_goes(marked: str):
    assert left(marked) == ""
    assert left(marked, only_part=True) is None


@pytest.mark.parametrize("marked", NEEDED)
def test_a_sentence_that_is_needed_stays(marked: str):
    assert left(marked) is None


@pytest.mark.parametrize(("marked", "rest"), ADDITIONS)
def test_what_was_added_to_a_noun_goes(marked: str, rest: str | None):
    assert left(marked) == rest


@pytest.mark.parametrize("marked", UNSURE)
def test_nothing_is_offered_where_the_rest_might_be_wrong(marked: str):
    assert left(marked) is None


@pytest.mark.parametrize(("marked", "rest"), LINES)
def test_a_whole_sentence_or_item_goes(marked: str, rest: str | None):
    assert left(marked) == rest


def test_the_review_offers_it_where_a_rule_has_no_better_words():
    [finding] = [f for f in review("Sie sind Mitte zwanzig und genau.").findings if f.category == "age"]
    assert [(r.text, r.safe) for r in finding.replacements] == [("", False)]


def test_a_task_stays():
    text = (
        "Hausdienst\n\nIhre Aufgaben\n- Sie empfangen Gäste\n- Sie sind ungebunden\n\nIhr Profil\n- genau\n"
    )
    assert [f.replacements for f in review(text).findings if f.rule == "ungebunden"] in ([], [()])


def test_words_about_others_stay():
    [finding] = [f for f in review("Sie betreuen Taubstumme.").findings if f.rule == "taubstumm"]
    assert all(replacement.text for replacement in finding.replacements)


FRAMES = st.sampled_from(
    [
        ("Sie sind ", "."),
        ("Du bist ", " und packst gern mit an."),
        ("Wir erwarten ", "."),
        ("Bitte geben Sie ", " an."),
        ("Als ", " packen Sie überall mit an."),
        ("Mit ", " überzeugen Sie unsere Gäste."),
        ("Wer ", " ist, passt nicht zu uns."),
        ("Die Stelle eignet sich für ", ", weil die Arbeit schwer ist."),
        ("Senden Sie Ihre Bewerbung mit ", " bis Ende Mai."),
        ("Wir suchen eine ", " Fachkraft für das Archiv."),
        ("", " können wir leider nicht einstellen."),
    ]
)
SURROUNDINGS = st.sampled_from(
    [
        "{}",
        "Wir sind viele. {} Wir freuen uns.",
        "Ihr Profil\n\n- Humor\n- {}\n- Geduld\n",
        "Team.\n\n{}\n\nBis bald!",
    ]
)
HITS = st.sampled_from(
    [
        "jung",
        "ungebunden",
        "weiblichem Charme",
        "Rentner",
        "echter Kerl",
        "nicht älter als 30",
        "eine gute Figur",
    ]
)
BESIDE = st.sampled_from(
    ["", "offen", "genau", "Mut", "älteren Menschen zugewandt", "Lebenslauf", "gern draußen"]
)
LOOSE = re.compile(
    r"  |\S ,|,,|, und|\bund[.!?,]|\boder[.!?,]|[ ]\.|\A\s|^- *$|(?:\. |\n)[a-zäöü]|,\.", re.MULTILINE
)


@given(FRAMES, SURROUNDINGS, HITS, st.lists(BESIDE, max_size=2), st.sampled_from([" und ", ", ", " oder "]))
def test_no_ad_is_left_with_loose_ends(frame, around: str, hit: str, beside: list[str], joint: str):
    points = joint.join([hit, *(each for each in beside if each)])
    text = around.format(f"{frame[0]}{points}{frame[1]}")
    if LOOSE.search(text):
        return
    found = leaving_out.replacement(analyse(text), at := text.index(hit), at + len(hit))
    if found:
        rest = apply(text, sorted(found.edits, key=lambda edit: edit.offset))
        assert not LOOSE.search(rest), rest
        assert rest.count(hit) == text.count(hit) - 1, rest
        assert len(rest) < len(text)


WORD = st.sampled_from(["jung", "offen", "genau", "fit", "mobil", "Mut", "Geduld", "eine Idee", "gute Laune"])


@given(st.lists(WORD, min_size=1, max_size=5, unique=True), st.data())
def test_what_is_left_has_no_loose_ends(words: list[str], data: st.DataObject):
    *most, last = words
    sentence = "Sie sind " + (", ".join(most) + " und " + last if most else last) + "."
    word = data.draw(st.sampled_from(words))
    found = leaving_out.replacement(analyse(sentence), at := sentence.index(word), at + len(word))
    if found:
        rest = apply(sentence, sorted(found.edits, key=lambda edit: edit.offset))
        assert not re.search(r"  | ,|,,|, und|und\.|, \.|^ ", rest), rest
        assert rest.count(word) == sentence.count(word) - 1
