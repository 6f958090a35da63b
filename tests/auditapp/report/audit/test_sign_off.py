# SPDX-License-Identifier: MPL-2.0
"""Test how the sign-off and the reports made before are shown."""

from dataclasses import replace

from auditapp.fingerprints import grouped
from auditapp.model.audit import PinnedTrust
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.trust import TrustState
from auditapp.report.blocks import (
    Facts,
)
from tests.auditapp.report.reading import NOW, blocks_of, report, tables


def test_the_checklists_say_where_they_came_from(make_outline):
    """Beside version and hash, as it was found when the audit was started."""
    outline = make_outline()
    found = [
        PinnedTrust(state=TrustState.KNOWN_KEY, signer="Halden Council", key_id="13FD039B504F53AC"),
        PinnedTrust(state=TrustState.UNSIGNED),
    ]
    pins = [
        pin.model_copy(update={"trust": trust})
        for pin, trust in zip(outline.audit.checklists, found, strict=True)
    ]
    audit = outline.audit.model_copy(update={"checklists": tuple(pins)})
    (table,) = tables(report(replace(outline, audit=audit)), "Checklists used")
    assert ["Signed by Halden Council, key 13FD039B504F53AC", "Unsigned"] == [
        row[2] for row in table.rows
    ]
    assert [grouped(pin.sha256) for pin in pins] == [row[3] for row in table.rows]


def test_an_audit_from_before_says_that_nothing_was_recorded(make_outline):
    """It does not claim to know."""
    (table,) = tables(report(make_outline()), "Checklists used")
    assert {"Not recorded"} == {row[2] for row in table.rows}


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
    (table,) = tables(document, "Exports made before this one")
    at = "14 November 2026 at 17:12"
    rows = [(at, "A. Auditor", "pdf ab12"), (at, "A. Auditor", "print, 12 pages")]
    assert rows == [*table.rows]
    facts = dict(blocks_of(document, Facts)[-1].pairs)
    assert "1" == facts["Changes"]
    assert f"SHA-256 {grouped(entries[-1].hash)}" == facts["Last change"]
