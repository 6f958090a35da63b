# SPDX-License-Identifier: MPL-2.0
"""What all packages for Linux are made with: archives, sums, and files settled alike."""

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from steps.archive import tar_gz, write_sums
from steps.build import Build
from steps.folder import complete_app, is_elf, remove_dead_links, settle, size_of, strip_libraries
from steps.reproduce import differences, prints, reproduce
from steps.tools import BuildError

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages for Linux")


def test_an_archive_knows_nothing_of_who_made_it(tmp_path):
    """Dates and owners are the same for everybody."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/a").write_text("a")
    first = tar_gz(tmp_path / "folder", "f", 5)
    os.utime(tmp_path / "folder/a", (9, 9))

    assert first == tar_gz(tmp_path / "folder", "f", 5)


def test_the_sums_can_be_checked(tmp_path):
    """sha256sum reads them."""
    (tmp_path / "a").write_text("a")

    sums = write_sums(tmp_path)

    done = subprocess.run(["sha256sum", "--check", sums.name], cwd=tmp_path, check=False)
    assert 0 == done.returncode


def test_dead_links_go_and_others_stay(tmp_path):
    """A link to a library that was left out would only confuse."""
    (tmp_path / "library").write_bytes(b"\x7fELF123")
    (tmp_path / "alive").symlink_to("library")
    (tmp_path / "dead").symlink_to("nowhere")

    remove_dead_links(tmp_path)

    assert ["alive", "library"] == sorted(path.name for path in tmp_path.iterdir())
    assert [True, False] == [is_elf(tmp_path / name) for name in ("library", "alive")]
    assert 7 == size_of(tmp_path)


def test_settled_files_differ_from_nothing(tmp_path):
    """Rights and dates no longer depend on who built; what differs is named."""
    for place, content in (("one", "a"), ("two", "a"), ("three", "b")):
        folder = tmp_path / place / "folder"
        folder.mkdir(parents=True)
        (folder / "file").write_text(content)
        settle(folder, 1_000_000)
    one, two, three = (prints(tmp_path / name / "folder") for name in ("one", "two", "three"))

    assert [] == differences(one, two)
    assert ["folder/file"] == differences(one, three)


def test_the_app_for_a_mac_gets_what_the_folder_got(tmp_path, monkeypatch):
    """Licences and bill of materials are made after PyInstaller made both, and go into both."""
    build = Build(tmp_path, "1.2.3", 0)
    for name in ("LICENCE.txt", "NOTICE.txt", "sbom.cdx.json", "licences/qt/LGPL-3.txt"):
        (build.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (build.folder / name).write_text(name)
    resources = build.app / "Contents/Resources"
    resources.mkdir(parents=True)
    shrunk = []
    monkeypatch.setattr("steps.folder.run", lambda *command: shrunk.append(command[-1]))

    complete_app(build)

    held = {path.relative_to(resources).as_posix() for path in resources.rglob("*.*")}
    assert {"LICENCE.txt", "NOTICE.txt", "sbom.cdx.json", "licences/qt/LGPL-3.txt"} == held
    assert [resources / "docs/pictures"] == shrunk


@pytest.mark.skipif(not shutil.which("strip"), reason="needs binutils")
def test_libraries_are_stripped_but_for_qt(tmp_path):
    """Qt is said to be unchanged; of the others goes what only a debugger reads."""
    own = Path(importlib.import_module("_ctypes").__file__)
    for name in ("own.so", "PySide6/Qt/lib/qt.so", "shiboken6/qt.so", "some.libs/other.so"):
        path = tmp_path / "_internal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(own, path)
    before = own.stat().st_size
    smaller = tmp_path / "_internal/smaller.so"
    subprocess.run(["strip", "--strip-unneeded", "-o", smaller, own], check=True)
    after = min(before, smaller.stat().st_size)

    strip_libraries(tmp_path)

    sizes = {path.name: path.stat().st_size for path in tmp_path.rglob("*.so")}
    assert {"own.so": after, "other.so": after, "qt.so": before, "smaller.so": after} == sizes
    assert [] == list(tmp_path.rglob("*.stripped"))


def test_what_comes_out_otherwise_is_named(tmp_path):
    """The packages that are there are compared with new ones, and those are removed if alike."""
    words = iter(["same", "same", "same", "other"])

    def make(build):
        """Make a folder and a package."""
        build.dist.mkdir(parents=True)
        build.folder.mkdir()
        (build.folder / "file").write_text("file")
        (build.dist / "package.deb").write_text(next(words))
        settle(build.folder, build.epoch)

    build = Build(tmp_path / "out", "1.2.3", 1_000_000)

    reproduce(build, make)
    assert ["case-file-audit", "dist"] == sorted(path.name for path in build.out.iterdir())
    reproduce(build, make)
    with pytest.raises(BuildError, match=r"otherwise:\ndist/package\.deb$"):
        reproduce(build, make)
