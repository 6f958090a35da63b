# SPDX-License-Identifier: MPL-2.0
"""What the tests of the view of an open audit share."""

import pytest
from PySide6.QtCore import Qt

from ui.walkthrough import walk_view
from ui.walkthrough.steps import Step, StepKind

CTRL = Qt.KeyboardModifier.ControlModifier


def question(view, number):
    """Return the step of the question with this number."""
    return Step(StepKind.QUESTION, view._open_audit.outline.questions[number - 1].key)


def current_stage(view):
    """Return the accessible text of the row that is selected in the section list."""
    index = view.stages.list.selectionModel().selectedIndexes()[0]
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def said(monkeypatch):
    """Return the list of what the view has screen readers say."""
    words = []
    monkeypatch.setattr(walk_view, "announce", lambda _widget, text: words.append(text))
    return words
