"""Links of partners: forged, mixed up or out of date they are worth nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.models import HandOff
from channels.partners import tokens
from channels.partners.participation import membership

ANY_TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=80)


def test_the_magic_link_leads_to_its_partner_only(partner, second_partner):
    assert tokens.page_owner(tokens.page_token(partner)) == partner
    assert tokens.page_owner(tokens.page_token(second_partner)) == second_partner
    assert tokens.page_token(partner) != tokens.page_token(second_partner)


def test_a_new_key_makes_every_old_link_useless(partner):
    old = tokens.page_token(partner)
    membership.revoke_links(partner)
    assert tokens.page_owner(old) is None
    assert tokens.page_owner(tokens.page_token(partner)) == partner


def test_a_key_of_the_service_can_be_changed_without_a_break(partner, settings):
    old = tokens.page_token(partner)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "a-new-key-" * 5
    assert tokens.page_owner(old) == partner
    settings.SECRET_KEY_FALLBACKS = []
    assert tokens.page_owner(old) is None


def test_no_token_stands_in_for_another(partner, mail_delivery):
    page, leave, done = (
        tokens.page_token(partner),
        tokens.leaving_token(partner),
        tokens.done_token(mail_delivery),
    )
    assert [tokens.page_owner(token) for token in (leave, done)] == [None, None]
    assert [tokens.leaver(token) for token in (page, done)] == [None, None]
    assert [tokens.done_delivery(token)[0] for token in (page, leave)] == [None, None]


def test_signing_out_belongs_to_the_mailbox(partner):
    token = tokens.leaving_token(partner)
    membership.revoke_links(partner)
    assert tokens.leaver(token) == partner  # also from an old mail
    partner.email = "neu@bruecke.example"
    partner.save()
    assert tokens.leaver(token) is None
    assert partner.email not in tokens.leaving_address(partner)


def test_a_done_link_says_on_which_way_it_came(mail_delivery, feed_channel, publish):
    assert tokens.done_delivery(tokens.done_token(mail_delivery, HandOff.Way.QR)) == (mail_delivery, "qr")
    publish(title="Koch*Köchin")
    nobodys = feed_channel.deliveries.first()
    assert tokens.done_delivery(tokens.done_token(nobodys)) == (None, "")


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(token=ANY_TEXT)
def test_noise_is_nobody(token):
    assert tokens.page_owner(token) is None
    assert tokens.leaver(token) is None
    assert tokens.done_delivery(token) == (None, "")


def test_one_changed_letter_is_enough(partner):
    token = tokens.page_token(partner)
    for place in range(len(token)):
        other = "A" if token[place] != "A" else "B"
        forged = token[:place] + other + token[place + 1 :]
        assert tokens.page_owner(forged) is None
