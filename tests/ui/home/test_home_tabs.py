# SPDX-License-Identifier: MPL-2.0
"""The way by Tab through the pages beside an open audit."""

from PySide6.QtCore import Qt

from tests.ui.home_fixtures import home_view, made, make_home, open_try_out
from tests.ui.view_fixtures import in_window, show
from ui.keys.commands import CommandId

__all__ = ["home_view", "in_window", "made", "make_home", "show"]


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
    """Tab comes to the rail, the buttons above the list, the search and the filters."""
    in_window(home_view)
    home_view.setFocus(Qt.FocusReason.OtherFocusReason)
    above = ["Moderation", "Receive …", "Send …", "&New audit"]
    expected = ["Audits", "Audits", "Help", "Lock", *above, "Search"]
    assert expected == names_by_tab(home_view, qtbot)[:9]


def test_tab_leaves_a_new_audit_last_by_its_buttons(home_view, qtbot, in_window):
    """Tab comes to the checklists before the button that starts, and to the rail after it."""
    in_window(home_view)
    home_view.show_new_audit()
    home_view.setFocus(Qt.FocusReason.OtherFocusReason)
    expected = [
        "Cancel",
        "&Start the audit",
        "Audits",
        "Help",
        "Lock",
    ]
    assert expected == names_by_tab(home_view, qtbot)[-5:]


def test_tab_leaves_the_settings(home_view, qtbot, in_window):
    """Tab goes on from the last of the settings to the rail."""
    in_window(home_view)
    home_view.places.settings.show()
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
