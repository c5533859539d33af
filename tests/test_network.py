"""Tests never leave this machine: what tries to fails at once."""

from __future__ import annotations

import socket

import pytest


def test_no_test_reaches_another_machine():
    """pytest-socket warns before it refuses, and warnings are errors here."""
    with socket.socket() as way_out, pytest.raises(UserWarning, match=r"192\.0\.2\.1"):
        way_out.connect(("192.0.2.1", 80))  # an address for documentation: nobody is there
