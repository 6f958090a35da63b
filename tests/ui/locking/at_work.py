# SPDX-License-Identifier: MPL-2.0
"""What the tests of locking look at in a window in which somebody is at work."""

import gc

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.walkthrough.steps import Step, StepKind
from ui.widgets.signs.text_label import TextLabel

KEY = "visits/VS2"
STEP = Step(StepKind.QUESTION, KEY)
WORDS = "Seen alone at school.\n" * 40


def note_of(window):
    """Return the editor of the note of the question on show."""
    return window.audit_view.pages.card(StepKind.QUESTION).note_part.field.text_edit


def words_on(widget):
    """Return everything that is written on a widget."""
    return " ".join(each.text() for each in widget.findChildren(TextLabel) if each.isVisible())


def settle_down():
    """Let everything be deleted that is to be deleted."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
