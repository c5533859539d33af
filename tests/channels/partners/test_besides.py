"""The partner's language beside the German in mails, and what a channel does while nobody reviewed it."""

from __future__ import annotations

import pytest
from django.core import mail
from django.utils import timezone

from channels import delivery as outbox
from channels import languages, publishing
from channels.models import Approval, Channel, Delivery, Edition, Link, Partner
from channels.partners import letters
from channels.publishing import approving
from channels.routing.preview import preview
from channels.translating import sentences

pytestmark = pytest.mark.django_db
Unreviewed = Channel.Unreviewed


@pytest.fixture
def row(publish, mail_channel) -> Delivery:
    Partner.objects.update(languages=["de", "ar", "tr"])
    publish()
    return Delivery.objects.select_related("channel__partner").get(channel=mail_channel)


def review(code: str) -> None:
    for sentence in sentences.of(code):
        sentences.review(code, sentence.key, by="Anna Nowak")
    publishing.languages.sentences_reviewed(code, by="Anna Nowak")


def forms(row: Delivery) -> tuple[str, str]:
    letter = letters.about(row)
    return str(letter.body), " ".join(letter.alternatives[0].content.split())


def again(row: Delivery) -> Delivery:
    return Delivery.objects.select_related("channel__partner").get(pk=row.pk)


def test_the_first_language_stands_beside_the_german(row):
    text, markup = forms(row)
    arabic = languages.get("ar")
    for form in (text, markup):
        assert "Bezahlung" in form and arabic.text("label.pay") in form
        assert arabic.text("notice.unreviewed") in form
        assert languages.get("tr").text("label.pay") not in form
    assert '<div lang="ar" dir="rtl"' in markup
    assert '<bdi lang="de">Sachbearbeitung Wohngeld</bdi>' in markup
    assert '<blockquote lang="ar" dir="rtl"' in markup
    own = Link.objects.get(channel=row.channel, language="ar").code
    shared = Link.objects.get(channel__kind="mail_buttons", language="ar").code
    assert text.count(f"/l/{own}") == 1 and text.count(f"/l/{shared}") == 1
    assert "Per WhatsApp weiterleiten</a>" in markup and f'<bdi lang="ar">{arabic.name}</bdi>' in markup


@pytest.mark.parametrize("code", [code for code in languages.codes() if code != "de"])
def test_every_language_reads_right_in_a_mail(publish, mail_channel, code):
    Partner.objects.update(languages=[code])
    publish()
    text, markup = forms(Delivery.objects.get(channel=mail_channel))
    language = languages.get(code)
    assert f'<div lang="{language.tag}" dir="{language.direction}"' in markup
    assert language.text("notice.unreviewed") in text and language.text("notice.unreviewed") in markup
    assert not {"\u2068", "\u2069"} & set(text)


def test_a_digest_has_it_for_each_ad(publish, row, mail_channel):
    for title in ("Gärtnerei", "Bauleitung", "Küche"):
        publish(title=title)
    rows = list(Delivery.objects.filter(channel=mail_channel))
    letter = letters.about_several(rows)
    markup = " ".join(letter.alternatives[0].content.split())
    assert markup.count('<div lang="ar" dir="rtl"') == 4
    assert languages.get("ar").text("sentence.no_fee") not in markup  # short where there are many
    assert "<blockquote" not in markup
    assert letter.body.count(languages.get("ar").text("notice.unreviewed")) == 4


def test_what_a_mail_carried_is_kept(row, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    outbox.sweep()
    (sent,) = again(row).remote["languages"]
    edition = Edition.objects.get(language="ar")
    assert sent == {
        "version": row.version_id, "asked": "ar", "language": "ar", "edition": 1, "sha256": edition.digest,
    }  # fmt: skip
    assert len(mail.outbox) == 1


def test_german_alone_says_why(row):
    Channel.objects.update(unreviewed=Unreviewed.GERMAN)
    text, markup = forms(again(row))
    honest = languages.get("ar").text("sentence.only_german")
    assert honest in text and honest in markup
    assert languages.get("ar").text("label.pay") not in text
    assert '<p lang="ar" dir="rtl"' in markup


def test_plain_german_once_it_is_reviewed(row):
    Channel.objects.update(unreviewed=Unreviewed.SIMPLE)
    review("de-simple")
    text, markup = forms(again(row))
    assert languages.get("de-simple").text("sentence.no_fee") in text
    assert languages.get("ar").text("sentence.only_german") in text
    assert '<div lang="de" dir="ltr"' in markup


def test_a_held_language_comes_with_its_review_and_only_once(row, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Channel.objects.update(unreviewed=Unreviewed.HOLD)
    text, _markup = forms(again(row))
    assert languages.get("ar").text("label.pay") not in text and "Bezahlung" in text
    outbox.sweep()
    assert again(row).remote == {}
    review("ar")
    review("ar")
    later = Delivery.objects.get(action="change")
    assert later.rendition["subject"] == "Jetzt auch auf Arabisch: Sachbearbeitung Wohngeld"
    outbox.sweep()
    told = mail.outbox[-1]
    assert "Jetzt in einer weiteren Sprache" in told.body
    assert languages.get("ar").text("label.pay") in told.body
    assert languages.get("ar").text("notice.unreviewed") not in told.body
    assert again(later).remote["languages"][0]["edition"] == 2
    assert approving.compare(Approval.objects.get()).intact


def test_what_waits_still_gets_the_reviewed_words_in_the_first_mail(row):
    Channel.objects.update(unreviewed=Unreviewed.HOLD)
    review("ar")
    assert not Delivery.objects.filter(action="change").exists()
    text, _markup = forms(again(row))
    assert languages.get("ar").text("notice.unreviewed") not in text
    assert languages.get("ar").text("label.pay") in text


def test_nothing_more_is_told_of_a_closed_ad(row, editor):
    Channel.objects.update(unreviewed=Unreviewed.HOLD)
    Delivery.objects.update(state="sent")
    publishing.close(row.posting, by=editor)
    review("ar")
    assert not Delivery.objects.filter(action="change").exists()


def test_the_preview_tells_what_each_channel_does(make_posting, mail_channel):
    Partner.objects.update(languages=["ar"])
    posting = make_posting()
    said = {}
    for how in Unreviewed.values:
        Channel.objects.update(unreviewed=how)
        (line,) = preview(posting.current, timezone.now()).lines
        (said[how],) = line.languages
    assert said == {
        "marked": "Arabisch: noch nicht geprüft, darum mit Kennzeichnung",
        "german": "Arabisch: noch nicht geprüft, darum Deutsch mit einem ehrlichen Satz",
        "simple": "Arabisch: noch nicht geprüft, darum Deutsch mit einem ehrlichen Satz",
        "hold": "Arabisch: erst, wenn jemand die Übersetzung geprüft hat",
    }


def test_languages_that_fare_alike_share_a_sentence(make_posting, mail_channel):
    Partner.objects.update(languages=["ar", "tr"])
    (line,) = preview(make_posting().current, timezone.now()).lines
    assert line.languages == ["Arabisch, Türkisch: noch nicht geprüft, darum mit Kennzeichnung"]
