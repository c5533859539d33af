"""The real client: a headless LibreOffice asks the live server, as on an editor's desk."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests import services

CLIENT = Path(__file__).parents[2] / "tools" / "libreoffice_client.py"
PYTHON = "/usr/bin/python3"  # Debian's, which has LibreOffice's bridge


@pytest.fixture
def office_port(tmp_path):
    services.require("libreoffice")
    services.require("libreoffice-bridge")
    port = services.free_port()
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation=file://{tmp_path}/office",
            f"--accept=socket,host=127.0.0.1,port={port};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    yield port
    os.killpg(office.pid, 9)
    office.wait(10)


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_libreoffice_underlines_a_masculine_noun(live_server, office_port):
    text = "Wir suchen einen Bewerber."
    answer = subprocess.run(
        [PYTHON, str(CLIENT), str(office_port), f"{live_server.url}/v2", text],
        capture_output=True,
        text=True,
        timeout=110,
        check=True,
    )
    found = json.loads(answer.stdout)
    marked = [(text[e["start"] : e["start"] + e["length"]], e["suggestions"]) for e in found]
    underlined = [(words, suggestions) for words, suggestions in marked if "Bewerber" in words]
    assert underlined, answer.stderr
    words, suggestions = underlined[0]
    assert words == "einen Bewerber"
    assert {"eine*n Bewerber*in", "eine Person"} & set(suggestions)
