# SPDX-License-Identifier: MPL-2.0
"""What the tests of answers to choose from share."""

import pytest
from PySide6.QtGui import QAccessible

from ui.widgets.answers.answer_cards import AnswerCards
from ui.widgets.answers.answer_spec import AnswerSpec

SCALE = [
    AnswerSpec("good", "Good", "check", "good", 1),
    AnswerSpec("ri", "Requires improvement", "triangle-alert", "requires_improvement", 2),
    AnswerSpec("poor", "Inadequate", "x", "inadequate", 3),
]


@pytest.fixture
def ratings(theme, show):
    """Return three rating cards in a window."""
    cards = AnswerCards(theme, "Seen alone?")
    cards.set_answers(SCALE)
    return show(cards)


def accessible_of(widget):
    """Return what a screen reader sees of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def said_by(signal):
    """Return the list of what a signal says from now on."""
    said = []
    signal.connect(said.append)
    return said
