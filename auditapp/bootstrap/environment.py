# SPDX-License-Identifier: MPL-2.0
"""Make the environment and install the locked packages into it."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version

from auditapp.bootstrap.libraries import need_libraries
from auditapp.bootstrap.messages import SetupError, say
from auditapp.bootstrap.stamps import (
    LOCKS,
    ROOT,
    UNFINISHED,
    VENV,
    Kind,
    all_stamps,
    is_inside,
    is_ready,
    put_stamp,
    venv_python,
)

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)(\s*;)?", re.MULTILINE)
"""Name, version and the start of a marker, in a line of a lock."""

_MEGABYTES: dict[Kind, int] = {"run": 110, "test": 250}
"""What the wheels of the locks weigh for one system, rounded up."""


def is_satisfied(kind: Kind) -> bool:
    """Tell whether the Python that runs holds every locked version, as under uv, tox or nox."""
    if is_inside() and UNFINISHED.exists():
        return False  # a package cut off half-way still gives its version
    pins = [pin for lock in LOCKS[kind] for pin in _PIN.findall(lock.read_text("utf-8"))]
    return all(_is_installed(name, wanted, marker) for name, wanted, marker in pins)


def set_up(kind: Kind) -> None:
    """Make the environment ready for ``kind``; one that was cut off half-way is made anew.

    Raises:
        SetupError: it cannot be done; the next start tries again.
    """
    with _one_at_a_time():
        if is_ready(kind):  # the start that was waited for did it
            return
        need_libraries()
        _take_folder()
        _make_environment()
        try:
            _install_packages(kind)
        except SetupError:
            # pip failed in good order, so what was there is whole: a program that worked without
            # a network must still start after its lock files are put back.
            UNFINISHED.unlink()
            raise
        if sys.platform != "win32":
            os.sync()  # a power cut must not keep the stamp and lose the packages
        put_stamp(kind)


def _is_installed(name: str, wanted: str, marker: str) -> bool:
    try:
        return version(name) == wanted
    except PackageNotFoundError:
        return bool(marker)  # the line may be for another system


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Hold the set-up back while another start, such as an impatient second click, does it."""
    try:
        VENV.parent.mkdir(parents=True, exist_ok=True)
        lock = VENV.with_name(f"{VENV.name}.lock").open("w")
    except OSError as error:
        raise _cannot_write(error) from None
    with lock:
        if not _takes(lock.fileno()):
            say("another start is setting up; waiting for it")
            while not _takes(lock.fileno()):
                time.sleep(0.2)
        yield


def _takes(file: int) -> bool:
    """Lock an open file without waiting; the system lets go of it when the process ends."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _take_folder() -> None:
    """Mark the folder as being set up, after clearing it if what is in it cannot be used.

    Raises:
        SetupError: it cannot be written, or holds something this program did not put there.
    """
    try:
        if VENV.is_dir() and any(VENV.iterdir()) and not _is_usable():
            if not (UNFINISHED.exists() or all_stamps()):
                raise _in_the_way()
            say(f"an earlier set-up in {VENV} cannot be used; beginning again")
            shutil.rmtree(VENV)
        VENV.mkdir(exist_ok=True)
        UNFINISHED.touch()
    except OSError as error:
        raise _cannot_write(error) from None


def _is_usable() -> bool:
    """Tell whether the environment is whole, and its Python of the version that runs now."""
    if UNFINISHED.exists() or not (VENV / "pyvenv.cfg").exists():
        return False
    probe = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]!r})"
    with suppress(OSError):
        return not _in_environment("-c", probe)
    return False


def _cannot_write(error: OSError) -> SetupError:
    return SetupError(
        f"The set-up cannot write to {VENV} ({error.strerror}).\n"
        "Copy the program's folder to a place of your own, or name a folder that can be written "
        "in the environment variable AUDITAPP_VENV; then start again."
    )


def _in_the_way() -> SetupError:
    return SetupError(
        f"{VENV} is in the way: this program did not make it, and it is not a Python environment "
        f"for Python 3.{sys.version_info.minor}.\nMove it away, then start again."
    )


def _make_environment() -> None:
    if not venv_python().exists():
        say(f"making a Python environment in {VENV}")
        # The base one, as the running one may have been in the folder that was just cleared.
        base = sys._base_executable  # type: ignore[attr-defined] # noqa: SLF001
        if subprocess.call([base, "-I", "-m", "venv", VENV]):
            raise SetupError(f"A Python environment could not be made in {VENV}.")
    has_pip = not _in_environment("-c", "import pip", stderr=subprocess.DEVNULL)  # uv leaves it out
    if not has_pip and _in_environment("-m", "ensurepip", stdout=subprocess.DEVNULL):
        raise SetupError(f"Python's pip could not be put into {VENV}.")


def _install_packages(kind: Kind) -> None:
    size = _MEGABYTES[kind]
    say(f"installing packages; the first time this fetches about {size} MB and takes some minutes")
    options = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--retries=2"]
    if (ROOT / "vendor").is_dir():
        options += ["--no-index", f"--find-links={ROOT / 'vendor'}"]
    for lock in LOCKS[kind]:
        options += ["--requirement", str(lock)]
    if _in_environment("-m", "pip", "--disable-pip-version-check", "install", "-qq", *options):
        raise SetupError(
            "The packages could not be installed.\n"
            "The first start needs a network, or the packages in a folder named vendor beside "
            "main.py; later starts do not."
        )


def _in_environment(*arguments: str, stdout: int | None = None, stderr: int | None = None) -> int:
    """Run the environment's Python, apart from the person's own modules, and return its code."""
    return subprocess.call([venv_python(), "-I", *arguments], stdout=stdout, stderr=stderr)
