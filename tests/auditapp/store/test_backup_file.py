# SPDX-License-Identifier: MPL-2.0
"""Test that a backup opens with its secrets only, and that no change of it goes unnoticed."""

import datetime as dt
import threading
import zipfile

import orjson
import pytest

from auditapp.errors import (
    AuditNotFoundError,
    BackupDamagedError,
    SchemaTooNewError,
    WrongPassphraseError,
)
from auditapp.store.backup import BackupWriter
from auditapp.store.backup_file import BackupFile
from auditapp.store.backup_manifest import Manifest, Member, seal_manifest
from auditapp.store.envelope import seal
from auditapp.store.vault import Vault
from auditapp.store.watch import Watch

AUDIT = "0123456789abcdef0123456789abcdef"
OTHER = "fedcba9876543210fedcba9876543210"
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def path(vault, repository, make_audit, tmp_path):
    """Make a backup of two audits and return its path."""
    make_audit(first="met")
    make_audit(OTHER, first="not met")
    path = tmp_path / "backup.zip"
    BackupWriter(vault, repository, threading.RLock(), Watch()).write(path, NOW, {"a": b"b"})
    return path


@pytest.fixture
def repack(path):
    """Return a function that puts the archive together again, with changes to its files."""

    def repack(changes, method=zipfile.ZIP_STORED):
        with zipfile.ZipFile(path) as archive:
            held = {name: archive.read(name) for name in archive.namelist()} | changes
        with zipfile.ZipFile(path, "w", method) as archive:
            for name, contents in held.items():
                if contents is not None:
                    archive.writestr(name, contents)

    return repack


def faults(path):
    """Return the names of what is wrong with the backup."""
    return BackupFile.open(path, "open sesame").faults(Watch())


def test_both_secrets_open_it(path, created):
    """The passphrase and the recovery key."""
    _vault, recovery_key = created
    for secret in ("open sesame", recovery_key):
        assert [AUDIT, OTHER] == BackupFile.open(path, secret).audit_ids()


def test_it_opens_with_the_passphrase_of_its_day(path, vault, weak):
    """Whatever the passphrase is today."""
    vault.set_passphrase("open sesame", "another one", weak)
    assert [] == faults(path)
    with pytest.raises(WrongPassphraseError):
        BackupFile.open(path, "another one")


def test_a_bit_that_flips_is_noticed_wherever_it_is(path, tmp_path):
    """In any file of the archive, or in the archive itself."""
    sound = path.read_bytes()
    for place in range(0, len(sound), 97):
        changed = bytearray(sound)
        changed[place] ^= 0x40
        path.write_bytes(changed)
        try:
            opened = BackupFile.open(path, "open sesame")
            is_same = opened.faults(Watch()) == []
        except (BackupDamagedError, WrongPassphraseError):
            continue
        # Times and rights of files mean nothing to us; what is in them has been checked.
        assert not is_same or [AUDIT, OTHER] == opened.audit_ids()
        if is_same:
            assert b'"met"' in opened.audit(AUDIT).body


@pytest.mark.parametrize("size", [0, 10, 1000, -1])
def test_a_file_that_was_cut_is_no_backup(path, size):
    """However much of it is left."""
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(BackupDamagedError, match=r"backup\.zip is no backup"):
        BackupFile.open(path, "open sesame")


def test_another_file_is_no_backup(tmp_path):
    """Nor is an archive of something else, nor what is not there."""
    path = tmp_path / "letter.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "Dear all")
    with pytest.raises(BackupDamagedError, match="is no backup"):
        BackupFile.open(path, "open sesame")
    with pytest.raises(BackupDamagedError, match="cannot be read"):
        BackupFile.open(tmp_path / "missing.zip", "open sesame")


def test_the_copy_of_the_key_stands_in(path, repack):
    """One of the two is enough."""
    repack({"store.key": b"damaged"})
    assert ["store.key"] == faults(path)
    repack({"store.key.bak": b"damaged"})
    with pytest.raises(BackupDamagedError):
        BackupFile.open(path, "open sesame")


def test_a_file_exchanged_left_out_or_added_is_noticed(path, repack):
    """Each is named."""
    with zipfile.ZipFile(path) as archive:
        other = archive.read(f"audits/{OTHER}.seal")
    repack({f"audits/{AUDIT}.seal": other, "catalogue.seal": None, "../evil.sh": b"rm"})
    assert [f"audits/{AUDIT}.seal", "catalogue.seal", "../evil.sh"] == faults(path)
    opened = BackupFile.open(path, "open sesame")
    assert {OTHER} == opened.rows().keys()
    with pytest.raises(BackupDamagedError, match="where it holds this audit"):
        opened.audit(AUDIT)
    assert b"not met" in opened.audit(OTHER).body


def test_an_audit_that_is_not_in_it(path):
    """It is not here."""
    with pytest.raises(AuditNotFoundError):
        BackupFile.open(path, "open sesame").audit("0" * 32)


def test_an_archive_that_was_compressed_is_not_unpacked(path, repack):
    """A small file could grow to any size; the program never writes one."""
    repack({}, zipfile.ZIP_DEFLATED)
    with pytest.raises(BackupDamagedError):
        BackupFile.open(path, "open sesame")


def sealed_manifest(vault, *members):
    """Return the file of a manifest that names these members, as only a key holder could make."""
    return bytes(seal_manifest(vault, Manifest(NOW, "1.0", members)))


def test_a_manifest_does_not_vouch_for_what_has_no_seal(path, repack, vault):
    """A file of a name that no sealed object has is damaged, whatever its hash."""
    names = ["../evil", "audits/x.seal", "log-000001.prev", f"audits/{AUDIT}.prev", "lock"]
    repack(
        {"manifest.seal": sealed_manifest(vault, *(Member.of(each, b"evil") for each in names))}
        | dict.fromkeys(names, b"evil")
    )
    assert set(names) <= set(faults(path))


def test_the_key_of_another_workspace_is_a_fault(path, repack, vault, tmp_path, weak):
    """Both hold the same secret; the id tells."""
    other, _key = Vault.create(tmp_path / "other", "open sesame", weak)
    with other:
        contents = other.key_file.to_bytes()
    repack(
        {
            "manifest.seal": sealed_manifest(vault, Member.of("store.key.bak", contents)),
            "store.key.bak": contents,
        }
    )
    assert "store.key.bak" in faults(path)


def test_a_newer_manifest_is_refused(path, repack, vault):
    """Nothing is guessed about what a newer version wrote."""
    body = orjson.dumps({"schema": 2})
    _header, file = seal(vault.object_key("backup manifest"), 1, b"{}", body)
    repack({"manifest.seal": bytes(file)})
    with pytest.raises(SchemaTooNewError):
        BackupFile.open(path, "open sesame")
