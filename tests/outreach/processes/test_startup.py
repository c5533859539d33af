"""What a start does before the processes run, and does not do twice."""

from __future__ import annotations

import json

import pytest
from django.test import override_settings

from outreach.people.models import User
from outreach.processes import startup
from outreach.processes.preflight import NotReady


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    return tmp_path


def test_one_service_per_folder(data):
    held = startup.only_one()
    with pytest.raises(NotReady, match="läuft schon"):
        startup.only_one()
    held.close()
    startup.only_one().close()


def test_an_unclean_end_is_remembered(data):
    assert not startup.unclean_end()
    assert startup.unclean_end()  # the first start never said it ended
    startup.ended()
    assert not startup.unclean_end()


def test_static_files_are_hashed_compressed_and_collected_only_when_they_change(data, settings, tmp_path):
    source = tmp_path / "source"
    (source / "css").mkdir(parents=True)
    (source / "css/a.css").write_text("body { color: black }" * 100)
    with override_settings(
        STATICFILES_DIRS=[source], STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"]
    ):
        assert startup.collect_static()
        named = json.loads((settings.STATIC_ROOT / "staticfiles.json").read_text())["paths"]["css/a.css"]
        assert named != "css/a.css"
        assert (settings.STATIC_ROOT / f"{named}.gz").exists()
        settings.STATIC_COLLECTED = True
        assert not startup.collect_static()
        (source / "css/a.css").write_text("body { color: white }")
        assert startup.collect_static()
        assert "white" in (settings.STATIC_ROOT / "css/a.css").read_text()


@pytest.mark.django_db
class TestDemo:
    def test_an_empty_service_on_ones_own_machine_gets_the_demo_city(self):
        table = startup.load_demo()
        assert User.objects.exists()
        assert all(user.email in table for user in User.objects.all())
        assert startup.load_demo() == ""

    def test_nobody_gets_it_into_their_own_data(self, editor):
        assert startup.load_demo() == ""
        assert User.objects.count() == 1

    def test_a_real_service_never_gets_it(self, settings):
        settings.PUBLIC_URL = "https://stellen.stadt.example"
        assert startup.load_demo() == ""
        assert not User.objects.exists()


@pytest.mark.django_db
def test_nothing_to_migrate_is_quick():
    assert startup.migrate() is False


def test_the_embedded_broker_is_emptied_and_others_are_left_alone(data, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    startup.empty_broker()
    assert not (data / "broker").exists()
    settings.CELERY_BROKER_URL = "embedded://localhost"
    (data / "broker/messages").mkdir(parents=True)
    (data / "broker/messages/old.outreach.msg").write_text("x")
    startup.empty_broker()
    assert list((data / "broker/messages").iterdir()) == []
