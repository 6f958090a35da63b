# SPDX-License-Identifier: MPL-2.0
"""Test what is seen of the files beside the objects in use."""

import pytest

from auditapp.store.inspection import (
    FileKind,
    files_aside,
    files_left_over,
    misnamed_files,
    unfit_key_files,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (f"audits/{'a' * 32}.seal.damaged-1", FileKind.AUDIT),
        (f"audits/{'a' * 32}.prev.damaged-12", FileKind.AUDIT),
        ("catalogue.seal.damaged-1", FileKind.LIST),
        ("store.key.damaged-1", FileKind.KEYS),
        ("store.key.bak.damaged-2", FileKind.KEYS),
        ("log-000003.seal.damaged-1", FileKind.LOGBOOK),
        ("draft-front.prev.damaged-1", FileKind.DRAFT_FRONT),
        (f"statistics-{'a' * 32}.seal.damaged-1", FileKind.FIGURES),
        ("something.damaged-1", FileKind.OTHER),
    ],
)
def test_a_file_that_was_put_aside_is_known_by_its_name(vault, name, kind):
    """Its contents are damaged and say nothing."""
    (vault.root / name).touch()
    (file,) = files_aside(vault)

    assert (name.rpartition("/")[2], kind) == (file.name, file.kind)
    assert ("a" * 32 if kind is FileKind.AUDIT else "") == file.audit_id


def test_what_a_backup_replaced_is_not_called_damaged(vault):
    """It lies beside the audit that took its place."""
    (vault.root / "audits" / f"{'a' * 32}.seal.replaced-1").touch()
    (file,) = files_aside(vault)

    assert (FileKind.AUDIT, "a" * 32, False) == (file.kind, file.audit_id, file.is_damaged)


def test_what_a_restore_or_a_sealing_left_is_named(vault):
    """Of a workspace in order there is nothing."""
    assert [] == files_left_over(vault)
    (vault.root / "sealing-anew").mkdir()
    (vault.root / "restored.json").touch()
    assert ["sealing-anew", "restored.json"] == files_left_over(vault)


def test_only_copies_of_audits_under_other_names_are_misnamed(vault):
    """Files of another kind are nobody's business here."""
    for name in (f"{'a' * 32}.seal", f"{'a' * 32} (1).seal", f"{'b' * 31}.prev", "notes.txt"):
        (vault.root / "audits" / name).touch()
    assert [f"{'a' * 32} (1).seal", f"{'b' * 31}.prev"] == misnamed_files(vault)


def test_both_key_files_must_hold_the_key_in_use(vault):
    """One that is missing or damaged does not."""
    assert [] == unfit_key_files(vault)
    (vault.root / "store.key.bak").unlink()
    (vault.root / "store.key").write_bytes(b"{}")
    assert ["store.key", "store.key.bak"] == unfit_key_files(vault)
