"""Each wrong setting has an id and a hint."""

from __future__ import annotations

import pytest

from outreach import checks, environment, profile
from outreach.people.models import User


def only(messages):
    (message,) = messages
    assert message.hint
    return message


@pytest.mark.parametrize("variable", sorted(checks.VARIABLES))
def test_every_unreadable_variable_has_its_own_id(monkeypatch, variable):
    problem = environment.Problem(
        variable, f"Die Einstellung {variable} lässt sich nicht lesen.", "So geht es."
    )
    monkeypatch.setattr(environment, "problems", [problem])
    message = only(checks.readable_environment(None))
    assert message.id == checks.VARIABLES[variable]
    assert variable in message.msg
    assert message.is_serious()


def test_ids_are_never_used_twice():
    assert len(set(checks.VARIABLES.values())) == len(checks.VARIABLES)


def test_a_profile_that_cannot_be_used(settings, tmp_path):
    settings.CITY_PROFILE = tmp_path / "fehlt.toml"
    message = only(checks.city_profile(None))
    assert message.id == "outreach.E020"
    assert "fehlt.toml" in message.msg


class TestAddress:
    @pytest.fixture(autouse=True)
    def nothing_named(self, monkeypatch, settings):
        monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
        settings.HOST, settings.PUBLIC_URL = "127.0.0.1", ""

    def test_ones_own_machine_needs_nothing(self):
        assert checks.reachable_address(None) == []

    def test_others_reach_it_only_by_a_name(self, settings):
        settings.HOST = "0.0.0.0"
        message = only(checks.reachable_address(None))
        assert message.id == "outreach.E021"
        assert "PUBLIC_URL" in message.hint

    @pytest.mark.parametrize("how", ["PUBLIC_URL", "ALLOWED_HOSTS"])
    def test_either_name_will_do(self, settings, monkeypatch, how):
        settings.HOST = "0.0.0.0"
        if how == "PUBLIC_URL":
            settings.PUBLIC_URL = "https://stellen.stadt.example"
        else:
            monkeypatch.setenv("ALLOWED_HOSTS", "stellen.stadt.example")
        assert checks.reachable_address(None) == []

    def test_passwords_without_tls_are_warned_of(self, settings):
        settings.PUBLIC_URL = "http://stellen.stadt.example"
        message = only(checks.reachable_address(None))
        assert message.id == "outreach.W022"
        assert not message.is_serious()

    def test_not_on_loopback(self, settings):
        settings.PUBLIC_URL = "http://127.0.0.1:8000"
        assert checks.reachable_address(None) == []


def test_a_proxy_that_is_not_believed_is_warned_of(settings):
    settings.PUBLIC_URL, settings.TRUSTED_PROXIES = "https://stellen.stadt.example", []
    assert only(checks.believed_proxy(None)).id == "outreach.W025"
    settings.TRUSTED_PROXIES = ["10.0.0.5"]
    assert checks.believed_proxy(None) == []
    settings.PUBLIC_URL, settings.TRUSTED_PROXIES = "", []
    assert checks.believed_proxy(None) == []


class TestImportNames:
    def test_django_channels_is_not_installed(self):
        """Its import name is our folder's; `pip install channels` would break the service quietly."""
        assert checks.import_names(None) == []

    def test_if_it_were_it_would_be_told(self, monkeypatch):
        monkeypatch.setattr(checks, "_is_installed", lambda name: True)
        message = only(checks.import_names(None))
        assert message.id == "outreach.E023"
        assert "uninstall" in message.hint


class TestDemoAccounts:
    @pytest.fixture(autouse=True)
    def a_real_service(self, settings):
        settings.PUBLIC_URL = "https://stellen.stadt.example"

    @pytest.fixture
    def demo_person(self, db) -> User:
        email = checks.demo_emails()[0]
        return User.objects.create_user(email, email, "x")

    def test_are_refused_where_others_reach_them(self, demo_person):
        message = only(checks.no_demo_accounts(None, databases=["default"]))
        assert message.id == "outreach.E024"
        assert message.is_serious()

    @pytest.mark.parametrize(
        ("name", "value"), [("HOST", "0.0.0.0"), ("SQLITE", False), ("PUBLIC_URL", "https://x.example")]
    )
    def test_any_sign_of_a_real_service_is_enough(self, demo_person, settings, name, value):
        settings.PUBLIC_URL = ""
        assert checks.no_demo_accounts(None, databases=["default"]) == []
        setattr(settings, name, value)
        assert only(checks.no_demo_accounts(None, databases=["default"])).id == "outreach.E024"

    def test_locked_ones_and_other_people_are_fine(self, demo_person, editor):
        demo_person.is_active = False
        demo_person.save()
        assert checks.no_demo_accounts(None, databases=["default"]) == []

    def test_the_database_is_not_asked_unless_checks_may(self):
        assert checks.no_demo_accounts(None, databases=None) == []

    def test_every_demo_login_is_known_to_the_check(self):
        from outreach.demo.data import logins

        assert {login.email for login in logins()} == set(checks.demo_emails())

    def test_load_demo_refuses_too(self, db):
        from django.core.management import CommandError, call_command

        with pytest.raises(CommandError, match="auf dem eigenen Rechner"):
            call_command("load_demo")
        assert not User.objects.exists()


def test_all_checks_pass_here(db):
    from django.core.checks import run_checks

    assert run_checks(databases=["default"]) == []
    assert profile.city()


class TestOutgoing:
    @pytest.fixture(autouse=True)
    def alone(self, settings, monkeypatch):
        settings.HOST, settings.PUBLIC_URL = "127.0.0.1", ""
        settings.OUTGOING_PLAIN_HTTP, settings.OUTGOING_CA_FILE = False, ""
        settings.DELIVERY_CONSOLE = False
        monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "outreach.settings")

    def test_nothing_to_say(self):
        assert checks.outgoing_requests(None) == []

    def test_requests_to_this_machine_are_refused_in_a_service(self, settings):
        settings.OUTGOING_LOOPBACK = True
        message = only(checks.outgoing_requests(None))
        assert message.id == "outreach.E026" and message.is_serious()

    @pytest.mark.parametrize(
        ("name", "value"), [("HOST", "0.0.0.0"), ("PUBLIC_URL", "https://x.example"), ("", "")]
    )
    def test_in_measurements_only_while_nobody_else_reaches_them(self, settings, monkeypatch, name, value):
        monkeypatch.setenv("DJANGO_SETTINGS_MODULE", checks.LOOPBACK_SETTINGS)
        settings.OUTGOING_LOOPBACK = True
        setattr(settings, name or "UNUSED", value)
        assert [message.id for message in checks.outgoing_requests(None)] == ["outreach.E026"] * bool(name)

    def test_a_service_that_prints_what_it_should_send_is_warned_of(self, settings):
        settings.DELIVERY_CONSOLE = True
        assert checks.outgoing_requests(None) == []
        settings.PUBLIC_URL = "https://stellen.stadt.example"
        assert only(checks.outgoing_requests(None)).id == "outreach.W029"

    def test_plain_http_is_warned_of(self, settings):
        settings.OUTGOING_PLAIN_HTTP = True
        assert only(checks.outgoing_requests(None)).id == "outreach.W027"

    def test_certificates_that_are_not_there(self, settings, tmp_path):
        settings.OUTGOING_CA_FILE = str(tmp_path / "fehlt.pem")
        assert only(checks.outgoing_requests(None)).id == "outreach.E028"
