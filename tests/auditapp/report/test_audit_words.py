# SPDX-License-Identifier: MPL-2.0
"""Test how single things of an audit are put into words."""

import datetime as dt

from auditapp.model.answer import Evidence
from auditapp.report.audit_words import date_words, evidence_words


def test_dates_are_written_out_and_other_text_is_left():
    """What is no date is shown as it is, not lost."""
    assert ["4 May 2026", "soon"] == [date_words("2026-05-04"), date_words("soon")]


def test_evidence_is_one_line():
    """Parts that are missing leave no gap."""
    whole = Evidence(document="Plan", date=dt.date(2026, 6, 12), place="page 3")
    assert "Plan, 12 June 2026, page 3" == evidence_words(whole)
    assert "Plan" == evidence_words(Evidence(document="Plan"))
