"""The two attacks on a stolen data folder find what is there, and nothing where nothing is."""

from __future__ import annotations

import base64
import hashlib
import hmac
import sqlite3
from contextlib import closing

import pytest

from outreach.reach.attacks import hashes, residue
from outreach.reach.attacks.registry import Outlook
from tests.outreach.reach.attacks.paper import paper

VISITOR = ("198.51.100.77", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
BOTH = f"{VISITOR[0]}-{VISITOR[1]}".encode()

pytestmark = pytest.mark.django_db


def look(folder, *, keys=("stolen-key",), visitors=()) -> Outlook:
    return Outlook(paper(), data=folder, keys=keys, visitors=visitors)


def told(attack, folder, **more) -> list[str]:
    return [claim.sentence for claim in attack.attack(look(folder, **more)).claims]


@pytest.fixture(autouse=True)
def few_candidates(monkeypatch):
    monkeypatch.setattr(hashes, "NETWORKS", ("198.51.100.",))


class TestHashes:
    @pytest.mark.parametrize(
        "value",
        [
            hashlib.md5(VISITOR[0].encode(), usedforsecurity=False).hexdigest(),
            hashlib.sha256(BOTH).hexdigest(),
            hashlib.sha256(BOTH).hexdigest()[:16],
            hmac.digest(b"stolen-key", BOTH, "sha256").hex(),
            hashlib.blake2b(BOTH, key=b"stolen-key", digest_size=16).hexdigest(),
            base64.urlsafe_b64encode(hashlib.sha1(BOTH, usedforsecurity=False).digest()).decode(),
        ],
        ids=["address", "both", "shortened", "hmac", "keyed", "base64"],
    )
    def test_a_hash_of_a_visitor(self, tmp_path, value):
        (tmp_path / "visits.db").write_bytes(b"\x00\x05" + value.encode() + b"\x00")
        (found,) = set(told(hashes, tmp_path))
        assert VISITOR[0] in found and found.startswith("visits.db")

    def test_other_hashes(self, tmp_path):
        (tmp_path / "visits.db").write_text(hashlib.sha256(b"a released table").hexdigest())
        outlook = hashes.attack(look(tmp_path))
        assert outlook.claims == [] and outlook.learned[0].startswith("1 ")

    def test_a_hash_with_a_key_that_was_not_stolen(self, tmp_path):
        (tmp_path / "visits.db").write_text(hmac.digest(b"gone", BOTH, "sha256").hex())
        assert told(hashes, tmp_path) == []

    def test_a_visitor_who_wants_to_be_looked_for(self, tmp_path):
        (tmp_path / "visits.db").write_text(hashlib.sha256(b"8.8.4.4").hexdigest())
        assert told(hashes, tmp_path) == []
        assert len(set(told(hashes, tmp_path, visitors=(("8.8.4.4", ""),)))) == 1


class TestResidue:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("access.log", "93.184.216.34 GET /l/k7m2pxwd"),
            ("broker/1.msg", "93.184.216.34"),
            ("crash.txt", "{'HTTP_USER_AGENT': 'x'}"),
            ("visits.db", VISITOR[1]),
            ("core.4711", "x"),
        ],
    )
    def test_traces(self, tmp_path, name, content):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
        assert len(told(residue, tmp_path)) == 1

    def test_no_traces(self, tmp_path):
        (tmp_path / "service.log").write_text("listening on 127.0.0.1:8000, version 1.2.3, proxy 10.0.0.1")
        (tmp_path / "empty").write_text("")
        (tmp_path / "static").mkdir()
        (tmp_path / "static" / "script.js").write_text(VISITOR[1])  # our own programs
        assert told(residue, tmp_path) == []

    def test_rows_that_were_deleted(self, tmp_path):
        with closing(sqlite3.connect(tmp_path / "x.sqlite3")) as database:
            database.execute("PRAGMA secure_delete = OFF")
            database.execute("CREATE TABLE visits (agent text)")
            database.execute("INSERT INTO visits VALUES (?)", [VISITOR[1]])
            database.commit()
            database.execute("DELETE FROM visits")
            database.commit()
        assert len(told(residue, tmp_path)) == 1

    def test_a_column_made_for_addresses(self, tmp_path):
        with closing(sqlite3.connect(tmp_path / "x.sqlite3")) as database:
            database.execute("CREATE TABLE reach_hit (id integer, ip_address text)")
            database.execute("CREATE TABLE channels_channel (id integer, user_agent text)")
        assert told(residue, tmp_path) == ["Die Spalte reach_hit.ip_address"]

    def test_a_visitor_who_wants_to_be_looked_for(self, tmp_path):
        (tmp_path / "x.bin").write_bytes("Eigenes Gerät 4711".encode("utf-16-le"))
        assert told(residue, tmp_path) == []
        assert len(told(residue, tmp_path, visitors=(("203.0.113.9", "Eigenes Gerät 4711"),))) == 1


def test_without_a_folder():
    for attack in (residue, hashes):
        assert attack.attack(Outlook(paper())).learned == ["Ohne Datenordner nicht versucht."]
