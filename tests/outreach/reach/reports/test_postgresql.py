"""The reports on PostgreSQL: all other tests of this folder, which elsewhere run on SQLite."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import services

SERVER = "postgres://postgres@127.0.0.1:5432"
FOLDER = Path(__file__).parent


@pytest.mark.long
@pytest.mark.timeout(600)
def test_reports_on_postgresql():
    services.require("postgresql")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-m", "not long", str(FOLDER)],
        env=os.environ | {"DATABASE_URL": f"{SERVER}/reports_{os.getpid()}"},
        capture_output=True, text=True, timeout=590, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]
