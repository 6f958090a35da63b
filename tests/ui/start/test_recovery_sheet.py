# SPDX-License-Identifier: MPL-2.0
"""What is on the sheet of a recovery key."""

import datetime as dt

import pytest
from PySide6.QtGui import QTextDocument

from ui.start.recovery_sheet import RecoverySheet

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
