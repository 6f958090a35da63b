# SPDX-License-Identifier: MPL-2.0
"""Test how the sign-off and the reports made before are shown."""

from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.report.blocks import (
    Facts,
)
from tests.auditapp.report.reading import NOW, blocks_of, report, tables


def test_the_reports_made_before_are_listed(make_outline):
    """Each export and print stands under the sign-off with what it was, and is no change."""
    entries = [
        HistoryEntry(seq=1, at=NOW, by="A. Auditor", kind=HistoryKind.NOTE).sealed(),
        HistoryEntry(
            seq=2, at=NOW, by="A. Auditor", kind=HistoryKind.EXPORTED, detail="pdf ab12"
        ).sealed(),
        HistoryEntry(
            seq=3, at=NOW, by="A. Auditor", kind=HistoryKind.EXPORTED, detail="print, 12 pages"
        ).sealed(),
    ]
    document = report(make_outline(), entries)
    (table,) = tables(document, "Reports made")
    at = "14 November 2026 at 17:12"
    rows = [(at, "A. Auditor", "pdf ab12"), (at, "A. Auditor", "print, 12 pages")]
    assert rows == [*table.rows]
    facts = dict(blocks_of(document, Facts)[-1].pairs)
    assert "1" == facts["Changes"]
    assert f"SHA-256 {entries[-1].hash}" == facts["Last change"]
