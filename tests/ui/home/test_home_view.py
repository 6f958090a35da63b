# SPDX-License-Identifier: MPL-2.0
"""The pages beside an open audit, and the way between them."""

from PySide6.QtCore import Qt

from auditapp.paths import find_paths
from tests.ui.home_fixtures import home_view, made, make_home, open_try_out
from tests.ui.view_fixtures import in_window, show
from ui.keys.keymap import KEYMAP
from ui.keys.palette_dialog import PaletteDialog
from ui.keys.shortcuts_dialog import ShortcutsDialog
from ui.outside import Outside
from ui.start.key_check_dialog import KeyCheckDialog
from ui.start.key_reminder import KeyReminder

__all__ = ["home_view", "in_window", "made", "make_home", "show"]


def test_it_begins_with_the_audits(home_view):
    """The list is on show, with the focus on its first audit as soon as it is given the focus."""
    home_view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert home_view.page is home_view.audits
    assert home_view.audits.table.hasFocus()
    assert home_view.audits.table.currentIndex().isValid()


def test_the_rail_leads_to_the_pages(home_view):
    """Each button shows its page and stays down."""
    home_view.places.settings.button.click()
    assert home_view.page is home_view.places.settings.view
    assert home_view.places.settings.button.isChecked()
    home_view.places.checklists_button.click()
    assert home_view.page is home_view.checklists
    assert home_view.places.checklists_button.isChecked()
    home_view.places.audits_button.click()
    assert home_view.page is home_view.audits
    assert home_view.places.audits_button.isChecked()


def test_a_try_out_fills_the_window_and_is_gone_when_left(home_view, qtbot, made):
    """Esc leads back to the checklist that was looked at; no audit was made."""
    try_out = open_try_out(home_view, qtbot)
    assert home_view.page is try_out
    assert not home_view._rail.isVisible()
    qtbot.keyClick(try_out, Qt.Key.Key_Escape)
    assert home_view.page is home_view.checklists
    assert home_view._rail.isVisible()
    assert home_view.try_out is None
    assert home_view.checklists.list.currentIndex().row() == 0
    assert 1 == len(made[0].audits())


def test_a_try_out_has_keys_and_is_not_left_by_those_of_the_list(home_view, qtbot):
    """Of two with the same key Qt carries out neither; and Ctrl+N belongs to the list of audits."""
    try_out = open_try_out(home_view, qtbot)
    for key in (Qt.Key.Key_N, Qt.Key.Key_F):
        qtbot.keyClick(try_out, key, Qt.KeyboardModifier.ControlModifier)
    assert home_view.page is try_out
    for key, kind in ((Qt.Key.Key_F2, PaletteDialog), (Qt.Key.Key_F12, ShortcutsDialog)):
        qtbot.keyClick(try_out, key)
        (dialog,) = home_view.findChildren(kind)
        dialog.reject()


def test_locking_ends_a_try_out(home_view, qtbot):
    """Nothing of it waits behind the lock."""
    open_try_out(home_view, qtbot)
    home_view.settle_now()
    assert home_view.try_out is None
    assert not home_view.checklists.is_reading


def test_a_tool_tip_names_the_key_in_force(home_view):
    """Also once it is another one."""
    assert "Ctrl+L" in home_view.lock_button.toolTip()
    KEYMAP.take({"lock": ["Ctrl+J"]})
    assert "Ctrl+J" in home_view.lock_button.toolTip()
    KEYMAP.take(None)


def test_keys_lead_there_too(home_view, qtbot):
    """Ctrl+N, Ctrl+F and Ctrl+L work from everywhere."""
    qtbot.keyClick(home_view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert home_view.page is home_view.new_audit
    assert home_view.new_audit.form.reference.line_edit.hasFocus()

    home_view.places.settings.show()
    qtbot.keyClick(home_view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert home_view.page is home_view.audits
    assert home_view.audits.filter_bar.search.line_edit.hasFocus()

    with qtbot.waitSignal(home_view.lock_asked):
        qtbot.keyClick(home_view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_leaving_the_settings_keeps_what_was_typed(home_view, qtbot):
    """A name typed last is kept when the page changes, and when the window locks."""
    home_view.places.settings.show()
    qtbot.keyClicks(home_view.places.settings.view.auditor.line_edit, "M. Silva")
    home_view.places.audits_button.click()
    assert "M. Silva" == home_view._preferences.settings.auditor

    home_view.places.settings.show()
    qtbot.keyClicks(home_view.places.settings.view.organisation.line_edit, "Southshire")
    with qtbot.waitSignal(home_view.lock_asked):
        home_view.lock_button.click()
    assert "Southshire" == home_view._preferences.settings.organisation


def test_the_rail_folds(home_view, qtbot):
    """A narrow window shows icons only; their names stay."""
    wide = home_view._rail.width()
    home_view.resize(560, 700)
    qtbot.waitUntil(lambda: home_view._rail.width() < wide / 2)
    assert "Audits" == home_view.places.audits_button.accessibleName()
    assert "Audits" == home_view.places.audits_button.toolTip()


def test_places_stand_closer_together_before_they_scroll(home_view, qtbot):
    """At twice the size of text all of them are in sight in a window of 768 pixels."""
    home_view._theme.set_text_scale(2.0)
    home_view.resize(1366, 768)
    last = home_view.places.settings.button
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())
    assert last.height() < last.sizeHint().height()


def test_an_unchecked_recovery_key_is_brought_up(make_home, made, qtbot):
    """After a first start that was cut short a banner asks for the key, until it was typed."""
    KeyReminder(made[0].paths).set()
    home_view = make_home()
    assert home_view.notices.key.isVisible()
    home_view.notices.key.buttons[0].click()
    dialog = home_view.findChild(KeyCheckDialog)
    dialog.key.line_edit.setText(made[1])
    dialog.check_button.click()

    assert not home_view.notices.key.isVisible()
    assert not KeyReminder(made[0].paths).is_due


def test_a_checklist_is_loaded_from_the_list(home_view, qtbot, tmp_path):
    """The button leads to the page of the file, and leaving it leads back to the list."""
    text = (find_paths().checklists / "visits.yaml").read_text("utf-8")
    revised = tmp_path / "visits.yaml"
    revised.write_text(text.replace('version: "1.0"', 'version: "2.0"', 1), "utf-8")

    class Chooser(Outside):
        def ask_checklist_path(self, _parent):
            return revised

    home_view._checklists._outside = Chooser()
    home_view.show_checklists()
    home_view.checklists.load_button.click()
    loading = home_view.loading
    assert loading is home_view.page
    assert home_view._rail.isHidden()
    qtbot.waitUntil(loading.decision.isVisible, timeout=20_000)
    loading.decision.leave_button.click()
    assert home_view.checklists is home_view.page
    assert home_view.loading is None
    assert home_view._rail.isVisible()


def test_nothing_happens_when_no_checklist_is_chosen(home_view):
    """The dialog was cancelled."""

    class Chooser(Outside):
        def ask_checklist_path(self, _parent):
            return None

    home_view._checklists._outside = Chooser()
    home_view.show_checklists()
    home_view.checklists.load_button.click()
    assert home_view.checklists is home_view.page


def test_locking_puts_a_file_that_is_looked_at_away(home_view, qtbot, tmp_path):
    """Nothing of it was chosen, so nothing is kept."""
    file = tmp_path / "broken.yaml"
    file.write_text("schema: checklist/1\n", "utf-8")

    class Chooser(Outside):
        def ask_checklist_path(self, _parent):
            return file

    home_view._checklists._outside = Chooser()
    home_view.show_checklists()
    home_view.checklists.load_button.click()
    home_view.settle_now()
    assert home_view.loading is None


def test_the_rail_leads_to_the_data(home_view):
    """Its page is made when it is first wanted, and what is typed there is kept on leaving."""
    home_view.places.data.button.click()
    assert home_view.places.data.view is home_view.page
    assert home_view.places.data.button.isChecked()
    home_view.places.data.view.backup.days.line_edit.setFocus()
    home_view.places.data.view.backup.days.line_edit.setText("3")
    home_view.places.data.view.backup.days.line_edit.textEdited.emit("3")
    home_view.places.audits_button.click()
    assert 3 == home_view._preferences.settings.backup_days
    home_view.settle_now()


def test_a_reminder_leads_to_a_backup(make_home, made, qtbot, tmp_path):
    """The page of the data opens, and the backup is under way."""

    class Chooser(Outside):
        def ask_save_path(self, _parent, _title, _name):
            return tmp_path / "backup.zip"

    home_view = make_home(Chooser())
    made[0].clock.move(days=8)
    home_view.show_audits()
    assert home_view.notices.backup.isVisible()
    home_view.notices.backup.buttons[0].click()
    card = home_view.places.data.view.backup
    qtbot.waitUntil(card.outcome.isVisible, timeout=20_000)
    home_view.show_audits()
    assert home_view.notices.backup.isHidden()
