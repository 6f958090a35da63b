# SPDX-License-Identifier: MPL-2.0
"""Tests of reading what stands in a layout."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget, QWidgetItem
from shiboken6 import Shiboken

from ui.widgets.arranging.layout_parts import laid_out


def kept_items():
    """Return what PySide has in its memory of the items of layouts."""
    return {each for each in Shiboken.getAllValidWrappers() if isinstance(each, QWidgetItem)}


def test_widgets_and_layouts_in_their_order_and_nothing_of_their_items_is_kept(qtbot):
    """An item that is kept would be taken for whatever Qt makes in its place when it is gone."""
    root = QWidget()
    qtbot.addWidget(root)
    column, row = QVBoxLayout(root), QHBoxLayout()
    first, last = QLabel("First"), QLabel("Last")
    column.addWidget(first)
    column.addSpacing(8)
    column.addLayout(row)
    column.addWidget(last)
    before = kept_items()

    assert {0: first, 2: row, 3: last} == laid_out(column)
    assert {} == laid_out(row)
    assert set() == kept_items() - before
    assert row.parent() is column
