"""Words are frozen at the approval; what people translate or review later is a new edition with a name."""

from __future__ import annotations

import pytest

from channels import editions, languages, publishing
from channels.editions import policy
from channels.languages import Language
from channels.models import Approval, Channel, Edition, KeptForm
from channels.publishing import approving
from channels.renditions.forms import LOOKS, kept
from channels.translating import desk, sentences
from channels.translating.segments import segments
from postings import workflow
from postings.models import PostingVersion

pytestmark = pytest.mark.django_db
Unreviewed = Channel.Unreviewed


@pytest.fixture
def ad(publish, page_channel):
    return publish(text="Die Stadt sucht Verstärkung.\n\n- Sie beraten 30 Menschen.\n")


@pytest.fixture
def reviewed_sentences(db):
    """reviewed_sentences("tr") -> every standard sentence of the language is reviewed by a person."""

    def review(code: str) -> None:
        for sentence in sentences.of(code):
            sentences.review(code, sentence.key, by="Anna Nowak")
        publishing.languages.sentences_reviewed(code, by="Anna Nowak")

    return review


def translate(ad, code: str, *, reviewed: bool) -> Edition | None:
    for piece in segments(ad.approved.title, ad.approved.text):
        desk.save(ad, code, piece.digest, f"[{code}] {piece.source}", by="Elif Karaca", reviewed=reviewed)
    return publishing.languages.translated(ad, code, by="Elif Karaca")


def test_an_approval_freezes_every_language(ad):
    assert set(ad.approved.editions.values_list("language", flat=True)) == set(languages.codes())
    assert set(ad.approved.editions.values_list("number", "cause")) == {(1, "approval")}
    content = Approval.objects.get().content
    assert {one["language"] for one in content["languages"]} == set(languages.codes())
    assert approving.compare(Approval.objects.get()).intact


def test_newer_words_of_ours_change_nothing_approved(ad, client, monkeypatch):
    code = "tr"
    today = languages.get(code)
    changed = {**today.strings, "label.pay": "BAŞKA", "sentence.no_fee": "BAŞKA CÜMLE"}
    newer = Language(code, today.content, changed)
    real = languages.get
    monkeypatch.setattr(languages, "get", lambda asked: newer if asked == code else real(asked))
    words = editions.current(ad.approved, code)
    assert "BAŞKA" not in {line["label"] for line in words.lines}
    assert words.language.text("sentence.no_fee") != "BAŞKA CÜMLE"


def test_a_translation_that_comes_later_is_an_edition_of_its_own(ad, client):
    first = editions.current(ad.approved, "tr")
    made = translate(ad, "tr", reviewed=False)
    assert (made.number, made.cause, made.by) == (2, "translation", "Elif Karaca")
    now = editions.current(ad.approved, "tr")
    assert now.title_translated == "[tr] Sachbearbeitung Wohngeld" and not first.title_translated
    assert "[tr] Sie beraten 30 Menschen." in client.get(f"/stellen/{ad.slug}/tr/").text
    compared = approving.compare(Approval.objects.get())
    assert compared.intact
    later = [one for one in compared.languages if one.as_approved is None]
    assert [(one.edition.language, one.edition.number) for one in later] == [("tr", 2)]


def test_saving_without_a_change_makes_no_edition(ad):
    assert translate(ad, "tr", reviewed=False)
    assert publishing.languages.translated(ad, "tr", by="Elif Karaca") is None
    assert ad.approved.editions.filter(language="tr").count() == 2


def test_only_when_everything_shown_is_reviewed_it_is(ad, reviewed_sentences):
    translate(ad, "tr", reviewed=False)
    assert editions.current(ad.approved, "tr").state == "unreviewed"
    reviewed_sentences("tr")
    words = editions.current(ad.approved, "tr")
    assert (words.state, words.reviewed) == ("translated", False)
    assert words.notice == languages.get("tr").text("notice.translated")
    translate(ad, "tr", reviewed=True)
    words = editions.current(ad.approved, "tr")
    assert words.reviewed and "Elif Karaca" in words.notice


def test_sentences_reviewed_reach_every_open_ad(ad, publish, reviewed_sentences):
    other = publish(title="Gärtnerei")
    reviewed_sentences("pl")
    for posting in (ad, other):
        last = posting.approved.editions.get(language="pl", number=2)
        assert (last.cause, last.by) == ("sentences", "Anna Nowak")
        assert editions.current(posting.approved, "pl").reviewed


def test_a_changed_edition_is_noticed(ad):
    edition = ad.approved.editions.get(language="ar")
    Edition.objects.filter(pk=edition.pk).update(content={**edition.content, "title": "Anders"})
    compared = approving.compare(Approval.objects.get())
    assert not compared.intact
    assert [one.edition.language for one in compared.languages if one.as_approved is False] == ["ar"]


def test_the_record_tells_newer_templates_and_is_not_reopened(ad, monkeypatch):
    monkeypatch.setattr("channels.renditions.poster.fingerprint", lambda: "anders")
    compared = approving.compare(Approval.objects.get())
    assert compared.intact and not compared.templates
    told = approving.export(Approval.objects.get())
    assert told["templates_as_approved"] is False
    assert {one["language"] for one in told["languages"]} == set(languages.codes())


def test_what_was_handed_out_stays_the_same_to_the_byte(ad, monkeypatch, editor):
    link = ad.links.first()
    found = policy.told(ad.approved, "uk", Unreviewed.MARKED)
    first = kept.file(found, link, "Plakat-A4.pdf")
    monkeypatch.setitem(LOOKS, "Plakat-A4.pdf", lambda told: b"newer template")
    assert kept.file(found, link, "Plakat-A4.pdf") == first
    publishing.close(ad, by=editor)
    (row,) = KeptForm.objects.all()
    assert row.content is None and len(row.sha256) == 64


def test_an_ad_of_before_is_told_as_it_would_be_now(ad):
    ad.approved.editions.all().delete()
    words = editions.current(ad.approved, "vi")
    assert words.edition is None and words.lines
    assert kept.file(policy.told(ad.approved, "vi", Unreviewed.MARKED), ad.links.first(), "Kurztext.txt")
    assert not KeptForm.objects.exists()


def test_four_ways_with_an_unreviewed_language(ad, reviewed_sentences):
    def told(policy_name):
        return policy.told(ad.approved, "uk", policy_name)

    assert told(Unreviewed.MARKED).words.language.code == "uk" and not told(Unreviewed.MARKED).honest
    assert told(Unreviewed.HOLD).held
    german = told(Unreviewed.GERMAN)
    assert german.words.language.code == "de"
    assert languages.get("uk").text("sentence.only_german") in german.honest
    assert languages.get("uk").text("notice.unreviewed") in german.honest
    assert told(Unreviewed.SIMPLE).words.language.code == "de"  # plain German is not reviewed either
    reviewed_sentences("de-simple")
    assert told(Unreviewed.SIMPLE).words.language.code == "de-simple"
    reviewed_sentences("uk")
    for name in Unreviewed.values:
        found = told(name)
        assert found.reviewed and found.words.language.code == "uk" and not found.honest


@pytest.mark.parametrize("name", [name for name in LOOKS if name.endswith(".txt")])
def test_german_with_an_honest_sentence(ad, name):
    found = policy.told(ad.approved, "ar", Unreviewed.GERMAN)
    text = kept.file(found, ad.links.first(), name).decode("utf-8-sig")
    assert "Sachbearbeitung Wohngeld" in text
    assert languages.get("ar").text("sentence.only_german") in text
    assert KeptForm.objects.get().form == f"{name} (ar)"


def test_characters_no_font_has_are_told_at_the_approval(make_posting, approver):
    posting = make_posting(title="Beratung 日", contact={"name": "Frau 語", "phone": "1"})
    with pytest.raises(workflow.Refused) as refused:
        publishing.approve(posting, by=approver)
    said = str(refused.value)
    assert "„日“ (CJK UNIFIED IDEOGRAPH-65E5) im Titel" in said
    assert "„語“ (CJK UNIFIED IDEOGRAPH-8A9E) bei der Ansprechperson" in said
    assert "nehmen Sie es heraus" in said
    posting.refresh_from_db()
    assert posting.state == "in_review" and not Edition.objects.exists()


def test_a_translated_title_is_looked_at_too(make_posting, approver):
    posting = make_posting()
    PostingVersion.objects.update(title="Sachbearbeitung Wohngeld")
    piece = segments(posting.current.title, posting.current.text)[0]
    with pytest.raises(desk.Refused, match="„語“"):
        desk.save(posting, "tr", piece.digest, "語", by="Elif Karaca")
    posting.translations.create(
        language="tr", digest=piece.digest, source=piece.source, text="語", translator="Datei"
    )
    with pytest.raises(workflow.Refused, match="im übersetzten Titel \\(Türkisch\\)"):
        publishing.approve(posting, by=approver)


def test_a_sign_of_the_german_text_may_be_kept(publish):
    ad = publish(text="Die Stadt sucht Verstärkung ✓.\n")
    piece = segments(ad.approved.title, ad.approved.text)[1]
    assert desk.save(ad, "tr", piece.digest, "Belediye ✓.", by="Elif Karaca")


def test_marks_of_direction_turn_nothing_round(publish):
    ad = publish(
        title="Koch\u200f \u202eneffets\u202c\u061c", contact={"name": "Ali\u200f \u2067Demir", "phone": ""}
    )
    words = editions.current(ad.approved, "ar")
    assert words.title == "Koch neffets"
    sheet = kept.file(policy.told(ad.approved, "ar", Unreviewed.MARKED), ad.links.first() or None, "Text.txt")
    assert not set("\u200f\u202e\u2067\u061c") & set(sheet.decode())
