"""Children are started, restarted with growing pauses, and stopped in time."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import psutil
import pytest

from outreach.processes import supervisor
from outreach.processes.supervisor import Child, Supervisor
from tests.outreach.processes.running import ROOT, gone, wait_for

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)",
]
DIES = [sys.executable, "-c", "raise SystemExit(3)"]


def ignores_sigterm(pid: int) -> bool:
    """Whether the program has come so far."""
    status = Path(f"/proc/{pid}/status").read_text()
    ignored = next(line for line in status.splitlines() if line.startswith("SigIgn:")).split()[1]
    return bool(int(ignored, 16) & 1 << (signal.SIGTERM - 1))


@pytest.fixture
def child():
    made = []

    def make(command: list[str]) -> Child:
        made.append(Child("Kind", command))
        made[-1].start()
        return made[-1]

    yield make
    for one in made:
        if one.is_running():
            one.process.kill()
            one.process.wait()


def test_stopping_ends_a_child(child):
    one = child(SLEEPS)
    Supervisor([one]).stop_children()
    assert one.process.returncode == -signal.SIGTERM


def test_who_does_not_stop_in_time_is_killed(child, monkeypatch):
    monkeypatch.setattr(supervisor, "STOP_SECONDS", 0.5)
    one = child(STUBBORN)
    wait_for(lambda: ignores_sigterm(one.process.pid))
    Supervisor([one]).stop_children()
    assert one.process.returncode == -signal.SIGKILL


def test_a_dead_child_is_started_again_later_each_time(child):
    one = child(DIES)
    one.process.wait()
    pauses = []
    for _ in range(3):
        one.died()
        pauses.append(one.pause)
        one.start()
        one.process.wait()
    assert pauses == [2, 4, 8]


def test_after_a_steady_run_it_starts_again_at_once(child):
    one = child(DIES)
    one.process.wait()
    one.pause = 32
    one.started -= supervisor.STEADY_SECONDS + 1
    one.died()
    assert one.pause == supervisor.FIRST_PAUSE


def test_the_longest_pause_is_a_minute(child):
    one = child(DIES)
    one.process.wait()
    one.pause = 50
    one.died()
    assert one.pause == 60


def test_ctrl_c_does_not_reach_children_directly(child):
    one = child(SLEEPS)
    assert os.getpgid(one.process.pid) != os.getpgid(0)


def test_children_end_with_a_parent_that_is_killed(tmp_path):
    """A parent of its own is killed with -9; its child must not outlive it."""
    script = (
        "import sys, time\n"
        "from outreach.processes.supervisor import Child\n"
        f"one = Child('Kind', {SLEEPS!r})\n"
        "one.start()\n"
        "print(one.process.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = psutil.Popen([sys.executable, "-c", script], stdout=-1, cwd=ROOT)
    orphan = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    wait_for(lambda: gone([orphan]), 10)


def test_running_until_asked_to_stop(child):
    one = Child("Kind", SLEEPS)
    said = []
    stopper = threading.Timer(1.0, lambda: os.kill(os.getpid(), signal.SIGTERM))
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    stopper.start()
    try:
        Supervisor([one]).run(lambda: said.append("started"))
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
        stopper.join()
    assert said == ["started"]
    assert not one.is_running()


def test_the_web_server_keeps_no_log_of_who_came():
    command = supervisor.web("127.0.0.1", 8000).command
    assert "--no-access-log" in command
    assert command[command.index("--blocking-threads") + 1] == "4"
