# SPDX-License-Identifier: MPL-2.0
"""Give the program a screen, a message bus and a home of its own, and run it there."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from auditapp.bootstrap.stamps import ROOT
from tests.outside_client.needs import BUS_LAUNCHER, SYSTEM_PYTHON

CLIENT: Final = Path(__file__).with_name("client")
_SCREEN: Final = "1366x768x24"
_PATIENCE: Final = 20.0
"""Seconds for a process to be ready, and to end."""
_LIMIT: Final = 900.0
"""Seconds for the whole audit, which takes about one minute on a computer with nothing else."""


def play(folder: Path, report: Path) -> int:
    """Do the audit with everything in ``folder``; return the exit code of the client."""
    with _private_session(folder) as environment:
        program = [sys.executable, str(ROOT / "main.py"), "--home", str(folder / "audits")]
        with _running(program, environment, folder / "program.log"):
            client = [SYSTEM_PYTHON, str(CLIENT), str(report)]
            return subprocess.run(client, env=environment, timeout=_LIMIT, check=False).returncode


@contextmanager
def _private_session(folder: Path) -> Iterator[dict[str, str]]:
    """Start a screen, a session bus and an accessibility bus; yield the environment for them."""
    environment = _clean_environment(folder)
    reads, writes = os.pipe()
    screen = ["Xvfb", "-displayfd", str(writes), "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    with _running(screen, environment, folder / "screen.log", pass_fds=(writes,)):
        os.close(writes)
        environment["DISPLAY"] = ":" + _first_line(reads)
        bus = ["dbus-daemon", "--session", "--nofork", f"--address=unix:dir={folder}"]
        with _running(bus, environment, folder / "bus.log"):
            socket = _appears(folder, "dbus-*")
            environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
            launcher = [BUS_LAUNCHER, "--launch-immediately"]
            with _running(launcher, environment, folder / "accessibility.log"):
                yield environment


def _clean_environment(folder: Path) -> dict[str, str]:
    """Return an environment in which nothing of the person's own session is left."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    kept = ("PATH", "LANG", "AUDITAPP_NO_BOOTSTRAP", "AUDITAPP_VENV")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@contextmanager
def _running(
    command: list[str], environment: dict[str, str], log: Path, pass_fds: tuple[int, ...] = ()
) -> Iterator[None]:
    """Run a program beside this one; what it says goes into ``log``. End it in the end."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=output, pass_fds=pass_fds
        )
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _first_line(reads: int) -> str:
    with os.fdopen(reads) as pipe:
        return pipe.readline().strip()


def _appears(folder: Path, pattern: str) -> Path:
    """Wait for a file of that pattern, and return it."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        for found in folder.glob(pattern):
            return found
        time.sleep(0.05)
    raise TimeoutError(f"no {pattern} in {folder}")
