# SPDX-License-Identifier: MPL-2.0
"""Test that nothing is lost, and nothing tried, where no network can be reached.

Python's sockets are forbidden by an audit hook (PEP 578), in the process and in the workers it
starts. Where the system allows it the process gets a network of its own, with nothing in it: then
nothing outside Python's sight could reach anybody either.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.making import PASSPHRASE

PROJECT = Path(__file__).parents[2]

pytestmark = pytest.mark.timeout(300)


@cache
def isolation():
    """Return the words before a command that give it an empty network; none if they fail."""
    words = ("unshare", "--map-root-user", "--net")
    if shutil.which(words[0]) is None:
        return ()
    tried = subprocess.run([*words, "true"], capture_output=True, check=False)
    return words if tried.returncode == 0 else ()


@pytest.fixture
def attempts(tmp_path):
    """Return the file in which each attempt to use a socket is a line."""
    return tmp_path / "attempts"


@pytest.fixture
def run(tmp_path, monkeypatch, attempts):
    """Return a function that runs Python without a network and returns what was said."""
    secret, hooks = tmp_path / "passphrase", tmp_path / "hooks"
    secret.write_text(PASSPHRASE)
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(
        "import pathlib\n"
        "from tests.journeys.cut_off import cut_off\n"
        f"cut_off(pathlib.Path({str(attempts)!r}))\n"
    )
    monkeypatch.setenv("AUDITAPP_PASSPHRASE_FILE", str(secret))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(hooks), str(PROJECT)]))

    def run(*words):
        command = [*isolation(), sys.executable, *words]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert (0, "") == (done.returncode, done.stderr)
        return done.stdout

    return run


@pytest.mark.parametrize(
    "attempt",
    ["socket.socket()", "socket.getaddrinfo('localhost', 80)", "in_worker(socket.socket)"],
)
def test_a_socket_would_be_noticed(run, attempts, tmp_path, attempt):
    """Even where the error it meets is swallowed: otherwise the other tests prove nothing."""
    program = tmp_path / "program.py"
    program.write_text(
        "import contextlib, multiprocessing, socket\n"
        "def swallow(attempt):\n"
        "    with contextlib.suppress(OSError):\n"
        "        attempt()\n"
        "def in_worker(attempt):\n"
        "    context = multiprocessing.get_context('spawn')\n"
        "    worker = context.Process(target=swallow, args=(attempt,))\n"
        "    worker.start()\n"
        "    worker.join()\n"
        "if __name__ == '__main__':\n"
        f"    swallow(lambda: {attempt})\n"
    )
    run(str(program))

    assert attempts.read_text().startswith("socket.")


def test_the_whole_journey_needs_no_network(run, attempts, tmp_path):
    """First start, audit, sign-off, report, lock and unlock, in the real window."""
    program = "import pathlib; from tests.journeys.cut_off import play; play(pathlib.Path({!r}))"
    assert "1 audit\n" == run("-c", program.format(str(tmp_path)))
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert not attempts.exists(), attempts.read_text()


def test_the_commands_need_no_network(run, attempts, tmp_path):
    """Make a workspace, check it, list what is there, print a blank checklist."""
    home, blank = str(tmp_path / "work"), tmp_path / "blank.pdf"
    command = ("main.py", "--home", home)
    run(*command, "store", "create", "--accept-place")
    assert "All is well." in run(*command, "store", "check")
    run(*command, "audit", "list")
    assert "visits" in run(*command, "checklist", "list")
    run(*command, "report", "visits", "--kind", "blank", "-o", str(blank))
    run(*command, "timescale", "list")

    assert blank.read_bytes().startswith(b"%PDF")
    assert not attempts.exists(), attempts.read_text()
