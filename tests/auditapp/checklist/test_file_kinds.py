# SPDX-License-Identifier: MPL-2.0
"""Test that files which are no text are recognised by what they begin with."""

import pytest

from auditapp.checklist.file_kinds import CHECKLIST, LAYOUT, what_it_is
from tests.making_workbooks import packed

OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7", "This is a PDF."),
        (packed(types="", xl__workbook=""), "This is a spreadsheet."),
        (packed(mimetype=f"{OPEN_DOCUMENT}spreadsheet"), "This is a spreadsheet."),
        (packed(types="", word__document=""), "This is a document of a word processor."),
        (packed(mimetype=f"{OPEN_DOCUMENT}text"), "This is a document of a word processor."),
        (packed(note="about xl/workbook"), "This is an archive, in which other files are packed."),
        (b"\x1f\x8b\x08", "This is an archive, in which other files are packed."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "This is a file of an office program, old or with a password.",
        ),
    ],
)
def test_a_file_is_recognised(data, sentence):
    """By a few bytes; its name says nothing."""
    found, remedy = what_it_is(data, CHECKLIST)
    assert sentence == found
    assert remedy.startswith("The command" if "spreadsheet" in found else "A checklist is a text")


def test_a_spreadsheet_is_imported_as_a_checklist_only():
    """A layout cannot be made of one."""
    _found, remedy = what_it_is(packed(xl__workbook=""), LAYOUT)
    assert remedy.startswith("A layout is a text file.")


@pytest.mark.parametrize("data", [b"", b"schema: checklist/1\n", b"%YAML 1.2\n", b"PK: word/\n"])
def test_text_is_let_through(data):
    """Whatever it says."""
    assert None is what_it_is(data, CHECKLIST)
