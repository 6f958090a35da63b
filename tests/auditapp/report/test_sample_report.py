# SPDX-License-Identifier: MPL-2.0
"""Test that any checklist can show what a report looks like."""

import pytest

from auditapp.checklist.library import Library
from auditapp.report.sample_report import sample_state
from tests.auditapp.report.conftest import FOLDER, NOW
from tests.auditapp.report.reading import headings, report

LIBRARY = Library([FOLDER])


@pytest.mark.parametrize("header", LIBRARY.in_use(), ids=lambda header: header.id)
def test_every_shipped_checklist_makes_an_example(header, standards):
    """With every part that a layout is mostly about, answers among them."""
    state = sample_state(LIBRARY.load(header.id), standards, NOW)
    assert {
        "Overall grades", "Summary", "Actions",
        "What people said", "Questions and answers", "Sign-off",
    } <= {*headings(report(state.outline))}  # fmt: skip
    assert any(state.audit.answer(asked.key).is_given for asked in state.outline.questions)
