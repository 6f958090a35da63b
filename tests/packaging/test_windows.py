# SPDX-License-Identifier: MPL-2.0
"""The packages for Windows hold every file of a build, and take away no other."""

import re
import shutil
import struct
import subprocess
import sys
import zipfile
from xml.etree import ElementTree as ET

import pytest
from steps import icons, windows
from steps.build import Build
from steps.tools import BuildError

FILES = (
    "case-file-audit.exe",
    "_internal/base.zip",
    "_internal/Qt plugins/platforms/q&windows.dll",
)
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def built(tmp_path):
    """Give a folder as one that was built on Windows."""
    folder = tmp_path / "from-windows"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


@pytest.fixture
def build(tmp_path):
    """Give a build whose environment is this one."""
    (tmp_path / "out").mkdir()
    made = Build(tmp_path / "out", "1.2.3", 1_790_000_000)
    made.venv.symlink_to(sys.prefix)
    return made


def test_the_set_up_removes_what_it_brought_and_nothing_else(built):
    """Each file and each folder by its name: never a whole folder with whatever is in it."""
    files = windows._files(built)

    installed = "".join(windows._install_lines(files, built))
    removed = "".join(windows._remove_lines(files))

    for name in FILES:
        assert f'File "{built / name}"' in installed
        target = name.replace("/", "\\")
        assert f'Delete "$INSTDIR\\{target}"' in removed
    assert 'RMDir "$INSTDIR\\_internal\\Qt plugins\\platforms"' in removed
    assert "/r" not in removed
    assert removed.index('platforms"') < removed.index('RMDir "$INSTDIR\\_internal"')


@pytest.mark.skipif(not shutil.which("wixl"), reason="needs wixl")
def test_the_msi_names_every_file(build, built):
    """Each is a component of its own, with an id that stays the same from version to version."""
    windows.build_msi(build, built)
    first = ET.parse(build.work / "case-file-audit.wxs")
    later = Build(build.out, "1.3.0", build.epoch)
    assert windows.build_msi(later, built).stat().st_size > 1000

    second = ET.parse(build.work / "case-file-audit.wxs")
    sources = [each.get("Source") for each in first.iter(f"{WIX}File")]
    assert len(FILES) == len(sources)
    ids = [[each.get("Guid") for each in tree.iter(f"{WIX}Component")] for tree in (first, second)]
    assert ids[0] == ids[1]
    assert len(FILES) + 1 == len(set(ids[0]))
    features = {each.get("Id") for each in first.iter(f"{WIX}ComponentRef")}
    assert features == {each.get("Id") for each in first.iter(f"{WIX}Component")}


@pytest.mark.skipif(not shutil.which("msiextract"), reason="needs msitools")
def test_the_msi_installs_those_files_for_the_whole_computer(build, built, tmp_path):
    """What Windows would unpack is what was built; no older version replaces a newer one."""
    package = windows.build_msi(build, built)

    subprocess.run(["msiextract", "-C", tmp_path / "there", package], check=True)
    unpacked = files_of(tmp_path / "there/Case File Audit")
    assert files_of(built) == unpacked
    properties = table(package, "Property")
    assert ("1", "1.2.3") == (properties["ALLUSERS"], properties["ProductVersion"])
    assert "NOT WIX_DOWNGRADE_DETECTED" in table(package, "LaunchCondition")
    steps = table(package, "InstallExecuteSequence", column=2)
    assert int(steps["RemoveExistingProducts"]) < int(steps["InstallFiles"])
    assert "Case File Audit" == table(package, "Shortcut", column=2)["Shortcut"]


def test_no_program_runs_while_it_is_replaced():
    """Each that the spec builds for Windows is looked at, by the set-up and by the removal."""
    spec = (windows.PACKAGING / "case-file-audit.spec").read_text("utf-8")
    script = (windows.WINDOWS / "setup.nsi").read_text("utf-8")
    programs = {f"{name}.exe" for name in re.findall(r'program\("([a-z-]+)"', spec)}
    defined = dict(re.findall(r'!define (\w+) "([a-z.-]+\.exe)"', script))
    looked_at = re.findall(r'insertmacro NeedStopped "\$\{(\w+)\}"', script)

    assert 2 == len(programs)
    assert sorted([*programs, *programs]) == sorted(defined[name] for name in looked_at)


@pytest.mark.parametrize(
    ("script", "last_signature"),
    [("windows/build.ps1", "Add-Signature $_"), ("macos/build.sh", "xcrun stapler")],
)
def test_sums_are_of_what_was_signed(script, last_signature):
    """A signature changes a package: who checks the sum of one from before is warned of it."""
    text = (windows.PACKAGING / script).read_text("utf-8")
    listed = re.search(r"packaging.build\.py.*\bsums\b", text)

    assert listed
    assert text.rindex(last_signature) < listed.start()


@pytest.mark.skipif(not shutil.which("makensis"), reason="needs NSIS")
def test_the_set_up_is_made(build, built, tmp_path):
    """NSIS takes the script and both lists without a warning, and packs what was built."""
    package = windows.build_setup(build, built)

    assert "case-file-audit-1.2.3-windows-x86_64-setup.exe" == package.name
    assert package.read_bytes().startswith(b"MZ")
    if shutil.which("7z"):
        command = ["7z", "x", "-y", f"-o{tmp_path / 'there'}", package]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        unpacked = files_of(tmp_path / "there")
        assert b"MZ" == unpacked.pop("uninstall.exe")[:2]
        assert files_of(built) == unpacked


@pytest.mark.parametrize(
    "make", [windows.build_setup, windows.build_msi, windows.build_portable_zip]
)
def test_a_folder_without_the_program_is_refused(build, tmp_path, make, monkeypatch):
    """A folder that was built on Linux makes no package for Windows."""
    monkeypatch.setattr(windows, "need", lambda *_programs: None)
    (tmp_path / "from-linux").mkdir()

    with pytest.raises(BuildError, match=r"build\.ps1"):
        make(build, tmp_path / "from-linux")


def test_the_portable_folder_starts_with_audits_beside_it(build, built):
    """The same files, with a script that names the place of the audits, and nothing else."""
    left_of_linux = build.work / "portable/case-file-audit-1.2.3/start.sh"
    left_of_linux.parent.mkdir(parents=True)
    left_of_linux.touch()
    with zipfile.ZipFile(windows.build_portable_zip(build, built)) as packed:
        names = packed.namelist()
        start = packed.read("case-file-audit-1.2.3/start.cmd").decode()

    inner = {*FILES, "start.cmd"}
    assert {f"case-file-audit-1.2.3/{name}" for name in inner} == {
        name for name in names if not name.endswith("/")
    }
    assert "Case File Audits" in start


def test_explorer_is_told_the_version(build):
    """The file that PyInstaller reads has the four numbers and the words."""
    settings = windows.spec_settings(build)

    text = (build.work / "version.txt").read_text()
    assert str(build.work / "version.txt") == settings["AUDITAPP_VERSION_FILE"]
    assert "filevers=(1, 2, 3, 0)" in text
    assert "'ProductVersion', '1.2.3'" in text
    assert "@" not in text


def test_the_icon_is_drawn_in_every_size(build):
    """An .ico and an .icns, each with the pictures that its system looks for."""
    folder = icons.draw_icons(build)

    ico = (folder / "case-file-audit.ico").read_bytes()
    assert (0, 1, 7) == struct.unpack_from("<3H", ico)
    size, place = struct.unpack_from("<2I", ico, 6 + 8)
    assert b"\x89PNG" == ico[place : place + 4]
    assert size > 100
    icns = (folder / "case-file-audit.icns").read_bytes()
    assert (b"icns", len(icns)) == struct.unpack_from(">4sI", icns)


def files_of(folder):
    """Return the contents of each file below a folder."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def table(package, name, column=1):
    """Map the first column of a table of an MSI to another."""
    command = ["msiinfo", "export", package, name]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = [line.split("\t") for line in said.splitlines()[3:]]  # after names, types and keys
    return {row[0]: row[column] for row in rows}
