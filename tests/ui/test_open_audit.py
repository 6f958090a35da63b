# SPDX-License-Identifier: MPL-2.0
"""Test the open audit of the window: it shows at once, saves in order, and never forgets."""

import pytest

from auditapp.errors import NotAllowedError, SaveFailedError
from auditapp.model.history import HistoryKind
from tests.making import start_audit
from tests.ui.view_fixtures import full_disk, workspace
from ui.open_audit import OpenAudit

__all__ = ["full_disk", "workspace"]

KEY = "visits/VS2"


@pytest.fixture
def open_audit(qapp, workspace):
    """Return an open audit on the visits checklist."""
    opened = OpenAudit(workspace, start_audit(workspace))
    yield opened
    opened.abandon()
    opened.deleteLater()


def stored(workspace, open_audit):
    """Return the audit as the store has it."""
    return workspace.open_audit(open_audit.audit.id)


def test_an_edit_shows_at_once_and_is_saved(qtbot, workspace, open_audit):
    """The view need not wait for the disk; saved is said only afterwards."""
    seen, view = [], object()
    open_audit.changed.connect(lambda change, initiator: seen.append((change, initiator)))
    with qtbot.waitSignal(open_audit.saved):
        open_audit.change_answer(KEY, value="met", initiator=view)
        assert "met" == open_audit.audit.answer(KEY).value

    assert open_audit.is_saved
    assert "met" == stored(workspace, open_audit).answer(KEY).value
    assert (True, view) == (seen[0][0].touches("answers", KEY), seen[0][1])


def test_saved_is_said_only_when_everything_is_durable(qtbot, workspace, open_audit):
    """With several edits in line the store has the last of them when the signal comes."""
    states = []
    open_audit.saved.connect(
        lambda _time: states.append(stored(workspace, open_audit).answer(KEY).note)
    )
    with qtbot.waitSignal(open_audit.saved):
        for number in range(20):
            open_audit.change_answer(KEY, note=f"Note {number}", typing="note")

    assert ["Note 19"] == states


def test_undo_waits_for_its_turn(qtbot, workspace, open_audit):
    """An undo takes back the edit before it although that is still on its way to the disk."""
    with qtbot.waitSignal(open_audit.saved):
        open_audit.change_answer(KEY, value="met")
        open_audit.change_answer(KEY, value="not_met")
        open_audit.undo()

    assert "met" == open_audit.audit.answer(KEY).value
    with qtbot.waitSignal(open_audit.saved):
        open_audit.redo()

    assert "not_met" == open_audit.audit.answer(KEY).value
    assert open_audit.audit == stored(workspace, open_audit)


def test_an_edit_made_after_an_undo_is_kept(qtbot, open_audit):
    """The undo's result does not wipe out what was typed meanwhile."""
    with qtbot.waitSignal(open_audit.saved):
        open_audit.change_answer(KEY, value="met")
        open_audit.undo()
        open_audit.change_answer("visits/VS1-safe", value="shown")

    assert {"visits/VS1-safe"} == open_audit.audit.answers.keys()


def test_undo_with_nothing_to_take_back(qtbot, open_audit):
    """It does no harm."""
    with qtbot.waitSignal(open_audit.saved):
        open_audit.undo()
    with qtbot.waitSignal(open_audit.saved):
        open_audit.redo()

    assert {} == open_audit.audit.answers


def test_a_failed_save_keeps_its_place_in_line(qtbot, workspace, open_audit, full_disk):
    """Nothing is lost or reordered; trying again writes it all."""
    full_disk.set()
    with qtbot.waitSignal(open_audit.save_failed) as failed:
        open_audit.change_answer(KEY, value="met")
        open_audit.change_answer(KEY, note="Seen")

    assert isinstance(failed.args[0], SaveFailedError)
    assert not open_audit.is_saved
    assert {} == stored(workspace, open_audit).answers

    full_disk.clear()
    with qtbot.waitSignal(open_audit.saved):
        open_audit.try_again()

    assert open_audit.audit == stored(workspace, open_audit)
    assert "Seen" == open_audit.audit.answer(KEY).note


def test_edits_after_a_failure_wait_behind_it(qtbot, workspace, open_audit, full_disk):
    """The order on disk is the order in which they were made."""
    full_disk.set()
    with qtbot.waitSignal(open_audit.save_failed):
        open_audit.change_answer(KEY, value="met")
    full_disk.clear()
    open_audit.change_answer(KEY, note="Seen")
    open_audit.flush()

    kinds = [entry.kind for entry in workspace.history(open_audit.audit.id)]
    assert [HistoryKind.CREATED, HistoryKind.ANSWER, HistoryKind.NOTE] == kinds


def test_closing_with_a_full_disk_is_refused(open_audit, full_disk):
    """The audit stays open with everything in it."""
    full_disk.set()
    open_audit.change_answer(KEY, value="met")
    with pytest.raises(SaveFailedError):
        open_audit.close()

    assert "met" == open_audit.audit.answer(KEY).value
    full_disk.clear()
    open_audit.flush()
    assert open_audit.is_saved


def test_flush_returns_when_everything_is_durable(workspace, open_audit):
    """Without the event loop: closing a laptop's lid does not wait for signals."""
    for number in range(20):
        open_audit.change_answer(KEY, note=f"Note {number}")
    open_audit.flush()

    assert "Note 19" == stored(workspace, open_audit).answer(KEY).note


def test_signing_off_an_incomplete_audit_is_refused(open_audit):
    """The reason comes as an error to show; the audit can still be edited."""
    with pytest.raises(NotAllowedError):
        open_audit.sign_off()

    assert open_audit.can_edit
