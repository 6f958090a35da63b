# SPDX-License-Identifier: MPL-2.0
"""Tests of giving a question the answer of the last one like it."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.window_fixtures import audit_id, paths, unlock, window
from ui.walkthrough.steps import Step, StepKind

__all__ = ["audit_id", "paths", "unlock", "window"]

LAST, BETWEEN, HERE = "visits/VS5-why", "visits/VS5", "visits/VS6"
"""Three ratings one after the other; the first and the last are on the same scale."""


@pytest.fixture
def view(window, audit_id):
    """Return the open audit, at the first of the three."""
    window.activateWindow()
    window.audit_view.show_step(Step(StepKind.QUESTION, LAST))
    return window.audit_view


def press(qtbot, view, key):
    """Press a key with Ctrl."""
    qtbot.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)


def test_a_question_is_answered_like_the_last_one_like_it(window, view, qtbot):
    """Two keys a question, with no mouse; one on another scale between them is passed over."""
    for key in (Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return):
        press(qtbot, view, key)
    assert Step(StepKind.QUESTION, HERE) == view.step
    press(qtbot, view, Qt.Key.Key_Period)
    answers = [window.open_audit.audit.answer(key).value for key in (LAST, BETWEEN, HERE)]

    assert None not in answers
    assert answers[0] == answers[2] != answers[1]


def test_where_nothing_fits_nothing_happens(window, view, qtbot):
    """As before the first answer, and on a page that asks nothing."""
    press(qtbot, view, Qt.Key.Key_Period)
    assert window.open_audit.audit.answer(LAST).is_blank
    view.show_step(Step(StepKind.REVIEW))
    press(qtbot, view, Qt.Key.Key_Period)

    assert window.open_audit.audit.answer(LAST).is_blank
