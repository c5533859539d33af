"""A few occupations in files of the form the Commission offers (ESCO v1.2, CSV)."""

from __future__ import annotations

import csv

import pytest

URI = "http://data.europa.eu/esco/occupation/"
COLUMNS = [
    "conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "hiddenLabels", "status",
    "modifiedDate", "regulatedProfessionNote", "scopeNote", "definition", "inScheme", "description", "code",
]  # fmt: skip
GERMAN = {
    "gardener": ("Gärtner/Gärtnerin", "Landschaftsgärtnerin\nLandschaftsgärtner"),
    "social-worker": ("Sozialarbeiter/Sozialarbeiterin", "Sozialarbeiterin im Jugendamt"),
    "clerk": ("Verwaltungsfachangestellter/Verwaltungsfachangestellte", "Sachbearbeiterin\nSachbearbeiter"),
    "clerk-pay": ("Lohnbuchhalter/Lohnbuchhalterin", "Sachbearbeiter"),
}
OTHERS = {
    "en": {"gardener": "gardener", "social-worker": "social worker", "clerk": "administrative assistant"},
    "ar": {"gardener": "بستاني", "social-worker": "أخصائي اجتماعي"},
    "uk": {"gardener": "садівник/садівниця"},
}


@pytest.fixture
def write(settings, tmp_path):
    """write("en", {"gardener": ("gardener", "")}) puts a file into the city's folder."""
    settings.DATA_DIR = tmp_path
    (tmp_path / "esco").mkdir()

    def make(code: str, rows: dict[str, tuple[str, str]], columns: list[str] = COLUMNS) -> None:
        path = tmp_path / "esco" / f"occupations_{code}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, columns, extrasaction="ignore", restval="")
            table.writeheader()
            for name, (label, others) in rows.items():
                known = {"conceptType": "Occupation", "conceptUri": URI + name, "status": "released"}
                table.writerow({**known, "preferredLabel": label, "altLabels": others})

    return make


@pytest.fixture
def esco_files(write):
    """German and three other languages."""
    write("de", GERMAN)
    for code, titles in OTHERS.items():
        write(code, {name: (title, "") for name, title in titles.items()})
