# SPDX-License-Identifier: MPL-2.0
"""Looking at a backup, and restoring one audit of it."""

import pytest

from auditapp.model.edits import Author, change_answer
from tests.making import make_workspace, start_audit
from tests.mistyped import MISTYPED_KEY
from tests.ui.data.conftest import PATIENCE, open_it
from ui.data.choice_dialog import ChoiceDialog
from ui.data.open_backup_dialog import OpenBackupDialog


def answer(view, button):
    """Press a button of the dialog that asks."""
    (dialog,) = [each for each in view.findChildren(ChoiceDialog) if each.isVisible()]
    getattr(dialog, button).click()


def write(workspace, audit_id, note):
    """Write a note and close the audit."""
    by = Author("R. Okafor", workspace.clock())
    audit = workspace.open_audit(audit_id)
    workspace.commit(audit_id, change_answer(audit, "visits/VS1", by, note=note))
    workspace.close_audit(audit_id)


def test_what_is_in_it_is_shown(opened, audit_id, qtbot):
    """The audits, and that all of it is whole."""
    assert "The backup is complete and unchanged" == opened.verdict.accessibleName()
    assert audit_id == opened.chosen.id
    assert opened.one_button.isEnabled()
    qtbot.waitUntil(lambda: opened.window().focusWidget() is opened.table)


def test_the_search_narrows_the_list(opened, qtbot):
    """Nothing found is nothing to restore."""
    qtbot.keyClicks(opened.search.line_edit, "nowhere")
    assert opened.chosen is None
    assert not opened.one_button.isEnabled()
    opened.search.line_edit.clear()
    opened.search.text_edited.emit("")
    assert opened.one_button.isEnabled()


def test_a_removed_audit_comes_back_after_asking(opened, workspace, audit_id):
    """Leaving it is as easy as doing it."""
    workspace.remove_audit(audit_id)
    opened.one_button.click()
    answer(opened, "leave_button")
    assert [] == workspace.audits()
    opened.table.audit_chosen.emit(audit_id)
    answer(opened, "do_button")
    assert [audit_id] == [row.id for row in workspace.audits()]
    assert "HX-2047 was restored" == opened.outcome.accessibleName()


def test_later_work_is_replaced_after_asking(opened, workspace, audit_id):
    """The history says who did it."""
    write(workspace, audit_id, "Later.")
    opened.one_button.click()
    answer(opened, "do_button")
    assert "visits/VS1" not in workspace.open_audit(audit_id).answers
    assert "R. Okafor" == workspace.history(audit_id)[-1].by


def test_a_refusal_is_told(opened):
    """The audit is already as it is in the backup."""
    opened.one_button.click()
    assert "already as it is in the backup" in opened.outcome.accessibleName()
    assert opened.findChild(ChoiceDialog) is None


def test_a_damaged_backup_is_told(view, workspace, desk, qtbot, audit_id):
    """With the audit that is damaged, which is not in the list."""
    start_audit(workspace, case_reference="HX-2048")
    workspace.back_up(desk.path)
    contents = bytearray(desk.path.read_bytes())
    name = f"audits/{audit_id}.seal".encode()
    contents[contents.index(name) + len(name) + 100] ^= 1
    desk.path.write_bytes(contents)
    shown = open_it(view, qtbot)
    assert "This backup is damaged" == shown.verdict.accessibleName()
    assert "HX-2047 is damaged in the backup." == shown.verdict.accessibleDescription()
    assert 1 == shown.table.model().rowCount()


def test_other_audits_give_no_single_ones(make_view, workspace, desk, qtbot, tmp_path):
    """The page says so; the whole can be restored."""
    start_audit(workspace)
    workspace.back_up(desk.path)
    other = make_workspace(tmp_path / "other")
    shown = open_it(make_view(other), qtbot)
    assert "other audits than those on this computer" in shown.verdict.accessibleDescription()
    assert not shown.one_button.isEnabled()
    assert shown.whole_button.isEnabled()
    other.close()


def test_the_whole_is_asked_for(opened, view, qtbot):
    """It is done where the audits are locked."""
    with qtbot.waitSignal(view.restore_asked) as asked:
        opened.whole_button.click()
    assert 1 == asked.args[0].backup.audit_count


def test_going_back_leads_to_the_cards(opened, view):
    """The backup is forgotten."""
    opened.back_button.click()
    assert view.contents is None
    assert view.backup.isVisible()
    view.settle_now()
    view.refresh()


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_typed_is_not_tried(view, desk, workspace, text):
    """The field says what is missing."""
    workspace.back_up(desk.path)
    view.backup.restore_button.click()
    dialog = view.findChild(OpenBackupDialog)
    dialog.secret.line_edit.setText(text)
    dialog.open_button.click()
    assert "Type the passphrase." == dialog.secret.error
    dialog.reject()


def test_a_wrong_passphrase_and_another_file_are_told(view, desk, workspace, qtbot):
    """In the field, where the next try is typed."""
    workspace.back_up(desk.path)
    view.backup.restore_button.click()
    dialog = view.findChild(OpenBackupDialog)
    dialog.secret.line_edit.setText("something else altogether")
    dialog.open_button.click()
    qtbot.waitUntil(lambda: dialog.secret.error is not None, timeout=PATIENCE)
    assert "neither the passphrase nor the recovery key" in dialog.secret.error
    dialog.secret.line_edit.setText(MISTYPED_KEY)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: "typing mistake" in (dialog.secret.error or ""), timeout=PATIENCE)
    desk.path.write_bytes(b"no backup")
    qtbot.keyClicks(dialog.secret.line_edit, "again")
    assert dialog.secret.error is None
    dialog.open_button.click()
    qtbot.waitUntil(lambda: dialog.secret.error is not None, timeout=PATIENCE)
    assert "is no backup of Case File Audit" in dialog.secret.error
    dialog.reject()


def test_no_file_chosen_opens_nothing(view, desk):
    """The dialog of the computer was cancelled."""
    desk.path = None
    view.backup.check_button.click()
    assert view.findChild(OpenBackupDialog) is None
