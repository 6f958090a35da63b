# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.data.keeping_card`` and what it opens."""

import datetime as dt

import pytest

from auditapp.errors import SaveFailedError
from auditapp.model.edits import Author
from tests.making import Clock, start_audit
from ui.data.delete_dialog import DeleteDialog
from ui.data.hold_dialog import HoldDialog
from ui.data.keeping_card import KeepingCard
from ui.error_dialog import ErrorDialog
from ui.preferences import Preferences


@pytest.fixture
def audit_id(workspace):
    """Return an audit that was started a year ago."""
    workspace.clock = Clock()
    audit_id = start_audit(workspace)
    workspace.clock.now += dt.timedelta(days=400)
    return audit_id


@pytest.fixture
def card(theme, workspace, audit_id, show):
    """Return the card of somebody who keeps audits for twelve months."""
    preferences = Preferences(workspace.paths.settings)
    preferences.change(keep_months=12, auditor="R. Okafor")
    return show(KeepingCard(theme, workspace, preferences), 700, 500)


def words(card):
    """Return what is said about what is due."""
    return card._words.text()


def test_what_is_due_is_listed(card, audit_id):
    """With its reference, its day and its checklists."""
    assert "One audit was kept as long as it is to be. Delete it, or hold it." == words(card)
    assert [audit_id] == [each.row.id for each in card.rows]
    assert 12 == card.months.value


def test_what_is_held_is_listed_but_not_asked_about(card, workspace, audit_id):
    """Whoever has put it on hold has answered."""
    workspace.hold_audit(audit_id, "Complaint", Author("R. Okafor", workspace.clock()))
    card.refresh()

    assert "No audit is due for deletion but those on hold." == words(card)
    assert [audit_id] == [each.row.id for each in card.rows]


def test_without_a_time_nothing_is_due(card, qtbot):
    """That is where everybody starts."""
    card.months.line_edit.setText("0")
    card.months.line_edit.textEdited.emit("0")
    card.settle_now()
    assert "No time is set, so no audit is due for deletion." == words(card)
    assert [] == card.rows


def test_deleting_asks_and_then_deletes(card, workspace, qtbot):
    """What goes and what stays is said; to keep it is what Enter does."""
    card.rows[0].delete_button.click()
    assert isinstance(card.desk.dialog, DeleteDialog)
    card.desk.dialog.reject()
    assert 1 == len(workspace.audits())

    card.rows[0].delete_button.click()
    card.desk.dialog.delete_button.click()
    assert ([], "No audit is due for deletion.") == (workspace.audits(), words(card))
    assert 1 == len(workspace.statistics())


def test_a_held_audit_cannot_be_deleted(card, workspace, audit_id):
    """A hold wants a reason; while it is on there is no button that deletes."""
    card.rows[0].hold_button.click()
    assert isinstance(card.desk.dialog, HoldDialog)
    card.desk.dialog.hold_button.click()
    assert card.desk.dialog.reason.error
    card.desk.dialog.reason.set_text("Court")
    card.desk.dialog.hold_button.click()
    row = card.rows[0]
    assert "Court" == workspace.hold(audit_id).reason
    assert (True, False) == (row.delete_button.isHidden(), row.release_button.isHidden())

    row.release_button.click()
    assert workspace.hold(audit_id) is None
    assert not card.rows[0].delete_button.isHidden()


def test_no_window_is_called_after_a_case(card):
    """The titles of windows are for everybody to see."""
    for button in (card.rows[0].hold_button, card.rows[0].delete_button):
        button.click()
        assert "HX-2047" not in card.desk.dialog.windowTitle()
        card.desk.dialog.reject()


def test_what_cannot_be_done_is_told(card, workspace, monkeypatch):
    """Nothing looks deleted that is still there."""

    def refuse(_audit_id):
        raise SaveFailedError("The disk is full.")

    monkeypatch.setattr(workspace, "remove_audit", refuse)
    card.rows[0].delete_button.click()
    card.desk.dialog.delete_button.click()
    told = [each for each in card.findChildren(ErrorDialog) if each.isVisible()]
    assert ["The disk is full."] == [each.windowTitle() for each in told]
    told[0].accept()
    assert 1 == len(card.rows)


def test_a_change_of_the_look_while_locked_leaves_it_alone(card, workspace):
    """The settings can still change then; what is due cannot be read."""
    workspace.close()
    card.refresh()
    assert 1 == len(card.rows)
