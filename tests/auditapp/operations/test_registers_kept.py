# SPDX-License-Identifier: MPL-2.0
"""Test that backups, sealing anew and checks take the registers along."""

from contextlib import closing

import pytest

from auditapp.backups import Backup
from auditapp.operations.registers import REGISTERS
from auditapp.workspace import Workspace
from tests.auditapp.operations.register_fixtures import (
    damage,
    learning,
    reopened,
)
from tests.making import PASSPHRASE, WEAK

__all__ = ["learning", "reopened"]


def test_they_are_in_a_backup_and_come_back_with_it(workspace, clock, by, tmp_path, learning):
    """Also over newer ones; what was there is put aside, and nothing is taken for rolled back."""
    entry_id = workspace.add_to_register(learning, by)
    workspace.back_up(tmp_path / "backup.zip")
    for _each in range(3):
        workspace.add_to_register(learning, by)
    workspace.close()
    backup = Backup.open(workspace.paths, tmp_path / "backup.zip", PASSPHRASE)
    check = backup.check()
    assert ((), ()) == (check.faults, check.remarks)
    assert "registers" in " ".join(backup.costs(check))
    kept = backup.restore(check, clock(), is_wanted=True).kept
    assert [] != list(kept.glob("ledger-*.seal"))

    opened = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=clock)
    with closing(opened) as again:
        assert {entry_id} == again.learning_messages().keys()
        assert [] == list(again.problems)
        again.add_to_register(learning, by)
        assert again.check().is_well


def test_a_backup_of_a_damaged_file_takes_the_save_before(workspace, clock, by, tmp_path, learning):
    """It says so, and what is restored is not taken for rolled back."""
    entry_id = workspace.add_to_register(learning, by)
    workspace.add_to_register(learning, by)
    place = workspace._vault.ledger_of(REGISTERS)
    place.path.write_bytes(b"lost" * 100)
    done = workspace.back_up(tmp_path / "backup.zip")
    assert ["A file of a round or of the registers"] == [each[:37] for each in done.remarks]
    workspace.close()
    backup = Backup.open(workspace.paths, tmp_path / "backup.zip", PASSPHRASE)
    backup.restore(backup.check(), clock(), is_wanted=True)
    opened = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=clock)
    with closing(opened) as again:
        assert {entry_id} == again.learning_messages().keys()


def test_they_are_sealed_anew_with_everything(workspace, reopened, by, learning):
    """And go on under the new key, in this window and the next."""
    workspace.add_to_register(learning, by)
    key = workspace.offer_recovery_key(PASSPHRASE, for_resealing=True)
    workspace.reseal(PASSPHRASE, key, strength=WEAK)
    workspace.add_to_register(learning, by)
    assert 2 == len(reopened().learning_messages())


def test_a_damaged_file_is_named_before_anything_is_sealed_anew(workspace, by, learning):
    """It would be lost by it."""
    workspace.add_to_register(learning, by)
    damage(workspace)
    key = workspace.offer_recovery_key(PASSPHRASE, for_resealing=True)
    with pytest.raises(Exception, match="a round or the registers"):
        workspace.reseal(PASSPHRASE, key, strength=WEAK)


def test_a_check_looks_at_them(workspace, by, learning):
    """The seal, the history and the save before the last."""
    for _each in range(3):
        workspace.add_to_register(learning, by)
    check = workspace.check()
    assert check.is_well
    assert (1, 3) == (check.counts.ledgers, check.counts.ledger_lines)
    workspace._vault.ledger_of(REGISTERS).previous.write_bytes(b"lost")
    check = workspace.check()
    assert check.is_well
    assert any("copy saved before" in line.sentence for line in check.lines)


def test_a_check_finds_a_line_that_is_not_what_was_written(workspace, by, learning):
    """As somebody with the key could write it."""
    workspace.add_to_register(learning, by)
    session = workspace._ledgers.get(REGISTERS)
    session._history[0] = session._history[0].model_copy(update={"by": "Nobody"})
    assert not workspace.check().is_well
