# SPDX-License-Identifier: MPL-2.0
"""Test what goes into the small pictures of a report."""

from auditapp.report.flowables import fits_in_picture


def test_only_short_labels_go_into_pictures():
    """One that is too long sends all of them into plain text."""
    assert fits_in_picture("Good", "Could not find on file")
    assert not fits_in_picture("Good", "x" * 61)
