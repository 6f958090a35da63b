# SPDX-License-Identifier: MPL-2.0
"""Test what the kinds of file are called, and how a name asks for one."""

from pathlib import Path

import pytest

from auditapp.model.report_format import ReportFormat, format_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.pdf", ReportFormat.PDF),
        ("a.HTML", ReportFormat.HTML),
        ("a.htm", ReportFormat.HTML),
        ("a.b.docx", ReportFormat.DOCX),
        ("a.xlsx", ReportFormat.XLSX),
        ("a.csv", ReportFormat.CSV),
        ("a.doc", None),
        ("pdf", None),
        (".pdf", None),
    ],
)
def test_the_end_of_a_name_asks_for_a_kind(name, expected):
    """Capitals do not matter; a name that ends in anything else asks for none."""
    assert expected is format_of(Path(name))


@pytest.mark.parametrize("each", ReportFormat)
def test_every_kind_has_words_for_the_user(each):
    """A name, what it is good for, and a line for file dialogs whose ending asks for the same."""
    assert each.label
    assert each.purpose.endswith(".")
    assert f"{each.label} (*{each.suffix})" == each.file_filter
    assert each is format_of(Path(f"report{each.suffix}"))
