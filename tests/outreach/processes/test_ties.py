"""What a process promises about its end."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import resource
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
from outreach.wsgi import application
print(resource.getrlimit(resource.RLIMIT_CORE)[0])
"""


def test_the_web_server_never_writes_its_memory_to_disk():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
