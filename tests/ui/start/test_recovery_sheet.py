# SPDX-License-Identifier: MPL-2.0
"""What is on the sheet of a recovery key."""

import datetime as dt
import stat

import pytest
from PySide6.QtCore import QSaveFile
from PySide6.QtGui import QTextDocument

from ui.start.recovery_sheet import RecoverySheet, save_sheet

GROUPS = [f"{letter * 4}" for letter in "ABCDEFGHI"]


@pytest.fixture
def sheet():
    """Return the sheet of somebody whose name needs care in a document."""
    return RecoverySheet("-".join(GROUPS), "R. <b>Okafor</b>", "3F2A-91BC", dt.date(2026, 11, 22))


def test_it_says_what_a_finder_and_a_keeper_need(sheet):
    """Whose it is, since when, which audits, the key in rows, and what to do with it."""
    text = sheet.text
    for words in ("3F2A-91BC", "22 Nov", "R. <b>Okafor</b>", "What it is for", "Where to keep it"):
        assert words in text
    rows = [line.split() for line in text.splitlines() if line.split()[:1] in (["AAAA"], ["GGGG"])]
    assert [GROUPS[:3], GROUPS[6:]] == rows


def test_what_is_printed_says_the_same(sheet, qapp):
    """Word for word, with the name as plain text."""
    document = QTextDocument()
    document.setHtml(sheet.html)

    assert sorted(document.toPlainText().split()) == sorted(sheet.text.split())


def test_its_file_has_number_and_date_in_its_name(sheet):
    """So that it does not take the place of an earlier one."""
    assert "Case File Audit recovery key 3F2A-91BC 2026-11-22.txt" == sheet.file_name


def test_a_saved_sheet_is_its_owner_s(sheet, tmp_path):
    """Whatever stood there under that name was of anybody's; nothing else is left."""
    path = tmp_path / sheet.file_name
    path.touch(mode=0o644)
    save_sheet(path, sheet)

    assert sheet.text == path.read_text("utf-8")
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert [path] == list(tmp_path.iterdir())


def test_a_sheet_that_cannot_be_saved_takes_nothing_away(sheet, tmp_path):
    """On Windows the new file may be held by a virus scanner before anything is in it."""
    path = tmp_path / sheet.file_name
    path.mkdir()
    with pytest.raises(OSError, match=r"\w"):
        save_sheet(path, sheet)
    with pytest.raises(OSError, match=r"\w"):
        save_sheet(tmp_path / "none" / sheet.file_name, sheet)

    assert [path] == list(tmp_path.iterdir())


def test_a_full_disk_leaves_the_sheet_that_was_there(sheet, tmp_path, monkeypatch):
    """It may be the one of the key that counts."""
    path = tmp_path / sheet.file_name
    path.write_text("earlier", "utf-8")

    def refuse(file):
        file.cancelWriting()
        return False

    monkeypatch.setattr(QSaveFile, "commit", refuse)
    with pytest.raises(OSError, match=r"\w"):
        save_sheet(path, sheet)

    assert "earlier" == path.read_text("utf-8")
