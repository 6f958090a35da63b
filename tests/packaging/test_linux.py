# SPDX-License-Identifier: MPL-2.0
"""The packages for Linux install, update and remove, and come out the same each time."""

import os
import shutil
import subprocess
import sys
import tarfile

import pytest
from steps import linux
from steps.archive import tar_gz, write_sums
from steps.folder import is_elf, remove_dead_links, settle, size_of
from steps.reproduce import differences, prints
from steps.tools import BuildError

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages for Linux")

NAME = "case-file-audit"


class Person:
    """Somebody with a home of their own, who runs a ``.run``."""

    def __init__(self, home):
        self.home = home
        home.mkdir()
        self.program = home / ".local/bin/case-file-audit"

    def run(self, command, *arguments):
        """Run a script or program as them."""
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.home)}
        line = ["sh", command, *arguments] if str(command).endswith((".run", ".sh")) else [command]
        return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def person(tmp_path):
    """Give somebody who has audits already."""
    somebody = Person(tmp_path / "home")
    audits = somebody.home / ".local/share/Case File Audit/store"
    audits.mkdir(parents=True)
    (audits / "store.key").write_text("sealed")
    return somebody


def kept(person):
    """Return what is in the person's audits."""
    return (person.home / ".local/share/Case File Audit/store/store.key").read_text()


def test_the_run_installs_for_one_person(small_build, person):
    """Program, command, menu entry and icon are there, in the person's own folders."""
    package = linux.build_run(small_build())

    seen = person.run(package)

    assert (0, "") == (seen.returncode, seen.stderr)
    assert "Case File Audit 1.2.3\n" == person.run(person.program).stdout
    share = person.home / ".local/share"
    entry = (share / "applications/case-file-audit.desktop").read_text()
    assert f'Exec="{person.home}/.local/lib/{NAME}/{NAME}"\n' in entry
    assert (share / "icons/hicolor/scalable/apps/case-file-audit.svg").exists()


def test_an_update_takes_the_place_of_the_version_before(small_build, person):
    """Nothing of the old program is left, and everything of the person's."""
    person.run(linux.build_run(small_build()))
    (person.home / f".local/lib/{NAME}/_internal/of-old.bin").touch()

    seen = person.run(linux.build_run(small_build("next", "1.3.0")))

    assert (0, "") == (seen.returncode, seen.stderr)
    assert "Case File Audit 1.3.0\n" == person.run(person.program).stdout
    folder = person.home / ".local/lib"
    assert [NAME] == [path.name for path in folder.iterdir()]
    assert not (folder / NAME / "_internal/of-old.bin").exists()
    assert "sealed" == kept(person)


def test_removing_it_leaves_the_audits(small_build, person):
    """The program goes with its menu entry; the audits stay."""
    person.run(linux.build_run(small_build()))

    seen = person.run(person.home / f".local/lib/{NAME}/uninstall.sh")

    assert (0, "") == (seen.returncode, seen.stderr)
    left = [path for path in person.home.rglob("*") if NAME in path.name]
    assert [] == left
    assert not person.program.is_symlink()
    assert "sealed" == kept(person)


def test_a_damaged_run_changes_nothing(small_build, person):
    """A download that was cut short or altered is refused before anything is touched."""
    package = linux.build_run(small_build())
    person.run(package)
    raw = package.read_bytes()
    damaged = package.with_name("damaged.run")
    damaged.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))

    seen = person.run(damaged)

    assert 1 == seen.returncode
    assert "damaged" in seen.stderr
    assert "Case File Audit 1.2.3\n" == person.run(person.program).stdout


def test_a_folder_of_somebody_else_is_not_replaced(small_build, person):
    """What is in the way and no Case File Audit stays where it is."""
    other = person.home / "other"
    other.mkdir()
    (other / "letter.txt").write_text("dear")

    seen = person.run(linux.build_run(small_build()), "--target", str(other))

    assert 1 == seen.returncode
    assert "in the way" in seen.stderr
    assert "dear" == (other / "letter.txt").read_text()


def test_a_program_that_runs_is_not_replaced(small_build, person):
    """Half of the old and half of the new would answer; so the person is asked to close it."""
    build = small_build()
    shutil.copy("/bin/sleep", build.folder / NAME)
    person.run(linux.build_run(build))
    with subprocess.Popen([person.home / f".local/lib/{NAME}/{NAME}", "60"]) as running:
        seen = person.run(linux.build_run(small_build("next", "1.3.0")))
        running.kill()

    assert 1 == seen.returncode
    assert "is running" in seen.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--help"], 0, "install it for you alone"),
        (["--check"], 0, "This file is whole: Case File Audit 1.2.3."),
        (["--nonsense"], 2, ""),
    ],
)
def test_the_run_says_what_it_can_do(small_build, person, arguments, code, told):
    """Asking changes nothing."""
    seen = person.run(linux.build_run(small_build()), *arguments)

    assert code == seen.returncode
    assert told in seen.stdout
    assert not (person.home / ".local/lib").exists()


def test_a_library_that_is_missing_is_named(small_build, person):
    """Even when nothing else is to be said: the window would not open."""
    build = small_build()
    shutil.copy(shutil.which("ls"), build.folder / "_internal/libqxcb.so")
    package = linux.build_run(build)
    tools = person.home / "tools"
    tools.mkdir()
    (tools / "ldd").write_text("#!/bin/sh\necho 'libEGL.so.1 => not found'\n")
    (tools / "ldd").chmod(0o755)

    seen = subprocess.run(
        ["sh", package, "--quiet"],
        env={"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(person.home)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, "") == (seen.returncode, seen.stdout)
    assert "lacks libraries that the window needs: libEGL.so.1" in seen.stderr
    assert "libegl1" in seen.stderr


def test_the_run_unpacks_where_it_is_told(small_build, person, tmp_path):
    """An administrator can look inside, or put the folder on a share."""
    person.run(linux.build_run(small_build()), "--extract", str(tmp_path / "there"))

    assert (tmp_path / "there/_internal/library.bin").exists()
    assert not (person.home / ".local/lib").exists()


def test_the_portable_folder_keeps_audits_beside_it(small_build, tmp_path):
    """A newer version that is unpacked beside the old one finds the same audits."""
    with tarfile.open(linux.build_portable(small_build())) as tar:
        tar.extractall(tmp_path / "stick", filter="data")

    seen = subprocess.run(
        [tmp_path / f"stick/{NAME}-1.2.3/start.sh", "audit", "list"],
        capture_output=True,
        text=True,
        check=False,
    )

    home = tmp_path / "stick/Case File Audits"
    assert f"Case File Audit 1.2.3 --home {home} audit list\n" == seen.stdout


@pytest.mark.parametrize("make", [linux.build_run, linux.build_portable, linux.build_deb])
def test_a_package_has_the_same_bytes_each_time(small_build, make):
    """Whenever, wherever and under whatever umask it was built."""
    if make is linux.build_deb and not shutil.which("dpkg-deb"):
        pytest.skip("there is no dpkg-deb on this computer")
    first = make(small_build()).read_bytes()
    before = os.umask(0o077)
    try:
        second = make(small_build("elsewhere/further")).read_bytes()
    finally:
        os.umask(before)

    assert first == second


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="needs Debian's tools")
def test_the_deb_says_what_it_needs(small_build):
    """Its fields, its files and their sums are those of the build."""
    package = linux.build_deb(small_build())

    fields = printed("dpkg-deb", "--field", package)
    assert "Version: 1.2.3\n" in fields
    assert f"Depends: {', '.join(linux.needed_packages())}\n" in fields
    listed = printed("dpkg-deb", "--contents", package)
    assert f"./usr/bin/{NAME} -> ../lib/{NAME}/{NAME}" in listed
    assert f"./usr/share/doc/{NAME}/licences/one.txt" in listed
    assert not [line for line in listed.splitlines() if " root/root " not in line]
    assert "usr/share/doc/case-file-audit/copyright" in printed(
        "dpkg-deb", "--ctrl-tarfile", package, then=["tar", "-xO", "./md5sums"]
    )


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs the tool of desktops")
def test_the_menu_entry_and_description_are_valid(small_build, tmp_path):
    """Desktops and software centres can read them."""
    build = small_build()

    linux.put_shared(build, tmp_path / "share", f"/usr/bin/{NAME}")

    entry = tmp_path / f"share/applications/{NAME}.desktop"
    assert "" == printed("desktop-file-validate", entry)
    if shutil.which("appstreamcli"):
        about = next((tmp_path / "share/metainfo").iterdir())
        assert "E:" not in printed("appstreamcli", "validate", "--no-net", about)


def test_a_value_without_a_place_is_refused():
    """A template that lost a place would lose the value without a word."""
    assert "v 1" == linux.fill("v @V@", V="1")
    with pytest.raises(BuildError, match="@W@"):
        linux.fill("v @V@", W="1")


def test_without_a_folder_there_is_no_package(small_build):
    """What is missing is said, with the command that makes it."""
    build = small_build()
    shutil.rmtree(build.folder)

    with pytest.raises(BuildError, match=r"build\.py folder"):
        linux.build_run(build)


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


def printed(*command, then=None):
    """Return what a command prints, or what another prints of it."""
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    if then:
        done = subprocess.run(then, input=done.stdout, capture_output=True, check=False)
    return done.stdout.decode()
