# SPDX-License-Identifier: MPL-2.0
"""Drafts are moved to a checklist on the page that loads it, and only those that are ticked."""

from threading import Event

from auditapp.model.edits import Author, change_answer
from auditapp.model.trust import TrustState
from tests.conftest import PATIENCE
from tests.making import start_audit
from tests.ui.checklists.loading.at_work import in_use, press, row_of, version

__all__ = ["press"]


def test_using_it_moves_no_draft(load, signed, draft, workspace, press, qtbot):
    """Not even a ticked one."""
    audit_id = draft()
    view = load(signed)
    view.drafts.rows[0].box.click()
    press(view.decision.use_button)

    assert ("2.0", "1.0") == (in_use(workspace), version(workspace, audit_id))
    assert "New audits start on Visits, direct work and relationship 2.0" == (
        view.outcome.banner.accessibleName()
    )
    assert not view.outcome.moved.isVisible()
    assert not view.decision.isVisible()
    with qtbot.waitSignal(view.finished) as left:
        view.outcome.done_button.click()
    assert [True] == left.args


def test_only_ticked_drafts_move_and_one_undo_takes_it_back(
    load, signed, draft, workspace, press, preferences
):
    """The pin says who signed it, the history who moved it."""
    moved, stayed = draft("HX-1"), draft("HX-2")
    view = load(signed)
    row_of(view, "HX-1").box.click()
    assert "Use, and move ticked drafts" == view.decision.move_button.text()
    press(view.decision.move_button)

    assert ["HX-1"] == [row.title for row in view.outcome.moved.rows]
    assert not view.outcome.refused.isVisible()
    assert ("2.0", "1.0") == (version(workspace, moved), version(workspace, stayed))
    pin = workspace.open_audit(moved).checklists[0]
    assert (TrustState.KNOWN_KEY, "Halden Council") == (pin.trust.state, pin.trust.signer)
    last = workspace.history(moved)[-1]
    assert preferences.settings.auditor == last.by
    workspace.undo(moved, Author("R. Okafor", workspace.clock()))
    workspace.close_audit(moved)
    assert "1.0" == version(workspace, moved)


def test_all_can_be_ticked_and_cleared(load, signed, draft):
    """Each tick is the person's; how many there are stands above the buttons."""
    draft("HX-1"), draft("HX-2")
    view = load(signed)
    view.drafts.all_button.click()
    assert "2 drafts are ticked." in view.decision._words.text()
    view.drafts.none_button.click()
    assert ((), False) == (view.drafts.chosen, view.decision.move_button.isEnabled())


def test_a_draft_that_changed_meanwhile_is_refused(load, signed, draft, workspace, press):
    """Something else would come of it than was shown; the other one moves."""
    changed, other = draft("HX-1"), draft("HX-2")
    view = load(signed)
    view.drafts.all_button.click()
    audit = workspace.open_audit(changed)
    by = Author("R. Okafor", workspace.clock())
    workspace.commit(changed, change_answer(audit, "visits/VS2", by, value="met"))
    workspace.close_audit(changed)
    press(view.decision.move_button)

    (row,) = view.outcome.refused.rows
    assert ("HX-1", True) == (row.title, "has changed since" in row.remarks[0].text)
    assert ("1.0", "2.0") == (version(workspace, changed), version(workspace, other))


def test_a_draft_that_is_open_is_refused(load, signed, draft, workspace, press):
    """It is never moved behind the back of whoever is at work in it."""
    audit_id = draft()
    view = load(signed)
    view.drafts.rows[0].box.click()
    workspace.open_audit(audit_id)
    press(view.decision.move_button)

    assert "This audit is open." in view.outcome.refused.rows[0].remarks[0].text
    workspace.close_audit(audit_id)
    assert "1.0" == version(workspace, audit_id)


def test_drafts_can_be_moved_to_the_version_in_use(load, signed, draft, workspace, press):
    """Later, with the same file; there is nothing to put in use then."""
    audit_id = draft()
    press(load(signed).decision.use_button)
    view = load(signed)

    assert not view.decision.use_button.isVisible()
    assert "Move ticked drafts" == view.decision.move_button.text()
    view.drafts.rows[0].box.click()
    press(view.decision.move_button)
    assert "2.0" == version(workspace, audit_id)
    (row,) = load(signed).drafts.rows
    assert ("It uses this version already.", False) == (row.lines.why_not, row.box.isEnabled())


def test_signed_off_and_other_audits_are_not_offered(load, signed, workspace):
    """And that is said."""
    start_audit(workspace, "chronology")
    signed_off = start_audit(workspace, "visits")
    workspace._sessions.get(signed_off).sign_off(Author("R. Okafor", workspace.clock()))
    workspace.close_audit(signed_off)
    view = load(signed)

    assert [] == view.drafts.rows
    assert "None. Audits that are signed off are never changed." == view.drafts._words.text()


def test_looking_at_the_drafts_can_be_stopped(load, workspace, signed, draft, monkeypatch):
    """What was not looked at stays as it is; the file can be used all the same."""
    draft("HX-1"), draft("HX-2")
    preview, gone_on = workspace.preview_revision, Event()

    def wait_after_first(revision, *, report_progress, is_cancelled):
        def report(done, total):
            report_progress(done, total)
            gone_on.wait(PATIENCE)

        return preview(revision, report_progress=report, is_cancelled=is_cancelled)

    def stop(view):
        view.work_bar.progress_bar.valueChanged.connect(view.work_bar.cancel_button.click)
        view.work_bar.progress_bar.valueChanged.connect(gone_on.set)

    monkeypatch.setattr(workspace, "preview_revision", wait_after_first)
    view = load(signed, prepare=stop)

    assert 1 == len(view.drafts.rows)
    assert "You stopped before" in view.drafts._words.text()
    assert view.decision.use_button.isEnabled()
