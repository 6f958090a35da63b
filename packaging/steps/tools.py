# SPDX-License-Identifier: MPL-2.0
"""Run the tools of the system, and say which package brings one that is missing."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

DEBIAN_PACKAGES = Path(__file__).parents[1] / "linux/build-packages.txt"
"""What a Debian needs for building, one package a line; ``#`` begins a remark."""


class BuildError(Exception):
    """Say why a package could not be made, and what to do."""


def need(*programs: str) -> None:
    """Return when each of the programs is there.

    Raises:
        BuildError: One is missing; the text says how to install it.
    """
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        raise BuildError(
            f"Missing on this computer: {', '.join(missing)}. On Debian, install what "
            f"packaging/linux/build-packages.txt names: python3 packaging/build.py prepare"
        )


def run(
    *command: str | Path,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Run a command and return what it printed; what it says is shown only when it fails.

    Args:
        command: The program and its arguments; no shell takes part.
        folder: The folder to run it in.
        environment: What is set beside the environment of this process.

    Raises:
        BuildError: It did not end with 0.
    """
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=dict(os.environ) | dict(environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        last = "\n".join(done.stdout.splitlines()[-40:])
        words = " ".join(str(part) for part in command)
        raise BuildError(f"This command ended with {done.returncode}: {words}\n{last}")
    return done.stdout


def debian_packages(text: str | None = None) -> Sequence[str]:
    """Return the names of the Debian packages that building needs."""
    lines = (DEBIAN_PACKAGES.read_text("utf-8") if text is None else text).splitlines()
    return [name for line in lines if (name := line.partition("#")[0].strip())]


def prepare() -> None:
    """Install the Debian packages that building needs; has to be root.

    Raises:
        BuildError: apt-get refused.
    """
    need("apt-get")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "-qq", "update", environment=quiet)
    options = ("-qq", "install", "--yes", "--no-install-recommends")
    run("apt-get", *options, *debian_packages(), environment=quiet)
