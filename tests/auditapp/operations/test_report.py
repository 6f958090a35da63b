# SPDX-License-Identifier: MPL-2.0
"""Test that reports of every kind are made, saved and recorded through the workspace."""

import datetime as dt
from hashlib import sha256

import pypdfium2
import pytest

from auditapp.errors import NotAllowedError, ReportError, UnsafePathError
from auditapp.exports.orders import ReportAcross, ReportCopy, ReportOfOne
from auditapp.insight.selection import Selection
from auditapp.model.audit import Overall
from auditapp.model.edits import Author, change_overall, put_action, put_concern
from auditapp.model.follow_up import Action, Concern
from auditapp.model.history import HistoryKind
from auditapp.model.ids import ChecklistId, new_record_id
from auditapp.model.logbook import LogKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from tests.making import start_audit

SUMMARY, ACTIONS = ReportKind.SUMMARY, ReportKind.ACTIONS
ALL = Selection(has_drafts=True)


@pytest.fixture
def text_in():
    """Return a function that reads the text of a PDF, its lines joined by spaces."""

    def read(contents):
        with pypdfium2.PdfDocument(contents) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        return " ".join(" ".join(page.split()) for page in pages)

    return read


def sign(workspace, audit_id, by):
    """Sign an audit off, whatever is missing in it."""
    workspace._sessions.get(audit_id).sign_off(by)
    workspace.close_audit(audit_id)


def exports(workspace, audit_id):
    """Return the lines of an audit's history about exports."""
    history = workspace.history(audit_id)
    return [entry for entry in history if entry.kind is HistoryKind.EXPORTED]


def test_a_report_is_saved_and_recorded_with_its_kind(workspace, by, tmp_path):
    """The history has format, fingerprint and kind; a preview leaves no trace."""
    audit_id = start_audit(workspace)
    wanted = ReportOfOne(ReportKind.SHORT, audit_id)
    path = tmp_path / "short.pdf"
    steps = []
    contents = workspace.preview_report(wanted, report_progress=lambda *step: steps.append(step))
    assert steps
    assert [] == exports(workspace, audit_id)

    workspace.export_report(wanted, path, by)
    assert contents == path.read_bytes()
    (entry,) = exports(workspace, audit_id)
    assert f"pdf {sha256(contents).hexdigest()}, Short report" == entry.detail
    assert "R. Okafor" == entry.by


def test_a_signed_version_is_reported_on(workspace, by, tmp_path):
    """Which one is on record; one that there is not is refused."""
    audit_id = start_audit(workspace)
    sign(workspace, audit_id, by)
    workspace.amend(audit_id, by, "A visit was overlooked.")
    wanted = ReportOfOne(ReportKind.LEARNING, audit_id, signed=1)
    workspace.export_report(wanted, tmp_path / "note.pdf", by)
    assert exports(workspace, audit_id)[-1].detail.endswith(", Learning note, signed version 1")
    with pytest.raises(NotAllowedError, match="no signed version 2"):
        workspace.preview_report(ReportOfOne(ReportKind.SHORT, audit_id, signed=2))
    with pytest.raises(NotAllowedError, match="signed audits only"):
        workspace.preview_report(ReportOfOne(ReportKind.LEARNING, audit_id))


def test_what_is_left_out_is_known_before(workspace, by):
    """Of the version that is asked for."""
    audit_id = start_audit(workspace)
    action = Action(what="Write it down", created_at=by.now)
    workspace.commit(audit_id, put_action(new_record_id(), action, by))
    assert "1 action" in workspace.left_out(ReportOfOne(ReportKind.CONCERN, audit_id))
    assert "1 action" not in workspace.left_out(ReportOfOne(ReportKind.SHORT, audit_id))


def test_the_name_of_a_file_says_what_it_is(workspace, by):
    """With the day of the sign-off; a copy to be shared has a code for the case."""
    audit_id = start_audit(workspace)
    wanted = ReportOfOne(ReportKind.SHORT, audit_id)
    sign(workspace, audit_id, by)
    day = by.now.astimezone().date()
    assert f"Short report HX-2047 {day}.pdf" == workspace.report_name(wanted)
    shared = workspace.report_name(wanted, ReportCopy(ReportFormat.DOCX, is_shared=True))
    assert shared.startswith("Short report Case ")
    assert shared.endswith(".docx")
    assert "HX-2047" not in shared


def test_a_print_is_recorded_with_its_kind(workspace, by):
    """The full report is named by nothing else; an earlier version by its number."""
    audit_id = start_audit(workspace)
    workspace.record_print(ReportOfOne(ReportKind.SHORT, audit_id), by, 2)
    sign(workspace, audit_id, by)
    workspace.amend(audit_id, by, "A visit was overlooked.")
    workspace.record_print(ReportOfOne(ReportKind.AUDIT, audit_id, signed=1), by, 1)
    told = [entry.detail for entry in exports(workspace, audit_id)]
    assert ["print, 2 pages, Short report", "print, 1 page, signed version 1"] == told


def test_a_print_of_several_audits_is_recorded(workspace):
    """In the logbook and with each audit; a shared summary holds no words, so not with those."""
    audit_id = start_audit(workspace)
    shared = ReportCopy(is_shared=True)
    workspace.record_print_across(ReportAcross(SUMMARY, ALL), 3, shared)
    assert [] == exports(workspace, audit_id)
    workspace.record_print_across(ReportAcross(ACTIONS, ALL), 1)
    told = [entry.detail for entry in workspace.logbook()][-2:]
    pages = "print, 3 pages, Thematic summary, without names"
    assert [f"{pages}, 1 audit", "print, 1 page, Action plan, 1 audit"] == told
    assert ["print, 1 page, Action plan"] == [e.detail for e in exports(workspace, audit_id)]


def test_a_report_of_several_audits_has_a_name(workspace, clock):
    """That of the kind, and the day."""
    day = clock.now.astimezone().date()
    assert f"Action plan {day}.pdf" == workspace.report_name_across(ACTIONS)


def test_the_names_to_be_avoided_are_not_in_a_learning_note(workspace, by, text_in):
    """They are taken from beside the audit."""
    audit_id = start_audit(workspace)
    workspace.avoid_names(audit_id, ["Marlene Dray"], by)
    workspace.commit(audit_id, change_overall(Overall(strengths="Marlene was heard"), by))
    sign(workspace, audit_id, by)
    said = text_in(workspace.preview_report(ReportOfOne(ReportKind.LEARNING, audit_id)))
    assert "[name removed] was heard" in said


def test_nothing_is_written_where_the_audits_are(workspace, by):
    """Of one audit or of several."""
    audit_id = start_audit(workspace)
    path = workspace.paths.store / "report.pdf"
    with pytest.raises(UnsafePathError):
        workspace.export_report(ReportOfOne(ReportKind.SHORT, audit_id), path, by)
    with pytest.raises(UnsafePathError):
        workspace.export_across(ReportAcross(SUMMARY, ALL), path)


def test_a_report_that_is_stopped_leaves_nothing(workspace, by, tmp_path):
    """Neither a file nor a line."""
    audit_id = start_audit(workspace)
    path = tmp_path / "short.pdf"
    with pytest.raises(ReportError, match="you stopped it"):
        workspace.export_report(
            ReportOfOne(ReportKind.SHORT, audit_id), path, by, is_cancelled=lambda: True
        )
    with pytest.raises(NotAllowedError, match="was stopped"):
        workspace.export_across(ReportAcross(SUMMARY, ALL), path, is_cancelled=lambda: True)
    assert not path.exists()
    assert [] == exports(workspace, audit_id)


def test_signed_audits_are_chosen_unless_drafts_are_wanted(workspace, clock, by):
    """The oldest first; audits that were closed are closed again."""
    draft = start_audit(workspace)
    second = start_audit(workspace, case_reference="HX-2")
    first = start_audit(workspace, case_reference="HX-1")
    sign(workspace, first, Author("R. Okafor", clock.now - dt.timedelta(days=40)))
    sign(workspace, second, by)
    chosen = workspace.choose_audits(Selection())
    assert [first, second] == [state.audit.id for state in chosen.states]
    assert not workspace._sessions.are_open
    every = workspace.choose_audits(ALL)
    assert {draft, first, second} == {state.audit.id for state in every.states}
    recent = workspace.choose_audits(Selection(first=clock.now.date()))
    assert [second] == [state.audit.id for state in recent.states]


def test_audits_are_chosen_by_team_and_checklist(workspace):
    """Teams are compared without capitals."""
    north = start_audit(workspace, "visits", team="North")
    south = start_audit(workspace, "pep", team="South")
    by_team = Selection(teams=frozenset({"north"}), has_drafts=True)
    by_checklist = Selection(checklists=frozenset({ChecklistId("pep")}), has_drafts=True)
    steps = []
    found = workspace.choose_audits(by_team, report_progress=lambda *step: steps.append(step))
    assert [north] == [state.audit.id for state in found.states]
    assert [(1, 1)] == steps
    found = workspace.choose_audits(by_checklist)
    assert [south] == [state.audit.id for state in found.states]


def test_an_open_amendment_counts_as_it_was_signed(workspace, by):
    """Unless drafts are wanted; an audit that is open stays open."""
    audit_id = start_audit(workspace)
    sign(workspace, audit_id, by)
    workspace.amend(audit_id, by, "A visit was overlooked.")
    (state,) = workspace.choose_audits(Selection()).states
    assert not state.audit.is_draft
    (state,) = workspace.choose_audits(ALL).states
    assert state.audit.is_draft
    assert workspace._sessions.is_open(audit_id)


def test_an_audit_that_cannot_be_read_is_counted(workspace):
    """The others are read all the same."""
    good = start_audit(workspace)
    bad = start_audit(workspace)
    workspace.close_audit(bad)
    for path in workspace.paths.store.glob(f"audits/{bad}.*"):
        path.write_bytes(b"damaged")
    chosen = workspace.choose_audits(ALL)
    assert ([good], (bad,)) == ([state.audit.id for state in chosen.states], chosen.unreadable)


def test_a_summary_is_saved_and_stands_in_the_logbook(workspace, tmp_path, text_in):
    """With how many audits it is made of; each audit records that its words went out."""
    ids = [start_audit(workspace, case_reference=f"HX-{at}") for at in range(3)]
    path = tmp_path / "summary.pdf"
    wanted = ReportAcross(SUMMARY, ALL)
    contents = workspace.preview_across(wanted)
    assert 3 == workspace.export_across(wanted, path)
    assert contents == path.read_bytes()
    entry = workspace.logbook()[-1]
    assert LogKind.REPORT_EXPORTED is entry.kind
    digest = sha256(path.read_bytes()).hexdigest()
    assert f"pdf {digest}, Thematic summary, 3 audits" == entry.detail
    assert "HX" not in entry.detail
    for audit_id in ids:
        assert f"pdf {digest}, Thematic summary" == exports(workspace, audit_id)[-1].detail
    assert "3 audits of 1 team" in text_in(path.read_bytes())


def test_a_summary_to_be_shared_has_no_word_of_an_audit(workspace, tmp_path):
    """So the audits have nothing to record; an action plan has, shared or not."""
    audit_id, *_others = [start_audit(workspace) for _ in range(5)]
    shared = ReportCopy(is_shared=True)
    workspace.export_across(ReportAcross(SUMMARY, ALL), tmp_path / "summary.pdf", copy=shared)
    assert [] == exports(workspace, audit_id)
    workspace.export_across(ReportAcross(ACTIONS, ALL), tmp_path / "plan.pdf", copy=shared)
    assert 1 == len(exports(workspace, audit_id))


def test_a_report_of_no_audit_is_refused(workspace, tmp_path):
    """It is said what to widen."""
    with pytest.raises(NotAllowedError, match="No audit was found"):
        workspace.export_across(ReportAcross(SUMMARY, Selection()), tmp_path / "summary.pdf")
    assert [] == list(tmp_path.glob("*.pdf"))


def test_nothing_is_read_behind_the_lock(workspace, tmp_path):
    """A workspace that was locked meanwhile gives out nothing."""
    start_audit(workspace)
    rows = workspace.audits()
    workspace.close()
    workspace.audits = lambda: rows
    with pytest.raises(NotAllowedError, match="locked meanwhile"):
        workspace.choose_audits(ALL)


def test_a_concern_is_given_notice_of(workspace, by, text_in):
    """Of a draft, on the day on which it was found."""
    audit_id = start_audit(workspace)
    concern = Concern(what="Nobody saw her", found_at=by.now)
    workspace.commit(audit_id, put_concern(new_record_id(), concern, by))
    said = text_in(workspace.preview_report(ReportOfOne(ReportKind.CONCERN, audit_id)))
    assert "DRAFT: immediate concern notice" in said
    assert "Nobody saw her" in said
