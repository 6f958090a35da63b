# SPDX-License-Identifier: MPL-2.0
"""Test that a finished report gets to its place whole or not at all."""

import errno
import os

import pytest

from auditapp.errors import ReportError
from auditapp.report.saving import save_report


def test_a_report_is_written_to_its_file(tmp_path):
    """The file holds exactly what was made, in place of the one before."""
    path = tmp_path / "report.pdf"
    for contents in (b"old", b"new"):
        save_report(contents, path)
        assert contents == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_nothing_is_left_when_it_cannot_be_written(tmp_path):
    """The error names the file and says what to do."""
    path = tmp_path / "missing" / "report.pdf"
    with pytest.raises(ReportError, match=r"report\.pdf") as caught:
        save_report(b"new", path)
    assert "Choose another folder" in caught.value.remedy
    assert [] == list(tmp_path.iterdir())


def test_an_old_report_survives_a_full_disk(tmp_path, monkeypatch):
    """The one that was there before is still there, alone."""
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def refuse(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        with pytest.raises(ReportError, match="No space left"):
            save_report(b"new", path)
    assert b"old" == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())
