"""Public pages: facts first, structured data, nothing about the reader."""

import datetime
import re
from html import unescape

import extruct
import pytest
from django.urls import reverse
from django.utils import timezone

from channels import languages, links, publishing
from postings.models import Event, Posting

pytestmark = pytest.mark.django_db
CODE = "bcdfghjk"


def page(client, posting, **query):
    return client.get(posting.get_absolute_url(), query)


def jsonld(response) -> list[dict]:
    return extruct.extract(response.text, syntaxes=["json-ld"], uniform=True)["json-ld"]


def test_facts_before_the_text(client, publish):
    text = page(client, publish()).text.partition("</head>")[2]
    places = [
        text.index(words)
        for words in (
            "<h1>Sachbearbeitung Wohngeld</h1>",
            "3.303,85 € bis 4.409,39 € im Monat (E 9b)",
            "39 Stunden in der Woche, auch in Teilzeit",
            "Niveau B2",
            "Jetzt bewerben",
            "Ihre Aufgaben",
            "Wir bieten",
            "Mehr über die Bewerbung",
            "Ihre Bewerbung</h3>",
            "Aylin Demir",
            "50-2027-03",
        )
    ]
    assert places == sorted(places)


@pytest.mark.usefixtures("approved_before_the_check")
def test_search_engines_read_the_ad(client, publish, page_channel):
    (data,) = jsonld(page(client, publish(title="Köch*in <script>alert(1)</script> ]]> (m/w/d) 👩‍🍳")))
    assert data["@type"] == "JobPosting"
    assert data["title"] == "Köch*in <script>alert(1)</script> ]]> 👩‍🍳"
    required = {"title", "description", "datePosted", "hiringOrganization", "jobLocation", "validThrough"}
    assert required <= set(data)
    assert data["description"] != data["title"]


def test_the_page_shows_what_was_approved(client, publish, page_channel, city):
    posting = publish()
    city.write_text(city.read_text().replace("Stadt Neustadt", "Stadt Altstadt"), encoding="utf-8")
    assert jsonld(page(client, posting))[0]["hiringOrganization"]["name"] == "Stadt Neustadt"


def test_structured_data_stands_on_the_single_ad_only(client, publish):
    publish()
    assert jsonld(client.get(reverse("public:postings"))) == []


def test_hostile_text_stays_text(client, publish):
    posting = publish(title='<script>x</script>"', text="<img src=x onerror=y>\n\n## <b>B</b>\n- ]]>\u202e")
    text = page(client, posting).text
    assert "<img src=x" not in text
    assert "<b>B" not in text
    assert text.count("<script") == 1  # the structured data
    assert "\u202e" not in text


def test_the_channels_code_is_handed_on(client, publish):
    posting = publish()
    assert (
        f"https://portal.neustadt.example/bewerben?lang=de&amp;kanal={CODE}"
        in page(client, posting, k=CODE).text
    )


@pytest.mark.parametrize("code", ["'onclick='x", "../..", "BCDFGHJK", "https://evil.example", CODE * 2, ""])
def test_what_is_no_code_is_dropped(client, publish, code):
    text = page(client, publish(), k=code).text
    assert "kanal=" not in text
    assert "evil.example" not in text


def test_the_canonical_address_has_no_code(client, publish):
    posting = publish()
    canonical = f'<link rel="canonical" href="https://jobs.neustadt.example/stellen/{posting.slug}/">'
    for address in (
        posting.get_absolute_url(),
        reverse("public:posting_language", args=[posting.slug, "de"]),
    ):
        assert canonical in client.get(address, {"k": CODE}).text


def test_nothing_about_the_reader(client, publish, django_assert_num_queries):
    posting = publish()
    client.cookies["sessionid"] = "somebody"
    addresses = ["public:postings", "feeds:list"], [posting.get_absolute_url()]
    for address in [*map(reverse, addresses[0]), *addresses[1]]:
        response = client.get(address, {"k": CODE}, headers={"accept-language": "tr"})
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert "ETag" not in response
        assert 'lang="de"' in response.text
        assert "tr" not in response.get("Content-Language", "")


@pytest.mark.parametrize("address", ["/stellen/gibt-es-nicht/", "/stellen/termine/nie/"])
def test_unknown_addresses_are_told_kindly(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "Offene Stellen ansehen" in response.text


def test_drafts_are_not_public(client, make_posting):
    assert page(client, make_posting()).status_code == 404


@pytest.mark.parametrize("ending", ["closed", "deadline"])
def test_an_ended_ad_stays_with_a_notice(client, publish, editor, ending):
    posting, other = publish(), publish(title="Sachbearbeitung Kita")
    if ending == "closed":
        publishing.close(posting, by=editor)
    else:
        Posting.objects.filter(pk=posting.pk).update(deadline=timezone.localdate() - datetime.timedelta(1))
    response = page(client, posting)
    assert response.status_code == 200
    assert "Diese Stelle ist geschlossen" in response.text
    assert '<meta name="robots" content="noindex">' in response.text
    assert "Jetzt bewerben" not in response.text
    assert other.get_absolute_url() in response.text
    assert jsonld(response) == []


def test_the_list_shows_open_ads_newest_first(client, publish, editor):
    publishing.close(publish(title="Geschlossene Stelle"), by=editor)
    publish(title="Ältere Stelle")
    publish(title="Neuere Stelle")
    text = client.get(reverse("public:postings")).text
    assert "2 Stellen sind offen." in text
    assert text.index("Neuere Stelle") < text.index("Ältere Stelle")
    assert "Geschlossene Stelle" not in text


def test_the_list_can_be_searched(client, publish):
    publish(title="Gartenbau", text="Wir pflanzen Bäume.")
    publish(title="Kita")
    assert "Eine Stelle passt zu „bäume“." in client.get(reverse("public:postings"), {"q": "bäume"}).text
    nothing = client.get(reverse("public:postings"), {"q": "<b>"}).text
    assert "Dazu ist gerade keine Stelle offen" in nothing
    assert "&lt;b&gt;" in nothing


@pytest.mark.parametrize("word", ["ärztin", "Ärztin", "ÄRZTIN", "rathaus ärztin"])
def test_the_search_knows_umlauts(client, publish, word):
    publish(title="Ärztin oder Arzt", text="Im Rathaus.")
    assert "Eine Stelle passt" in client.get(reverse("public:postings"), {"q": word}).text


def test_an_empty_list_says_what_to_do(client):
    assert "Gerade ist keine Stelle offen" in client.get(reverse("public:postings")).text


def test_the_list_does_not_ask_per_ad(client, publish, django_assert_max_num_queries):
    for number in range(6):
        publish(title=f"Stelle {number}")
    with django_assert_max_num_queries(5):
        client.get(reverse("public:postings"))


def test_the_sitemap_lists_coming_events(client, open_day):
    assert (
        f"<loc>https://jobs.neustadt.example{open_day.get_absolute_url()}</loc>"
        in client.get(reverse("public:sitemap")).text
    )
    Event.objects.update(cancelled_at=timezone.now())
    assert "<loc>" not in client.get(reverse("public:sitemap")).text


def test_the_sitemap_lists_open_ads(client, publish, editor):
    posting = publish()
    publishing.close(publish(title="Zu"), by=editor)
    text = client.get(reverse("public:sitemap")).text
    assert text.count("<loc>") == 1
    assert f"<loc>https://jobs.neustadt.example/stellen/{posting.slug}/</loc>" in text


@pytest.fixture
def open_day(editor) -> Event:
    start = timezone.make_aware(datetime.datetime(2099, 5, 4, 14, 0))
    return Event.objects.create(
        slug="tag", title="Tag der offenen Tür", description="Kommen Sie!", starts_at=start,
        ends_at=start + datetime.timedelta(hours=4), place="Rathaus", created_by=editor,
        announced_at=timezone.now(),
    )  # fmt: skip


def test_an_open_day_has_a_page_and_stands_on_the_list(client, open_day, publish):
    open_day.postings.add(publish())
    text = client.get(reverse("public:event", args=["tag"])).text
    assert "4. Mai 2099, 14:00 bis 18:00 Uhr" in text
    assert "Sachbearbeitung Wohngeld" in text
    assert "Tag der offenen Tür" in client.get(reverse("public:postings")).text


def test_search_engines_read_the_open_day(client, open_day):
    (data,) = jsonld(client.get(open_day.get_absolute_url()))
    assert (data["@type"], data["name"]) == ("Event", "Tag der offenen Tür")


def test_a_cancelled_open_day_says_why_and_what_else_there_is(client, open_day, editor):
    other = Event.objects.create(
        slug="messe", title="Jobmesse", description="D", starts_at=open_day.starts_at,
        ends_at=open_day.ends_at, place="Halle", created_by=editor, announced_at=timezone.now(),
    )  # fmt: skip
    Event.objects.filter(pk=open_day.pk).update(
        cancelled_at=timezone.now(), cancel_reason="Sturm", registration_url="https://anmelden.example/"
    )
    response = client.get(open_day.get_absolute_url())
    assert "Dieser Termin ist abgesagt" in response.text
    assert "Sturm" in response.text
    assert "anmelden.example" not in response.text
    assert other.get_absolute_url() in response.text
    assert jsonld(response)[0]["eventStatus"].endswith("EventCancelled")
    listed = client.get(reverse("public:postings")).text
    assert "Jobmesse" in listed
    assert "Tag der offenen Tür" not in listed


def test_an_open_day_for_ones_own_calendar(client, open_day):
    response = client.get(reverse("public:event_calendar", args=["tag"]))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "BEGIN:VEVENT" in response.text
    Event.objects.update(announced_at=None)
    assert client.get(reverse("public:event_calendar", args=["tag"])).status_code == 404


def test_an_ad_invites_to_its_open_day(client, open_day, publish):
    ad, other = publish(), publish(title="Gärtnerei")
    open_day.postings.add(ad)
    assert open_day.get_absolute_url() in page(client, ad).text
    assert open_day.get_absolute_url() not in page(client, other).text


def test_an_ad_invites_to_the_events_of_its_job_family_and_they_to_the_ad(client, open_day, publish):
    gardener, clerk = publish(title="Gärtner*in"), publish()
    Event.objects.update(families=["green"])
    assert open_day.get_absolute_url() in page(client, gardener).text
    assert open_day.get_absolute_url() not in page(client, clerk).text
    text = client.get(open_day.get_absolute_url()).text
    assert gardener.get_absolute_url() in text
    assert clerk.get_absolute_url() not in text


def hrefs(response) -> list[str]:
    return [unescape(href) for href in re.findall(r'href="([^"]+)"', response.text.partition("<body>")[2])]


def test_the_code_survives_every_way_to_the_portal_without_a_cookie(client, publish, open_day, feed_channel):
    """Link → event → ad → list → search → another ad → application portal."""
    ad, other = publish(), publish(title="Sachbearbeitung Kita")
    open_day.postings.add(ad)
    code = links.code_for(open_day, feed_channel).code
    redirect = client.get(f"/l/{code}")
    assert redirect["Location"] == f"{open_day.get_absolute_url()}?k={code}"
    response = client.get(redirect["Location"])
    for following in (
        f"{ad.get_absolute_url()}?k={code}",
        f"{open_day.get_absolute_url()}?k={code}",
        f"{reverse('public:postings')}?k={code}",
        f"{other.get_absolute_url()}?k={code}",
    ):
        assert following in hrefs(response)
        response = client.get(following)
    assert f"https://portal.neustadt.example/bewerben?lang=de&kanal={code}" in hrefs(response)
    assert not client.cookies


def test_the_code_survives_search_language_and_the_end_of_an_ad(client, publish, editor):
    ad, other = publish(), publish(title="Sachbearbeitung Kita")
    found = client.get(reverse("public:postings"), {"q": "Kita", "k": CODE})
    assert f'<input type="hidden" name="k" value="{CODE}">' in found.text
    assert f"{other.get_absolute_url()}?k={CODE}" in hrefs(found)
    for language in languages.codes():
        inside = client.get(reverse("public:posting_language", args=[other.slug, language]), {"k": CODE})
        assert f"kanal={CODE}" in "".join(hrefs(inside)), language
        ways = [href for href in hrefs(inside) if href.startswith("/stellen/")]
        assert len(ways) >= len(languages.codes())
        assert all(href.endswith(f"?k={CODE}") for href in ways), language
    publishing.close(ad, by=editor)
    assert f"{other.get_absolute_url()}?k={CODE}" in hrefs(page(client, ad, k=CODE))
    own = [href for href in hrefs(page(client, ad, k=CODE)) if href.startswith("/stellen/")]
    assert all(href.endswith(f"?k={CODE}") for href in own)


def test_an_open_day_not_announced_is_not_public(client, open_day):
    Event.objects.update(announced_at=None)
    assert client.get(reverse("public:event", args=["tag"])).status_code == 404


def test_robots_find_the_sitemap_and_leave_counted_links_alone(client, db):
    text = client.get("/robots.txt").content.decode()
    assert "/stellen/sitemap.xml" in text
    assert "Disallow: /l/" in text
