# SPDX-License-Identifier: MPL-2.0
"""Make a Debian with nothing in it but its least packages, and work inside it."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from steps.tools import BuildError, need, run

SUITE = "bookworm"
"""The oldest Debian whose C library is new enough for Qt."""

PERSON = 1000
"""The number of the ordinary person who is played in it; no list there knows a name for it."""

HOME = "home/auditor"
"""The folder of that person, from the root."""


def clear_root(folder: Path) -> None:
    """Remove a root that an earlier trial left, be it one that was cut off.

    Raises:
        BuildError: The processes of this computer are still mounted in it, and stay so.
    """
    if (folder / "proc").is_mount():  # before anything in it is removed
        run("umount", folder / "proc")
    if folder.exists():
        shutil.rmtree(folder)


def make_root(folder: Path, *, packages: Sequence[str] = (), install: Path | None = None) -> None:
    """Make a root in ``folder``; has to be root itself.

    Args:
        folder: Must not be there yet.
        packages: Debian packages beside the least ones; of alternatives the first.
        install: A .deb to install as an administrator does, with what it depends on.

    Raises:
        BuildError: mmdebstrap failed, for example because there is no network.
    """
    options = ["--variant=minbase", "--mode=root"]
    if packages:
        names = ",".join(each.partition("|")[0].split()[0] for each in packages)
        options.append(f"--include={names}")
    if install:
        options.append(f"--customize-hook=copy-in '{install}' /opt")
        command = f"apt-get -qq install --yes --no-install-recommends /opt/{install.name}"
        options.append(f'--customize-hook=chroot "$1" {command}')
    folder.parent.mkdir(parents=True, exist_ok=True)
    run("mmdebstrap", *options, SUITE, folder)
    (folder / HOME).mkdir()
    inside(folder, "chown", f"{PERSON}:{PERSON}", f"/{HOME}")


@contextmanager
def alive(root: Path) -> Iterator[None]:
    """Let the root have the processes of this computer in ``/proc`` for a ``with`` block.

    A packed program finds its own folder there.
    """
    run("mount", "-t", "proc", "proc", root / "proc")
    try:
        yield
    finally:
        run("umount", root / "proc")


def inside(root: Path, *command: str, person: int | None = None) -> str:
    """Run a command in the root, as root or as ``person``, and return what it printed.

    Raises:
        BuildError: It did not end with 0.
    """
    who = [] if person is None else [f"--userspec={person}:{person}"]
    home = "/root" if person is None else f"/{HOME}"
    plain = ["/usr/bin/env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", f"HOME={home}"]
    return run("chroot", *who, root, *plain, "LANG=C.UTF-8", f"--chdir={home}", *command)


def need_roots() -> None:
    """Return when roots can be made and entered here; else it would be told after long work.

    Raises:
        BuildError: This process may not, or a program is missing.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        raise BuildError("Packages are tried in roots of their own, which only root can make.")
    need("mmdebstrap")
