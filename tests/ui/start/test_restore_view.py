# SPDX-License-Identifier: MPL-2.0
"""Restoring the whole of a backup from the start screens."""

import pytest

from auditapp.errors import SaveFailedError
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, make_workspace, start_audit
from tests.mistyped import MISTYPED_KEY
from tests.ui.data.conftest import PATIENCE
from tests.ui.one_path import OnePath
from ui.start.restore_view import RestoreView
from ui.widgets.signs.text_label import TextLabel


@pytest.fixture
def home(tmp_path):
    """Make a workspace with one audit and a backup of it; return its folder, locked."""
    workspace = make_workspace(tmp_path / "home")
    start_audit(workspace)
    workspace.back_up(tmp_path / "backup.zip")
    start_audit(workspace, case_reference="HX-2048")
    workspace.close()
    return tmp_path / "home"


@pytest.fixture
def make_view(theme, jobs, show, tmp_path, home):
    """Return a function that shows the view for a folder."""
    return lambda folder: show(
        RestoreView(theme, find_paths(folder), jobs, OnePath(tmp_path / "backup.zip"))
    )


def reach_found(view, qtbot):
    """Choose the file, type the passphrase, and return what is shown then."""
    view.file.choose_button.click()
    view.file.secret.line_edit.setText(PASSPHRASE)
    view.file.next_button.click()
    qtbot.waitUntil(lambda: view.found is not None, timeout=PATIENCE)
    return view.found


def words(step):
    """Return all that a step says."""
    return " ".join(label.text() for label in step.findChildren(TextLabel))


def references(folder):
    """Return the case references of the audits in a folder."""
    workspace = Workspace.unlock(find_paths(folder), PASSPHRASE, strength=WEAK)
    found = [row.case_reference for row in workspace.audits()]
    workspace.close()
    return found


def test_a_new_computer_is_restored_without_a_tick(make_view, qtbot, tmp_path):
    """There is nothing that could go out of sight."""
    view = make_view(tmp_path / "new")
    found = reach_found(view, qtbot)
    assert found.costs.isHidden()
    assert found.wanted.isHidden()
    found.restore_button.click()
    qtbot.waitUntil(lambda: view.done is not None, timeout=PATIENCE)
    assert "is on this computer now: 1 audit." in words(view.done)
    assert "is kept" not in words(view.done)
    with qtbot.waitSignal(view.left):
        view.done.next_button.click()
    assert ["HX-2047"] == references(tmp_path / "new")


def test_what_is_here_is_put_aside_when_that_is_wanted(make_view, qtbot, home):
    """Not before the person has ticked that they read it; where it is kept is said."""
    view = make_view(home)
    found = reach_found(view, qtbot)
    assert not found.restore_button.isEnabled()
    assert "are put aside" in found.costs.accessibleDescription()
    found.wanted.click()
    found.restore_button.click()
    qtbot.waitUntil(lambda: view.done is not None, timeout=PATIENCE)
    assert "before-restore-" in words(view.done)
    assert ["HX-2047"] == references(home)


def test_nothing_is_changed_before(make_view, qtbot, home):
    """Looking at a backup is free; going back leads to the file, and from there out."""
    view = make_view(home)
    reach_found(view, qtbot).back_button.click()
    assert view.step is view.file
    assert "" == view.file.secret.text
    with qtbot.waitSignal(view.left):
        view.file.back_button.click()
    assert {"HX-2047", "HX-2048"} == set(references(home))


def test_a_wrong_passphrase_is_told(make_view, qtbot, home):
    """In its field."""
    view = make_view(home)
    view.file.choose_button.click()
    view.file.next_button.click()
    assert "Type the passphrase." == view.file.secret.error
    qtbot.keyClicks(view.file.secret.line_edit, "something else altogether")
    assert view.file.secret.error is None
    view.file.next_button.click()
    qtbot.waitUntil(lambda: view.file.secret.error is not None, timeout=PATIENCE)
    assert "neither the passphrase nor the recovery key of the backup" in view.file.secret.error
    assert "in force when it was made" in view.file.secret.error
    assert view.file.isEnabled()
    assert view.file.secret.line_edit.hasFocus()


def test_a_typing_mistake_in_the_recovery_key_is_told(make_view, qtbot, home):
    """Or it would be taken for that of another time, on the day when nothing else is left."""
    view = make_view(home)
    view.file.choose_button.click()
    view.file.secret.line_edit.setText(MISTYPED_KEY)
    view.file.next_button.click()
    qtbot.waitUntil(lambda: view.file.secret.error is not None, timeout=PATIENCE)
    assert "typing mistake in the recovery key" in view.file.secret.error


def test_a_file_that_is_no_backup_is_told(make_view, qtbot, home, tmp_path):
    """Above the card's fields."""
    (tmp_path / "backup.zip").write_bytes(b"nothing of the kind")
    view = make_view(home)
    view.file.choose_button.click()
    view.file.secret.line_edit.setText(PASSPHRASE)
    view.file.next_button.click()
    qtbot.waitUntil(view.failure.isVisible, timeout=PATIENCE)
    assert "is no backup" in view.failure.accessibleName()


def test_without_a_file_the_dialog_opens(make_view, home):
    """There is nothing else that the button could mean; cancelled, it does nothing."""
    view = make_view(home)
    view.file._outside.path = None
    view.file.next_button.click()
    assert view.file.secret.error is None
    assert "" == view.file.file.text


def test_a_restore_that_fails_is_told(make_view, qtbot, home, monkeypatch):
    """What was here is in force, and it can be tried again."""

    def refuse(*_args, **_options):
        raise SaveFailedError("The disk is full.", "Free some space.")

    view = make_view(home)
    found = reach_found(view, qtbot)
    monkeypatch.setattr("auditapp.backups.restore_whole", refuse)
    found.wanted.click()
    found.restore_button.click()
    qtbot.waitUntil(view.failure.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(found.isEnabled, timeout=PATIENCE)
    assert "The disk is full." == view.failure.accessibleName()
    assert {"HX-2047", "HX-2048"} == set(references(home))


def test_an_open_window_keeps_its_audits(make_view, qtbot, home):
    """Somebody is at work in another window."""
    other = Workspace.unlock(find_paths(home), PASSPHRASE, strength=WEAK)
    view = make_view(home)
    found = reach_found(view, qtbot)
    found.wanted.click()
    found.restore_button.click()
    qtbot.waitUntil(view.failure.isVisible, timeout=PATIENCE)
    assert "already open in another window" in view.failure.accessibleName()
    other.close()
