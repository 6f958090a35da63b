# SPDX-License-Identifier: MPL-2.0
"""Test that workspaces written by every version so far open, with frozen files kept for ever."""

import shutil
from pathlib import Path

import pytest

from auditapp.store.repository import AuditRepository
from auditapp.store.vault import Vault

OLD_FILES = Path(__file__).with_name("old_files")
OPEN = "0123456789abcdef0123456789abcdef"
SIGNED = "fedcba9876543210fedcba9876543210"
REMOVED = "00000000000000000000000000000001"


@pytest.fixture
def version_1(tmp_path):
    """Return a copy of the workspace that version 1 wrote."""
    return shutil.copytree(OLD_FILES / "version_1", tmp_path / "version_1")


@pytest.mark.parametrize("secret", ["open sesame", "BXGP-5EDP-VJ5S-AMMA-DCKX-LYNU-GT56-QBRD-JWWH"])
def test_version_1_opens(version_1, weak, secret):
    """With both secrets; list, answers, history and locks are as they were written."""
    with Vault.unlock(version_1, secret, weak) as vault:
        repository = AuditRepository(vault)
        stored = repository.open(OPEN).read()
        signed = repository.open(SIGNED).read()
        rows = repository.rows()
        assert [] == repository.problems

    assert [
        {"reference": "A-1", "status": "draft", "id": OPEN},
        {"reference": "A-2", "status": "signed off", "id": SIGNED},
    ] == rows
    assert {"value": "met", "note": "Seen alone three times."} == stored.tables["answers"][
        "visits/seen-alone"
    ]
    assert [{"what": "created"}, {"what": "answered"}] == stored.history
    assert not stored.locked
    assert signed.locked


def test_version_1_remembers_what_was_removed(version_1, weak):
    """A removed audit that is copied back stays removed."""
    removed = version_1 / "audits" / f"{REMOVED}.seal"
    removed.write_bytes(b"copied back")

    with Vault.unlock(version_1, "open sesame", weak) as vault:
        assert REMOVED not in [row["id"] for row in AuditRepository(vault).rows()]

    assert not removed.exists()
