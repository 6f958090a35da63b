# SPDX-License-Identifier: MPL-2.0
"""Test what keys do in a preview, and that somebody can choose others."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.keys.keymap import KEYMAP
from ui.preview.preview_bar import PreviewBar


@pytest.fixture(autouse=True)
def usual_keys():
    """Leave the usual keys to the other tests."""
    yield
    KEYMAP.take(None)


def test_keys_zoom(preview, qtbot):
    """Ctrl with plus, minus and 0 zooms."""
    control, seen = Qt.KeyboardModifier.ControlModifier, []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(preview, key, control)
        seen.append(preview.zoom)
    assert [1.25, 1.5, 1.25, 1.0] == seen


def test_other_keys_zoom_where_somebody_chose_them(preview, qtbot):
    """The buttons name them; the usual ones do nothing then, and Shift for a plus is none."""
    bar = PreviewBar(preview._theme, preview)
    qtbot.addWidget(bar)
    assert "Larger  (Ctrl++)" == bar.larger.toolTip()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(preview, Qt.Key.Key_Plus, control | shift)
    KEYMAP.take({"larger": ["Ctrl+J"], "smaller": ["F3"]})
    qtbot.keyClick(preview, Qt.Key.Key_Plus, control)
    assert (1.25, "Larger  (Ctrl+J)") == (preview.zoom, bar.larger.toolTip())
    qtbot.keyClick(preview, Qt.Key.Key_J, control)
    assert 1.5 == preview.zoom
    qtbot.keyClick(preview, Qt.Key.Key_F3)
    assert 1.25 == preview.zoom


@pytest.mark.parametrize(
    ("key", "held", "is_kept"),
    [
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier, True),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, False),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_its_keys_are_no_shortcuts(preview, key, held, is_kept):
    """Keys that move here never reach the window's shortcuts; the window's own do."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    event.ignore()
    QApplication.sendEvent(preview, event)
    assert is_kept == event.isAccepted()
