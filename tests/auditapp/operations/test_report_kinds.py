# SPDX-License-Identifier: MPL-2.0
"""Test that reports that count are made without opening an audit, and of the right ones."""

import datetime as dt

import pypdfium2
import pytest

from auditapp.exports.orders import ReportAcross, ReportCopy
from auditapp.insight.selection import Selection
from auditapp.model.edits import Author, put_feedback
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.history import HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.logbook import LogKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from tests.making import start_audit

NEW = (
    ReportKind.YEAR_ON_YEAR,
    ReportKind.TIMESCALES,
    ReportKind.FEEDBACK,
    ReportKind.INSPECTION_LIST,
)
WORDLESS = tuple(kind for kind in NEW if kind is not ReportKind.FEEDBACK)
SHARED = ReportCopy(ReportFormat.CSV, is_shared=True)
YEAR = dt.timedelta(days=365)


@pytest.fixture
def audits(workspace, clock):
    """Sign six audits off now, and one a year and a half before; return the ids, that one first."""

    def signed(number):
        audit_id = start_audit(workspace, case_reference=f"HX-{number}", team="Court team")
        by = Author("R. Okafor", workspace.clock())
        said = Feedback(asked=True, said="She came when she promised.")
        workspace.commit(audit_id, put_feedback(FeedbackFrom.CHILD, said, by))
        workspace._sessions.get(audit_id).sign_off(by)
        workspace.close_audit(audit_id)
        return audit_id

    now = clock.now
    clock.now = now - YEAR - YEAR / 2
    old = signed(0)
    clock.now = now
    return [old, *(signed(number) for number in range(1, 7))]


@pytest.fixture
def no_opening(workspace, audits, monkeypatch):
    """Have it fail if an audit is opened once the digests are there."""
    workspace.refresh_digests()

    def refuse(audit_id):
        raise AssertionError(f"{audit_id} was opened")

    monkeypatch.setattr(workspace._sessions, "get", refuse)


def text_of(contents):
    """Return what is said in a report as CSV."""
    return contents.decode("utf-8-sig")


@pytest.mark.parametrize("kind", NEW)
def test_no_audit_is_opened(workspace, no_opening, kind):
    """What stands in the digests is enough."""
    contents = workspace.preview_across(ReportAcross(kind, Selection()))
    with pypdfium2.PdfDocument(contents) as document:
        assert len(document)


@pytest.mark.parametrize("kind", WORDLESS)
def test_a_shared_copy_without_words_opens_none_either(workspace, no_opening, kind):
    """It says that it is one, and no name is in it."""
    said = text_of(workspace.preview_across(ReportAcross(kind, Selection()), copy=SHARED))
    assert "A copy to be shared, without names" in said
    for name in ("HX-", "Court team", "Okafor"):
        assert name not in said


def test_a_case_has_the_same_code_in_every_shared_copy(workspace, audits):
    """So that the council can find a file that an inspector asks for."""
    wanted = ReportAcross(ReportKind.INSPECTION_LIST, Selection())
    listed = text_of(workspace.preview_across(wanted, copy=SHARED))
    assert f"Case {workspace._vault.code_of('HX-3')}" in listed


def test_two_years_are_those_of_both_periods(workspace, audits, clock):
    """An audit of neither is left out; without any at all nothing is chosen."""
    today = clock.now.date()
    wanted = ReportAcross(ReportKind.YEAR_ON_YEAR, Selection())
    assert frozenset(audits) == workspace.selection_for(wanted).audits
    spring = Selection(first=today - dt.timedelta(days=30), last=today)
    wanted = ReportAcross(ReportKind.YEAR_ON_YEAR, spring)
    chosen = workspace.selection_for(wanted)
    assert (frozenset(audits[1:]), None) == (chosen.audits, chosen.first)
    nobody = ReportAcross(ReportKind.YEAR_ON_YEAR, Selection(teams=frozenset({"Nobody"})))
    assert () == workspace.count_across(workspace.selection_for(nobody)).audits
    other = ReportAcross(ReportKind.SUMMARY, spring)
    assert spring == workspace.selection_for(other)


def test_one_that_cannot_be_read_is_counted_as_missing(workspace, audits):
    """Also where the audits of two periods were named one by one."""
    broken = AuditId(audits[3])
    for path in workspace.paths.store.glob(f"audits/{broken}.*"):
        path.write_bytes(b"damaged")
    workspace._repository.digests.forget(broken)
    wanted = ReportAcross(ReportKind.YEAR_ON_YEAR, Selection())
    said = text_of(workspace.preview_across(wanted, copy=ReportCopy(ReportFormat.CSV)))
    assert "Could not be read" in said


@pytest.mark.parametrize(
    ("kind", "is_noted"),
    [(ReportKind.FEEDBACK, True), (ReportKind.TIMESCALES, True), *((k, False) for k in NEW[::3])],
)
def test_audits_record_what_quotes_them(workspace, audits, tmp_path, kind, is_noted):
    """The logbook records all; an audit only what shows words of it."""
    workspace.export_across(ReportAcross(kind, Selection()), tmp_path / "out.pdf")
    kinds = [entry.kind for entry in workspace.history(audits[1])]
    assert is_noted is (HistoryKind.EXPORTED in kinds)
    assert LogKind.REPORT_EXPORTED in [each.kind for each in workspace.logbook()]


def test_what_is_printed_of_a_case_is_looked_at(workspace, audits, by):
    """Of the list that is the case reference, of the feedback report what people said."""
    said = Feedback(asked=True, said="Ring 07700 900123.")
    named = start_audit(workspace, case_reference="07700 900124")
    workspace.commit(named, put_feedback(FeedbackFrom.CHILD, said, by))
    everything = Selection(has_drafts=True)
    tables = {
        kind: {
            (found.place.table, found.place.field)
            for each in workspace.look_over(ReportAcross(kind, everything)).audits
            for found in each.found
        }
        for kind in NEW
    }
    assert {
        ReportKind.YEAR_ON_YEAR: set(),
        ReportKind.TIMESCALES: set(),
        ReportKind.FEEDBACK: {("feedback", "said")},
        ReportKind.INSPECTION_LIST: {("front", "case_reference")},
    } == tables
    shared = workspace.look_over(
        ReportAcross(ReportKind.FEEDBACK, everything), copy=ReportCopy(is_shared=True)
    )
    assert shared.is_plain
