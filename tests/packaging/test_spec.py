# SPDX-License-Identifier: MPL-2.0
"""What the spec asks PyInstaller for, on each system; PyInstaller itself is played."""

import runpy
import sys
from types import ModuleType, SimpleNamespace

import pytest

from auditapp.bootstrap.stamps import ROOT

SPEC = ROOT / "packaging" / "case-file-audit.spec"


@pytest.fixture
def programs_on(tmp_path, monkeypatch):
    """Return a function that runs the spec on a system: whether each program has a console."""
    monkeypatch.setenv("AUDITAPP_SOURCE", str(tmp_path))
    monkeypatch.setenv("AUDITAPP_VERSION", "1.2.3")
    asked = {}

    def played(name, **parts):
        module = ModuleType(name)
        vars(module).update(parts)
        monkeypatch.setitem(sys.modules, name, module)

    def run(system):
        nothing = SimpleNamespace(scripts=[], binaries=[], datas=[], pure=[])
        take = asked.__setitem__
        played(
            "PyInstaller.building.api",
            COLLECT=lambda *_parts, **_options: None,
            EXE=lambda *_parts, name, console, **_options: take(name, console),
            PYZ=lambda _pure: None,
        )
        played("PyInstaller.building.build_main", Analysis=lambda *_scripts, **_options: nothing)
        played(
            "PyInstaller.building.osx", BUNDLE=lambda *_parts, info_plist, **_options: info_plist
        )
        played("PyInstaller.utils.hooks", collect_submodules=lambda _name: [])
        for name in ("PyInstaller", "PyInstaller.building", "PyInstaller.utils"):
            played(name)
        asked.clear()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "path", list(sys.path))
            patch.setattr(sys, "platform", system)
            runpy.run_path(str(SPEC), init_globals={"SPECPATH": str(SPEC.parent)})
        return dict(asked)

    return run


def test_a_mac_is_told_that_the_program_has_a_window(programs_on):
    """Of one with a console PyInstaller says that it works in the background, out of sight."""
    assert {"case-file-audit": False} == programs_on("darwin")


def test_windows_has_a_program_for_the_window_and_one_for_commands(programs_on):
    """The one for the window opens no console, and the other one can print."""
    expected = {"case-file-audit": False, "case-file-audit-command": True}
    assert expected == programs_on("win32")


def test_linux_has_one_program_for_both(programs_on):
    """It prints where it was started."""
    assert {"case-file-audit": True} == programs_on("linux")
