"""What a sentence does decides whether a word about age, faith or family is out of place in it."""

from __future__ import annotations

import pytest

from postings.review import review
from postings.review.cutting.frames import frame, section


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sie sind jung und ungebunden.", "demand"),
        ("Wir suchen junge Talente.", "demand"),
        ("gute Nerven und ein gesunder Rücken", "item"),
        ("Unser Team ist jung.", "demand"),
        ("Sie beraten ältere Menschen.", "task"),
        ("Sie sind Ansprechperson für Alleinstehende.", "task"),
        ("Du lernst alles über Brandbekämpfung.", "task"),
        ("Menschen jeden Alters sind willkommen.", "welcome"),
        ("Perfektes Deutsch brauchen Sie nicht.", "welcome"),
        ("Ihre Religion spielt für uns keine Rolle.", "welcome"),
        ("Die Altersgrenze ergibt sich aus § 7 NBG.", "welcome"),
        ("Ihr Glaube gibt Ihnen Kraft.", "demand"),
        ("Das ist Männern vorbehalten.", "demand"),
        ("Sie achten die Gefühle der Familien.", "task"),
        ("Damen brauchen wir für den Empfang.", "demand"),
        ("Alleinstehende tun sich mit den Diensten schwer.", "demand"),
        ("Rentner haben wir schon genug.", "demand"),
        ("Gern auch mit grauen Schläfen.", "demand"),
        ("Legasthenie ist mit dieser Stelle unvereinbar.", "demand"),
        ("Zugezogene bleiben außen vor.", "demand"),
        ("Mit Rheuma werden Sie aussortiert.", "demand"),
        ("Auf Fromme möchten wir verzichten.", "demand"),
        ("Großeltern am Ort sind unabdingbar.", "demand"),
        ("Ohne Taufschein läuft hier nichts.", "demand"),
        ("Ledige ziehen wir vor.", "demand"),
        ("You must be young.", "demand"),
        ("Du brauchst starke Nerven.", "demand"),
        ("Rentner brauchen sich nicht zu bewerben.", "demand"),
        ("Wir geben Jüngeren den Vorzug.", "demand"),
        ("Wir raten Müttern von einer Bewerbung ab.", "demand"),
        ("Auf Jüngere verzichten wir.", "demand"),
        ("Gedacht ist die Stelle für Menschen im Ruhestand.", "demand"),
        ("Männer sind nun mal belastbarer.", "demand"),
        ("Alleinerziehende fallen zu oft aus.", "demand"),
        ("Angesprochen sind Hausfrauen.", "demand"),
        ("Der Jugendtreff ist für Jugendliche gedacht.", "other"),
        ("Die Broschüre richtet sich an junge Eltern.", "other"),
        ("Ein Attest brauchen wir von Ihnen nicht.", "other"),
        ("Das Büro liegt neben dem katholischen Pfarramt.", "other"),
    ],
)
def test_what_a_sentence_does(sentence: str, expected: str):
    assert frame(sentence) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Ihre Aufgaben", "tasks"),
        ("Das erwartet Sie bei uns:", "tasks"),
        ("Ihr Profil", "profile"),
        ("Das bringen Sie mit:", "profile"),
        ("Unser Angebot", "offer"),
        ("Kontakt", ""),
    ],
)
def test_what_a_heading_announces(heading: str, expected: str):
    assert section(heading) == expected


def themes(text: str) -> list[str]:
    return [f.quote for f in review(text).findings if f.rule.endswith("-als-thema")]


def test_a_theme_is_told_in_the_profile_and_not_among_the_tasks():
    words = "Konfession und Haltung in jeder Lage des Amtes, Tag für Tag aufs Neue"
    assert themes(f"# Pflege der Parks\n\n## Ihr Profil\n\n- {words}") == ["Konfession"]
    assert themes(f"# Pflege der Parks\n\n## Ihre Aufgaben\n\n- {words}") == []


def test_a_theme_is_silent_among_what_the_city_offers():
    assert themes("# Pflege der Parks\n\n## Wir bieten\n\n- Zuschuss zur Kinderbetreuung") == []


def test_a_theme_that_begins_before_a_rule_does_not_take_its_place():
    found = review("Gute Umgangsformen und deutsche Gründlichkeit zeichnen Sie aus.").findings
    assert [each.rule for each in found if each.category == "origin"] == ["deutsche-tugenden"]


def test_a_theme_is_silent_where_a_rule_says_more():
    found = review("Sie sind höchstens 35 Jahre alt, also noch weit vor der Rente.").findings
    assert "altersgrenze" in {f.rule for f in found} and "alter-als-thema" not in {f.rule for f in found}


@pytest.mark.parametrize(
    "words",
    [
        "Freude an der Arbeit mit Jungen und Mädchen",
        "Erfahrung im Umgang mit religiösen Gemeinden",
        "Kenntnisse der Lebenslagen von queeren Menschen",
        "Respekt vor Menschen jeden Glaubens",
    ],
)
def test_whom_the_work_is_with_may_stand_in_the_profile(words: str):
    assert themes(f"# Pflege der Parks\n\n## Ihr Profil\n\n- {words}") == []


def test_who_is_looked_up_is_not_looked_for():
    assert frame("Sie suchen kranke Menschen zu Hause auf.") == "task"
    assert frame("Sie suchen gesunde Menschen für Ihr Team.") == "demand"


def test_a_point_that_names_the_work_is_a_task():
    assert frame("Beratung von suchtkranken Menschen") == "task"
    assert frame("Betreuung der eigenen Kinder muss gesichert sein") == "demand"
    assert frame("Sie wirken an der Betreuung kranker Menschen mit.") == "task"
    assert frame("Sie wirken jung und gesund.") == "demand"
    assert frame("Sie bringen jungen Geflüchteten das Lesen bei.") == "task"
    assert frame("Sie bringen Jugend und Gesundheit mit.") == "demand"
    assert frame("Sie sind mit der Hilfe für kranke Kinder vertraut.") == "task"
