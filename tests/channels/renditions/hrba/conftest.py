"""A catalogue as the Bundesagentur gives it (few of its 15,000 entries), and a channel with all numbers."""

from __future__ import annotations

import pytest

from channels.models import Channel

CATALOGUE = """<?xml version="1.0" encoding="UTF-8"?>
<berufe>
 <beruf id="1017" bkz="B 72302-100"><typ>t</typ><lbkgruppe>2410</lbkgruppe>
  <qualifikationsNiveaus><qualifikationsNiveau niveau="2"/></qualifikationsNiveaus>
  <bezeichnung_nl>Sachbearbeiter/Sachbearbeiterin - Wohngeld</bezeichnung_nl>
  <bezeichnung_nk>Sachbearbeiter/in - Wohngeld</bezeichnung_nk></beruf>
 <beruf id="1018" bkz="B 72302-101"><typ>t</typ><lbkgruppe>2410</lbkgruppe>
  <bezeichnung_nk>Sachbearbeiter/in - Verwaltung</bezeichnung_nk></beruf>
 <beruf id="2001" bkz="B 12102-100"><typ>t</typ><bezeichnung_nk>Gärtner/in</bezeichnung_nk></beruf>
 <beruf id="9001" bkz="B 12102-900"><typ>a</typ><lbkgruppe>3110</lbkgruppe>
  <bezeichnung_nk>Gärtner/in</bezeichnung_nk></beruf>
 <beruf id="9002" bkz="B 12102-901"><typ>a</typ><lbkgruppe>3120</lbkgruppe>
  <qualifikationsNiveaus><qualifikationsNiveau niveau="4"/></qualifikationsNiveaus>
  <bezeichnung_nk>Gartenbau (B.Sc.)</bezeichnung_nk></beruf>
 <beruf id="3001" bkz="B 1"><typ>t</typ><bezeichnung_nk>Köch(e/in)</bezeichnung_nk></beruf>
 <beruf id="3002" bkz="B 2"><typ>t</typ><bezeichnung_nk>Koch/Köchin</bezeichnung_nk></beruf>
</berufe>"""


@pytest.fixture
def catalogue(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    path = tmp_path / "ba" / "vam_beruf_kurz.xml"
    path.parent.mkdir()
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


@pytest.fixture
def board(db) -> Channel:
    numbers = {"supplier": "P000123456", "alliance": "12345", "hiring_org": "V000000001", "supervised": True}
    return Channel.objects.create(key="ba", name="Arbeitsagentur", kind="ba", options=numbers)
