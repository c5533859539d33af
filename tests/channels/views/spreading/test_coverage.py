"""The pages of the map."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from channels.models import Channel, Delivery, Partner

pytestmark = pytest.mark.django_db
PAGE = "/kanaele/abdeckung/"


def test_without_ads_the_page_says_what_to_do(reader):
    assert "In dieser Zeit wurde nichts veröffentlicht" in reader.get(PAGE).text
    assert "Keine Stelle im 2. Quartal 2025" in reader.get(PAGE, {"zeit": "2025-2"}).text
    assert reader.get(PAGE, {"zeit": "'); drop"}).status_code == 200


def test_the_map_tells_what_came_where_and_the_next_step(outreach, reader, publish, partner, mail_channel):
    Partner.objects.filter(pk=partner.pk).update(languages=["tr"], districts=["Mitte"])
    other = Partner.objects.create(
        name="Schule", kind="language_school", email="s@s.example", languages=["ar"], status="active"
    )
    posting = publish()
    Delivery.objects.update(state="sent", sent_at=timezone.now())
    text = outreach.get(PAGE).text
    for words in (
        "ging 1 Stelle hinaus",
        "Partner in 1 von",
        "Türkisch",
        "1 von 1",
        "hat noch keinen Kanal",
        "Schule",
    ):
        assert words in text
    step = f"{reverse('channels:new')}?kind=email&amp;partner={other.pk}"
    assert step in text
    assert step not in reader.get(PAGE).text  # a reader may not
    one = reader.get(reverse("channels:coverage_of_posting", args=[posting.pk])).text
    assert "Wen hat diese Ausschreibung erreicht?" in one


def test_the_step_leads_to_a_form_with_the_partner_chosen(outreach, partner):
    text = outreach.get(reverse("channels:new"), {"kind": "email", "partner": partner.pk}).text
    assert f'<option value="{partner.pk}" selected>' in text
    for wrong in ("999999", "x", "1; drop", "²"):
        response = outreach.get(reverse("channels:new"), {"kind": "email", "partner": wrong})
        assert response.status_code == 200


def test_an_ad_that_is_not_out_leads_to_the_preview(reader, make_posting):
    posting = make_posting()
    text = reader.get(reverse("channels:coverage_of_posting", args=[posting.pk])).text
    assert reverse("channels:preview", args=[posting.pk]) in text


def test_the_table_to_take_along(reader, publish, partner, mail_channel):
    Partner.objects.filter(pk=partner.pk).update(languages=["=cmd"])
    publish(pay_group="E 5")
    Delivery.objects.update(state="sent", sent_at=timezone.now())
    response = reader.get(reverse("channels:coverage_table"))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="abdeckung-20')
    assert "'=cmd;1;1" in response.text
    assert Channel.objects.count() >= 1


def test_staff_read_the_reason_beside_each_way(reader, publish, partner, mail_channel):
    Partner.objects.filter(pk=partner.pk).update(districts=["Mitte"])
    posting = publish(place="Mitte")
    text = reader.get(reverse("channels:deliveries", args=[posting.pk])).text
    assert "Passt zum Partner Verein Brücke, weil der Arbeitsort in Mitte liegt" in text
