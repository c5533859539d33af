"""A server that wants a client certificate, and a channel that has one."""

from __future__ import annotations

import base64

import pytest
from lxml import etree

from channels.renditions.hrba import load
from tests.channels.receivers import agency
from tests.channels.renditions.hrba.conftest import board as plain_board
from tests.channels.renditions.hrba.conftest import catalogue

__all__ = ["catalogue", "plain_board"]


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    return agency.Keys(tmp_path_factory.mktemp("keys"))


@pytest.fixture
def server(keys, settings):
    settings.OUTGOING_LOOPBACK, settings.OUTGOING_CA_FILE = True, keys.ca_file
    with agency.Agency(keys) as running:
        yield running


@pytest.fixture
def board(plain_board, server, keys):
    board = plain_board
    board.options["server"] = server.url
    board.secrets = {"certificate": base64.b64encode(keys.p12).decode(), "pin": agency.PIN}
    board.save()
    return board


def uploaded(server) -> list[etree._Element]:
    assert all(load.problems(content) == [] for content in server.files.values())
    return [etree.fromstring(content) for content in server.files.values()]
