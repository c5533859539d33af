"""The demo city is whole, looks alive, and loading it again changes nothing."""

import datetime
from collections import Counter as Tally

from django.core.management import call_command
from django.utils import timezone

from channels import delivery, publishing
from channels.models import Channel, Delivery, HandOff, Partner
from outreach.demo.load import load
from outreach.demo.year import quarter
from outreach.people.models import Role, User
from outreach.reach import released, releases
from outreach.reach.funnel.models import Report
from outreach.reach.models import Counter, Release, ReleasedFigure
from postings.models import Event, Posting, State


def of_now():
    """The ads of the file; those of an earlier quarter are made in bulk and long over."""
    return Posting.objects.filter(created_at__gt=timezone.now() - datetime.timedelta(weeks=12))


def test_people_cover_every_role_and_can_sign_in(demo):
    held = [role for login in demo for role in login.roles]
    assert set(held) == set(Role.values)
    assert sum(len(login.roles) > 1 for login in demo) == 1
    for login in demo:
        person = User.objects.get(email=login.email)
        assert person.check_password(login.password)
        assert set(person.role_set) == set(login.roles)


def test_ads_stand_in_every_state(demo):
    tally = Tally(of_now().values_list("state", flat=True))
    assert tally == {State.DRAFT: 4, State.IN_REVIEW: 1, State.PUBLISHED: 4, State.CLOSED: 1}


def test_every_deadline_lies_ahead(demo):
    soon = timezone.localdate() + datetime.timedelta(days=21)
    assert all(posting.deadline > soon for posting in of_now())


def test_published_ads_were_approved_by_a_second_person(demo):
    for posting in Posting.objects.public():
        approval = posting.transitions.get(to_state=State.PUBLISHED)
        assert approval.by not in {version.author for version in posting.versions.all()}
        assert approval.at < timezone.now() - datetime.timedelta(days=14)
        assert posting.published_at == approval.at


def test_the_story_of_an_ad_is_told_in_order(demo):
    for posting in Posting.objects.all():
        steps = [posting.created_at]
        steps += [version.created_at for version in posting.versions.order_by("number")]
        steps += [transition.at for transition in posting.transitions.order_by("pk")]
        assert steps == sorted(steps)
        assert steps[-1] <= timezone.now()


def test_people_worked_on_the_past_in_office_hours(demo):
    for posting in of_now():
        moments = [posting.created_at, *posting.transitions.values_list("at", flat=True)]
        for moment in map(timezone.localtime, moments):
            assert moment.weekday() < 5 and 8 <= moment.hour < 18


def test_revisions_are_kept_as_versions(demo):
    posting = of_now().get(state=State.CLOSED)
    first, last = posting.versions.get(number=1), posting.approved
    assert last.number == 2
    assert "Questions?" in first.text and "Questions?" not in last.text


def test_partners_of_all_kinds_that_exist_nowhere(demo):
    kinds = Tally(Partner.objects.values_list("kind", flat=True))
    assert kinds == {
        "association": 3,
        "language_school": 1,
        "neighbourhood": 1,
        "religious": 1,
        "media": 1,
        "city": 1,
    }
    assert all(partner.email.endswith(".example") and partner.languages for partner in Partner.objects.all())


def test_channels_of_every_kind_and_the_private_one_cannot_be_guessed(demo):
    assert set(Channel.objects.filter(public=True).values_list("kind", flat=True)) == {"job_page", "atom"}
    private = Channel.objects.get(kind="atom", public=False)
    assert len(private.key) >= 32 and private.partner.kind == "media"
    assert Channel.objects.filter(kind="email", partner__isnull=False).count() == 4


def test_a_first_start_sends_no_mail(demo, mailoutbox):
    mails = Delivery.objects.filter(channel__kind="email")
    assert set(mails.values_list("state", flat=True)) == {Delivery.State.SENT}
    mails = mails.filter(created_at__gt=timezone.now() - datetime.timedelta(weeks=12))  # not an old quarter's
    published = mails.filter(action=Delivery.Action.PUBLISH)
    # four open ads, a closed one and an event to three partners; one more chose the fields of three ads
    assert published.count() == 18 + 4
    assert mails.filter(action=Delivery.Action.CLOSE).count() == 3
    assert set(mails.values_list("state", flat=True)) == {Delivery.State.SENT}
    assert all(mail.sent_at < timezone.now() - datetime.timedelta(days=6) for mail in mails)
    assert all(mail.rendition["subject"] for mail in mails)
    delivery.sweep()
    assert mailoutbox == []


def noon_of_a_working_day() -> datetime.datetime:
    """After the weekly digest, and outside of the partners' quiet times whenever this runs."""
    noon = timezone.localtime().replace(hour=12) + datetime.timedelta(days=8)
    return noon + datetime.timedelta(days=max(0, 7 - noon.weekday()) if noon.weekday() > 4 else 0)


def test_what_is_published_now_is_really_mailed(demo, mailoutbox):
    approver = User.objects.get(roles__role=Role.APPROVER)
    publishing.approve(Posting.objects.get(state=State.IN_REVIEW), by=approver)
    delivery.sweep(noon_of_a_working_day())
    assert {mail.to[0] for mail in mailoutbox} == {
        channel.partner.email for channel in Channel.objects.filter(kind__in=["email", "package"])
    }


def test_the_open_day_is_announced_and_shows_open_ads(demo):
    event = Event.objects.get()
    assert event.announced_at and event.starts_at.weekday() == 5
    assert 50 <= (event.starts_at - timezone.now()).days <= 62
    assert {posting.state for posting in event.postings.all()} == {State.PUBLISHED}
    assert event.languages and event.accessibility and event.registration_url


def test_report_shows_big_figures_and_hides_small_ones(demo):
    released = timezone.localtime(Release.objects.first().released_at)
    assert Release.objects.count() >= 5
    assert released.weekday() == 1 and released < timezone.now()
    values = list(ReleasedFigure.objects.values_list("value", flat=True))
    assert None in values
    shown = [value for value in values if value]
    assert shown and min(shown) >= 5 and max(shown) >= 30


def test_figures_of_a_weekly_report_never_fall(demo):
    weekly = ReleasedFigure.objects.filter(release__table="posting-channel").order_by("release__until")
    cells = weekly.values_list("one", "two", "value")
    before = {}
    for one, two, value in cells:
        assert (value or 0) >= (before.get((one, two)) or 0)
        before[one, two] = value
    assert len(cells) > len(before)


def test_invented_counts_stay_within_the_life_of_their_ad(demo):
    for counter in Counter.objects.filter(link__posting__in=of_now()).select_related("link__posting"):
        posting = counter.link.posting
        assert posting.published_at.date() <= counter.slot < timezone.localdate()
        assert posting.closed_at is None or counter.slot <= posting.closed_at.date()


def test_loading_again_changes_nothing_even_what_people_changed(demo):
    def rows():
        return [
            list(model.objects.order_by("pk").values())
            for model in (User, Partner, Channel, Posting, Delivery, Counter, ReleasedFigure, Event)
        ]

    Partner.objects.filter(kind="media").update(note="angerufen")
    before = rows()
    assert load() == demo
    assert rows() == before


def test_command_prints_the_log_ins_in_german(demo, capsys):
    call_command("load_demo")
    out = capsys.readouterr().out
    assert "Passwort" in out and "/konto/login/" in out
    for login in demo:
        (line,) = [line for line in out.splitlines() if login.email in line]
        assert login.password in line and login.name in line
    assert "Ausschreibungen freigeben" in out


def test_partners_said_yes_and_passed_ads_on(demo):
    for partner in Partner.objects.filter(status=Partner.Status.ACTIVE):
        assert partner.confirmed_at < timezone.now() and partner.audience
    assert Partner.objects.filter(invited_at=None, confirmed_at__isnull=False).exists()  # came by itself
    told = HandOff.objects.select_related("delivery")
    assert {handoff.how for handoff in told} == set(HandOff.How.values)
    assert all(handoff.delivery.sent_at <= handoff.at <= timezone.now() for handoff in told)


def test_the_funnel_of_an_earlier_quarter_is_out(demo, client):
    """Made by the same ways as real ones: reported week by week, proven, released. All of it is invented."""
    shown = released.latest("funnel-channel")
    steps = [shown.cells[released.TOTAL, step].lower for step in ("started", "finished", "invited")]
    assert steps == sorted(steps, reverse=True) and steps[-1] > 0
    old = Posting.objects.filter(
        links__created_at__lt=timezone.now() - datetime.timedelta(weeks=20)
    ).distinct()
    assert old.count() == quarter.POSTINGS
    for posting in old:
        assert posting.state == State.CLOSED and "Erfunden für die Demostadt" in posting.current.text
    assert set(Report.objects.values_list("key__name", flat=True)) == {"Bewerbungsportal"}
    client.force_login(User.objects.get(email="berichte@hannover.example"))
    page = client.get("/reichweite/trichter/").content.decode()
    assert "Noch nicht genug Daten" not in page and "Karriereseite der Stadt" in page
    for posting in old[:2]:
        assert client.get(f"/reichweite/trichter/{posting.pk}/").status_code == 200


def test_an_earlier_quarter_exists_on_every_day_of_the_year(db):
    """Whenever somebody starts the demo, some quarter is old enough, and none of its ads runs any more."""
    for week in range(106):
        now = datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC) + datetime.timedelta(days=5 * week)
        period = quarter.period_of(now)
        until = releases.due_until(now)
        assert period.until + datetime.timedelta(weeks=13) <= until
        assert period.until > until - datetime.timedelta(weeks=27)
