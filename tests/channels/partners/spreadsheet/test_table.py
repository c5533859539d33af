"""Tables as people have them: what is read, what is refused in words, and that all comes back."""

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.languages import names
from channels.models import Partner
from channels.partners.spreadsheet.exporting import as_csv
from channels.partners.spreadsheet.importing import preview, take_in
from channels.partners.spreadsheet.reading import NoTable, decoded, read
from outreach.profile import city as profile

pytestmark = pytest.mark.django_db
HEAD = "Name;E-Mail;Art;Telefon;Sprachen;Stadtteile;Wie viele Menschen;Internetseite\n"


def only(text: str):
    (line,) = preview(text).lines
    return line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_way_programs_write_tables(encoding, delimiter, ending):
    lines = [["Verein", "Mail", "Ansprechperson"], ["Süd-Brücke", "a@x.example", "Jörg Müßig"]]
    text = ending.join(delimiter.join(cells) for cells in lines) + ending
    line = only(decoded(text.encode(encoding)))
    assert line.values == {"name": "Süd-Brücke", "email": "a@x.example", "contact_name": "Jörg Müßig"}
    assert line.errors == []


def test_lines_have_the_numbers_of_the_spreadsheet():
    text = "sep=;\nName;E-Mail\n\nA;a@x.example\n;;\nB;b@x.example\n"
    assert [line.number for line in preview(text).lines] == [4, 6]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (";a@x.example", "Der Name fehlt."),
        ("A;", "Die E-Mail-Adresse fehlt."),
        ("A;a@", "keine vollständige E-Mail-Adresse"),
        ("A;a@x.example;Bäckerei", "Möglich sind: Verein"),
        ("A;a@x.example;;ruf an!", "Telefonnummer"),
        ("A;a@x.example;;;Klingonisch", "„Klingonisch“"),
        ("A;a@x.example;;;;Atlantis", "„Atlantis“"),
        ("A;a@x.example;;;;;viele", "keine Zahl"),
        ("A;a@x.example;;;;;;javascript://x", "keine Internetadresse"),
        (f"{'A' * 121};a@x.example", "zu lang"),
    ],
)
def test_mistakes_are_told_in_words(cells, said):
    assert said in " ".join(only(HEAD + cells + "\n").errors)


def test_people_write_as_they_like():
    line = only(
        HEAD
        + "A;mailto:a@x.example;sprachschule;Tel. +49 511 1;türkisch, AR und Deutsch;"
        + "mitte;ca. 1.200;x.example\n"
    )
    assert line.errors == []
    assert line.values == {
        "name": "A",
        "email": "a@x.example",
        "kind": "language_school",
        "phone": "+49 511 1",
        "languages": ["tr", "ar", "de"],
        "districts": ["Mitte"],
        "audience_size": 1200,
        "website": "https://x.example",
    }


def test_a_known_partner_is_changed_without_harm_to_its_consent(partner):
    Partner.objects.update(confirmed_at=timezone.now(), rhythm="weekly", contact_name="Ada", phone="0511 1")
    before = Partner.objects.values().get()
    text = "Name;E-Mail;Telefon;Ansprechperson;Stand;Zugesagt am\n"
    text += "Verein Brücke;JOBS@bruecke.example;0511 2;;Abgemeldet;2001-01-01\n"
    found = take_in(text)
    assert [line.changes for line in found.changed] == [["Telefon"]]
    assert Partner.objects.values().get() == {**before, "phone": "0511 2"}


def test_who_left_stays_away(partner):
    Partner.objects.update(status="stopped")
    take_in("Name;E-Mail;Notiz\nVerein Brücke;jobs@bruecke.example;neu\n")
    partner.refresh_from_db()
    assert (partner.status, partner.note) == ("stopped", "neu")


def test_a_known_name_with_another_address_is_no_quiet_change(partner):
    line = only("Name;E-Mail\nVerein Brücke;fremd@x.example\n")
    assert "gibt es schon mit der Adresse jobs@bruecke.example" in line.errors[0]


def test_an_address_of_two_partners_needs_the_name(partner):
    Partner.objects.create(name="Chor", kind="association", email=partner.email)
    assert "mehrere Partner" in only(f"Name;E-Mail\nAndere;{partner.email}\n").errors[0]
    assert only(f"Name;E-Mail\nChor;{partner.email}\n").errors == []


def test_lines_twice_in_the_table_are_told(partner):
    lines = preview("Name;E-Mail\nA;a@x.example\nA;b@x.example\n").lines
    assert [line.errors for line in lines] == [[], ["Steht schon in Zeile 2."]]
    lines = preview(f"Name;E-Mail\nVerein Brücke;{partner.email}\nUmbenannt;{partner.email}\n").lines
    assert [bool(line.errors) for line in lines] == [False, True]


def test_all_or_nothing(partner):
    text = "Name;E-Mail\nA;a@x.example\nB;kaputt\n"
    assert take_in(text) is None
    assert Partner.objects.count() == 1
    assert len(take_in(text, skip={3}).new) == 1


def test_what_is_not_read_is_told():
    found = preview("Name;E-Mail;Lieblingsfarbe;Stand\nA;a@x.example;rot;Aktiv\n")
    assert found.unread == ["Lieblingsfarbe"]


@pytest.mark.parametrize("text", ["", " \n;;\n", "A;B\n1;2\n", 'Name;E-Mail\n"offen;a@x.example'])
def test_no_table_is_told_or_harmless(text):
    try:
        found = preview(text)
    except NoTable as error:
        assert str(error)
    else:
        assert all(line.errors for line in found.lines)


def test_too_much_is_refused():
    with pytest.raises(NoTable, match="zu groß"):
        decoded(b"x" * 2_000_000)
    with pytest.raises(NoTable, match="zu viele Zeilen"):
        read("Name;E-Mail\n" + "a;b\n" * 2001)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=30)
LINE = st.one_of(WORDS, st.sampled_from(["=1+1", "'=x", "-5", "@a", '"; "', "a;b", "+49"])).map(
    lambda text: " ".join(text.split())
)
PARTNERS = st.lists(
    st.fixed_dictionaries(
        {
            "name": LINE.filter(bool),
            "kind": st.sampled_from(Partner.Kind.values),
            "contact_name": LINE,
            "phone": st.from_regex(r"(\+49 |0)[1-9]\d{2,9}(-\d)?", fullmatch=True) | st.just(""),
            "languages": st.lists(st.sampled_from(list(names())), unique=True, max_size=4),
            "audience": LINE,
            "audience_size": st.none() | st.integers(1, 9_999_999),
            "note": WORDS.map(str.strip),
        }
    ),
    max_size=4,
    unique_by=lambda partner: partner["name"].casefold(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(partners=PARTNERS, districts=st.integers(0, 3))
def test_what_goes_out_comes_in_unchanged(partners, districts):
    Partner.objects.all().delete()
    for number, values in enumerate(partners):
        chosen = profile()["districts"][:districts]
        Partner.objects.create(**values, districts=chosen, email=f"p{number}@x.example")
    found = preview(as_csv(Partner.objects.all())) if partners else None
    if found:
        assert [(line.errors, line.changes, line.partner is None) for line in found.lines] == [
            ([], [], False)
        ] * len(partners)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_breaks_it(content):
    try:
        preview(decoded(content))
        preview("Name;E-Mail\n" + decoded(content))
    except NoTable as error:
        assert str(error)
