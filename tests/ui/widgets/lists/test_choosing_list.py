# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.lists.choosing_list``."""

import pytest
from PySide6.QtCore import QStringListModel, Qt

from ui.widgets.lists.choosing_list import CHOOSING_KEYS, ChoosingList


class Names(ChoosingList):
    """Names, and those that were chosen."""

    def __init__(self, theme):
        super().__init__(theme, "Names")
        self.setModel(QStringListModel(["Ash", "Birch", "Cedar"], self))
        self.chosen = []
        self.measured = 0

    def _choose(self, index):
        self.chosen.append(index.data())

    def _measure_again(self):
        self.measured += 1
        super()._measure_again()


@pytest.fixture
def names(theme, show):
    """Return a list of three names, shown."""
    return show(Names(theme))


@pytest.mark.parametrize("key", CHOOSING_KEYS)
def test_keys_choose_the_current_row(names, qtbot, key):
    """Arrow keys move there first."""
    names.setCurrentIndex(names.model().index(0, 0))
    qtbot.keyClick(names, Qt.Key.Key_Down)
    qtbot.keyClick(names, key)
    assert ["Birch"] == names.chosen


def test_keys_choose_nothing_where_no_row_is_current(names, qtbot):
    """Nobody has moved yet."""
    names.setCurrentIndex(names.model().index(-1, 0))
    qtbot.keyClick(names, Qt.Key.Key_Return)
    assert [] == names.chosen


def test_a_click_chooses(names, qtbot):
    """Wherever the keys were."""
    place = names.visualRect(names.model().index(2, 0)).center()
    qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ["Cedar"] == names.chosen


def test_rows_are_measured_again_in_another_theme_or_font(names, theme):
    """So that none is cut."""
    before = names.measured
    theme.set_text_scale(2.0)
    assert names.measured > before
    before = names.measured
    font = names.font()
    font.setPointSize(font.pointSize() + 7)
    names.setFont(font)
    assert names.measured > before
