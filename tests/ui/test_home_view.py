# SPDX-License-Identifier: MPL-2.0
"""The pages beside an open audit, and the way between them."""

import pytest
from PySide6.QtCore import Qt

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, start_audit
from ui.home_view import HomeView
from ui.jobs import Jobs
from ui.preferences import Preferences
from ui.start.key_check_dialog import KeyCheckDialog
from ui.start.key_reminder import KeyReminder
from ui.theme.theme import Theme


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
def home(make_home):
    """Return the home, shown."""
    return make_home()


def test_it_begins_with_the_audits(home):
    """The list is on show, with the focus on its first audit as soon as it is given the focus."""
    home.setFocus(Qt.FocusReason.OtherFocusReason)
    assert home.page is home.audits
    assert home.audits.table.hasFocus()
    assert home.audits.table.currentIndex().isValid()


def test_the_rail_leads_to_the_pages(home):
    """Each button shows its page and stays down."""
    home.settings_button.click()
    assert home.page is home.settings
    assert home.settings_button.isChecked()
    home.audits_button.click()
    assert home.page is home.audits
    assert home.audits_button.isChecked()


def test_keys_lead_there_too(home, qtbot):
    """Ctrl+N, Ctrl+F and Ctrl+L work from everywhere."""
    qtbot.keyClick(home, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert home.page is home.new_audit
    assert home.new_audit.form.reference.line_edit.hasFocus()

    home.show_settings()
    qtbot.keyClick(home, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert home.page is home.audits
    assert home.audits.filter_bar.search.line_edit.hasFocus()

    with qtbot.waitSignal(home.lock_asked):
        qtbot.keyClick(home, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_a_started_audit_is_opened(home, qtbot):
    """Starting leads into the audit; behind it the list knows it."""
    home.show_new_audit()
    home.new_audit.form.reference.set_text("HX-1")
    home.new_audit.form.auditor.set_text("R. Okafor")
    home.new_audit.checklists.card("visits").click()
    with qtbot.waitSignal(home.audit_chosen):
        home.new_audit.start_button.click()
    assert home.page is home.audits
    assert home.new_audit is None
    assert 2 == home.audits.table.model().rowCount()


def test_a_new_audit_that_was_begun_is_kept(home):
    """Looking at the list loses nothing; cancelling begins anew."""
    home.show_new_audit()
    home.new_audit.form.reference.set_text("HX-1")
    home.show_audits()
    home.show_new_audit()
    assert "HX-1" == home.new_audit.form.reference.text

    home.new_audit.cancel_button.click()
    home.show_new_audit()
    assert "" == home.new_audit.form.reference.text


def test_leaving_the_settings_keeps_what_was_typed(home, qtbot):
    """A name typed last is kept when the page changes, and when the window locks."""
    home.show_settings()
    qtbot.keyClicks(home.settings.auditor.line_edit, "M. Silva")
    home.audits_button.click()
    assert "M. Silva" == home._preferences.settings.auditor

    home.show_settings()
    qtbot.keyClicks(home.settings.organisation.line_edit, "Southshire")
    with qtbot.waitSignal(home.lock_asked):
        home.lock_button.click()
    assert "Southshire" == home._preferences.settings.organisation


def test_the_rail_folds(home, qtbot):
    """A narrow window shows icons only; their names stay."""
    wide = home._rail.width()
    home.resize(560, 700)
    qtbot.waitUntil(lambda: home._rail.width() < wide / 2)
    assert "Audits" == home.audits_button.accessibleName()
    assert "Audits" == home.audits_button.toolTip()


def test_an_unchecked_recovery_key_is_brought_up(make_home, made, qtbot):
    """After a first start that was cut short a banner asks for the key, until it was typed."""
    KeyReminder(made[0].paths).set()
    home = make_home()
    assert home._key_banner.isVisible()
    home._key_banner.buttons[0].click()
    dialog = home.findChild(KeyCheckDialog)
    dialog.key.line_edit.setText(made[1])
    dialog.check_button.click()

    assert not home._key_banner.isVisible()
    assert not KeyReminder(made[0].paths).is_due


def names_by_tab(home, qtbot):
    """Press Tab until the focus comes back to where it was; return the names on the way."""
    first = home.focusWidget()
    names = []
    while True:
        widget = home.window().focusWidget()
        names.append(widget.accessibleName() or widget.text())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        if home.window().focusWidget() is first:
            return names


def test_tab_goes_through_the_list_and_what_is_above_it(home, qtbot):
    """Tab comes to the button for a new audit, the search and the filters, and to the rail."""
    home.setFocus(Qt.FocusReason.OtherFocusReason)
    expected = ["Audits", "Audits", "Lock", "&New audit", "Search"]
    assert expected == names_by_tab(home, qtbot)[:5]


def test_tab_leaves_a_new_audit_last_by_its_buttons(home, qtbot):
    """Tab comes to the checklists before the button that starts, and to the rail after it."""
    home.show_new_audit()
    home.setFocus(Qt.FocusReason.OtherFocusReason)
    expected = [
        "Visits, direct work and relationship",
        "&Start the audit",
        "Cancel",
        "Audits",
        "Lock",
    ]
    assert expected == names_by_tab(home, qtbot)[-5:]


def test_tab_leaves_the_settings(home, qtbot):
    """Tab goes on from the last of the settings to the rail."""
    home.show_settings()
    home.setFocus(Qt.FocusReason.OtherFocusReason)
    assert "Lock" == names_by_tab(home, qtbot)[-1]
