# SPDX-License-Identifier: MPL-2.0
"""Know what is built: from which sources, under which version, as of when, and into which folders.

Every other step gets a ``Build`` and writes below its folder only.
"""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from steps.tools import BuildError, run

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"

NAME = "case-file-audit"
"""The name of the program on a disk: of its folder, its command and its packages."""

TITLE = "Case File Audit"

APP_ID = "uk.org.casefileaudit.CaseFileAudit"
"""The name under which AppStream and macOS know the program; nothing resolves it."""

_VERSION = re.compile(r'^__version__ = "(\d+(?:\.\d+){1,2})"$', re.MULTILINE)

_SHIPPED = (
    *("auditapp", "ui", "checklists", "docs"),
    *("main.py", "CHANGELOG.md", "LICENSE", "NOTICE"),
)
"""What goes into a package or is looked at for one; tests stay behind."""


@dataclass(frozen=True, slots=True)
class Build:
    """Hold what one build is made of, and where.

    ``epoch`` is the second, since 1970 in UTC, that every file in a package is dated with.
    """

    out: Path
    version: str
    epoch: int

    @property
    def source(self) -> Path:
        """Return the folder of the sources as they are packed."""
        return self.out / "source"

    @property
    def venv(self) -> Path:
        """Return the folder of the environment that builds."""
        return self.out / "venv"

    @property
    def python(self) -> Path:
        """Return the Python of that environment."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def work(self) -> Path:
        """Return the folder of what is only needed while building."""
        return self.out / "work"

    @property
    def folder(self) -> Path:
        """Return the folder of the built program: what every package installs."""
        return self.out / NAME

    @property
    def app(self) -> Path:
        """Return the folder of the program as a Mac wants it; there is one on a Mac alone."""
        return self.out / f"{TITLE}.app"

    @property
    def dist(self) -> Path:
        """Return the folder of the finished packages."""
        return self.out / "dist"

    @property
    def environment(self) -> dict[str, str]:
        """Return what is set for every tool, so that the same sources give the same bytes."""
        return {
            "SOURCE_DATE_EPOCH": str(self.epoch),
            "PYTHONHASHSEED": "0",
            "PYTHONNOUSERSITE": "1",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }


def find_build(out: Path, version: str | None = None) -> Build:
    """Return a build of the sources as they lie here, into the folder ``out``.

    Args:
        out: Is made when it is first written to.
        version: Another one than the sources say, to try what an update does.

    Raises:
        BuildError: The sources say no version, or git does not know their date.
    """
    return Build(out.resolve(), version or source_version(ROOT), source_date())


def source_version(folder: Path) -> str:
    """Return the version that the sources in ``folder`` say.

    Raises:
        BuildError: They say none in the form 1.2 or 1.2.3.
    """
    found = _VERSION.search((folder / "auditapp/__init__.py").read_text("utf-8"))
    if not found:
        raise BuildError("auditapp/__init__.py does not give __version__ in the form 1.2.3.")
    return found[1]


def source_date() -> int:
    """Return ``SOURCE_DATE_EPOCH`` if it is set, and else when the last commit was made."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given or run("git", "log", "-1", "--format=%ct", folder=ROOT))


def copy_sources(build: Build) -> None:
    """Copy what git knows of the program to ``build.source``, under the version of the build.

    Files that somebody merely left lying about do not get into a package.
    """
    listed = run("git", "ls-files", "-z", "--", *_SHIPPED, folder=ROOT)
    shutil.rmtree(build.source, ignore_errors=True)
    for name in filter(None, listed.split("\0")):
        target = build.source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    stated = build.source / "auditapp/__init__.py"
    text = stated.read_text("utf-8")
    stated.write_text(_VERSION.sub(f'__version__ = "{build.version}"', text), "utf-8", newline="\n")
