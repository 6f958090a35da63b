# SPDX-License-Identifier: MPL-2.0
"""Test the editor of a number on questions of every make."""

import pytest
from PySide6.QtTest import QTest

from auditapp.model.answer import Answer
from tests.making import make_checklist, make_outline
from ui.walkthrough.question.number_editor import NumberEditor


@pytest.fixture
def editor(theme, show):
    """Return the editor in a window."""
    return show(NumberEditor(theme), 400, 120)


def ask_for(editor, answer=None, **fields):
    """Show a question for a number."""
    question = {"id": "A1", "kind": "number", **fields}
    asked = make_outline(make_checklist(question)).questions[0]
    editor.show_answer(asked, answer or Answer())


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"min": 0, "max": 6}, "From 0 to 6."),
        ({"max": 2.5}, "2.5 at most."),
        ({"min": 1}, "1 at least."),
        ({"min": 0}, ""),
        ({}, ""),
    ],
)
def test_limits_are_said_in_words(editor, limits, words):
    """The hint holds what the checklist allows, without needless noughts."""
    ask_for(editor, **limits)
    assert words == editor.field.editor.accessibleDescription()


def test_a_fraction_is_taken_where_it_makes_sense(editor, qtbot):
    """Hours may have halves."""
    ask_for(editor, unit="hours")
    QTest.keyClicks(editor.field.line_edit, "1.5")
    with qtbot.waitSignal(editor.value_given) as given:
        editor.settle_now()
    assert ([1.5], 1.5) == (given.args, editor.value)


def test_a_whole_number_has_no_fraction(editor):
    """Visits have none."""
    ask_for(editor, whole=True)
    QTest.keyClicks(editor.field.line_edit, "1.5")
    editor.settle_now()
    assert (None, True) == (editor.value, editor.field.error is not None)


def test_the_number_kept_is_shown(editor):
    """An answer from the store is on show, also when it changes there."""
    ask_for(editor, Answer(value=3), whole=True)
    assert "3" == editor.field.text
    ask_for(editor, Answer(value=4), whole=True)
    assert "4" == editor.field.text


def test_what_is_being_typed_is_not_replaced(editor):
    """A number that is wrong so far stays while the same answer is shown again."""
    ask_for(editor, Answer(value=3), whole=True, max=6)
    editor.field.line_edit.selectAll()
    QTest.keyClicks(editor.field.line_edit, "77")
    editor.settle_now()
    ask_for(editor, Answer(value=3), whole=True, max=6)
    assert "77" == editor.field.text
