"""The mail's words, and whose code stands where."""

import re

import pytest

from channels import links, publishing
from channels.models import Delivery, Link
from channels.partners import letters

CODE = re.compile(r"https://jobs\.neustadt\.example/l/(\w+)")


def codes(text: str) -> set[str]:
    return set(CODE.findall(text))


def test_nobody_gets_a_personal_code(publish, mail_channel, second_mail_channel):
    posting = publish()
    first, second = Delivery.objects.filter(version=posting.approved).order_by("channel__key")
    shared = Link.objects.get(channel=links.shared_mail_channel(), posting=posting).code
    for row in (first, second):
        own = Link.objects.get(channel=row.channel, posting=posting).code
        assert codes(row.rendition["forward"]) == {own}
        for form in ("text", "html"):
            assert codes(row.rendition[form]) == {shared}
        button = re.search(r'<a href="([^"]+)"', row.rendition["html"])[1]
        assert button.endswith(f"/l/{shared}")
        mail = letters.about(row)
        whole = str(mail.body) + mail.alternatives[0].content
        assert codes(whole) == {own, shared}
        own_links = re.findall(rf'href="https://jobs[^"]*{own}', whole)
        assert own_links == []  # to be copied, not to be clicked by the one who reads


def test_what_the_text_to_pass_on_says(publish, mail_channel):
    publish(deadline=None)
    forward = Delivery.objects.get(channel=mail_channel).rendition["forward"].splitlines()
    assert forward[0] == "Neue Stelle (Stadt Neustadt): Sachbearbeitung Wohngeld"
    assert "Arbeitszeit: 39 Stunden in der Woche, auch in Teilzeit" in forward
    assert forward[-1].startswith("Mehr erfahren und bewerben: https://jobs.neustadt.example/l/")


@pytest.mark.usefixtures("approved_before_the_check")
def test_hostile_titles_stay_text(publish, mail_channel):
    publish(title="<script>alert(1)</script> Köch*in 👩‍🍳 ]]>\r\nX: y")
    rendition = Delivery.objects.get(channel=mail_channel).rendition
    assert "<script>" not in rendition["html"]
    assert "&lt;script&gt;" in rendition["html"]
    assert "<script>alert(1)</script> Köch*in 👩‍🍳 ]]> X: y" in rendition["text"]
    assert "\n" not in rendition["subject"]


def test_long_titles_do_not_make_endless_subjects(publish, mail_channel):
    publish(title="Sehr lange Stelle " * 11)
    assert len(Delivery.objects.get(channel=mail_channel).rendition["subject"]) <= 120


def test_the_end_is_told_in_plain_words(publish, mail_channel, editor):
    posting = publish()
    Delivery.objects.update(state="sent")
    publishing.close(posting, by=editor)
    rendition = Delivery.objects.get(action="close").rendition
    assert rendition["subject"] == "Nicht mehr frei: Sachbearbeitung Wohngeld"
    assert "nehmen Sie den Aushang bitte ab" in rendition["text"]
    assert codes(rendition["text"]) == {
        Link.objects.get(channel=links.shared_mail_channel(), posting=posting).code
    }
