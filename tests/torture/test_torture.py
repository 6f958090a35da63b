# SPDX-License-Identifier: MPL-2.0
"""Test, with few rounds of each, that ill-treatment costs nothing that was acknowledged."""

import os
import subprocess
import sys

import pytest

from auditapp.paths import PROGRAM
from auditapp.store.sealed_folder import SealedFolder
from auditapp.workspace import Workspace
from tests.torture.clocks import clocks
from tests.torture.faults import KINDS as FAULTS
from tests.torture.faults import faults
from tests.torture.kills import kills
from tests.torture.many_audits import many_audits
from tests.torture.migrations import migrations
from tests.torture.parcels import parcels
from tests.torture.power_cuts import power_cuts
from tests.torture.stale_writers import stale_writers
from tests.torture.tampering import KINDS as CHANGES
from tests.torture.tampering import tampering
from tests.torture.windows import killed_holders, two_windows

_UNPREPARED = {**os.environ, "AUDITAPP_NO_BOOTSTRAP": "1"}

FORKS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor SIGKILL")


def test_the_trials_are_listed_on_request():
    """Whoever asks for help gets their names, and whoever names another one too."""
    for word, code in (("--help", 0), ("nonsense", 2)):
        command = [sys.executable, "-m", "tests.torture", word]
        seen = subprocess.run(
            command, cwd=PROGRAM, env=_UNPREPARED, capture_output=True, text=True, check=False
        )
        assert code == seen.returncode
        assert "stale writers" in " ".join((seen.stdout + seen.stderr).split())
        assert "Traceback" not in seen.stderr


@FORKS
def test_killed_workers_lose_nothing(tmp_path):
    """Whatever they were doing at that moment."""
    killed = list(kills(tmp_path, rounds=12, seed=1))

    assert 12 == len(killed)
    assert sum(deeds for deeds, _under_way in killed) > 12


@FORKS
def test_killed_migrations_lose_nothing(tmp_path):
    """The backup from before is there whenever an audit was saved in the form of today."""
    found = list(migrations(tmp_path, rounds=6, seed=1))

    assert [[]] * 6 == [lost for _has_backup, lost in found]
    assert {True, False} == {has_backup for has_backup, _lost in found}


@FORKS
def test_migrations_without_a_backup_are_shown(tmp_path, monkeypatch):
    """The trial above could fail."""
    accept = lambda workspace: workspace._repository.accept_form()  # noqa: E731 - as a method
    monkeypatch.setattr(Workspace, "_back_up_before_migration", accept)

    assert any(lost for _has_backup, lost in migrations(tmp_path, rounds=4, seed=1))


def test_power_cuts_lose_nothing(tmp_path):
    """Whatever part of the work since the last flush the disk has kept."""
    found = list(power_cuts(tmp_path, rounds=15, seed=1))

    assert [[]] * 15 == [lost for _under_way, lost in found]


def test_power_cuts_show_a_flush_that_is_left_out(tmp_path):
    """The trial above could fail."""
    found = list(power_cuts(tmp_path, rounds=5, seed=1, flushes_folders=False))

    assert any(lost for _under_way, lost in found)


@FORKS
@pytest.mark.parametrize(("trial", "rounds"), [(two_windows, 4), (killed_holders, 4)])
def test_one_window_at_a_time_has_the_workspace(tmp_path, trial, rounds):
    """Whatever the others try, and at once when it is gone."""
    found = list(trial(tmp_path, rounds, seed=1))

    assert [[]] * rounds == [lost for _refused, lost in found]
    assert all(refused for refused, _lost in found)


def test_windows_without_a_lock_overwrite_nothing(tmp_path):
    """The later save is refused, and the list and the logbook are whole at the end."""
    found = list(stale_writers(tmp_path, rounds=3, seed=1))

    assert [[]] * 3 == [lost for _refused, lost in found]
    assert sum(refused for refused, _lost in found) > 0


def test_windows_that_overwrite_each_other_are_shown(tmp_path, monkeypatch):
    """The trial above could fail."""
    monkeypatch.setattr(SealedFolder, "is_lost", lambda _folder, _place: True)

    assert any(lost for _refused, lost in stale_writers(tmp_path, rounds=2, seed=1))


def test_a_clock_that_is_set_costs_nothing(tmp_path):
    """Back or on, to any day."""
    assert [[]] * 4 == list(clocks(tmp_path, rounds=4, seed=1))


@FORKS
def test_killed_among_many_audits_loses_nothing(tmp_path):
    """At work, and at what concerns all of them; fewer here than in the whole trial."""
    found = list(many_audits(tmp_path, audits=30, seed=1, kills=1))

    assert {"work", "back up", "seal anew", "restore", "nothing"} == {what for what, _ in found}
    assert [] == [lost for _what, lost in found if lost]


@FORKS
def test_killed_while_audits_are_exchanged_loses_nothing(tmp_path):
    """At whatever call to the disk; and what was cut off is finished when it is done again."""
    found = list(parcels(tmp_path, rounds=12, seed=1, deaths=4))

    assert {"send", "bring in"} == {what for what, _wrong in found}
    assert [] == [wrong for _what, wrong in found if wrong]


@pytest.mark.parametrize("kind", FAULTS)
def test_a_disk_that_refuses_costs_nothing(tmp_path, kind):
    """Each refusal is told in words, and the work goes on afterwards."""
    found = list(faults(tmp_path, kind, rounds=6, seed=1))

    assert [[]] * 6 == [lost for _stopped, lost in found]
    assert sum(stopped for stopped, _lost in found) > 0


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_from_outside_is_noticed(tmp_path, kind):
    """And hurts one audit at most."""
    for words, wrong in tampering(tmp_path, kind, rounds=10, seed=1):
        assert [] == wrong, words
