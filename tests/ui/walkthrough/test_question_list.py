# SPDX-License-Identifier: MPL-2.0
"""Test the painted list of questions."""

import pytest
from PySide6.QtCore import Qt

from ui.walkthrough.question_item import QuestionSearch
from ui.walkthrough.question_list import QuestionList
from ui.walkthrough.question_list_model import QuestionListModel


@pytest.fixture
def items(open_audit):
    """Return all questions of the audit, the first with a note."""
    open_audit.change_answer(open_audit.outline.questions[0].key, note="Seen on 3 October.")
    return QuestionSearch(open_audit.outline).find("")


@pytest.fixture
def listed(show, theme, items):
    """Return a list of questions to tick, on show."""
    model = QuestionListModel(checkable=True)
    model.set_items(items)
    return show(QuestionList(theme, "Questions", model), 520, 600)


def picture(listed):
    """Return what the list looks like."""
    return listed.viewport().grab().toImage()


def test_rows_grow_with_the_text(qtbot, listed, theme):
    """At 200 % nothing is cut."""
    first = listed.model().index(0, 0)
    before = listed.visualRect(first).height()
    theme.set_text_scale(2.0)
    qtbot.waitUntil(lambda: listed.visualRect(first).height() >= 2 * before)


def test_a_tick_and_the_current_row_can_be_seen(listed):
    """By shape, not by words alone."""
    pictures = [picture(listed)]
    listed.model().toggle(1)
    pictures.append(picture(listed))
    listed.show_current(2)
    pictures.append(picture(listed))
    assert pictures[0] != pictures[1] != pictures[2]


def test_a_screen_reader_hears_place_question_and_note(listed, items):
    """In this order."""
    first = listed.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first.startswith("1 · ")
    assert first.endswith(f"{items[0].text}. Seen on 3 October.")


def test_a_click_chooses(qtbot, listed):
    """As Enter and Space do."""
    spot = listed.visualRect(listed.model().index(1, 0)).center()
    with qtbot.waitSignal(listed.chosen) as told:
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [1] == told.args
