# SPDX-License-Identifier: MPL-2.0
"""The window of a built program opens, unseen and on a screen, and the demo works through it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import KINDS, ReportKind
from tests.built.screen import Screen, start_screen
from tests.pdf_checks.checking import faults_of

FULL = "audit-report"


@pytest.fixture
def screen(tmp_path):
    """Give a screen that nobody looks at."""
    if not shutil.which("Xvfb"):
        pytest.skip("there is no Xvfb on this computer")
    with start_screen(tmp_path) as opened:
        yield opened


def reports():
    """Return the names of all the reports that the demo leaves."""
    kinds = [FULL if kind is ReportKind.AUDIT else str(kind) for kind in KINDS]
    return {f"{kind}{form.suffix}" for kind in kinds for form in ReportFormat}


def look_through(folder):
    """See that the demo left every report, PDFs without a fault, and pictures."""
    left = {path.name for path in folder.iterdir()}
    assert set() == reports() - left
    assert [name for name in left if name.endswith("-light.png")]
    faults = {path.name: faults_of(path.read_bytes()) for path in sorted(folder.glob("*.pdf"))}
    assert {} == {name: found for name, found in faults.items() if found}


@pytest.mark.usefixtures("needs_unseen_demo")
def test_the_demo_works_unseen(program):
    """Without a screen the program says so and plays the demo."""
    seen = program.run("demo", Path("unseen"))

    assert (0, "") == (seen.returncode, seen.stderr), seen.stderr
    look_through(program.folder / "unseen")


@pytest.mark.usefixtures("needs_demo")
def test_the_demo_works_on_a_screen(program, screen: Screen):
    """On X11, with the libraries that the package names and no others."""
    seen = program.run("demo", Path("seen"), DISPLAY=screen.name, AUDITAPP_DEMO_ON_SCREEN="1")

    assert (0, "") == (seen.returncode, seen.stderr), seen.stderr
    look_through(program.folder / "seen")


def test_the_window_is_painted_on_a_screen(program, screen: Screen):
    """The window comes up on X11, and is more than one colour."""
    before = screen.colours()
    process = program.start(home="empty", DISPLAY=screen.name)
    try:
        painted = screen.wait_for_colours(more_than=before + 8, process=process)
    finally:
        process.terminate()
        process.wait(timeout=60)

    assert painted > before + 8


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a screen is always there")
def test_a_dead_screen_is_no_crash(program):
    """A DISPLAY at which nobody answers leads to the demo, which says so at once."""
    process = program.start(home="dead", stdout=subprocess.PIPE, DISPLAY=":417")
    try:
        said = process.stdout.readline()
    finally:
        process.kill()
        process.wait(timeout=60)
        process.stdout.close()

    assert "No screen was found" in said
