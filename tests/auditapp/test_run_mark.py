# SPDX-License-Identifier: MPL-2.0
"""Tests of ``auditapp.run_mark``."""

import datetime as dt
import os
import subprocess
import sys

import pytest

from auditapp.bootstrap.stamps import ROOT
from auditapp.paths import find_paths
from auditapp.run_mark import LeftRun, RunMark

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
SAVES = {"6f1c": 3, "a04e": 12}

CRASHING = """
import faulthandler, sys
import datetime as dt
from pathlib import Path
from auditapp.paths import find_paths
from auditapp.run_mark import RunMark
mark = RunMark(find_paths(Path(sys.argv[1])))
mark.begin(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC), {})
faulthandler._sigsegv()
"""


@pytest.fixture
def paths(tmp_path):
    """Return the folders of a workspace."""
    return find_paths(tmp_path)


def test_a_run_that_was_closed_leaves_nothing(paths):
    """Neither the mark nor the file of a crash."""
    mark = RunMark(paths)
    assert mark.begin(NOON, SAVES) is None
    assert list(paths.home.iterdir()) != []
    mark.end()

    assert [] == list(paths.home.iterdir())
    assert RunMark(paths).begin(NOON, SAVES) is None


def test_a_run_that_was_not_closed_is_told_once(paths):
    """By the next start, which leaves its own mark."""
    RunMark(paths).begin(NOON, SAVES)
    later = NOON + dt.timedelta(hours=2)

    assert LeftRun(NOON, "", SAVES) == RunMark(paths).begin(later, {})
    assert LeftRun(later, "", {}) == RunMark(paths).begin(later, {})


@pytest.mark.parametrize("more", ["", ', "generations": [3]', ', "generations": {"6f1c": "3"}'])
def test_a_mark_of_an_older_version_counts_no_saves(more, paths):
    """Nor does one in which they make no sense; when it began is told all the same."""
    (paths.home / "open-since.json").write_text(f'{{"began": "{NOON.isoformat()}"{more}}}')

    assert LeftRun(NOON) == RunMark(paths).begin(NOON, SAVES)


def test_a_program_that_was_brought_down_says_where(paths, tmp_path):
    """Python itself writes it, at the last moment."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONFAULTHANDLER", None)
    subprocess.run([sys.executable, "-c", CRASHING, str(tmp_path)], check=False, env=environment)
    left = RunMark(paths).begin(NOON, {})

    assert NOON == left.began
    assert "Segmentation fault" in left.crash


@pytest.mark.parametrize("held", ["", "{", "[]", "null", '{"began": 7}', '{"began": "2026-11-22"}'])
def test_a_mark_without_sense_tells_nothing(held, paths):
    """And is replaced."""
    (paths.home / "open-since.json").write_text(held)

    assert RunMark(paths).begin(NOON, {}) is None
    assert LeftRun(NOON, "", {}) == RunMark(paths).begin(NOON, {})


def test_a_disk_that_takes_nothing_stops_nobody(paths, monkeypatch):
    """The work goes on without a mark."""

    def refuse(*_arguments, **_words):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("auditapp.run_mark.write_atomically", refuse)
    mark = RunMark(paths)

    assert mark.begin(NOON, SAVES) is None
    mark.end()
