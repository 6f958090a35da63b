# SPDX-License-Identifier: MPL-2.0
"""The pages beside an open audit, and the way between them."""

import pytest
from PySide6.QtCore import Qt

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, start_audit
from tests.ui.view_fixtures import in_window, show
from ui.commands import CommandId
from ui.home_view import HomeView
from ui.jobs import Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.start.key_check_dialog import KeyCheckDialog
from ui.start.key_reminder import KeyReminder
from ui.theme.theme import Theme
from ui.widgets.banner import Banner

__all__ = ["in_window", "show"]


@pytest.fixture
def made(tmp_path):
    """Make a workspace with one audit; return it with its recovery key."""
    workspace, key = Workspace.create(
        find_paths(tmp_path), PASSPHRASE, strength=WEAK, clock=Clock()
    )
    start_audit(workspace)
    yield workspace, key
    workspace.close()


@pytest.fixture
def make_home(qtbot, qapp, made, tmp_path):
    """Return a function that shows the home of the workspace."""
    theme = Theme()
    theme.apply(qapp)
    kept = []

    def make_home():
        view = HomeView(theme, made[0], Preferences(tmp_path / "settings.json"), Jobs())
        kept.append(view)
        qtbot.addWidget(view)
        view.resize(1366, 768)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        return view

    yield make_home
    for view in kept:
        view._jobs.shut_down()


@pytest.fixture
def home_view(make_home):
    """Return the home, shown."""
    return make_home()


def test_it_begins_with_the_audits(home_view):
    """The list is on show, with the focus on its first audit as soon as it is given the focus."""
    home_view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert home_view.page is home_view.audits
    assert home_view.audits.table.hasFocus()
    assert home_view.audits.table.currentIndex().isValid()


def test_the_rail_leads_to_the_pages(home_view):
    """Each button shows its page and stays down."""
    home_view.settings_button.click()
    assert home_view.page is home_view.settings
    assert home_view.settings_button.isChecked()
    home_view.checklists_button.click()
    assert home_view.page is home_view.checklists
    assert home_view.checklists_button.isChecked()
    home_view.audits_button.click()
    assert home_view.page is home_view.audits
    assert home_view.audits_button.isChecked()


def open_try_out(home_view, qtbot):
    """Open the first checklist of the list."""
    home_view.checklists_button.click()
    checklists = home_view.checklists
    qtbot.waitUntil(lambda: not checklists.is_reading, timeout=30000)
    checklists.list.setFocus()
    qtbot.keyClick(checklists.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: home_view.try_out is not None, timeout=20000)
    return home_view.try_out


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


def test_locking_ends_a_try_out(home_view, qtbot):
    """Nothing of it waits behind the lock."""
    open_try_out(home_view, qtbot)
    home_view.settle_now()
    assert home_view.try_out is None
    assert not home_view.checklists.is_reading


def test_keys_lead_there_too(home_view, qtbot):
    """Ctrl+N, Ctrl+F and Ctrl+L work from everywhere."""
    qtbot.keyClick(home_view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert home_view.page is home_view.new_audit
    assert home_view.new_audit.form.reference.line_edit.hasFocus()

    home_view.show_settings()
    qtbot.keyClick(home_view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert home_view.page is home_view.audits
    assert home_view.audits.filter_bar.search.line_edit.hasFocus()

    with qtbot.waitSignal(home_view.lock_asked):
        qtbot.keyClick(home_view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_a_started_audit_is_opened(home_view, qtbot):
    """Starting leads into the audit; behind it the list knows it."""
    home_view.show_new_audit()
    home_view.new_audit.form.reference.set_text("HX-1")
    home_view.new_audit.form.auditor.set_text("R. Okafor")
    home_view.new_audit.checklists.card("visits").click()
    with qtbot.waitSignal(home_view.audit_chosen):
        home_view.new_audit.start_button.click()
    assert home_view.page is home_view.audits
    assert home_view.new_audit is None
    assert 2 == home_view.audits.table.model().rowCount()


def test_a_new_audit_that_was_begun_is_kept(home_view):
    """Looking at the list loses nothing; cancelling begins anew."""
    home_view.show_new_audit()
    home_view.new_audit.form.reference.set_text("HX-1")
    home_view.show_audits()
    home_view.show_new_audit()
    assert "HX-1" == home_view.new_audit.form.reference.text

    home_view.new_audit.cancel_button.click()
    home_view.show_new_audit()
    assert "" == home_view.new_audit.form.reference.text


def test_a_new_audit_that_was_begun_is_there_after_unlocking(home_view, make_home, made, qtbot):
    """Leaving the page keeps it; the next home goes on with it, until it is cancelled."""
    home_view.show_new_audit()
    qtbot.keyClicks(home_view.new_audit.form.reference.line_edit, "HX-1")
    home_view.show_audits()
    assert "HX-1" == made[0].draft_front()["reference"]

    again = make_home()
    assert again.page is again.new_audit
    assert "HX-1" == again.new_audit.form.reference.text
    again.new_audit.cancel_button.click()
    assert make_home().new_audit is None


def test_everything_typed_is_kept_before_the_window_locks(home_view, made, qtbot):
    """Whichever page is on show."""
    home_view.settle_now()
    home_view.show_settings()
    qtbot.keyClicks(home_view.settings.auditor.line_edit, "M. Silva")
    home_view.show_new_audit()
    qtbot.keyClicks(home_view.new_audit.form.reference.line_edit, "HX-1")
    home_view.settle_now()
    assert "M. Silva" == home_view._preferences.settings.auditor
    assert "HX-1" == made[0].draft_front()["reference"]


def test_a_damaged_new_audit_is_told(make_home, made):
    """The list is on show, with what happened above it; the file is kept."""
    made[0].keep_draft_front({"reference": "HX-1"})
    (file,) = made[0].paths.store.glob("draft-front.*")
    file.write_bytes(b"damaged")
    home_view = make_home()
    assert home_view.page is home_view.audits
    notices = [banner.accessibleName() for banner in home_view.audits.findChildren(Banner)]
    assert any("front sheet that you had begun is damaged" in each for each in notices)
    assert b"damaged" == file.with_name(f"{file.name}.damaged-1").read_bytes()


def test_leaving_the_settings_keeps_what_was_typed(home_view, qtbot):
    """A name typed last is kept when the page changes, and when the window locks."""
    home_view.show_settings()
    qtbot.keyClicks(home_view.settings.auditor.line_edit, "M. Silva")
    home_view.audits_button.click()
    assert "M. Silva" == home_view._preferences.settings.auditor

    home_view.show_settings()
    qtbot.keyClicks(home_view.settings.organisation.line_edit, "Southshire")
    with qtbot.waitSignal(home_view.lock_asked):
        home_view.lock_button.click()
    assert "Southshire" == home_view._preferences.settings.organisation


def test_the_rail_folds(home_view, qtbot):
    """A narrow window shows icons only; their names stay."""
    wide = home_view._rail.width()
    home_view.resize(560, 700)
    qtbot.waitUntil(lambda: home_view._rail.width() < wide / 2)
    assert "Audits" == home_view.audits_button.accessibleName()
    assert "Audits" == home_view.audits_button.toolTip()


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


def names_by_tab(home_view, qtbot):
    """Press Tab until the focus comes back to where it was; return the names on the way."""
    first = home_view.focusWidget()
    names = []
    while True:
        widget = home_view.window().focusWidget()
        names.append(widget.accessibleName() or widget.text())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        if home_view.window().focusWidget() is first:
            return names


def test_tab_goes_through_the_list_and_what_is_above_it(home_view, qtbot, in_window):
    """Tab comes to the button for a new audit, the search and the filters, and to the rail."""
    in_window(home_view)
    home_view.setFocus(Qt.FocusReason.OtherFocusReason)
    expected = ["Audits", "Audits", "Lock", "&New audit", "Search"]
    assert expected == names_by_tab(home_view, qtbot)[:5]


def test_tab_leaves_a_new_audit_last_by_its_buttons(home_view, qtbot, in_window):
    """Tab comes to the checklists before the button that starts, and to the rail after it."""
    in_window(home_view)
    home_view.show_new_audit()
    home_view.setFocus(Qt.FocusReason.OtherFocusReason)
    expected = [
        "Visits, direct work and relationship",
        "Cancel",
        "&Start the audit",
        "Audits",
        "Lock",
    ]
    assert expected == names_by_tab(home_view, qtbot)[-5:]


def test_tab_leaves_the_settings(home_view, qtbot, in_window):
    """Tab goes on from the last of the settings to the rail."""
    in_window(home_view)
    home_view.show_settings()
    home_view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert "Lock" == names_by_tab(home_view, qtbot)[-1]


def test_tab_takes_the_checklists_in_reading_order(home_view, qtbot, in_window):
    """Tab goes from the search to the list, to the rail, and to what stands above the search."""
    in_window(home_view)
    home_view.show_checklists()
    qtbot.waitUntil(lambda: not home_view.checklists.is_reading, timeout=30000)
    home_view.checklists.search.setFocus()
    names = names_by_tab(home_view, qtbot)
    assert ["Search titles, purposes and questions", "Checklists"] == names[:2]
    assert ["Lock", "&Load a checklist …"] == names[-2:]


def test_tab_takes_a_try_out_in_reading_order(home_view, qtbot, in_window):
    """Tab comes through the head before the sections, and each stop has a name."""
    in_window(home_view)
    open_try_out(home_view, qtbot)
    home_view.try_out.header.button(CommandId.SECTIONS).setFocus()
    names = names_by_tab(home_view, qtbot)
    head = ["Undo", "Redo", "Kind of child", "Save as …", "Show or hide the guidance"]
    assert [*head, "Leave the try-out", "Sections"] == names[1:8]
    assert all(names)
    assert ["Next unanswered", "Next question"] == names[-2:]


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
    home_view.data_button.click()
    assert home_view.data is home_view.page
    assert home_view.data_button.isChecked()
    home_view.data.backup.days.line_edit.setFocus()
    home_view.data.backup.days.line_edit.setText("3")
    home_view.data.backup.days.line_edit.textEdited.emit("3")
    home_view.audits_button.click()
    assert 3 == home_view._preferences.settings.backup_days
    home_view.settle_now()


def test_a_reminder_leads_to_a_backup(home_view, made, qtbot, tmp_path):
    """The page of the data opens, and the backup is under way."""

    class Chooser(Outside):
        def ask_save_path(self, _parent, _title, _name):
            return tmp_path / "backup.zip"

    made[0].clock.move(days=8)
    home_view.show_audits()
    assert home_view.notices.backup.isVisible()
    home_view._outside = Chooser()
    home_view.notices.backup.buttons[0].click()
    card = home_view.data.backup
    qtbot.waitUntil(card.outcome.isVisible, timeout=20_000)
    home_view.show_audits()
    assert home_view.notices.backup.isHidden()
