# SPDX-License-Identifier: MPL-2.0
"""Read a checklist together with the signature beside it."""

import hashlib

import pytest

from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.errors import ChecklistInvalidError


def test_both_files_are_read_untouched(tmp_path):
    """Line ends and all."""
    (tmp_path / "a.yaml").write_bytes(b"a: 1\r\n")
    (tmp_path / "a.yaml.minisig").write_bytes(b"signature\r\n")
    file = SignedFile.read(tmp_path / "a.yaml")
    assert ("a.yaml", b"a: 1\r\n", b"signature\r\n") == (file.name, file.data, file.signature)
    assert hashlib.sha256(b"a: 1\r\n").hexdigest() == file.sha256


def test_without_a_signature_there_is_none(tmp_path):
    """None, and not an empty one."""
    (tmp_path / "a.yaml").touch()
    (tmp_path / "b.yaml").touch()
    (tmp_path / "b.yaml.minisig").touch()
    assert SignedFile.read(tmp_path / "a.yaml").signature is None
    assert b"" == SignedFile.read(tmp_path / "b.yaml").signature


@pytest.mark.parametrize("make", ["mkdir", "symlink_to"])
def test_a_signature_that_cannot_be_opened_is_not_taken_for_none(tmp_path, make):
    """A signed file must not become an unsigned one by a trick."""
    (tmp_path / "a.yaml").touch()
    arguments = [tmp_path / "nowhere"] if make == "symlink_to" else []
    getattr(tmp_path / "a.yaml.minisig", make)(*arguments)
    with pytest.raises(ChecklistInvalidError, match=r"a\.yaml\.minisig cannot be read"):
        SignedFile.read(tmp_path / "a.yaml")


def test_a_missing_file_is_told(tmp_path):
    """With its name."""
    with pytest.raises(ChecklistInvalidError, match=r"a\.yaml cannot be read"):
        SignedFile.read(tmp_path / "a.yaml")
