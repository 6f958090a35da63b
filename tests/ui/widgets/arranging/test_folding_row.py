# SPDX-License-Identifier: MPL-2.0
"""Test the row that becomes a column."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.folding_row import FoldingRow


@pytest.fixture
def row(theme, show):
    """Return two boxes in a row that is wide enough for both."""
    row = FoldingRow(theme, spacing=8)
    row.boxes = [CheckBox(theme, "This needs an action"), CheckBox(theme, "Flag for the review")]
    for box in row.boxes:
        row.add(box)
    return show(row, 500, 120)


def test_it_folds_and_unfolds_by_width(row):
    """Nothing is cut in a narrow window, and a wide one gets its row back."""
    folds = []
    for width in (500, 200, 500):
        row.resize(width, 120)
        QApplication.processEvents()
        folds.append(row.is_folded)
    assert [False, True, False] == folds


def test_folded_widgets_are_whole(row):
    """A folded widget is as wide as it asks to be."""
    row.resize(200, 120)
    QApplication.processEvents()
    assert all(box.width() >= box.sizeHint().width() for box in row.boxes)


def test_it_asks_for_the_whole_row_even_when_folded(row):
    """Otherwise it could never unfold again."""
    before = row.sizeHint().width()
    row.resize(200, 120)
    QApplication.processEvents()
    assert before == row.sizeHint().width()
    assert row.minimumSizeHint().width() < before


def test_hidden_widgets_do_not_make_it_fold(row):
    """Only what is on show needs room."""
    row.resize(200, 120)
    QApplication.processEvents()
    row.boxes[1].hide()
    QApplication.processEvents()
    assert not row.is_folded


def test_larger_text_makes_it_fold(row, theme):
    """At 200 % the same width is too narrow."""
    theme.set_text_scale(2.0)
    QApplication.processEvents()
    assert row.is_folded
