# SPDX-License-Identifier: MPL-2.0
"""Test, with few rounds of each, that ill-treatment costs nothing that was acknowledged."""

import sys

import pytest

from auditapp.workspace import Workspace
from tests.torture.faults import KINDS as FAULTS
from tests.torture.faults import faults
from tests.torture.kills import kills
from tests.torture.migrations import migrations
from tests.torture.power_cuts import power_cuts
from tests.torture.tampering import KINDS as CHANGES
from tests.torture.tampering import tampering


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor SIGKILL")
def test_killed_workers_lose_nothing(tmp_path):
    """Whatever they were doing at that moment."""
    killed = list(kills(tmp_path, rounds=12, seed=1))

    assert 12 == len(killed)
    assert sum(deeds for deeds, _under_way in killed) > 12


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor SIGKILL")
def test_killed_migrations_lose_nothing(tmp_path):
    """The backup from before is there whenever an audit was saved in the form of today."""
    found = list(migrations(tmp_path, rounds=8, seed=1))

    assert [[]] * 8 == [lost for _has_backup, lost in found]
    assert {True, False} == {has_backup for has_backup, _lost in found}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor SIGKILL")
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
