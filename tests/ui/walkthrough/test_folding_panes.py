# SPDX-License-Identifier: MPL-2.0
"""Test the panes that fold away where there is no room."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.keys.commands import CommandId
from ui.walkthrough.folding_panes import FoldingPanes


def resize(view, width, height):
    """Give the window another size, and let its layouts follow."""
    view.resize(width, height)
    QApplication.processEvents()


def shown(view):
    """Say which of the two panes are visible."""
    return (view.stages.isVisible(), view.guidance.isVisible())


@pytest.mark.parametrize(
    ("width", "expected"),
    [(1366, (True, True)), (1179, (True, False)), (859, (False, False)), (560, (False, False))],
)
def test_panes_fold_at_their_break_points(view, width, expected):
    """The guidance goes first, the sections next."""
    resize(view, width, 768)
    assert expected == shown(view)
    assert width == view.width()


def test_text_at_200_percent_needs_twice_the_room(view, theme):
    """The break points grow with the text."""
    theme.set_text_scale(2.0)
    QApplication.processEvents()
    assert (False, False) == shown(view)
    assert 1366 == view.width()


def test_a_pane_can_be_folded_by_hand(qtbot, view):
    """F6 folds the sections, F1 the guidance, and the page takes the room."""
    before = view.pages.width()
    qtbot.keyClick(view, Qt.Key.Key_F6)
    view.header.button(CommandId.GUIDANCE).click()
    assert (False, False) == shown(view)
    assert before < view.pages.width()
    qtbot.keyClick(view, Qt.Key.Key_F1)
    assert (False, True) == shown(view)


def test_a_folded_list_opens_over_the_page(qtbot, view):
    """The page keeps its place, the list has the focus, and Esc closes it again."""
    resize(view, 560, 800)
    before, focus = view.pages.geometry(), QApplication.focusWidget()
    qtbot.keyClick(view, Qt.Key.Key_F6)
    assert view.stages is view.panes.open_pane
    assert before == view.pages.geometry()
    assert view.stages.list.hasFocus()
    qtbot.keyClick(view.stages.list, Qt.Key.Key_Escape)
    assert view.panes.open_pane is None
    assert (False, False) == shown(view)
    assert focus is QApplication.focusWidget()


def test_choosing_a_stage_closes_the_list(qtbot, view):
    """The person wanted to go there, not to look at the list."""
    resize(view, 560, 800)
    qtbot.keyClick(view, Qt.Key.Key_F6)
    qtbot.keyClick(view.stages.list, Qt.Key.Key_Home)
    qtbot.keyClick(view.stages.list, Qt.Key.Key_Return)
    assert view.panes.open_pane is None
    assert "front_sheet" == view.step.kind
    assert view.pages.isAncestorOf(QApplication.focusWidget())


def test_a_press_beside_the_open_pane_closes_it(qtbot, view):
    """So does opening the other one."""
    resize(view, 560, 800)
    qtbot.keyClick(view, Qt.Key.Key_F1)
    assert view.guidance is view.panes.open_pane
    qtbot.keyClick(view, Qt.Key.Key_F6)
    assert view.stages is view.panes.open_pane
    qtbot.mouseClick(view.panes._scrim, Qt.MouseButton.LeftButton)
    assert view.panes.open_pane is None


def test_an_open_pane_closes_when_the_focus_leaves_it(qtbot, view):
    """Tab must not lead to what lies unseen under the shade."""
    resize(view, 560, 800)
    qtbot.keyClick(view, Qt.Key.Key_F6)
    view.pages.focus_answer()
    assert view.panes.open_pane is None


def test_a_pane_that_lay_open_stands_beside_the_page_when_there_is_room(qtbot, view):
    """A wider window needs no shade."""
    resize(view, 560, 800)
    qtbot.keyClick(view, Qt.Key.Key_F6)
    resize(view, 1366, 768)
    assert view.panes.open_pane is None
    assert not view.panes._scrim.isVisible()
    assert (True, True) == shown(view)


@pytest.mark.parametrize("width", [1366, 1180, 1000, 860, 700, 560, 480, 400, 360])
def test_the_header_never_overflows(view, width):
    """What has no room is left out; the menu offers it as well."""
    resize(view, width, 700)
    header = view.header
    edges = [child.geometry().right() for child in header.children() if _is_part(child)]
    assert max(edges) < header.width() == width
    assert header.button(CommandId.CONCERN).isVisible() != header.concern.isVisible()


def _is_part(child):
    return child.isWidgetType() and child.isVisible() and not child.isWindow()


def test_panes_that_are_taken_apart_are_not_asked(theme, qtbot):
    """The focus that moves when the collector takes the panes finds no broken slot."""

    def show_and_forget():
        page = QWidget()
        column = QVBoxLayout(page)
        panes = FoldingPanes(theme, QWidget(), page, QWidget())
        panes.fields = [QLineEdit() for _ in range(3)]
        for field in panes.fields:
            column.addWidget(field)
        panes.itself = panes
        panes.show()
        panes.activateWindow()
        panes.fields[1].setFocus()
        qtbot.waitUntil(panes.fields[1].hasFocus)

    with qtbot.captureExceptions() as raised:
        show_and_forget()
        gc.collect()
    assert [] == raised
