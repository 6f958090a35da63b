# SPDX-License-Identifier: MPL-2.0
"""Set up on the first start what the program needs, with nothing but the standard library.

`ensure` makes a Python environment in ``.venv``, installs the packages of the lock files into it
with their hashes checked, and starts the same command again inside it. Later starts find a stamp,
named after the locks, and go straight on. The first start needs a network, or the wheels in a
folder ``vendor`` beside ``main.py``. ``docs/decisions/0003-bootstrap.md`` says why.

Environment variables:
    AUDITAPP_NO_BOOTSTRAP: set up nothing and go on in the Python that runs.
    AUDITAPP_NO_APT: never install system libraries, not even as root.
    AUDITAPP_VENV: the folder to use instead of ``.venv``.

The texts are English only: there is no setting yet that could name another language.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

from auditapp.bootstrap.display import have_display
from auditapp.bootstrap.messages import SetupError, leave, say
from auditapp.bootstrap.stamps import Kind, is_inside, is_ready, venv_python

__all__ = ["ensure", "have_display", "require_packages"]

_ENDED_BY_CTRL_C = 130  # what a shell reports for it


def ensure(kind: Kind) -> None:
    """Return inside an environment that holds the locked packages, after setting it up if need be.

    Outside it, this call does not return: the process goes on as the same command inside it, or
    ends with a sentence that says what is wrong (exit code 1).
    """
    if getattr(sys, "frozen", False) or os.environ.get("AUDITAPP_NO_BOOTSTRAP"):
        return
    try:
        if not is_ready(kind):
            # Later starts, which should be quick, need none of it.
            from auditapp.bootstrap import environment  # noqa: PLC0415

            if environment.is_satisfied(kind):
                return
            environment.set_up(kind)
        elif is_inside():
            return
    except SetupError as error:
        leave(str(error))
    except KeyboardInterrupt:
        say("stopped. The next start begins the set-up again.")
        sys.exit(_ENDED_BY_CTRL_C)
    _start_again()


def require_packages(error: ModuleNotFoundError) -> None:
    """Leave with a sentence if ``error`` is that nothing was to be set up, and a package lacks."""
    if os.environ.get("AUDITAPP_NO_BOOTSTRAP"):
        sys.exit(
            f"This Python lacks a package that the program needs, {error.name}: {sys.executable}\n"
            "AUDITAPP_NO_BOOTSTRAP is set, so nothing is set up. Install what requirements.lock "
            "names in this Python, or take the variable away."
        )


def _start_again() -> NoReturn:
    """Go on as the same command with the environment's Python."""
    os.environ.pop("PYTHONHOME", None)  # it would lead the new Python out of the environment
    command = [str(_same_kind(venv_python())), *sys.orig_argv[1:]]
    if os.name == "nt":  # execv returns to the shell at once there
        raise SystemExit(_wait_for(command))
    os.execv(command[0], command)


def _same_kind(python: Path) -> Path:
    """Return the Python beside it that opens no console, if the one that runs has none either."""
    windowed = python.with_name("pythonw.exe")
    return windowed if sys.stderr is None and windowed.exists() else python


def _wait_for(command: list[str]) -> int:
    """Run a command and return its exit code; a Ctrl+C is the command's own to deal with.

    Both processes get it, and `subprocess` ends the other one a quarter of a second later.
    """
    import signal  # noqa: PLC0415 - on Windows only
    import subprocess  # noqa: PLC0415 - as above

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call(command)
