# SPDX-License-Identifier: MPL-2.0
"""Recognise a file of quite another kind by its first bytes, and say what belongs in its place."""

import re
from dataclasses import dataclass
from typing import Final

from auditapp.i18n import _

_ZIP: Final = b"PK\x03\x04"
_ARCHIVES: Final = (_ZIP, b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEET: Final = re.compile(
    rb"PK\x03\x04.{26}(xl/|mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet)", re.DOTALL
)
_WORDS: Final = re.compile(
    rb"PK\x03\x04.{26}(word/|mimetypeapplication/vnd\.oasis\.opendocument\.text)", re.DOTALL
)
"""A ZIP file has a name 26 bytes after the mark of each member (APPNOTE.TXT, 4.3.7)."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """Hold what to do about a file that is empty, or no text, where it is to be a certain thing."""

    if_empty: str
    if_no_text: str
    if_spreadsheet: str = ""


CHECKLIST: Final = Purpose(
    _("Write a checklist in it."),
    _("A checklist is a text file. Choose the one with the checklist."),
    _("The command 'checklist import' makes a checklist of a spreadsheet."),
)
LAYOUT: Final = Purpose(
    _("Write a layout in it."), _("A layout is a text file. Choose the one with the layout.")
)
OTHER: Final = Purpose(
    _("Fill it in, or remove it."), _("A text file belongs in its place. Put that there.")
)


def what_it_is(data: bytes, purpose: Purpose) -> tuple[str, str] | None:
    """Say what a file is that is no text, and what to do; None of what may be text."""
    words = kind_words(data)
    if words is None:
        return None
    return words, (purpose.if_spreadsheet if is_workbook(data) else "") or purpose.if_no_text


def kind_words(data: bytes) -> str | None:
    """Say what a file is that is no text; None of what may be text."""
    if is_workbook(data):
        return _("This is a spreadsheet.")
    if words := document_words(data):
        return words
    if data.startswith(_ARCHIVES):
        return _("This is an archive, in which other files are packed.")
    if data.startswith(_OLD_OFFICE):
        return _("This is a file of an office program, old or with a password.")
    return None


def document_words(data: bytes) -> str | None:
    """Say what a file is that is made to be read by people; None of any other."""
    if data.startswith(b"%PDF-"):
        return _("This is a PDF.")
    if data.startswith(_ZIP) and _WORDS.search(data):
        return _("This is a document of a word processor.")
    return None


def is_workbook(data: bytes) -> bool:
    """Tell whether a file is one of sheets, of today's office programs."""
    return data.startswith(_ZIP) and _SHEET.search(data) is not None
