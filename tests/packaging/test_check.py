# SPDX-License-Identifier: MPL-2.0
"""The trials of packages are found, and tell everything that they found."""

import subprocess
import sys

import pytest
from steps import check, clean_root, tools
from steps.check import refuse_faults
from steps.tools import BuildError

from auditapp.bootstrap.stamps import ROOT


def test_what_is_missing_is_told_before_anything_is_built(monkeypatch):
    """An older version alone takes minutes."""
    monkeypatch.setattr(clean_root.os, "geteuid", lambda: 0)
    monkeypatch.setattr(tools.shutil, "which", lambda _program: None)
    monkeypatch.setattr(check, "build_older", lambda _build: pytest.fail("It was built."))

    with pytest.raises(BuildError, match=r"mmdebstrap.*prepare"):
        check.check(None)


def test_every_trial_that_failed_is_told():
    """Not the first alone: to try them all again takes long."""
    seen = {"deb": BuildError("No root."), "run": None, "portable": OSError("Disk full.")}

    with pytest.raises(BuildError, match=r"^deb: No root\.\n\nportable: Disk full\.$"):
        refuse_faults(seen)


def test_nothing_is_said_when_none_failed():
    """The check goes on to its end."""
    refuse_faults({"deb": None, "run": None})


def test_the_trials_of_a_built_program_are_found():
    """The demo, which may be of one kind, does not take the path of a trial for it."""
    command = [sys.executable, "-m", "tests.built", "program", "--collect-only", "-q", "--demo"]

    seen = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert 0 == seen.returncode, seen.stderr
    assert "window.py::test_the_demo_works_on_a_screen" in seen.stdout
