# SPDX-License-Identifier: MPL-2.0
"""Test how single things of an audit are put into words."""

from auditapp.report.audit.words import date_words


def test_dates_are_written_out_and_other_text_is_left():
    """What is no date is shown as it is, not lost."""
    assert ["4 May 2026", "soon"] == [date_words("2026-05-04"), date_words("soon")]
