# SPDX-License-Identifier: MPL-2.0
"""Test that a workspace opens with its secrets, and with nothing else."""

import errno
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from auditapp.errors import (
    SaveFailedError,
    StoreDamagedError,
    StoreExistsError,
    StoreInUseError,
    StoreMissingError,
    WrongPassphraseError,
)
from auditapp.store.keys import DEFAULT_STRENGTH, Argon2Strength
from auditapp.store.repository import AuditRepository
from auditapp.store.sealed_folder import RESERVE_SIZE
from auditapp.store.vault import Vault

PROJECT = Path(__file__).parents[3]
AUDIT = "0123456789abcdef0123456789abcdef"


def test_a_new_workspace_opens_with_its_passphrase(vault, unlock, make_audit):
    """What was stored before is there after."""
    make_audit(q1="met")
    vault.close()

    audit = AuditRepository(unlock()).open(AUDIT)

    assert {"answers": {"q1": {"value": "met"}}} == audit.read().tables


def test_it_opens_with_the_recovery_key(created, unlock, make_audit):
    """Typed in small letters and with spaces."""
    vault, recovery_key = created
    make_audit(q1="met")
    vault.close()

    audit = AuditRepository(unlock(recovery_key.lower().replace("-", " "))).open(AUDIT)

    assert "q1" in audit.read().tables["answers"]


def test_a_wrong_passphrase_opens_nothing(vault, unlock):
    """And the lock is free for the next try."""
    vault.close()

    with pytest.raises(WrongPassphraseError) as refusal:
        unlock("open sesam")
    assert "Caps Lock" in refusal.value.remedy
    unlock()


def test_a_mistyped_recovery_key_is_told_apart_from_a_wrong_one(created, unlock, tmp_path, weak):
    """The one is compared with the paper, for the other another paper is looked for."""
    vault, recovery_key = created
    vault.close()
    other_vault, other_key = Vault.create(tmp_path / "other", "open sesame", weak)
    other_vault.close()
    mistyped = ("A" if recovery_key[0] != "A" else "B") + recovery_key[1:]

    with pytest.raises(WrongPassphraseError, match="typing mistake"):
        unlock(mistyped)
    with pytest.raises(WrongPassphraseError, match="not the passphrase or the recovery key"):
        unlock(other_key)


def test_a_recovery_key_can_be_checked(created):
    """So that first start can ask for it, to see that it was written down."""
    vault, recovery_key = created

    assert vault.check_recovery_key(recovery_key)
    assert not vault.check_recovery_key(recovery_key[:-1] + "8")
    assert not vault.check_recovery_key("open sesame")


def test_files_and_folders_are_private(vault, root, make_audit, answer):
    """0600 and 0700, all of them."""
    answer(make_audit(q1="met"), "q2", "met")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in root.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (root, root / "audits")}

    assert {0o600} == modes
    assert {0o700} == folders


def test_nothing_is_made_where_there_is_a_workspace(vault, root, weak):
    """Whether it is open or not."""
    with pytest.raises(StoreInUseError):
        Vault.create(root, "other", weak)

    vault.close()

    with pytest.raises(StoreExistsError):
        Vault.create(root, "other", weak)


def test_an_interrupted_set_up_can_be_done_again(root, weak, failing_disk, monkeypatch):
    """Without a key file there is no workspace yet."""
    with monkeypatch.context():
        failing_disk(errno.EIO)
        with pytest.raises(SaveFailedError):
            Vault.create(root, "open sesame", weak)
    monkeypatch.undo()

    vault, _key = Vault.create(root, "open sesame", weak)
    vault.close()


def test_a_folder_without_a_workspace_is_left_as_it_is(tmp_path, weak):
    """Not even a lock is made."""
    with pytest.raises(StoreMissingError):
        Vault.unlock(tmp_path, "open sesame", weak)
    with pytest.raises(StoreMissingError):
        Vault.unlock(tmp_path / "nowhere", "open sesame", weak)

    assert [] == list(tmp_path.iterdir())


def test_audits_without_a_key_are_a_damaged_workspace(vault, root, unlock, make_audit, weak):
    """Their key may be in a backup, so no other one is made."""
    make_audit(q1="met")
    vault.close()
    (root / "store.key").unlink()
    (root / "store.key.bak").unlink()

    with pytest.raises(StoreDamagedError):
        unlock()
    with pytest.raises(StoreExistsError):
        Vault.create(root, "open sesame", weak)


def test_a_damaged_key_file_is_mended_and_told(vault, root, unlock):
    """The copy opens as the file did."""
    vault.close()
    (root / "store.key").write_bytes(b"damaged")

    reopened = unlock()

    assert "Its copy was put in its place" in reopened.note
    assert (root / "store.key").read_bytes() == (root / "store.key.bak").read_bytes()


def test_a_sound_workspace_has_no_note(vault, unlock):
    """There is nothing to tell."""
    vault.close()

    assert unlock().note is None


def test_a_second_window_is_refused(vault, unlock):
    """Before any key is tried."""
    with pytest.raises(StoreInUseError):
        unlock("not even the passphrase")


def test_a_second_process_is_refused(vault, root):
    """The lock holds between processes."""
    program = (
        "import sys; from pathlib import Path; from auditapp.errors import StoreInUseError;"
        "from auditapp.store.vault import Vault\n"
        "try: Vault.unlock(Path(sys.argv[1]), 'open sesame')\n"
        "except StoreInUseError: sys.exit(7)"
    )

    outcome = subprocess.run([sys.executable, "-c", program, str(root)], cwd=PROJECT, check=False)

    assert 7 == outcome.returncode


def test_the_passphrase_can_be_changed(created, root, unlock, make_audit, weak):
    """The new one opens, the old one does not, the recovery key still does."""
    vault, recovery_key = created
    make_audit(q1="met")
    vault.close()

    Vault.change_passphrase(root, "open sesame", "new words", weak)

    with pytest.raises(WrongPassphraseError):
        unlock()
    unlock(recovery_key).close()
    assert "q1" in AuditRepository(unlock("new words")).open(AUDIT).read().tables["answers"]


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_key(created, root, unlock, weak):
    """The old secret may be either of the two."""
    vault, recovery_key = created
    vault.close()

    Vault.change_passphrase(root, recovery_key, "new words", weak)

    assert unlock("new words").is_open


def test_the_passphrase_of_an_open_workspace_can_be_changed(vault, root, unlock, weak):
    """But only by somebody who knows the old one."""
    with pytest.raises(WrongPassphraseError):
        vault.set_passphrase("guess", "new words", weak)
    vault.set_passphrase("open sesame", "new words", weak)
    vault.close()

    assert (root / "store.key").read_bytes() == (root / "store.key.bak").read_bytes()
    assert unlock("new words").is_open


def test_a_refused_change_leaves_the_old_passphrase(vault, unlock, weak, failing_disk, monkeypatch):
    """Nothing is half changed."""
    failing_disk(errno.ENOSPC)
    with pytest.raises(SaveFailedError):
        vault.set_passphrase("open sesame", "new words", weak)
    monkeypatch.undo()
    vault.close()

    assert unlock().is_open


def test_a_weakly_wrapped_key_is_wrapped_again(vault, root):
    """When the passphrase is at hand, that is, when it is typed."""
    vault.close()
    before = (root / "store.key").read_bytes()
    strength = Argon2Strength(memory_kib=16, passes=2, lanes=1)

    Vault.unlock(root, "open sesame", strength).close()
    after = (root / "store.key").read_bytes()
    Vault.unlock(root, "open sesame", strength).close()

    assert before != after
    assert after == (root / "store.key").read_bytes()


def test_the_recovery_key_does_not_become_the_passphrase(created, root):
    """A weakly wrapped passphrase is left as it is when the recovery key opened."""
    vault, recovery_key = created
    vault.close()
    before = (root / "store.key").read_bytes()

    Vault.unlock(root, recovery_key, DEFAULT_STRENGTH).close()

    assert before == (root / "store.key").read_bytes()


def test_a_full_disk_does_not_keep_the_workspace_from_opening(vault, root, unlock, monkeypatch):
    """What there is to mend is mended another time."""
    vault.close()
    (root / "store.key.bak").unlink()
    (root / "reserve").unlink()
    monkeypatch.setattr("os.write", refuse_space)

    reopened = unlock()

    assert reopened.is_disk_full


def test_leftovers_are_removed_and_the_reserve_is_made_again(vault, root, unlock):
    """Unlocking leaves the folder as it should be."""
    vault.close()
    (root / "reserve").unlink()
    (root / "audits" / "0123456789abcdef.tmp").write_bytes(b"half")

    unlock()

    assert [] == list((root / "audits").iterdir())
    assert RESERVE_SIZE == (root / "reserve").stat().st_size


def test_a_closed_workspace_neither_loads_nor_saves(vault, make_audit, answer):
    """Even an audit that is still open cannot be saved: another window may have the lock."""
    audit = make_audit(q1="met")
    vault.close()
    vault.close()

    with pytest.raises(ValueError, match="closed"):
        vault.place_of(AUDIT)
    with pytest.raises(ValueError, match="closed"):
        answer(audit, "q2", "met")


def test_a_folder_without_permission_is_a_failed_save(root, weak, monkeypatch):
    """The sentence speaks of permission."""
    monkeypatch.setattr("os.open", refuse_permission)

    with pytest.raises(SaveFailedError, match="does not allow") as refusal:
        Vault.create(root, "open sesame", weak)
    assert "permission" in refusal.value.remedy


def refuse_space(*_arguments):
    """Refuse as a full disk does."""
    raise OSError(errno.ENOSPC, "full")


def refuse_permission(*_arguments):
    """Refuse as the system does."""
    raise PermissionError(errno.EACCES, "refused")
