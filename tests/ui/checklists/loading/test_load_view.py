# SPDX-License-Identifier: MPL-2.0
"""The page that loads a checklist, on a real workspace: nothing changes before the choice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from auditapp.checklist.revision.change_groups import ChangeGroup
from auditapp.checklist.shelving import Shelving
from auditapp.model.trust import TrustState
from tests.auditapp.checklist.desk import KEY
from tests.ui.checklists.loading.at_work import everything, in_use, press, version
from tests.ui.checklists.loading.conftest import CHANGES, NEW_TEXT, OLD_TEXT
from ui.checklists.draft_lines import FATE_COLUMNS
from ui.checklists.file_facts import file_facts
from ui.rows.row import spoken_words

__all__ = ["press"]


def test_a_signed_revision_says_what_it_is_and_what_it_touches(load, signed, draft):
    """Who signed it, what changes, and each draft with its counts; nothing is ticked."""
    draft()
    view = load(signed)

    assert "Signed" == view.file_card.verdict.accessibleName()
    assert "Halden Council" in view.file_card.verdict.accessibleDescription()
    assert not view.faults.isVisible()
    shown = [group for group, part in view.changes.groups.items() if part.isVisible()]
    assert [ChangeGroup.WITHDRAWN, ChangeGroup.REWORDED, ChangeGroup.RENAMED] == shown
    (row,) = view.drafts.rows
    assert "Move HX-2047: 2 kept, 1 to confirm, 1 set aside, 0 questions newly open" == (
        row.box.accessibleName()
    )
    assert not row.is_ticked
    assert not view.decision.accept_box.isVisible()
    assert view.decision.use_button.isEnabled()
    assert not view.decision.move_button.isEnabled()


def test_what_is_known_of_a_file_is_said_in_plain_words(load, signed, workspace):
    """Not in those of the file, such as ``active``."""
    told = list(file_facts(workspace.examine_checklist(signed)))

    assert "Short name visits, version 2.0" in told
    assert "Ready to be used" in told


def test_a_draft_opens_to_the_fate_of_each_answer(load, signed, draft, qtbot):
    """What costs most comes first; the button that opens the lines closes them."""
    draft()
    (row,) = load(signed).drafts.rows
    assert row.group is None
    qtbot.keyClick(row.lines_button, Qt.Key.Key_Space)

    assert ["Set aside", "To confirm", "Kept", "Kept"] == [
        each.cells[0].text for each in row.group.rows
    ]
    assert row.group.rows[0].title.startswith("VS4-tools: ")
    assert "Answer: 4 visits" in [each.text for each in row.group.rows[2].remarks]
    assert f"Was: {OLD_TEXT} Now: {NEW_TEXT}" in spoken_words(row.group.rows[1], FATE_COLUMNS)
    assert "Hide the lines of HX-2047" == row.lines_button.accessibleName()
    qtbot.keyClick(row.lines_button, Qt.Key.Key_Space)
    assert not row.group.isVisible()


def test_leaving_changes_nothing(load, signed, draft, workspace, qtbot):
    """Not one byte of the workspace, whatever was ticked and opened."""
    draft()
    before = everything(workspace)
    view = load(signed)
    view.drafts.rows[0].box.click()
    with qtbot.waitSignal(view.finished) as left:
        view.decision.leave_button.click()

    assert [False] == left.args
    assert before == everything(workspace)


def test_an_unsigned_file_wants_a_tick(load, revision, draft, workspace, press):
    """Naming file, hash and publisher; only then the buttons can be used."""
    audit_id = draft()
    view = load(revision())
    told = view.decision.choice.accessibleDescription()

    assert "visits-new.yaml (SHA-256 " in told
    assert "It does not name its publisher." in told
    assert not view.decision.use_button.isEnabled()
    view.drafts.rows[0].box.click()
    assert not view.decision.move_button.isEnabled()
    view.decision.accept_box.click()
    press(view.decision.move_button)
    assert ("2.0", "2.0") == (in_use(workspace), version(workspace, audit_id))
    assert TrustState.UNSIGNED is workspace.open_audit(audit_id).checklists[0].trust.state


def test_a_wrong_signature_shows_no_preview(load, revision, draft, workspace):
    """There is nothing to choose but to leave it."""
    draft()
    view = load(revision(key=KEY, tail="# one more line\n"))

    assert "This file cannot be loaded" == view.file_card.verdict.accessibleName()
    assert "something in it was changed" in view.file_card.verdict.accessibleDescription()
    for part in (view.changes, view.drafts, view.decision.use_button, view.decision.move_button):
        assert not part.isVisible()
    assert view.decision.leave_button.hasFocus()


def test_faults_are_listed_and_copied(load, revision, qtbot):
    """Each with its line and what to write; the list has the focus."""
    view = load(revision(CHANGES[0], ("rule: visits_in_care", "rule: visits_in_cars")))

    (row,) = view.faults.group.rows
    assert "no timescale rule 'visits_in_cars'" in row.title
    assert "visits-new.yaml, line " in row.remarks[-1].text
    assert view.faults.group.list.hasFocus()
    qtbot.keyClick(view.faults.copy_button, Qt.Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("visits-new.yaml:")
    assert "visits_in_cars" in copied
    assert not view.decision.use_button.isVisible()


def test_a_newer_format_is_said(load, revision):
    """With what to do."""
    view = load(revision(("schema: checklist/1\n", "schema: checklist/2\n")))

    (row,) = view.faults.group.rows
    assert "is in the format checklist/2;" in row.title
    assert "Update the program" in row.remarks[0].text


def test_the_same_version_with_other_contents(load, revision):
    """It never loads; both hashes are named."""
    view = load(revision((OLD_TEXT, NEW_TEXT), key=KEY, version="1.0"))

    told = view.file_card.verdict.accessibleDescription()
    assert "with other contents. The SHA-256 of the one that is here is" in told
    assert not view.drafts.isVisible()


def test_an_older_version_is_warned_of(load, revision, draft, workspace, press):
    """It can be used by somebody who knows why."""
    draft()
    view = load(revision(('version: "1.0"', 'version: "0.9"'), key=KEY, version="0.9"))

    assert "Version 0.9 is older than version 1.0" in view.file_card.notice.accessibleDescription()
    press(view.decision.use_button)
    assert "0.9" == in_use(workspace)


def test_a_failure_to_load_changes_nothing_and_can_be_tried_again(
    load, signed, draft, workspace, press, monkeypatch
):
    """The reason stands at the top; the ticks are still there."""
    audit_id = draft()
    view = load(signed)
    view.drafts.rows[0].box.click()

    def refuse(*_args, **_options):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Shelving, "add", refuse)
        press(view.decision.move_button)
    assert "No space left on device" in view.failure.accessibleName()
    assert ("1.0", "1.0") == (in_use(workspace), version(workspace, audit_id))
    press(view.decision.move_button)
    assert "2.0" == version(workspace, audit_id)


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (1366, 2.0), (560, 1.0), (560, 2.0)])
def test_it_fits_every_width_and_size_of_text(load, signed, draft, theme, width, scale):
    """Nothing stands out at the side."""
    theme.set_text_scale(scale)
    draft()
    view = load(signed, width)
    view.drafts.rows[0].lines_button.click()

    content = view._area.widget()
    assert content.minimumSizeHint().width() <= view._area.viewport().width()


def test_reading_begins_at_the_top(load, signed, draft, theme, qtbot):
    """The focus waits at the first list, which does not push the verdict out of sight."""
    theme.set_text_scale(2.0)
    draft()
    view = load(signed, 560)

    assert view.changes.groups[ChangeGroup.WITHDRAWN].list.hasFocus()
    qtbot.waitUntil(lambda: view._area.verticalScrollBar().value() == 0)


def test_everything_is_reached_by_the_keyboard(load, signed, draft, qtbot):
    """Tab goes down the page, from the changes to the choice."""
    draft()
    view = load(signed)
    wanted = [
        view.changes.groups[ChangeGroup.REWORDED].list,
        view.remarks.copy_button,
        view.drafts.rows[0].box,
        view.drafts.rows[0].lines_button,
        view.decision.use_button,
        view.decision.leave_button,
    ]
    view.setFocus()
    seen = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
    assert wanted == [widget for widget in seen if widget in wanted]
