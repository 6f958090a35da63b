# SPDX-License-Identifier: MPL-2.0
"""Tests of ``auditapp.file_names``."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.file_names import history_file_name, logbook_file_name, report_file_name
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind

DAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("HX-2047", "Audit HX-2047 2026-11-21.pdf"),
        ("HX/2047: second", "Audit HX 2047 second 2026-11-21.pdf"),
        ("  ..\\..\\etc  ", "Audit .. .. etc 2026-11-21.pdf"),
        ("NUL", "Audit NUL 2026-11-21.pdf"),
        ("H\u202eX\n47\u0000", "Audit HX 47 2026-11-21.pdf"),
        ("", "Audit 2026-11-21.pdf"),
        ("?*", "Audit 2026-11-21.pdf"),
        ("Ty\u0302 Gwyn", "Audit T\u0177 Gwyn 2026-11-21.pdf"),
    ],
)
def test_name_of_a_report(reference, name):
    """The name holds the reference without what a file system refuses."""
    assert name == report_file_name(reference, DAY)


@pytest.mark.parametrize("kind", ReportFormat)
def test_the_name_ends_as_the_kind_of_file_does(kind):
    """So that it opens in the right program."""
    assert f"Audit HX 2026-11-21.{kind}" == report_file_name("HX", DAY, kind)


@pytest.mark.parametrize(
    ("kind", "reference", "name"),
    [
        (ReportKind.SHORT, "HX-2047", "Short report HX-2047 2026-11-21.pdf"),
        (ReportKind.SUMMARY, "", "Thematic summary 2026-11-21.pdf"),
    ],
)
def test_the_name_says_which_report_it_is(kind, reference, name):
    """So that two kinds of one audit lie side by side."""
    assert name == report_file_name(reference, DAY, kind=kind)


@given(st.text())
def test_every_file_system_takes_it(reference):
    """Whatever the reference, the name is short enough and free of what Windows refuses."""
    name = report_file_name(reference, DAY)

    refused = set(name) & set('<>:"/\\|?*') or not name.isprintable()
    assert (False, True) == (bool(refused), len(name.encode()) <= 255)


def test_histories_and_the_logbook_have_names_of_their_own():
    """What a file system refuses is not in them."""
    day = dt.date(2026, 11, 21)
    assert "History HX 2047 2026-11-21.csv" == history_file_name("HX/2047", day)
    assert "Logbook 2026-11-21.csv" == logbook_file_name(day)
