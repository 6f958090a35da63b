# SPDX-License-Identifier: MPL-2.0
"""Let the steps of building be imported, and give a small program to pack."""

import sys
from dataclasses import dataclass

import pytest

from auditapp.bootstrap.stamps import ROOT

sys.path.append(str(ROOT / "packaging"))

EPOCH = 1_790_000_000


@dataclass
class SmallBuild:
    """Where a small program is built; it prints its version and is started like the real one."""

    folder: object
    version: str = "1.2.3"

    def make(self):
        """Return the build, with the program already in its folder."""
        from steps.build import Build

        build = Build(self.folder, self.version, EPOCH)
        inner = build.folder / "_internal"
        inner.mkdir(parents=True)
        program = build.folder / "case-file-audit"
        program.write_text(f'#!/bin/sh\necho "Case File Audit {self.version}" "$@"\n')
        program.chmod(0o755)
        (inner / "library.bin").write_bytes(b"\0" * 2000)
        (inner / "link.bin").symlink_to("library.bin")
        (build.folder / "licences").mkdir()
        for name in ("licences/one.txt", "LICENCE.txt", "NOTICE.txt"):
            (build.folder / name).write_text(f"{name}\n")
        build.source.mkdir()
        (build.source / "CHANGELOG.md").write_text("# Changes\n")
        return build


@pytest.fixture
def small_build(tmp_path):
    """Return what makes small builds in folders of their own: ``small_build(name, version)``."""

    def make(name="build", version="1.2.3"):
        return SmallBuild(tmp_path / name, version).make()

    return make
