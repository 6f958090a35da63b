# SPDX-License-Identifier: MPL-2.0
"""Provide workspaces whose passphrase costs next to nothing to try."""

import os
import stat

import pytest

from auditapp.model.records import Put
from auditapp.store.keys import Argon2Strength
from auditapp.store.repository import AuditRepository
from auditapp.store.sealed_folder import SealedFolder
from auditapp.store.vault import Vault

AUDIT = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="session")
def weak():
    """Return the weakest strength that Argon2id takes."""
    return Argon2Strength(memory_kib=8, passes=1, lanes=1)


@pytest.fixture
def root(tmp_path):
    """Return the folder for a workspace."""
    return tmp_path / "workspace"


@pytest.fixture
def created(root, weak):
    """Make a workspace, and return it open with its recovery key."""
    vault, recovery_key = Vault.create(root, "open sesame", weak)
    yield vault, recovery_key
    vault.close()


@pytest.fixture
def vault(created):
    """Return an open workspace."""
    return created[0]


@pytest.fixture
def unlock(root, weak):
    """Return a function that opens the workspace again."""
    opened = []

    def unlock(secret="open sesame"):
        opened.append(Vault.unlock(root, secret, weak))
        return opened[-1]

    yield unlock
    for vault in opened:
        vault.close()


@pytest.fixture
def repository(vault):
    """Return the audits of an open workspace."""
    return AuditRepository(vault, quiet_fields=("progress", "updated"))


@pytest.fixture
def make_audit(repository):
    """Return a function that creates an audit with these answers."""

    def make_audit(audit_id=AUDIT, **answers):
        puts = [Put("answers", key, {"value": value}) for key, value in answers.items()]
        return repository.create(audit_id, puts, [{"what": "created"}], {"reference": "A-1"})

    return make_audit


@pytest.fixture
def answer():
    """Return a function that commits one answer."""

    def answer(audit, question, value, *, row=None):
        put = Put("answers", question, {"value": value})
        row = row or {"reference": "A-1"}
        audit.commit([put], [{"what": value}], replace_last=False, row=row)

    return answer


@pytest.fixture
def failing_disk(monkeypatch):
    """Return a function that makes ``os.fsync`` fail with one error from then on."""

    def fail(number, *, only_folders=False):
        fsync = os.fsync

        def refuse(descriptor):
            if only_folders and not stat.S_ISDIR(os.fstat(descriptor).st_mode):
                return fsync(descriptor)
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "fsync", refuse)

    return fail


@pytest.fixture
def folder(tmp_path):
    """Return a folder with its reserve."""
    (tmp_path / "audits").mkdir()
    folder = SealedFolder(tmp_path, bytes(16), bytes(32))
    folder.make_reserve()
    return folder


@pytest.fixture
def place(folder):
    """Save an audit twice, and return its place."""
    place = folder.place_of(AUDIT)
    folder.save(place, 1, b"old row", b"old")
    folder.save(place, 2, b"new row", b"new")
    return place
