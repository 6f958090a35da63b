# SPDX-License-Identifier: MPL-2.0
"""The checks of PDFs find every fault that is planted in a good file."""

import datetime as dt
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from auditapp.report.blank_blocks import BlankPart, Lines
from auditapp.report.blocks import (
    Badge,
    Bullets,
    Column,
    ColumnKind,
    GradeScale,
    Heading,
    Paragraph,
    Table,
)
from auditapp.report.document import ReportDocument
from auditapp.report.layouts.logo import read_logo
from auditapp.report.pdf.document import render_pdf
from tests.auditapp.report.some_layouts import make_logo
from tests.pdf_checks import outside
from tests.pdf_checks.__main__ import main
from tests.pdf_checks.checking import faults_of, read_out
from tests.planted_faults import PLANTED

BLOCKS = (
    Heading(1, "Grades"),
    GradeScale((Badge("Inadequate"), Badge("Good")), 1, "Practice"),
    Table(
        (Column("Name", 1, ColumnKind.ROW_HEAD), Column("Note", 2)),
        (("One", "سارا ئەحمەد"), ("Two", "Second")),
        "Names",
    ),
    read_logo(make_logo((40, 20)), "A green tree"),
    Bullets(("First", "Second")),
    Heading(2, "Form"),
    BlankPart("1", "What?", (Lines("Note", 2),)),
    Paragraph("long " * 900),
)


@cache
def good():
    """Return a file without a fault, two pages long."""
    return render_pdf(
        ReportDocument(
            *("Title", "Subtitle", "OFFICIAL", "en-GB", "1", "Title", "", "Foot"),
            blocks=BLOCKS,
            content_hash="0" * 64,
            created_at=dt.datetime(2026, 11, 14, tzinfo=dt.UTC),
            author="Example Council",
        )
    )


def test_a_good_file_has_no_fault():
    """Neither the checks nor pikepdf find anything in the file before it is broken."""
    assert [] == faults_of(good()) + outside.archive_faults(good())


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(name):
    """The good file with one fault in it is said to have that fault."""
    plant, words = PLANTED[name]
    with pikepdf.open(BytesIO(good())) as pdf, BytesIO() as changed:
        plant(pdf)
        pdf.save(changed)
        raw = changed.getvalue()

    assert [] != [fault for fault in faults_of(raw) if words in fault]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"\nendstream", b" endstream", "end its line"),
        (b"%\xbf\xf7\xa2\xfe", b"%text", "line of bytes"),
        (b"%%EOF\n", b"%%EOF\nmore", "follows the end"),
        (b"/ID [", b"/IX [", "identifier"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_a_fault_in_the_bytes_is_found(old, new, words):
    """What pikepdf would mend when it saves a file is found in its bytes."""
    assert old in good()
    raw = good().replace(old, new, 1)

    assert [] != [fault for fault in faults_of(raw) if words in fault]


def test_an_encrypted_file_is_no_archival_one():
    """Encryption is a fault, unless the file is checked as one that has a password."""
    with pikepdf.open(BytesIO(good())) as pdf, BytesIO() as changed:
        pdf.save(changed, encryption=pikepdf.Encryption(owner="x", user=""))
        raw = changed.getvalue()

    assert "the file is encrypted" in faults_of(raw)


def test_the_text_of_the_structure_is_read():
    """Elements come in reading order with their text; a picture says what stands for it."""
    said = list(read_out(good()))

    assert ("H1", "Title") in said
    assert ("Figure", "Practice: Good, on a scale of Inadequate, Good.") in said
    assert ("TD", "سارا ئەحمەد") in said
    assert 900 == dict(said)["P"].count("long ")


def test_the_command_names_the_faults_of_each_file(tmp_path, capsys):
    """It ends with 1 when any file has a fault."""
    (tmp_path / "good.pdf").write_bytes(good())
    with pikepdf.open(BytesIO(good())) as pdf:
        del pdf.Root.Lang
        pdf.save(tmp_path / "bad.pdf")

    assert 0 == main([str(tmp_path / "good.pdf")])
    assert 1 == main([str(tmp_path / "bad.pdf")])
    assert "the file does not say its language" in capsys.readouterr().out
